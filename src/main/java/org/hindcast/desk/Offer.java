package org.hindcast.desk;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.DraftedCriteria;

/**
 * What the extractor said of a card.
 *
 * @param cue the words that made it one; null where an editor chose it
 * @param confidence that it is a forecast of its predictor's, 0..1; null where an editor chose it
 * @param attributedTo whose forecast it is, in the author's words; null where it is the author's, or that is not said
 * @param deadline null where the words name none
 * @param drafted criteria as they were last drafted: what an editor has not changed is drafted anew with another date
 */
record Offer(String cue, Float confidence, String attributedTo, Deadline deadline, DraftedCriteria drafted) {

    static Offer of(Candidate candidate) {
        return new Offer(candidate.cue(), (float) candidate.confidence(), candidate.attributedTo(), candidate.deadline(),
                candidate.criteria());
    }

    Offer chosen() {
        return new Offer(null, null, null, deadline, drafted);
    }

    Offer drafted(DraftedCriteria anew) {
        return new Offer(cue, confidence, attributedTo, deadline, anew);
    }

    /** Whether an editor must look at the date before it counts: it is our reading, not the author's word. */
    boolean dateIsReading() {
        return deadline != null && deadline.rule() != Deadline.Rule.STATED;
    }
}
