package org.hindcast.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.hindcast.web.Violations;

/**
 * Whether criteria can be applied by a stranger. Errors are certain, and publishing refuses them; warnings may be wrong, and
 * only advise. {@code docs/criteria.md} says each rule in words.
 */
public final class Checklist {

    public enum Level {
        ERROR,
        WARNING
    }

    /**
     * @param rule its name, which stays the same
     * @param field that it is about, as in the API, such as {@code criteria.dueOn}
     * @param message what is wrong, and what is accepted or better
     */
    public record Finding(Level level, String rule, String field, String message) {

        /** The field as the form calls it. */
        public String label() {
            return switch (field) {
                case "criteria.question" -> "Question";
                case "criteria.yesWhen" -> "Counts as yes";
                case "criteria.sourceOfTruth" -> "Source of truth";
                case "criteria.dueOn" -> "Due";
                case "criteria.timeZone" -> "Time zone";
                case "criteria.ifSilent" -> "If the source is silent";
                default -> "Key";
            };
        }
    }

    /**
     * What the criteria are for; null where it is not known.
     *
     * @param madeOn the day on which the forecast was made
     */
    public record Claim(String statement, String quote, LocalDate madeOn) {
    }

    private Checklist() {
    }

    /** Errors first, then warnings, in the order of the fields. */
    public static List<Finding> of(NewCriteria criteria, Claim claim) {
        Violations violations = new Violations();
        criteria.wellFormed(violations);
        List<Finding> findings = new ArrayList<>(violations.found().stream()
                .map(each -> new Finding(Level.ERROR, "form", each.field(), each.message())).toList());
        findings.addAll(CertainFaults.of(criteria, claim.madeOn()));
        findings.addAll(Doubts.about(criteria, claim));
        return findings;
    }
}
