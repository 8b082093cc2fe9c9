package org.hindcast.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.hindcast.account.Account;
import org.hindcast.question.Question;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;

/**
 * What waits for a reviewer: due, not put off, and without a last word of theirs in this round. Oldest due date first. Whoever
 * reviews may decide all of it; it is asked of whose turn it is.
 */
final class ReviewQueue {

    /** Of whom it is asked. */
    enum Asked {
        ANYBODY,
        /** This reviewer, or nobody yet. */
        ME,
        OTHERS
    }

    private static final String TURN = "exists (from Assignment t where t.questionId = q.id and t.endedAt is null";
    private static final String MINE = TURN + " and t.reviewerId = :reviewer";

    private ReviewQueue() {
    }

    static List<Question> of(Asked asked, Account reviewer, Instant now, Cursor after, int limit) {
        Conditions conditions = conditions(asked, reviewer, now);
        if (after != null) {
            conditions.and("(q.dueAt, q.id) > (:afterDue, :afterId)", "afterDue", after.keyAs(Instant::parse));
            conditions.with("afterId", after.id());
        }
        return Question.find("from Question q where " + conditions + " order by q.dueAt, q.id", conditions.parameters)
                .range(0, limit).list();
    }

    static long count(Asked asked, Account reviewer, Instant now) {
        Conditions conditions = conditions(asked, reviewer, now);
        return Question.count("from Question q where " + conditions, conditions.parameters);
    }

    /**
     * The one to go on with: that after this question, from the start again after the last; whoever is at one that is asked of
     * others goes on to those too. Null where no other waits.
     */
    static Question after(Question question, Account reviewer, Instant now) {
        List<Assignment> turns = Assignment.openOn(question.id);
        boolean theirs = turns.isEmpty() || turns.stream().anyMatch(turn -> turn.reviewerId.equals(reviewer.id));
        return (theirs ? Stream.of(Asked.ME) : Stream.of(Asked.ME, Asked.OTHERS))
                .flatMap(asked -> Stream.of(Optional.of(cursor(question)), Optional.<Cursor> empty())
                        .flatMap(from -> of(asked, reviewer, now, from.orElse(null), 1).stream()))
                .filter(next -> !next.id.equals(question.id)).findFirst().orElse(null);
    }

    static Cursor cursor(Question question) {
        return new Cursor(question.dueAt.toString(), question.id);
    }

    private static Conditions conditions(Asked asked, Account reviewer, Instant now) {
        Conditions conditions = new Conditions()
                .and("q.status = 'OPEN' and q.dueAt <= :now and q.askedFrom <= :now", "now", now)
                .and("not exists (from Verdict v where v.questionId = q.id and v.round = q.round and v.reviewer.id = :reviewer"
                        + " and v.outcome <> 'NOT_YET')", "reviewer", reviewer.id)
                .and("not " + MINE + " and t.snoozedUntil > :now)");
        return switch (asked) {
            case ANYBODY -> conditions;
            case ME -> conditions.and("(" + MINE + ") or not " + TURN + "))");
            case OTHERS -> conditions.and(TURN + ") and not " + MINE + ")");
        };
    }
}
