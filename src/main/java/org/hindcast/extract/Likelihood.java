package org.hindcast.extract;

/**
 * A phrase of likelihood in a text, and what it is read as. Which phrases there are, the caller knows.
 *
 * @param phrase its id
 * @param start in the text that was searched
 * @param end exclusive
 * @param hedge whether it is too vague to be scored; {@code range} is null then
 * @param denies whether what follows says "not", so that the phrase speaks of NO
 */
public record Likelihood(String phrase, int start, int end, boolean hedge, boolean denies, Range range) {

    /** Probabilities, 0..1: between which the phrase is read, and as what. */
    public record Range(double low, double point, double high) {
    }
}
