package org.hindcast.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.hindcast.chaos.Nemesis.Deed;
import org.hindcast.chaos.Round.Size;
import org.hindcast.database.EmbeddedPostgres;

/**
 * Two and three nodes of the packaged service on one PostgreSQL, and what can go wrong with them: {@code scripts/chaos}, which
 * takes {@code rounds=10 seed=1 questions=20000 reviewers=50 seconds=60 first=0 weapons=sharp}. Everything is on this machine
 * and ends with it. With {@code weapons=blunt} nothing is done to anybody, and every round in which something should be has to
 * fail.
 */
final class Chaos implements AutoCloseable {

    /** What is done in each of ten rounds, and to how many nodes. */
    private record Plan(int nodes, Deed... deeds) {
    }

    private static final List<Plan> PLANS = List.of(
            new Plan(2),
            new Plan(2, Deed.KILL_BEFORE_CLAIM),
            new Plan(3, Deed.KILL_AFTER_CLAIM),
            new Plan(2, Deed.KILL_AFTER_DATA),
            new Plan(3, Deed.KILL_BEFORE_COMMIT),
            new Plan(3, Deed.CLOCK_AHEAD),
            new Plan(3, Deed.STOP_FOR_A_MINUTE),
            new Plan(2, Deed.KILL_POSTGRES),
            new Plan(3, Deed.MAIL_SERVER_DOWN, Deed.MAIL_SERVER_SILENT),
            new Plan(3, Deed.KILL_AFTER_DATA, Deed.KILL_BEFORE_COMMIT, Deed.KILL_POSTGRES));

    private final Path work;
    private final EmbeddedPostgres database;
    private final Record record;
    private final Map<String, String> settings;
    private final List<Node> nodes = new ArrayList<>();

    Chaos(Path work, Map<String, String> settings) {
        this.work = work;
        this.settings = settings;
        database = EmbeddedPostgres.start(work);
        record = new Record(database);
    }

    public static void main(String[] words) throws Exception {
        Map<String, String> given = new HashMap<>();
        for (String word : words) {
            given.put(word.split("=")[0], word.split("=")[1]);
        }
        int rounds = Integer.parseInt(given.getOrDefault("rounds", "10"));
        int first = Integer.parseInt(given.getOrDefault("first", "0"));
        long seed = Long.parseLong(given.getOrDefault("seed", "1"));
        Weapons weapons = new Weapons(!given.getOrDefault("weapons", "sharp").equals("blunt"));
        Size size = new Size(Integer.parseInt(given.getOrDefault("questions", "20000")), Duration.ofSeconds(10),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "60"))));
        Path work = folder();
        List<String> wrong = new ArrayList<>();
        try (Chaos chaos = new Chaos(work, Map.of())) {
            chaos.begin(3, Integer.parseInt(given.getOrDefault("reviewers", "50")));
            System.out.printf("""
                    Seed %d, %s, %d processors

                    | round | nodes | what was done | questions | mails | duplicates of possible | p50 / p99 / most since due \
                    | and since the fault was over | all sent, after the last was due and the fault over |
                    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                    """, seed, Instant.now(), Runtime.getRuntime().availableProcessors());
            for (int i = first; i < first + rounds; i++) {
                Plan plan = PLANS.get(i % PLANS.size());
                boolean holds = chaos.holds(i, plan, size, weapons, new Random(seed * 1_000 + i));
                if (holds != (weapons.sharp() || plan.deeds.length == 0)) {
                    wrong.add("round " + i);
                }
            }
        }
        if (!wrong.isEmpty()) {
            System.out.println((weapons.sharp() ? "Failed: " : "Passed, and should not: ") + wrong
                    + "; what the nodes said is in " + work);
            System.exit(1);
        }
        delete(work);
    }

    /** Says how it went, in a line. */
    private boolean holds(int number, Plan plan, Size size, Weapons weapons, Random random) {
        try {
            System.out.println(round(number, plan.nodes, List.of(plan.deeds), size, weapons, random));
            return true;
        } catch (Exception e) {
            System.out.println("FAILED: round " + number + " " + List.of(plan.deeds) + ": "
                    + (e instanceof ExecutionException ? e.getCause() : e).getMessage());
            return false;
        }
    }

    /** Of its own. PostgreSQL, which may have to be another user, must be able to pass. */
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("chaos-");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** The first one makes the schema. */
    void begin(int many, int reviewers) throws Exception {
        for (int i = 1; i <= many; i++) {
            String name = "node-" + i;
            Map<String, String> environment = new HashMap<>(settings);
            environment.putAll(Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl() + "?ApplicationName=" + name
                    + "&connectTimeout=5&socketTimeout=30", "QUARKUS_DATASOURCE_USERNAME", database.service().user(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.service().password(), "QUARKUS_FLYWAY_USERNAME",
                    database.owner().user(), "QUARKUS_FLYWAY_PASSWORD", database.owner().password()));
            nodes.add(new Node(name, work, environment));
        }
        nodes.get(0).start(null);
        nodes.get(0).awaitStart();
        record.reviewers(reviewers);
    }

    /**
     * @return how it went, a line of the table in docs/reliability.md @throws IllegalStateException where something does not
     *         hold
     */
    String round(int number, int many, List<Deed> deeds, Size size, Weapons weapons, Random random) throws Exception {
        List<Node> taking = nodes.subList(0, many);
        for (Node node : taking) {
            if (!node.isAlive()) {
                node.start(null);
            }
        }
        for (Node node : taking) {
            node.awaitStart();
        }
        for (Node node : nodes.subList(many, nodes.size())) {
            if (node.isAlive()) {
                node.kill();
            }
        }
        return new Round("round-" + number, work, List.copyOf(taking), record).run(size, deeds, weapons,
                random);
    }

    /** What the nodes have said. */
    String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        for (Node node : nodes) {
            logs.append(node.name).append(":\n").append(node.log());
        }
        return logs.toString();
    }

    @Override
    public void close() throws Exception {
        for (Node node : nodes) {
            node.close();
        }
        database.close();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
