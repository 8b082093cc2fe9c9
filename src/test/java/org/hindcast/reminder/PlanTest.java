package org.hindcast.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hindcast.review.Assignment.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked, and when, by plain arithmetic. */
class PlanTest {

    private static final Instant DUE = Instant.parse("2027-03-01T00:00:00Z");
    private static final Steps STEPS = new Steps(List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(7)));
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private final List<Reviewer> people = new ArrayList<>();
    private final Map<UUID, Long> load = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private final Set<UUID> answered = new HashSet<>();
    private final Map<String, Integer> verdicts = new HashMap<>();
    private List<Turn> turns = new ArrayList<>();
    private int notYet;

    private UUID person(String name, boolean reviews, Set<String> topics, LocalDate from, LocalDate until) {
        UUID id = new UUID(0, people.size() + 1);
        names.put(id, name);
        people.add(new Reviewer(id, reviews, !reviews, topics, KYIV, from, until, true));
        return id;
    }

    private UUID reviewer(String name, String... topics) {
        return person(name, true, Set.of(topics), null, null);
    }

    private void admin(String name) {
        person(name, false, Set.of(), null, null);
    }

    /** Names of those asked at that time, with the step, and when it is looked at again. */
    private String sweep(Instant now, int verdictsNeeded) {
        Due due = new Due(new UUID(1, 1), LocalDate.of(2027, 2, 28), DUE, 1, notYet, List.of("economy", "trade"), answered,
                verdicts);
        Plan plan = new Plan(due, turns, new Rota(people, load), STEPS, now).decide(verdictsNeeded, UUID::randomUUID);
        turns = plan.turns.stream().map(turn -> new Turn(turn.id, turn.reviewer, turn.stage, turn.since, turn.current,
                turn.sameDate, false, turn.asked, turn.lastAskedAt, turn.snoozedUntil, turn.end)).collect(Collectors.toList());
        return plan.askings.stream().map(asking -> names.get(asking.turn().reviewer) + " " + asking.step())
                .collect(Collectors.joining(", ")) + " until "
                + (plan.lookAgainAt == null ? "never"
                        : Duration.between(DUE, plan.lookAgainAt));
    }

    private String sweep(Duration afterDue) {
        return sweep(DUE.plus(afterDue), 1);
    }

    private List<String> ends() {
        return turns.stream().map(turn -> names.get(turn.reviewer) + " " + turn.end).toList();
    }

    @Test
    void oneReviewerByTheStepsThenTheNextThenTheAdmins() {
        reviewer("ann");
        reviewer("bob");
        reviewer("cem");
        admin("dora");
        admin("eve");
        assertEquals("ann 0 until PT72H", sweep(Duration.ZERO));
        assertEquals(" until PT72H", sweep(Duration.ofHours(71)));
        assertEquals("ann 1 until PT168H", sweep(Duration.ofDays(3)));
        assertEquals("ann 2 until PT264H", sweep(Duration.ofDays(7)));
        assertEquals("bob 0 until PT336H", sweep(Duration.ofDays(11)));
        assertEquals("bob 1 until PT432H", sweep(Duration.ofDays(14)));
        assertEquals("bob 2 until PT528H", sweep(Duration.ofDays(18)));
        assertEquals("dora 0, eve 0 until PT600H", sweep(Duration.ofDays(22)));
        assertEquals("dora 1, eve 1 until PT696H", sweep(Duration.ofDays(25)));
        assertEquals("dora 2, eve 2 until never", sweep(Duration.ofDays(29)));
        assertEquals(" until never", sweep(Duration.ofDays(99)));
        assertEquals(List.of("ann PASSED_ON", "bob PASSED_ON", "dora null", "eve null"), ends());
    }

    /** Down for a month it asks once, and then as far apart as ever. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 2, 31, 400 })
    void whoWasDownAsksOnceNotThrice(int days) {
        reviewer("ann");
        Duration down = Duration.ofDays(days);
        assertEquals("ann 0 until " + down.plusDays(3), sweep(down));
        assertEquals("ann 1 until " + down.plusDays(44), sweep(down.plusDays(40)));
        assertEquals("ann 2 until " + down.plusDays(104), sweep(down.plusDays(100)));
    }

    /** At whatever minutes it runs, and whichever way its clock jumps, nobody is asked twice for a step. */
    @Test
    void aClockThatJumpsAnHourBackAndForthChangesNothing() {
        reviewer("ann");
        List<String> said = new ArrayList<>();
        Duration at = Duration.ZERO;
        for (int i = 0; i < 24 * 12; i++) {
            at = at.plusMinutes(i % 3 == 0 ? 120 : i % 3 == 1 ? -60 : 30); // half an hour on average
            String asked = sweep(at.isNegative() ? Duration.ZERO : at);
            if (!asked.startsWith(" ")) {
                said.add(asked.replaceFirst(" until.*", ""));
            }
        }
        assertEquals(List.of("ann 0", "ann 1"), said);
    }

    @Test
    void topicsComeBeforeLoadAndLoadBeforeNames() {
        reviewer("other", "sport");
        UUID busy = reviewer("busy", "economy", "law");
        UUID idle = reviewer("idle", "trade");
        reviewer("any");
        load.put(busy, 7L);
        load.put(idle, 3L);
        assertEquals("idle 0 until PT72H", sweep(Duration.ZERO));
        turns.clear();
        load.put(idle, 8L);
        assertEquals("busy 0 until PT72H", sweep(Duration.ZERO));
    }

    @Test
    void asManyAsVerdictsAreNeeded() {
        UUID ann = reviewer("ann");
        UUID bob = reviewer("bob");
        reviewer("cem");
        reviewer("dan");
        assertEquals("ann 0, bob 0 until PT72H", sweep(DUE, 2));
        answered.add(ann);
        verdicts.put("YES", 1);
        assertEquals("bob 1 until PT168H", sweep(DUE.plus(Duration.ofDays(3)), 2));
        answered.add(bob);
        verdicts.put("NO", 1); // they disagree: a third one decides
        assertEquals("cem 0 until PT168H", sweep(DUE.plus(Duration.ofDays(4)), 2));
    }

    @Test
    void whoIsAwayIsPassedOverAndWelcomeAgain() {
        UUID ann = person("ann", true, Set.of("economy"), LocalDate.of(2027, 3, 4), LocalDate.of(2027, 3, 20));
        reviewer("bob");
        assertEquals("ann 0 until PT72H", sweep(Duration.ZERO));
        // 4 March, 2 in the morning in Kyiv: ann is away, bob takes over where she was
        assertEquals("bob 0 until PT144H", sweep(Duration.ofDays(3)));
        assertEquals(List.of("ann AWAY", "bob null"), ends());
        people.remove(1);
        assertEquals(" until PT96H", sweep(Duration.ofDays(3))); // nobody is there: looked at again tomorrow
        assertEquals("ann 1 until PT550H", sweep(Duration.ofHours(20 * 24 - 2))); // back on 21 March, the night before UTC's
        assertEquals(ann, turns.get(2).reviewer);
    }

    @Test
    void whoIsGoneIsReplacedAtOnce() {
        reviewer("ann");
        reviewer("bob");
        sweep(Duration.ZERO);
        people.remove(0);
        assertEquals("bob 0 until PT96H", sweep(Duration.ofDays(1)));
    }

    @Test
    void theThirdTimeItGoesToTheAdmins() {
        reviewer("ann");
        admin("dora");
        notYet = 2;
        assertEquals("ann 0 until PT72H", sweep(Duration.ZERO));
        turns.clear();
        notYet = 3;
        assertEquals("dora 0 until PT72H", sweep(Duration.ZERO));
    }

    @Test
    void withoutReviewersTheAdminsAreAsked() {
        admin("dora");
        assertEquals("dora 0 until PT72H", sweep(Duration.ZERO));
    }

    @Test
    void withoutAnybodyItIsLookedAtAgainTomorrow() {
        assertEquals(" until PT24H", sweep(Duration.ZERO));
        reviewer("ann");
        assertEquals("ann 0 until PT96H", sweep(Duration.ofDays(1)));
    }

    @Test
    void snoozingPutsOffTheNextAskingAndThePassingOn() {
        UUID ann = reviewer("ann");
        reviewer("bob");
        turns.add(new Turn(UUID.randomUUID(), ann, 0, DUE, true, true, false, 3, DUE.plus(Duration.ofDays(7)),
                DUE.plus(Duration.ofDays(20)), null));
        assertEquals(" until PT480H", sweep(Duration.ofDays(12)));
        assertEquals("bob 0 until PT552H", sweep(Duration.ofDays(20)));
    }

    @Test
    void whoPutItOffIsAskedAgain() {
        reviewer("ann");
        UUID bob = reviewer("bob");
        turns.add(new Turn(UUID.randomUUID(), bob, 0, DUE.minus(Duration.ofDays(40)), false, false, false, 1, DUE, null,
                End.ANSWERED));
        assertEquals("bob 0 until PT72H", sweep(Duration.ZERO));
    }

    @Test
    void aReopenedQuestionOfTheSameDayCountsOn() {
        UUID ann = reviewer("ann");
        turns.add(new Turn(UUID.randomUUID(), ann, 0, DUE, false, true, false, 2, DUE, null, End.ANSWERED));
        assertEquals("ann 2 until PT72H", sweep(Duration.ZERO));
        assertNull(turns.get(1).end);
    }
}
