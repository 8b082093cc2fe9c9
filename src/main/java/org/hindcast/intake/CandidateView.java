package org.hindcast.intake;

import java.util.List;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.DraftedCriteria;
import org.hindcast.extract.Likelihood;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A candidate as it is answered. See {@link Candidate}. */
@JsonInclude
public record CandidateView(String quote, int start, int end, String statement, String cue, Candidate.Tier tier,
        Candidate.Predictor predictor, String attributedTo, Likelihood.Range probability, Candidate.Basis basis, String phrase,
        Candidate.Stance stance, Deadline deadline, boolean conditional, String condition, double confidence,
        DraftedCriteria criteria, List<Finding> lint) {

    /** What the checklist says of the drafted criteria. */
    public record Finding(String level, String rule, String message) {
    }

    static CandidateView of(Candidate c) {
        return new CandidateView(c.quote(), c.start(), c.end(), c.statement(), c.cue(), c.tier(), c.predictor(),
                c.attributedTo(), c.probability(), c.basis(), c.phrase(), c.stance(), c.deadline(), c.conditional(),
                c.condition(), c.confidence(), c.criteria(), List.of());
    }
}
