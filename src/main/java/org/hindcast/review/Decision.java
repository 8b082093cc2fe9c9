package org.hindcast.review;

import java.time.Instant;
import java.util.List;

import org.hindcast.question.Evidence;
import org.hindcast.question.Outcome;

/**
 * What a question comes to.
 *
 * @param evidence at least one for YES and NO
 * @param note always for VOID, says why
 * @param actor who gave the verdict that decided it, or {@code ledger}
 * @param source the ledger file that says so; null otherwise
 * @param sha256 of that file, in lower-case hexadecimal; null otherwise
 * @param at when it was decided; in the past for what a ledger file reports
 */
public record Decision(Outcome outcome, List<Evidence> evidence, String note, String actor, String source,
        String sha256, Instant at) {
}
