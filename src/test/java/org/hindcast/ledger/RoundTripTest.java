package org.hindcast.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.hindcast.ledger.TwoRecords.FIRST;
import static org.hindcast.ledger.TwoRecords.SECOND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.piece.Piece;
import org.hindcast.reminder.ReminderSweep;
import org.hindcast.scorecard.CellCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

/** What is exported and loaded into an empty service is the same record. */
@QuarkusTest
class RoundTripTest {

    private static final int STEPS = 60;
    private static final String SECRET = "This is for subscribers.";
    private static final String DRAFT = "Nobody has published this yet.";
    private static final List<String> NASTY = List.of(" leading", "trailing ", "\ttab\t", "\r\n", "\r", "\u0085", "\u2028",
            "\ufeff",
            "# no comment", "- no list", "key: no mapping", "\"quoted\"", "'", "\\", "\n\n\n", "   \n", "😀", "\u0001",
            "\uffff",
            "---\n", "%", "NO", "été");

    @TempDir
    Path folder;
    @Inject
    Flyway migrations;
    @Inject
    AgroalDataSource pool;
    @Inject
    TestClock clock;
    @Inject
    LedgerLoader loader;
    @Inject
    CellCheck check;
    @Inject
    ReminderSweep sweep;

    private TwoRecords records;

    @BeforeEach
    void begin() throws Exception {
        new World(clock);
        records = new TwoRecords(migrations, pool);
        records.use(FIRST);
    }

