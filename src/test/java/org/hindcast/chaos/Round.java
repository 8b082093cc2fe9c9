package org.hindcast.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.hindcast.chaos.Nemesis.Deed;
import org.hindcast.outbox.SmtpSink.Fault;

/** Questions fall due, something is done to those who ask, and in the end all must have been asked, once, in time. */
final class Round {

    /** A mail server has a mail, and has not said so yet. */
    interface KeptMail {
        void accept(Node node, Arrival arrival, Fault fault);
    }

    /**
     * @param lead until the first question is due
     * @param within from the first to the last one
     */
    record Size(int questions, Duration lead, Duration within) {
    }

    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(150);
    private static final int CALLED_OFF = 20;

    final String name;
    final Path work;
    final List<Node> nodes;
    final Record record;
    final List<String> done = new ArrayList<>();
    volatile KeptMail whenKept = (node, arrival, fault) -> {
    };
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> possibleTwins = new ConcurrentHashMap<>();
    private final Set<String> twinsOfThisDeed = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> calledOff = new HashMap<>();
    private final Map<String, Instant> calledOffIds = new HashMap<>();

    Round(String name, Path work, List<Node> nodes, Record record) {
        this.name = name;
        this.work = work;
        this.nodes = nodes;
        this.record = record;
        nodes.forEach(node -> {
            node.handedOver.clear();
            node.sink.misbehave(recipient -> Fault.NONE);
            node.sink.whenKept((mail, fault) -> {
                Arrival arrival = Arrival.of(mail);
                arrivals.add(arrival);
                node.handedOver.add(arrival.id());
                whenKept.accept(node, arrival, fault);
            });
        });
    }

    String run(Size size, List<Deed> deeds, Weapons weapons, Random random) throws Exception {
        Instant begun = Instant.now();
        Instant last = record.questions(name, size);
        callOff(size.questions());
        Nemesis nemesis = new Nemesis(this, weapons, random);
        Pause.of(Duration.between(Instant.now(), begun.plus(size.lead())));
        Pause.of(size.within().multipliedBy(random.nextInt(250)).dividedBy(1_000));
        for (Deed deed : deeds) {
            twinsOfThisDeed.clear();
            done.add(nemesis.does(deed));
        }
        Instant healed = deeds.isEmpty() ? Instant.EPOCH : Instant.now();
        Instant recovered = awaitSent(later(last, healed));
        Checker checker = new Checker(record.asked(name), List.copyOf(arrivals), possibleTwins, calledOff, calledOffIds,
                healed);
        String figures = "| %s | %d | %s | %,d | %d | %d of %d | %s | %s | %s |".formatted(name.replace("round-", ""),
                nodes.size(), done.isEmpty() ? "none" : String.join("; ", done), checker.questions, checker.mails,
                checker.duplicates, possibleTwins.values().stream().mapToInt(Integer::intValue).sum(),
                Checker.quantiles(checker.sinceDue), deeds.isEmpty() ? "–" : Checker.quantiles(checker.lateness),
                "%.0f s".formatted(Math.max(0, Duration.between(later(last, healed), recovered).toMillis() / 1e3)));
        if (!checker.violations.isEmpty()) {
            throw new IllegalStateException(figures + "\n  " + String.join("\n  ", checker.violations));
        }
        return figures;
    }

    /** Some of those not due yet are decided, as many dated anew. */
    private void callOff(int questions) throws Exception {
        Map<String, String> some = record.someThatAreNotDueYet(name, Math.min(CALLED_OFF, questions / 10));
        List<String> ids = List.copyOf(some.keySet());
        for (String id : ids.subList(0, ids.size() / 2)) {
            calledOffIds.put(id, nodes.get(0).decide(id));
        }
        Set<String> dated = new HashSet<>(ids.subList(ids.size() / 2, ids.size()));
        if (dated.isEmpty()) {
            throw new IllegalStateException("Nothing was called off");
        }
        record.dateAnew(dated);
        dated.forEach(id -> calledOffIds.put(id, Instant.now()));
        some.forEach((id, key) -> calledOff.put(key, calledOffIds.get(id)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Instant awaitSent(Instant from) throws Exception {
        Instant deadline = from.plus(LONGEST_RECOVERY);
        while (record.unsent(name) > 0 && Instant.now().isBefore(deadline)) {
            Pause.of(Duration.ofMillis(250));
        }
        Instant recovered = Instant.now();
        // What is not recorded yet may still have a twin
        while (!record.notRecorded().isEmpty() && Instant.now().isBefore(deadline)) {
            Pause.of(Duration.ofMillis(250));
        }
        return recovered;
    }

    /** These nodes, or the database, were hit: of what they handed over and did not record nobody knows whether it arrived. */
    void nobodyKnows(Set<Node> hit) throws Exception {
        Set<String> notRecorded = new HashSet<>(record.notRecorded());
        hit.forEach(node -> node.handedOver.stream().filter(notRecorded::contains).forEach(this::mayHaveATwin));
    }

    /** At most one more for each deed. */
    void mayHaveATwin(String mail) {
        if (twinsOfThisDeed.add(mail)) {
            possibleTwins.merge(mail, 1, Integer::sum);
        }
    }
}
