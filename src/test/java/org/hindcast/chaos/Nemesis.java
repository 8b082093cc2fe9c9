package org.hindcast.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.hindcast.outbox.SmtpSink.Fault;

/**
 * What is done to the nodes, the mail servers and the database: each from outside, at a moment that is seen to have come. Each
 * says what it did, and throws where it did nothing.
 */
final class Nemesis {

    enum Deed {
        KILL_BEFORE_CLAIM,
        KILL_AFTER_CLAIM,
        KILL_AFTER_DATA,
        KILL_BEFORE_COMMIT,
        STOP_FOR_A_MINUTE,
        KILL_POSTGRES,
        MAIL_SERVER_DOWN,
        MAIL_SERVER_SILENT,
        CLOCK_AHEAD
    }

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Round round;
    private final Weapons weapons;
    private final Random random;

    Nemesis(Round round, Weapons weapons, Random random) {
        this.round = round;
        this.weapons = weapons;
        this.random = random;
    }

    String does(Deed deed) throws Exception {
        return switch (deed) {
            case KILL_BEFORE_CLAIM -> killBeforeClaim();
            case KILL_AFTER_CLAIM -> killAfterClaim();
            case KILL_AFTER_DATA -> killAfterData();
            case KILL_BEFORE_COMMIT -> killBeforeCommit();
            case STOP_FOR_A_MINUTE -> stop(Duration.ofSeconds(60));
            case KILL_POSTGRES -> killPostgres();
            case MAIL_SERVER_DOWN -> mailServerDown();
            case MAIL_SERVER_SILENT -> mailServerSilent();
            case CLOCK_AHEAD -> clockAhead();
        };
    }

    /** Nobody may write to the outbox, until somebody stands before it with a claim. */
    private String killBeforeClaim() throws Exception {
        Node node;
        try (Connection holding = round.record.connect()) {
            holding.setAutoCommit(false);
            Record.run(holding, "lock table outbox in share row exclusive mode");
            node = awaitBlocked("%with due as materialized%");
            kill(node);
            holding.rollback();
        }
        return backAgain(node, "killed -9 before its claim");
    }

    /** The mail server hears the recipient: the row is claimed, the message is not sent. */
    private String killAfterClaim() throws Exception {
        CompletableFuture<Node> killed = new CompletableFuture<>();
        AtomicBoolean once = new AtomicBoolean();
        for (Node node : round.nodes) {
            weapons.misbehave(node, recipient -> {
                if (!once.compareAndSet(false, true)) {
                    return Fault.NONE;
                }
                complete(killed, () -> kill(node));
                return Fault.DROP_AT_RECIPIENT;
            });
        }
        Node node = await(killed, "a recipient");
        round.nodes.forEach(other -> other.sink.misbehave(recipient -> Fault.NONE));
        return backAgain(node, "killed -9 after its claim");
    }

    /** The mail server has the message and has not said so. */
    private String killAfterData() throws Exception {
        CompletableFuture<Node> killed = new CompletableFuture<>();
        AtomicBoolean once = new AtomicBoolean();
        round.whenKept = (node, arrival, fault) -> {
            if (once.compareAndSet(false, true)) {
                complete(killed, () -> kill(node));
            }
        };
        return backAgain(await(killed, "a mail"), "killed -9 after DATA");
    }

