package org.hindcast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Measures the packaged service from a second process, everything in one run and side by side, and writes the figures into
 * {@code docs/benchmarks.md}: {@code ./mvnw -Pbench verify}. Settings as {@code name=value}: {@code forecasts},
 * {@code rounds}, {@code seconds} of each measurement in a round, {@code kernels} (false leaves them out), {@code only} (one
 * of starts, ledger, world), {@code jar} (of another build, to compare), {@code page} (to write to).
 */
public final class Benchmarks {

    private static final int CONNECTIONS = 8;
    private static final int VERDICTS_AT_ONCE = 4;

    private final int forecasts;
    private final int rounds;
    private final Duration time;
    private final boolean kernels;
    private final String only;
    private final Path jar;
    private final Path page;
    private final Path home;
    private final Figures figures = new Figures();

    private Benchmarks(Map<String, String> settings) throws IOException {
        forecasts = Integer.parseInt(settings.getOrDefault("forecasts", "100000"));
        rounds = Integer.parseInt(settings.getOrDefault("rounds", "5"));
        time = Duration.ofSeconds(Integer.parseInt(settings.getOrDefault("seconds", "5")));
        kernels = Boolean.parseBoolean(settings.getOrDefault("kernels", "true"));
        only = settings.get("only");
        jar = Path.of(settings.getOrDefault("jar", "target/quarkus-app/quarkus-run.jar")).toAbsolutePath();
        page = Path.of(settings.getOrDefault("page", "docs/benchmarks.md"));
        home = Files.createTempDirectory("hindcast-bench-").toRealPath();
        // PostgreSQL may have to run as another user
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.of(args).map(arg -> arg.split("=", 2)).forEach(pair -> settings.put(pair[0], pair[1]));
        Benchmarks benchmarks = new Benchmarks(settings);
        try {
            benchmarks.run(args);
        } finally {
            deleted(benchmarks.home);
        }
    }

    private void run(String[] args) throws Exception {
        if (only == null || only.equals("starts")) {
            starts();
        }
        if (only == null || only.equals("ledger")) {
            ledger();
        }
        if (only == null || only.equals("world")) {
            world();
        }
        if (kernels) {
            say("kernels");
            figures.kernels(Kernels.run());
        }
        figures.writeInto(page, forecasts, rounds, time, String.join(" ", args));
        say("written: " + page);
    }

