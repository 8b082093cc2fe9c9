package org.hindcast.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hindcast.account.Account;
import org.hindcast.account.Role;
import org.hindcast.question.Question;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** A reviewer gives their turn to another one; admins give whoever's turn it is. */
@ApplicationScoped
class HandingOver {

    static final int LONGEST_NOTE = 2000;

    @Inject
    Event<TurnChanged> changed;

    /**
     * Within the transaction of the caller. The other one is asked by the next sweep.
     *
     * @param to username of an active reviewer who has not spoken yet
     * @throws InvalidInput naming what is not accepted
     * @throws Conflict unless the question is open, and it is their turn or they are an admin
     */
    void handOver(UUID id, String to, String note, Account by, Instant now) {
        Violations violations = new Violations();
        String said = violations.optional("note", note, LONGEST_NOTE);
        Account other = to == null ? null : Account.named(to);
        if (other == null || !other.isReviewer() || other.id.equals(by.id)) {
            violations.add("to", "the username of another active reviewer is accepted");
        }
        violations.throwIfAny();
        Question question = Question.locked(id);
        List<Assignment> open = Assignment.openOn(id);
        if (open.stream().anyMatch(turn -> turn.reviewerId.equals(other.id)) || Verdict.hasSpoken(question, other)) {
            throw new InvalidInput("to", "%s has been asked already".formatted(to));
        }
        boolean theirs = open.isEmpty() || open.stream().anyMatch(turn -> turn.reviewerId.equals(by.id));
        List<Assignment> given = by.isAdmin() && !theirs ? open : List.of(Assignment.takenUp(question, by, now));
        given.forEach(over -> {
            over.end(Assignment.End.HANDED_OVER, now);
            changed.fire(new TurnChanged(id, over.reviewerId, now));
        });
        Assignment.flush();
        Assignment turn = Assignment.begin(question, other.id, given.get(0).stage, now);
        turn.handedBy = by;
        turn.handedNote = said;
        question.askNext(now);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("to", to);
        data.put("note", said);
        RecordedEvent.record(now, by.username, "review.handed-over", id, data);
    }

    /** Who a question can be handed to. */
    static List<String> others(Account than, int limit) {
        return Account.getEntityManager()
                .createQuery("""
                        select a.username from Account a where a.active and a.id <> :me
                        and (array_contains(a.roles, :reviewer) or array_contains(a.roles, :admin)) order by a.username""",
                        String.class)
                .setParameter("me", than.id).setParameter("reviewer", Role.REVIEWER).setParameter("admin", Role.ADMIN)
                .setMaxResults(limit).getResultList();
    }
}
