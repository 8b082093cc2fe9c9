package org.hindcast.extract;

import java.time.LocalDate;

/**
 * Criteria as a first draft for an editor, with the fields in which criteria are sent. What the words do not say is null and
 * for the editor to fill in.
 */
public record DraftedCriteria(String question, String yesWhen, String sourceOfTruth, LocalDate dueOn, String timeZone,
        String ifSilent) {

    /**
     * What is known of the claim.
     *
     * @param statement in plain words, one sentence
     * @param author who predicts it
     * @param deadline null where there is none
     * @param condition what has to happen first, in words; null where it is unconditional
     */
    public record Claim(String statement, String quote, String author, LocalDate publishedOn, Deadline deadline,
            String condition) {
    }

    public static DraftedCriteria of(Claim claim) {
        LocalDate due = claim.deadline() == null ? null : claim.deadline().date();
        return new DraftedCriteria(null, claim.statement(), null, due, "UTC", null);
    }
}
