import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills the service with -9 while verdicts come in over HTTP, and after each restart looks for every verdict that had been acknowledged
 * and for a recomputation of all cells that finds no difference. Even rounds kill the service alone, odd ones the service with its
 * database. Bounded: so many rounds, then it stops what it started and removes what it wrote.
 *
 * <pre>./mvnw -q -DskipTests package && java scripts/KillDuringVerdicts.java [rounds, 20 by default] [seed]</pre>
 */
public class KillDuringVerdicts {

    private static final int PORT = 18080;
    private static final String API = "http://127.0.0.1:" + PORT + "/api/v1";
    private static final String PASSWORD = "only for this run";
    private static final int THREADS = 4;
    private static final int FORECASTS_A_ROUND = 150;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path work = Files.createTempDirectory("hindcast-kill");
    /** Question to the outcome whose 201 we have seen. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Random random;
    private Process service;

    private KillDuringVerdicts(long seed) throws IOException {
        random = new Random(seed);
    }

    public static void main(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        new KillDuringVerdicts(seed).run(rounds, seed);
    }

    private void run(int rounds, long seed) throws Exception {
        System.out.printf("%d rounds, seed %d%n", rounds, seed);
        writeLedger(rounds);
        try {
            start();
            for (int round = 0; round < rounds; round++) {
                decideUntilKilled(round);
                Instant restarted = start();
                check(round, restarted);
            }
            System.out.printf("Nothing lost: %d acknowledged verdicts, %d kills%n", acknowledged.size(), rounds);
        } finally {
            kill(true);
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /** One author with as many due questions as the rounds can use up, in files that the service loads at its first start. */
    private void writeLedger(int rounds) throws IOException {
        Path ledger = Files.createDirectories(work.resolve("forecasts"));
        for (int file = 0; file < rounds; file++) {
            StringBuilder yaml = new StringBuilder("piece:\n  title: Piece " + file
                    + "\n  author: {name: Test Author, slug: test-author, kind: PERSON}\n  published: 2026-01-01\nforecasts:\n");
            for (int i = 0; i < FORECASTS_A_ROUND; i++) {
                yaml.append("  - key: f%d\n    statement: Event %d of piece %d happens\n    probability: %.2f\n    topics: [test]\n"
                        .formatted(i, i, file, (i % 19 + 1) / 20.0));
                yaml.append("    criteria: {key: q-%d-%d, question: 'Does it?', yes: 'It does', source: nobody, due: 2026-02-01}\n"
                        .formatted(file, i));
            }
            Files.writeString(ledger.resolve("2026-01-01-piece-%d.yaml".formatted(file)), yaml);
        }
    }

    private Instant start() throws Exception {
        Instant begun = Instant.now();
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
        builder.environment().putAll(Map.of("HINDCAST_HOME", work.resolve("data").toString(), "HINDCAST_LEDGER",
                work.resolve("forecasts").toString(), "QUARKUS_HTTP_PORT", "" + PORT, "HINDCAST_ADMIN_PASSWORD", PASSWORD,
                "HINDCAST_LIMITS_WRITES", "0"));
        service = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("log").toFile()))
                .start();
        Instant deadline = begun.plusSeconds(180);
        while (!isReady()) {
            if (!service.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The service did not start:\n" + Files.readString(work.resolve("log")));
            }
            Thread.sleep(100);
        }
        System.out.printf("  up after %d ms%n", Duration.between(begun, Instant.now()).toMillis());
        return begun;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("http://127.0.0.1:" + PORT + "/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void decideUntilKilled(int round) throws Exception {
        Queue<String> open = new ConcurrentLinkedQueue<>(openQuestions());
        List<Thread> reviewers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread reviewer = new Thread(() -> decide(open));
            reviewer.start();
            reviewers.add(reviewer);
        }
        Thread.sleep(500 + random.nextInt(3000));
        int before = acknowledged.size();
        kill(round % 2 == 1);
        for (Thread reviewer : reviewers) {
            reviewer.join();
        }
        System.out.printf("round %d: killed %s with %d acknowledged%n", round, round % 2 == 1 ? "both" : "the service", before);
    }

    private void decide(Queue<String> open) {
        for (String question = open.poll(); question != null; question = open.poll()) {
            String outcome = question.hashCode() % 2 == 0 ? "YES" : "NO";
            try {
                HttpResponse<String> answer = http.send(request(API + "/questions/" + question + "/verdicts")
                        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(
                                "{\"outcome\": \"%s\", \"evidence\": [{\"url\": \"https://example.org/\"}]}".formatted(outcome)))
                        .build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    acknowledged.put(question, outcome);
                } else {
                    System.out.println("  " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }

    private void kill(boolean databaseToo) throws InterruptedException {
        if (service == null) {
            return;
        }
        List<ProcessHandle> children = service.descendants().toList();
        service.destroyForcibly();
        if (databaseToo) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        service.waitFor();
    }

    private void check(int round, Instant restarted) throws Exception {
        for (Map.Entry<String, String> verdict : acknowledged.entrySet()) {
            String body = get(API + "/questions/" + verdict.getKey()).body();
            if (!body.contains("\"outcome\":\"" + verdict.getValue() + "\"")) {
                throw new IllegalStateException("Round " + round + " lost the verdict on " + verdict.getKey() + ": " + body);
            }
        }
        String health = wellnessAfter(restarted);
        if (!health.contains("\"differing\": 0")) {
            throw new IllegalStateException("Round " + round + ": the cells differ: " + health);
        }
        String card = get(API + "/authors/test-author/scorecard").body();
        int scored = Integer.parseInt(first(card, "\"provisional\":\\d+,\"n\":(\\d+)"));
        int unresolved = Integer.parseInt(first(card, "\"unresolved\":(\\d+)"));
        System.out.printf("  %d acknowledged are there, %d scored, %d open, no cell differs%n", acknowledged.size(), scored, unresolved);
        if (scored < acknowledged.size()) {
            throw new IllegalStateException("The scorecard counts fewer than were acknowledged: " + card);
        }
    }

    /** The health check tells of the last recomputation; one runs at each start. */
    private String wellnessAfter(Instant restarted) throws Exception {
        for (int i = 0; i < 300; i++) {
            String health = get("http://127.0.0.1:" + PORT + "/q/health/wellness").body();
            Matcher at = Pattern.compile("\"checkedAt\": \"([^\"]+)\"").matcher(health);
            if (at.find() && Instant.parse(at.group(1)).isAfter(restarted)) {
                return health;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("No recomputation within 30 s of the start");
    }

    private List<String> openQuestions() throws Exception {
        String page = get(API + "/questions?status=OPEN&topic=test&limit=" + FORECASTS_A_ROUND).body();
        List<String> ids = new ArrayList<>();
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\",\"key\":\"q-").matcher(page);
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return found.group(1);
    }
}