    /** The product as somebody starts it: with its own database and the ledger in this repository. */
    private void starts() throws Exception {
        say("starts");
        Path ledger = Path.of("forecasts").toAbsolutePath();
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int round = 0; round < Math.min(3, rounds); round++) {
            Path fresh = folder("start-" + round);
            try (RunningService service = RunningService.start(jar, fresh, ledger, Map.of())) {
                cold.add(service.secondsToReady);
            }
            try (RunningService service = RunningService.start(jar, fresh, ledger, Map.of())) {
                warm.add(service.secondsToReady);
                if (round == 0) {
                    figures.memory("after a warm start, with the shipped ledger", service.memory(),
                            RunningService.postgresMemory(fresh));
                }
            }
        }
        figures.start("cold: unpack PostgreSQL, make a database, migrate, load %d files".formatted(count(ledger)), cold);
        figures.start("warm: the same again, nothing changed", warm);
    }

    /** Files as an editor would write them, loaded at start, against COPY of the very rows that came of it. */
    private void ledger() throws Exception {
        say("ledger");
        int files = 200;
        int each = Math.max(1, forecasts / 10 / files);
        List<Double> loads = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        Path folder = GeneratedLedger.write(folder("ledger"), files, each);
        for (int round = 0; round < Math.min(3, rounds); round++) {
            Path place = folder("ledger-" + round);
            try (Server server = new Server(place)) {
                try (RunningService service = RunningService.start(jar, place, folder, settings(server))) {
                    double seconds = Double.parseDouble(server.ask(
                            "select extract(epoch from max(loaded_at) - min(loaded_at)) from ledger_file"));
                    loads.add((files - 1) * each / seconds);
                }
                copies.add(files * each / Copies.seconds(server));
            }
        }
        figures.ledger(files, each, loads, copies);
    }

    private void world() throws Exception {
        say("a world of " + forecasts);
        Path place = folder("world");
        GeneratedWorld world = new GeneratedWorld(forecasts, 400 * (int) time.toSeconds() * rounds);
        try (Server server = new Server(place)) {
            RunningService.start(jar, place, folder("empty"), settings(server)).close(); // makes the tables
            try (Connection owner = server.connect(server.owner())) {
                world.copyInto(owner);
            }
            measure(server, place, world);
        }
    }

    private void measure(Server server, Path place, GeneratedWorld world) throws Exception {
        try (RunningService service = RunningService.start(jar, place, folder("empty"), settings(server))) {
            figures.database(server.ask("select version()"), server.ask("select pg_size_pretty(pg_database_size('hindcast'))"));
            reads(server, service, world);
            verdicts(server, service, world);
            figures.memory("after all of the above, with the generated world", service.memory(),
                    RunningService.postgresMemory(place));
        }
    }

    private void reads(Server server, RunningService service, GeneratedWorld world) throws Exception {
        HttpLoad http = new HttpLoad(service.port, CONNECTIONS);
        SqlLoad sql = new SqlLoad(server, CONNECTIONS);
        int authors = world.authors.size();
        byte[][] scorecards = world.authors.stream().map(slug -> HttpLoad.get("/api/v1/authors/" + slug + "/scorecard"))
                .toArray(byte[][]::new);
        Random random = new Random(1);
        int[] order = random.ints(1 << 16, 0, authors).toArray();
        LongFunction<byte[]> anyScorecard = n -> scorecards[order[(int) (n & 0xffff)]];
        Map<String, Callable<Double>> measured = new LinkedHashMap<>();
        measured.put(Figures.SQL, () -> sql.reads(authors, time));
        measured.put(Figures.CONSTANT, () -> rate(Figures.CONSTANT, service, http, n -> CONSTANT));
        measured.put(Figures.SCORECARD, () -> rate(Figures.SCORECARD, service, http, anyScorecard));
        world.chosen.forEach((slug, size) -> {
            byte[] request = HttpLoad.get("/api/v1/authors/" + slug + "/scorecard");
            String what = Figures.SCORECARD_OF.formatted(size);
            measured.put(what, () -> rate(what, service, http, n -> request));
        });
        byte[] page = HttpLoad.get("/authors/" + world.authors.get(0), "Accept: text/html");
        measured.put(Figures.PAGE, () -> rate(Figures.PAGE, service, http, n -> page));
        byte[] board = HttpLoad.get("/api/v1/leaderboard");
        measured.put(Figures.BOARD, () -> rate(Figures.BOARD, service, http, n -> board));
        say("warming up");
        http.closed(anyScorecard, time.multipliedBy(2));
        for (Callable<Double> one : measured.values()) {
            one.call();
        }
        figures.forgetCosts();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Callable<Double>> one : measured.entrySet()) {
                double rate = one.getValue().call();
                say("round %d: %s: %,.0f/s".formatted(round, one.getKey(), rate));
                figures.rate(one.getKey(), rate);
            }
        }
        say("latency at half load");
        double half = figures.median(Figures.SCORECARD) / 2;
        for (int round = 0; round < rounds; round++) {
            figures.latency(half, http.open(anyScorecard, time, half));
        }
    }

    private static final byte[] CONSTANT = HttpLoad.get("/favicon.svg");

    private void verdicts(Server server, RunningService service, GeneratedWorld world) throws Exception {
        HttpLoad http = new HttpLoad(service.port, VERDICTS_AT_ONCE);
        SqlLoad sql = new SqlLoad(server, VERDICTS_AT_ONCE);
        String token = "Authorization: Bearer " + service.token();
        String body = "{\"outcome\": \"YES\", \"evidence\": [{\"url\": \"https://example.org/seen\"}]}";
        List<String> open = new ArrayList<>(world.open);
        LongFunction<byte[]> verdict = n -> {
            synchronized (open) {
                return open.isEmpty() ? null
                        : HttpLoad.request("POST", "/api/v1/questions/" + open.remove(open.size() - 1) + "/verdicts", body,
                                token);
            }
        };
        http.closed(verdict, time);
        for (int round = 1; round <= rounds && !open.isEmpty(); round++) {
            figures.rate(Figures.COMMITS, sql.commits(time));
            double rate = rate(Figures.VERDICTS, service, http, verdict);
            say("round %d: verdicts: %,.0f/s".formatted(round, rate));
            figures.rate(Figures.VERDICTS, rate);
        }
    }

    /** Closed loop. @return answers a second */
    private double rate(String what, RunningService service, HttpLoad http, LongFunction<byte[]> request) {
        double before = service.processorSeconds();
        HttpLoad.Result result = http.closed(request, time);
        if (result.failures() > 0) {
            throw new IllegalStateException(result.failures() + " requests failed, " + result.answers() + " did not");
        }
        figures.cost(what, (service.processorSeconds() - before) / result.answers());
        return result.perSecond();
    }

    private static Map<String, String> settings(Server server) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", server.url(), "QUARKUS_DATASOURCE_USERNAME", server.service().user(),
                "QUARKUS_DATASOURCE_PASSWORD", server.service().password(), "QUARKUS_FLYWAY_USERNAME", server.owner().user(),
                "QUARKUS_FLYWAY_PASSWORD", server.owner().password());
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        return folder;
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).count();
        }
    }

    private static void deleted(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Path[] deepestFirst = all.toArray(Path[]::new);
            Arrays.sort(deepestFirst, (a, b) -> b.compareTo(a));
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static void say(String what) {
        System.out.println("[bench] " + what);
    }
}
