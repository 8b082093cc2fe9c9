package org.hindcast.desk;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.DraftedCriteria;
import org.hindcast.intake.Extraction;
import org.hindcast.intake.ExtractionLabel;
import org.hindcast.intake.Offered;

/**
 * What the extractor said of a card.
 *
 * @param cue the words that made it one; null where an editor chose it
 * @param confidence the built-in extractor's that it is a forecast of its predictor's, 0..1; null where it offered nothing
 *        there
 * @param attributedTo whose forecast it is, in the author's words; null where it is the author's, or that is not said
 * @param deadline null where the words name none
 * @param drafted criteria as they were last drafted: what an editor has not changed is drafted anew with another date
 * @param model the language model that marked it; null where none did
 * @param promptHash SHA-256 of what that was asked; null with it
 */
record Offer(String cue, Float confidence, String attributedTo, Deadline deadline, DraftedCriteria drafted, String model,
        String promptHash) {

    static Offer of(Offered offered, Extraction in) {
        Candidate candidate = offered.candidate();
        Offer offer = new Offer(candidate.cue(), offered.by() == Offered.By.MODEL ? null : (float) candidate.confidence(),
                candidate.attributedTo(), candidate.deadline(), candidate.criteria(), null, null);
        return offered.isMarked() ? offer.marked(in) : offer;
    }

    /** An editor's choice, which nobody offered. */
    static Offer chosen(Deadline deadline, DraftedCriteria drafted) {
        return new Offer(null, null, null, deadline, drafted, null, null);
    }

    Offer drafted(DraftedCriteria anew) {
        return new Offer(cue, confidence, attributedTo, deadline, anew, model, promptHash);
    }

    /** The same, as the language model of this extraction has marked it too. */
    Offer marked(Extraction in) {
        return new Offer(cue, confidence, attributedTo, deadline, drafted, in.model(), in.promptHash());
    }

    ExtractionLabel.Offer label() {
        return new ExtractionLabel.Offer(confidence, model, promptHash);
    }

    /** Whether an editor must look at the date before it counts: it is our reading, not the author's word. */
    boolean dateIsReading() {
        return deadline != null && deadline.rule() != Deadline.Rule.STATED;
    }
}