    /** The mail server says that it has the message; the row is held, so that nobody can record it. */
    private String killBeforeCommit() throws Exception {
        CompletableFuture<Connection> held = new CompletableFuture<>();
        AtomicBoolean once = new AtomicBoolean();
        round.whenKept = (node, arrival, fault) -> {
            if (once.compareAndSet(false, true)) {
                try {
                    Connection holding = round.record.connect();
                    holding.setAutoCommit(false);
                    Record.run(holding, "select id from outbox where id = '" + arrival.id().substring(1, 37) + "' for update");
                    held.complete(holding);
                } catch (SQLException e) {
                    held.completeExceptionally(e);
                }
            }
        };
        Node node;
        try (Connection holding = held.get(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            node = awaitBlocked("%update outbox set status%");
            kill(node);
            holding.rollback();
        }
        return backAgain(node, "killed -9 before its commit");
    }

    /** In the middle of a transaction, with rows that no other may touch: its claim is written and not committed. */
    private String stop(Duration length) throws Exception {
        Node node;
        try (Connection holding = round.record.connect()) {
            holding.setAutoCommit(false);
            Record.run(holding, "lock table outbox in share row exclusive mode");
            node = awaitBlocked("%with due as materialized%");
            weapons.stop(node);
            Pause.of(Duration.ofMillis(200));
            if (!node.isStopped()) {
                throw new IllegalStateException(node.name + " was not stopped");
            }
            holding.rollback();
        }
        long others = arrivedElsewhere(node);
        try {
            waitFor("its transaction to be left alone", () -> round.record.silentTransactions(node) > 0);
            Pause.of(Duration.ofMillis(1_000));
            if (node.answers()) {
                throw new IllegalStateException(node.name + " answers");
            }
            round.nobodyKnows(Set.of(node));
            Pause.of(length.minusSeconds(1));
            if (round.record.silentTransactions(node) > 0) {
                throw new IllegalStateException("What " + node.name + " had locked was still locked");
            }
        } finally {
            node.signal("CONT");
        }
        if (arrivedElsewhere(node) == others) {
            throw new IllegalStateException("Nobody sent anything while " + node.name + " was stopped");
        }
        waitFor(node.name + " to go on", node::answers);
        return node.name + " stopped for " + length.toSeconds() + " s in the middle of its claim";
    }

    /** With all its children, three times; who looks after it starts it again. */
    private String killPostgres() throws Exception {
        Path file = round.work.resolve("postgres/data/postmaster.pid");
        for (int i = 0; i < 3; i++) {
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
            weapons.kill(all);
            waitFor("another PostgreSQL", () -> Files.exists(file)
                    && Long.parseLong(Files.readAllLines(file).get(0).strip()) != pid && databaseAnswers());
            // Connections of the pools are found broken one after the other
            for (int look = 0; look < 10; look++) {
                round.nobodyKnows(Set.copyOf(round.nodes));
                Pause.of(Duration.ofMillis(500));
            }
        }
        for (int look = 0; look < 20; look++) {
            round.nobodyKnows(Set.copyOf(round.nodes));
            Pause.of(Duration.ofMillis(500));
        }
        return "PostgreSQL killed -9 three times";
    }

    private boolean databaseAnswers() {
        try {
            return round.record.run("select 1").size() == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    private String mailServerDown() throws Exception {
        double before = untried();
        try {
            for (Node node : round.nodes) {
                weapons.takeDown(node);
            }
            Pause.of(Duration.ofMillis(1_000));
            round.nobodyKnows(Set.copyOf(round.nodes));
            Pause.of(Duration.ofMillis(19_000));
            if (untried() <= before) {
                throw new IllegalStateException("Nobody met a mail server that was down");
            }
        } finally {
            for (Node node : round.nodes) {
                node.sink.up();
            }
        }
        return "all mail servers down for 20 s";
    }

    private double untried() throws Exception {
        double all = 0;
        for (Node node : round.nodes) {
            all += node.metric("hindcast_outbox_attempts_total{channel=\"MAIL\",result=\"UNTRIED\"");
        }
        return all;
    }

    /** Two mails are kept and never answered, two more and the connection closed, two refused with 421. */
    private String mailServerSilent() throws Exception {
        Map<String, Fault> faults = Map.of("reviewer-1@example.org", Fault.HANG_AFTER_DOT, "reviewer-2@example.org",
                Fault.HANG_AFTER_DOT, "reviewer-3@example.org", Fault.DROP_BEFORE_250, "reviewer-4@example.org",
                Fault.DROP_BEFORE_250, "reviewer-5@example.org", Fault.GOING_DOWN, "reviewer-6@example.org", Fault.GOING_DOWN);
        Set<String> met = ConcurrentHashMap.newKeySet();
        for (Node node : round.nodes) {
            weapons.misbehave(node, recipient -> {
                Fault fault = met.contains(recipient) ? Fault.NONE : faults.getOrDefault(recipient, Fault.NONE);
                if (fault == Fault.GOING_DOWN) {
                    met.add(recipient);
                }
                return fault;
            });
        }
        round.whenKept = (node, arrival, fault) -> {
            if (fault != Fault.NONE) {
                met.add(arrival.recipient());
                round.mayHaveATwin(arrival.id());
            }
        };
        waitFor("six recipients to meet it", () -> met.size() == faults.size());
        round.nodes.forEach(node -> node.sink.misbehave(recipient -> Fault.NONE));
        waitFor("whoever waits for an answer to give up",
                () -> round.nodes.stream().mapToInt(node -> node.sink.hanging()).sum() == 0);
        return "2 mails kept and never answered, 2 dropped before 250, 2 refused with 421";
    }

    /** One node lives five minutes ahead of the others, from before the first question is due until it is killed. */
    private String clockAhead() throws Exception {
        Node node = any();
        node.kill();
        Pause.of(Duration.ofMillis(300));
        round.nobodyKnows(Set.of(node));
        weapons.start(node, Duration.ofMinutes(5));
        node.awaitStart();
        waitFor(node.name + " to say that its clock is wrong", () -> Math.abs(node.saysItIsAhead() - 300_000) < 5_000);
        Pause.of(Duration.ofMillis(20_000));
        kill(node);
        return backAgain(node, "five minutes ahead (it said so), then killed -9");
    }

    private Node any() {
        return round.nodes.get(random.nextInt(round.nodes.size()));
    }

    private long arrivedElsewhere(Node node) {
        return round.nodes.stream().filter(other -> other != node).mapToLong(other -> other.handedOver.size()).sum();
    }

    private Node kill(Node node) throws Exception {
        if (!weapons.kill(node)) {
            throw new IllegalStateException(node.name + " could not be killed");
        }
        Pause.of(Duration.ofMillis(300)); // what it had already said still arrives
        round.nobodyKnows(Set.of(node));
        return node;
    }

    /** Killed nodes come back after a few seconds. */
    private String backAgain(Node node, String what) throws Exception {
        round.whenKept = (any, arrival, fault) -> {
        };
        if (node.isAlive()) {
            throw new IllegalStateException(node.name + " lives on");
        }
        Pause.of(Duration.ofMillis(2_000 + random.nextInt(3_000)));
        node.start(Duration.ZERO);
        node.awaitStart();
        return node.name + " " + what;
    }

    private Node awaitBlocked(String statement) throws Exception {
        String[] found = new String[1];
        waitFor("somebody to stand before " + statement, () -> {
            found[0] = round.record.blocked(statement).stream().findFirst().orElse(null);
            return found[0] != null;
        });
        return round.nodes.stream().filter(node -> node.name.equals(found[0])).findFirst().orElseThrow();
    }

    private static Node await(CompletableFuture<Node> killed, String what) throws Exception {
        try {
            return killed.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Waited in vain for " + what);
        }
    }

    private static void complete(CompletableFuture<Node> killed, Callable<Node> kill) {
        try {
            killed.complete(kill.call());
        } catch (Exception e) {
            killed.completeExceptionally(e);
        }
    }

    private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
        for (long deadline = System.nanoTime() + LONGEST.toNanos();; Pause.of(Duration.ofMillis(20))) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException | SQLException | RuntimeException e) {
                // not yet
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
        }
    }
}
