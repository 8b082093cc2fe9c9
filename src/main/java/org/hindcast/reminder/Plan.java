package org.hindcast.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hindcast.review.Assignment;
import org.hindcast.review.Assignment.End;

/**
 * Decides on one question: whose turn is over, whose begins, who is asked now, and when to look again. The first reviewer is
 * asked by the steps, then the next one, then the admins.
 */
final class Plan {

    /** @param step how often this reviewer was asked for this date before */
    record Asking(Turn turn, int step) {
    }

    final Due question;
    final List<Turn> turns;
    final List<Asking> askings = new ArrayList<>();
    /** Null where nobody is left to be asked. */
    Instant lookAgainAt;

    private final Rota rota;
    private final Steps steps;
    private final Instant now;

    /** @param turns all there were on the question, the oldest first */
    Plan(Due question, List<Turn> turns, Rota rota, Steps steps, Instant now) {
        this.question = question;
        this.turns = new ArrayList<>(turns);
        this.rota = rota;
        this.steps = steps;
        this.now = now;
    }

    /** @param verdicts how many must agree to resolve a question */
    Plan decide(int verdicts, Supplier<UUID> ids) {
        open().toList().forEach(this::endWhatIsOver);
        boolean somebody = fill(verdicts - question.agreeing(), ids);
        open().filter(turn -> turn.asked < steps.count() && !turn.nextAt(question, steps).isAfter(now)).toList()
                .forEach(this::ask);
        lookAgainAt = open().filter(turn -> turn.asked < steps.count() || passesOn(turn))
                .map(turn -> turn.nextAt(question, steps)).min(Comparator.naturalOrder())
                .orElse(somebody ? null : rota.lookAgain(now));
        return this;
    }

    private void endWhatIsOver(Turn turn) {
        Reviewer reviewer = rota.find(turn.reviewer);
        if (!turn.current) {
            end(turn, End.MOVED);
        } else if (question.answered().contains(turn.reviewer)) {
            end(turn, End.ANSWERED);
        } else if (reviewer == null) {
            end(turn, End.GONE);
        } else if (!turn.nextAt(question, steps).isAfter(now)) {
            if (turn.asked >= steps.count() && passesOn(turn)) {
                end(turn, End.PASSED_ON);
            } else if (turn.asked < steps.count() && reviewer.isAway(now)) {
                end(turn, End.AWAY);
            }
        }
    }

    /** After the admins comes nobody. */
    private static boolean passesOn(Turn turn) {
        return turn.stage < Assignment.ADMINS;
    }

    /** Whether somebody is, or has been, asked as far as there is anybody; otherwise it is worth looking again. */
    private boolean fill(long wanted, Supplier<UUID> ids) {
        while (!isForAdmins() && open().count() < wanted) {
            boolean first = passedOn(Assignment.FIRST) <= current().filter(turn -> turn.stage == Assignment.NEXT
                    && turn.end != End.AWAY && turn.end != End.GONE).count();
            Reviewer next = rota.next(question.topics(), hadTheirTurn(), preferred(), now).orElse(null);
            if (next == null) {
                break;
            }
            begin(next.id(), first ? Assignment.FIRST : Assignment.NEXT, ids);
        }
        if (isForAdmins() || open().count() < wanted) {
            rota.admins(hadTheirTurn(), now).forEach(admin -> begin(admin.id(), Assignment.ADMINS, ids));
        }
        return open().findAny().isPresent() || current().anyMatch(turn -> turn.stage == Assignment.ADMINS);
    }

    private boolean isForAdmins() {
        return question.isForAdmins() || passedOn(Assignment.NEXT) > 0
                || current().anyMatch(turn -> turn.stage == Assignment.ADMINS);
    }

    private long passedOn(int stage) {
        return current().filter(turn -> turn.stage == stage && turn.end == End.PASSED_ON).count();
    }

    /** Nobody who is at it, has answered, or had their chance. Who was away is welcome again. */
    private Set<UUID> hadTheirTurn() {
        Set<UUID> had = current().filter(turn -> turn.end != End.AWAY && turn.end != End.GONE).map(turn -> turn.reviewer)
                .collect(Collectors.toCollection(HashSet::new));
        had.addAll(question.answered());
        return had;
    }

    /** Who looked last into a question that was put off knows it. */
    private UUID preferred() {
        return turns.stream().filter(turn -> !turn.current && turn.end == End.ANSWERED).map(turn -> turn.reviewer)
                .reduce((earlier, later) -> later).orElse(null);
    }

    private void begin(UUID reviewer, int stage, Supplier<UUID> ids) {
        turns.add(Turn.begin(ids.get(), reviewer, stage, now));
        rota.took(reviewer);
    }

    private void end(Turn turn, End because) {
        turn.end(because);
        rota.gaveUp(turn.reviewer);
    }

    private void ask(Turn turn) {
        int before = turns.stream().filter(other -> other.sameDate && other.reviewer.equals(turn.reviewer))
                .mapToInt(other -> other.asked).sum();
        turn.ask(now);
        askings.add(new Asking(turn, before));
    }

    private Stream<Turn> open() {
        return turns.stream().filter(Turn::isOpen);
    }

    private Stream<Turn> current() {
        return turns.stream().filter(turn -> turn.current);
    }
}
