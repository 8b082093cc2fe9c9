package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hindcast.question.Evidence;
import org.hindcast.question.Outcome;

/**
 * A dispute as the API shows it, to everybody.
 *
 * @param disputed the outcome it is about
 * @param decision null while it is open
 * @param url of the page on which it is shown
 */
record DisputeView(UUID id, UUID question, String by, Outcome disputed, String reason, List<Evidence> evidence,
        Instant createdAt, LocalDate dueOn, boolean overdue, Dispute.Status status, Ruling decision, String url) {

    /**
     * @param outcome what it was resolved to instead; null where the outcome stands, or the question was reopened
     * @param byParty decided by somebody with a hand in it, as there was no other admin
     */
    record Ruling(String by, Instant at, String reason, Outcome outcome, List<Evidence> evidence, boolean byParty) {
    }

    /** @param base the public address of the service */
    static DisputeView of(Dispute d, Instant now, String base) {
        return new DisputeView(d.id, d.question.id, d.account.username, d.resolution.outcome, d.reason, d.evidence,
                d.createdAt, d.dueOn, d.isOverdue(now), d.status, d.isOpen() ? null
                        : new Ruling(d.decidedBy, d.decidedAt, d.decidedBecause, d.decidedOutcome, d.decidedEvidence,
                                d.decidedByParty),
                base + "/questions/" + d.question.id + "#dispute-" + d.id);
    }
}
