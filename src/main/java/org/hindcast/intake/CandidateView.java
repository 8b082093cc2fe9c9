package org.hindcast.intake;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.DraftedCriteria;
import org.hindcast.extract.Likelihood;
import org.hindcast.question.Checklist;
import org.hindcast.question.NewCriteria;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A candidate as it is answered, with who found it and what the checklist says of its criteria. See {@link Candidate}. */
@JsonInclude
public record CandidateView(String quote, int start, int end, String statement, String cue, Candidate.Tier tier,
        Candidate.Predictor predictor, String attributedTo, Likelihood.Range probability, Candidate.Basis basis, String phrase,
        Candidate.Stance stance, Deadline deadline, boolean conditional, String condition, double confidence,
        DraftedCriteria criteria, List<Checklist.Finding> lint, Offered.By offeredBy) {

    static CandidateView of(Offered offered, LocalDate publishedOn) {
        Candidate c = offered.candidate();
        DraftedCriteria drafted = c.criteria();
        return new CandidateView(c.quote(), c.start(), c.end(), c.statement(), c.cue(), c.tier(), c.predictor(),
                c.attributedTo(), c.probability(), c.basis(), c.phrase(), c.stance(), c.deadline(), c.conditional(),
                c.condition(), c.confidence(), drafted,
                Checklist.of(new NewCriteria(drafted.question(), drafted.yesWhen(), drafted.sourceOfTruth(), drafted.dueOn(),
                        drafted.timeZone(), drafted.ifSilent(), null),
                        new Checklist.Claim(c.statement(), c.quote(), publishedOn)),
                offered.by());
    }
}