    @AfterEach
    void end() throws Exception {
        records.close();
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void whateverHappenedComesBackAsItWas(long seed) throws Exception {
        Generated generated = new Generated(seed);
        for (int i = 0; i < STEPS; i++) {
            generated.step();
        }
        String done = generated.done.toString();
        byte[] zip = roundTrip(done);
        assertFalse(files(zip).values().stream().anyMatch(file -> file.contains(DRAFT)), "a draft leaked");
        assertFalse(files(zip).values().stream().anyMatch(file -> file.contains(SECRET)), "a text leaked");
    }

    @Test
    void theShippedLedgerComesBackAsItWas() throws Exception {
        loader.load(Path.of("forecasts"));
        byte[] zip = roundTrip("the shipped ledger");
        try (Stream<Path> shipped = Files.list(Path.of("forecasts"))) {
            assertEquals(shipped.map(file -> "forecasts/" + file.getFileName()).filter(name -> name.endsWith(".yaml")).sorted()
                    .toList(), List.copyOf(files(zip).keySet()));
        }
    }

    /** Also into the service it came from, and over the files that were written by hand. */
    @Test
    void loadingAnExportWhereAllOfItIsChangesNothing() throws Exception {
        Generated generated = new Generated(5);
        for (int i = 0; i < STEPS; i++) {
            generated.step();
        }
        loader.load(Path.of("forecasts"));
        String rows = Database.asService("select count(*) from event").get(0);
        byte[] zip = export();
        loader.load(unpacked(zip));
        assertEquals(List.of(), problems());
        assertEquals(rows, Database.asService("select count(*) from event").get(0));
        assertArrayEquals(zip, export());
    }

    @Test
    void aFileOfAnExportCanBeLoadedAlone() throws Exception {
        World world = new World(clock);
        World.Forecast first = world.dueForecast().publish();
        World other = new World(clock);
        other.forecast().joining(first.question()).publish();
        World.resolve(first, "NO");
        Map<String, String> files = files(export());
        records.use(SECOND);
        String name = "forecasts/" + other.piece() + ".yaml";
        Files.createDirectories(folder.resolve("one"));
        Files.writeString(folder.resolve("one").resolve(Path.of(name).getFileName()), files.get(name));
        loader.load(folder.resolve("one"));
        assertEquals(List.of(), problems());
        anonymous().get("/api/v1/questions/" + first.question()).then()
                .body("outcome", equalTo("NO"))
                .body("forecasts.author.slug", org.hamcrest.Matchers.contains(other.author()));
    }

    @Test
    void quotesKeepTheirPlacesInATextThatReadersDoNotSee() throws Exception {
        World world = new World(clock);
        String piece = withheld(world);
        World.Forecast forecast = world.dueForecast().with("piece", piece).with("quote", World.QUOTE).publish();
        World.resolve(forecast, "YES");
        byte[] zip = roundTrip("a text that is withheld");
        anonymous().get("/api/v1/forecasts/" + forecast.id()).then().body("quote", equalTo(World.QUOTE))
                .body("start", equalTo(SECRET.length() + 1)).body("hit", equalTo(true));
        as(EDITOR).get("/api/v1/pieces/" + piece).then().body("text", nullValue()).body("sha256",
                equalTo(Piece.sha256(secret(world).getBytes(StandardCharsets.UTF_8))));
        loader.load(unpacked(zip));
        assertEquals(List.of(), problems());
        World.correct(forecast.id(), Map.of("statement", "It will come about.")).then().statusCode(201)
                .body("start", equalTo(SECRET.length() + 1));
    }

    /** The slug of a piece whose text readers do not see. */
    private String withheld(World world) throws IOException {
        return as(EDITOR).contentType("multipart/form-data").multiPart("author", "Author " + world.author())
                .multiPart("authorSlug", world.author()).multiPart("title", "For subscribers, " + world.name)
                .multiPart("publishedOn", "2026-09-01")
                .multiPart("file", Files.writeString(folder.resolve(world.name + ".txt"), secret(world)).toFile(), "text/plain")
                .post("/api/v1/pieces/upload").then().statusCode(201).extract().path("slug");
    }

    private static String secret(World world) {
        return SECRET + " " + World.QUOTE + ", says " + world.name + ".";
    }

    /** Exports, loads into the empty record, compares, exports that. @return the zip */
    private byte[] roundTrip(String what) throws Exception {
        byte[] zip = export();
        records.use(SECOND);
        loader.load(unpacked(zip));
        assertEquals(List.of(), problems(), what);
        records.assertEqual();
        assertEquals(0, check.check().differing());
        byte[] again = export();
        if (!java.util.Arrays.equals(zip, again)) {
            assertEquals(files(zip), files(again), what);
        }
        assertArrayEquals(zip, again, "the bytes of the zip");
        return zip;
    }

    private static byte[] export() {
        return anonymous().get("/api/v1/exports/ledger").then().statusCode(200).contentType("application/zip").extract()
                .asByteArray();
    }

    private Path unpacked(byte[] zip) throws IOException {
        Path to = Files.createTempDirectory(folder, "export");
        for (Map.Entry<String, String> file : files(zip).entrySet()) {
            Files.writeString(to.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
        }
        return to;
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<String> problems() throws Exception {
        return Database.asService("select name || ' ' || status || ' ' || problems from ledger_file "
                + "where problems <> '[]' or status in ('REFUSED', 'PROBLEMS')");
    }

    /** A record to which anything that may happen happened, in an order that nobody thought of. */
    private final class Generated {

        final List<String> done = new ArrayList<>();
        private final Random random;
        private final List<World> worlds;
        private final List<World.Forecast> forecasts = new ArrayList<>();
        private final Map<World, String> withheld = new HashMap<>();
        private final LocalDate due = clock.today().plusDays(9);
        private int keys;

        Generated(long seed) {
            random = new Random(seed);
            worlds = Stream.generate(() -> new World(clock)).limit(3).toList();
        }

        void step() throws Exception {
            clock.advance(Duration.ofSeconds(1 + random.nextInt(3600)));
            String what = switch (random.nextInt(14)) {
                case 0, 1, 2, 3 -> publish();
                case 4 -> join();
                case 5 -> draft();
                case 6 -> correct();
                case 7 -> World.withdraw(any().id()).statusCode() + " withdrawn";
                case 8, 9, 10 -> decide();
                case 11 -> World.reopen(any().question()).statusCode() + " reopened";
                case 12 -> byHand();
                default -> wait(random.nextInt(8));
            };
            done.add(what);
        }

        private String publish() throws IOException {
            World.Draft draft = position(world(), any(worlds).forecast());
            draft.with("piece", piece(world())).criterion("question", text("Will it?", 5))
                    .due(clock.today().plusDays(random.nextInt(12) - 2))
                    .criterion("timeZone", pick("UTC", "Europe/Kyiv", "America/Los_Angeles", "+05:30", "UTC-03:00"));
            if (random.nextBoolean()) {
                draft.criterion("key", "question-" + world().name + "-" + keys++).criterion("ifSilent", "counts as no");
            }
            return keep(draft.with("publish", true).send());
        }

        private String join() throws IOException {
            return keep(position(world(), world().forecast()).joining(any().question()).with("publish", true).send());
        }

        private String draft() {
            return keep(world().forecast().with("statement", DRAFT).send());
        }

        private String keep(io.restassured.response.Response sent) {
            if (sent.statusCode() == 201 && !sent.path("status").equals("DRAFT")) {
                forecasts.add(new World.Forecast(sent.path("id"), sent.path("question")));
            }
            return sent.statusCode() + " sent";
        }

        private World.Draft position(World world, World.Draft draft) throws IOException {
            LocalDate made = clock.today().minusDays(random.nextInt(50));
            draft.with("statement", text("It will come about.", 3))
                    .with("topics", pick(List.of(), List.of("economy"), List.of("2026", "no")))
                    .with("undated", random.nextBoolean())
                    .with("madeOn", made.toString());
            switch (random.nextInt(5)) {
                case 0 -> draft.without("probability").worded(pick("likely", "probably", "almost-certain"), pick("YES", "NO"));
                case 1 -> draft.words("ASSERTED", pick("YES", "NO")).with("condition", text("If it rains", 4));
                case 2 ->
                    draft.words("BET", pick("YES", "NO")).with("odds", text("7 to 4", 2)).with("stakes", pick("", "$ 100"));
                case 3 -> draft.words("HEDGED", "YES").with("phrase", pick("may", "Who: knows #"));
                default -> draft.probability(random.nextInt(1001) / 1000.0).with("reference", Map.of("probability",
                        random.nextInt(1001) / 1000.0, "source", text("A market", 3), "on", made.toString()));
            }
            if (random.nextBoolean()) {
                if (!withheld.containsKey(world)) {
                    withheld.put(world, withheld(world));
                }
                String piece = random.nextInt(3) > 0 ? world.piece() : withheld.get(world);
                draft.with("quote", World.QUOTE).with("start", text(piece).lastIndexOf(World.QUOTE)).with("piece", piece);
            }
            return draft;
        }

        private String text(String piece) {
            return as(EDITOR).get("/api/v1/pieces/" + piece).then().statusCode(200).extract().path("text");
        }

        /** Now and then another one, with a text that is hard to write down. */
        private String piece(World world) {
            if (random.nextInt(3) > 0) {
                return world.piece();
            }
            Map<String, Object> piece = new LinkedHashMap<>(Map.of("title", text("Title", 2), "publishedOn",
                    clock.today().minusDays(40 + random.nextInt(20)).toString(), "author",
                    Map.of("name", "Author " + world.author(), "slug", world.author(), "kind",
                            pick("PERSON", "OUTLET", "MODEL"),
                            "description", text("Somebody", 2), "url", "https://example.org/a#b")));
            if (random.nextBoolean()) {
                piece.put("text", text("Text", 30) + random.nextInt());
            }
            if (random.nextBoolean()) {
                piece.put("url", "https://example.org/ü?a=" + random.nextInt());
                piece.put("note", text("A note", 3));
                piece.put("publisher", "The Letter: daily");
            }
            return as(EDITOR).body(piece).post("/api/v1/pieces").then().extract().path("slug");
        }

        private String correct() {
            World.Forecast forecast = any();
            Map<String, Object> change = switch (random.nextInt(4)) {
                case 0 -> Map.of("statement", text("Corrected", 3));
                case 1 -> Map.of("question", any().question());
                case 2 -> Map.of("topics", List.of("politics"), "undated", true);
                default -> Map.of("criteria", criteria(forecast));
            };
            return World.correct(forecast.id(), change).statusCode() + " corrected " + change.keySet();
        }

        private Map<String, Object> criteria(World.Forecast forecast) {
            Map<String, Object> criteria = new LinkedHashMap<>(Map.of("question", text("Corrected?", 3), "yesWhen",
                    "It is seen.", "sourceOfTruth", "Somebody.", "dueOn",
                    clock.today().plusDays(random.nextInt(9)).toString()));
            criteria.put("key", anonymous().get("/api/v1/questions/" + forecast.question()).path("key"));
            return criteria;
        }

        private String decide() {
            String outcome = pick("YES", "NO", "VOID", "NOT_YET");
            return World.decide(any().question(), REVIEWER, outcome).statusCode() + " " + outcome;
        }

        /** A file by hand, with a resolution that the next one may change. */
        private String byHand() throws IOException {
            Path file = Files.createDirectories(folder.resolve("by-hand")).resolve("by-hand.yaml");
            Files.writeString(file, """
                    piece:
                      title: By hand
                      author: {name: Somebody, slug: somebody, kind: PERSON}
                      published: 2026-01-01
                    forecasts:
                      - key: first
                        statement: %s
                        probability: 0.7
                        topics: [economy]
                        criteria: {question: "Will it?", yes: It does., source: We., due: %s}
                    """.formatted(pick("It comes.", "It comes late."), due)
                    + (random.nextInt(3) == 0 ? "" : """
                                resolution: {outcome: "%s", on: %s, evidence: [{url: "https://example.org/seen"}]}
                            """.formatted(pick("YES", "NO"), clock.today())));
            loader.load(file.getParent());
            return "by hand";
        }

        private String wait(int days) {
            clock.advance(Duration.ofDays(days));
            sweep.sweep();
            return days + " days";
        }

        private World.Forecast any() {
            return forecasts.isEmpty() ? new World.Forecast("x", "x") : any(forecasts);
        }

        private World world() {
            return any(worlds);
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        @SafeVarargs
        private <T> T pick(T... of) {
            return of[random.nextInt(of.length)];
        }

        private String text(String begin, int most) {
            return random.ints(random.nextInt(most + 1), 0, NASTY.size()).mapToObj(NASTY::get)
                    .collect(Collectors.joining("", begin, pick("", ".")));
        }
    }
}
