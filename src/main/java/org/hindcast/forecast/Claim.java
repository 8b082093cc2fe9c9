package org.hindcast.forecast;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The position an author took. Frozen when published: a correction is a new version.
 *
 * @param quote verbatim from the piece; null where there is none
 * @param quoteStart offset in UTF-16 code units into the piece's text; null where the piece has no text
 * @param probability of the question's YES in per mille, 0..1000; only with {@link Basis#STATED}
 * @param phrase id in the lexicon; always with {@link Basis#WORDED}, perhaps with {@link Basis#HEDGED}
 * @param stance which answer the words stand for; never with {@link Basis#STATED}
 * @param odds of a bet, in words
 * @param stakes of a bet, in words
 * @param condition what has to happen first, in words; null where the forecast is unconditional
 * @param undated the author gave no date, the due date is the editor's
 * @param topics the first is the one it is scored under
 * @param referenceProbability in per mille, of a market, crowd or base rate when the forecast was made
 */
@Embeddable
public record Claim(String quote, Integer quoteStart, String statement, @Enumerated(EnumType.STRING) Basis basis,
        Integer probability, String phrase, @Enumerated(EnumType.STRING) Stance stance, String odds, String stakes,
        String condition,
        LocalDate madeOn, boolean undated, List<String> topics, Integer referenceProbability, String referenceSource,
        String referenceUrl, LocalDate referenceOn) {

    Integer quoteEnd() {
        return quoteStart == null ? null : quoteStart + quote.length();
    }

    /** As the API calls and shows them. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("quote", quote);
        fields.put("start", quoteStart);
        fields.put("statement", statement);
        fields.put("basis", basis);
        fields.put("probability", PerMille.toNumber(probability));
        fields.put("phrase", phrase);
        fields.put("stance", stance);
        fields.put("odds", odds);
        fields.put("stakes", stakes);
        fields.put("condition", condition);
        fields.put("madeOn", madeOn);
        fields.put("undated", undated);
        fields.put("topics", topics);
        fields.put("reference", reference());
        return fields;
    }

    Reference reference() {
        return referenceProbability == null ? null
                : new Reference(PerMille.toNumber(referenceProbability), referenceSource, referenceUrl, referenceOn);
    }
}
