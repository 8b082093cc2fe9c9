package org.hindcast.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.hindcast.account.Account;
import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.Position;
import org.hindcast.forecast.QuestionView;
import org.hindcast.question.Question;

/**
 * What a reviewer has before them when they decide a question.
 *
 * @param resolution in force; null while it is undecided
 * @param conflict what happened since the reviewer opened the page; null where nothing did
 * @param next the question to go on with, or null
 */
public record Desk(Question question, boolean due, boolean mine, List<Quote> quotes, List<Said> earlier, Resolution resolution,
        Progress progress, UUID next, String seen, VerdictForm form, String done, String conflict, Turns turns) {

    private static final int MOST_VERDICTS = 200;
    private static final int MOST_REVIEWERS = 200;

    /**
     * @param asked whose turn it is; {@code theirs} whether this reviewer may put it off
     * @param others who it can be handed to, where this reviewer may hand it over
     * @param silent whether it was put off so often that the criteria's word on silence is asked for
     */
    public record Turns(List<Assignment.Asked> asked, boolean theirs, List<String> others, boolean silent) {

        static Turns of(Question question, Account reviewer, Instant now) {
            List<Assignment.Asked> asked = Assignment.askedOn(question.id);
            boolean open = question.status == Question.Status.OPEN && !question.askedFrom.isAfter(now);
            boolean theirs = open && (asked.isEmpty()
                    || asked.stream().anyMatch(turn -> turn.reviewer().equals(reviewer.username)));
            return new Turns(asked, theirs,
                    theirs || open && reviewer.isAdmin() ? HandingOver.others(reviewer, MOST_REVIEWERS) : List.of(),
                    question.notYet >= Question.PUT_OFF_TOO_OFTEN);
        }
    }

    /** Words that stand on the question. */
    public record Quote(Forecast forecast, String said) {
    }

    static Desk of(Question question, Account reviewer, VerdictForm form, String done, String conflict, Instant now) {
        List<Verdict> verdicts = Verdict.on(question.id, MOST_VERDICTS);
        int known = conflict == null ? MOST_VERDICTS : form.verdictsSeen();
        Question next = ReviewQueue.after(question, reviewer, now);
        return new Desk(question, !question.dueAt.isAfter(now),
                verdicts.stream().anyMatch(one -> one.round == question.round && one.reviewer.id.equals(reviewer.id)
                        && one.outcome != Answer.NOT_YET),
                quotes(question),
                IntStream.range(0, verdicts.size()).mapToObj(i -> Said.of(verdicts.get(i), question, i >= known)).toList(),
                Resolution.of(question.id), Progress.of(reviewer, now), next == null ? null : next.id,
                VerdictForm.seen(question), form, done, conflict, Turns.of(question, reviewer, now));
    }

    private static List<Quote> quotes(Question question) {
        return Forecast.on(List.of(question.id), QuestionView.MOST_FORECASTS).stream()
                .filter(forecast -> forecast.status == Forecast.Life.PUBLISHED)
                .map(forecast -> new Quote(forecast, Position.of(forecast.claim).words())).toList();
    }
}
