package org.hindcast.ledger;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hindcast.Near.near;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.anonymous;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.Interruption;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.piece.Piece;
import org.hindcast.scorecard.CellCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class LedgerTest {

    private static final String RESOLUTION = """
                resolution:
                  outcome: %s
                  on: %s
                  evidence:
                    - url: https://example.org/seen
                      note: It rose.
            """;

    @TempDir
    Path folder;
    @Inject
    TestClock clock;
    @Inject
    LedgerLoader loader;
    @Inject
    CellCheck check;
    @Inject
    Interruption interruption;

    private World world;
    private LocalDate due;

    @BeforeEach
    void begin() {
        world = new World(clock);
        due = clock.today().plusDays(30);
    }

    @Test
    void loadingTwiceChangesNothing() throws Exception {
        assertEquals("LOADED 2 0 []", load(open() + resolution("YES")));
        String rows = Database.rows();
        String scorecard = world.scorecardText();
        assertEquals("UNCHANGED 0 0 []", load(open() + resolution("YES")));
        assertEquals("UNCHANGED 0 0 []", load(open() + resolution("YES")));
        assertEquals("LOADED 0 0 []", load("# a remark\n" + open() + resolution("YES")));
        assertEquals(rows, Database.rows());
        assertEquals(scorecard, world.scorecardText());
        assertEquals(0, check.check().differing());
    }

    @Test
    void whatALedgerSaysIsRecordedAsGivenByIt() throws Exception {
        due = clock.today().minusDays(10);
        load(open() + resolution("YES"));
        forecast().body("status", equalTo("RESOLVED")).body("outcome", equalTo("YES")).body("hit", equalTo(true))
                .body("evidence.url", contains("https://example.org/seen")).body("provisional", equalTo(false))
                .body("resolvedAt", equalTo(clock.today().minusDays(20) + "T00:00:00Z"));
        anonymous().get("/api/v1/authors/" + world.author() + "/scorecard").then().body("n", equalTo(1)).body("brier",
                near(0.04));
        anonymous().get("/api/v1/forecasts/" + id() + "/history").then()
                .body("items.kind", contains("question.created", "forecast.published", "question.resolved"))
                .body("items.actor", contains("ledger", "ledger", "ledger"))
                .body("items[2].data.source", equalTo(world.name + ".yaml"))
                .body("items[2].data.sha256",
                        equalTo(Piece.sha256((open() + resolution("YES")).getBytes(StandardCharsets.UTF_8))));
        load(open() + resolution("NO"));
        anonymous().get("/api/v1/forecasts/" + id() + "/history").then().body("items[-1].kind", equalTo("question.resolved"))
                .body("items[-1].data.sha256", equalTo(report(world.name).getString("sha256")));
    }

    @Test
    void anOutcomeIsKnownAfterTheFirstForecastAndNotInTheFuture() throws Exception {
        assertEquals("PROBLEMS 1 0 [21 forecasts[0].resolution.on]",
                load(open() + resolution("YES").replace("" + clock.today().minusDays(20), "" + clock.today().plusDays(2))));
        assertTrue(report(world.name).getString("problems[0].message").contains("a date until " + clock.today().plusDays(1)));
        assertEquals("PROBLEMS 0 0 [21 forecasts[0].resolution.on]",
                load(open() + resolution("YES").replace("" + clock.today().minusDays(20), "" + clock.today().minusDays(62))));
        assertTrue(report(world.name).getString("problems[0].message").contains("a date from " + clock.today().minusDays(60)));
        forecast().body("status", equalTo("OPEN"));
        assertEquals("LOADED 1 0 []",
                load(open() + resolution("YES").replace("" + clock.today().minusDays(20), "" + clock.today().minusDays(61))));
    }

    /** One question, many forecasts: it may have been decided before the later ones were made, and these foresaw nothing. */
    @Test
    void whatWasMadeWhenTheOutcomeWasOnRecordIsNoForecast() throws Exception {
        load(open() + resolution("YES"));
        World other = new World(clock);
        String later = (open() + resolution("YES")).replace("key: " + world.name + "-rise", "key: shared")
                .replace(world.name, other.name).replace("key: shared", "key: " + world.name + "-rise")
                .replace("    topics:", "    made: " + clock.today().minusDays(18) + "\n    topics:");
        Files.writeString(folder.resolve(other.name + ".yaml"), later);
        loader.load(folder);
        assertEquals(List.of("forecasts[0].made"), report(other.name).getList("problems.field"));
        assertEquals(List.of(11), report(other.name).getList("problems.line"));
        other.forecast().joining(question()).with("madeOn", clock.today().minusDays(18).toString()).with("publish", true).send()
                .then().statusCode(422).body("violations.field", contains("madeOn"));
        Files.writeString(folder.resolve(other.name + ".yaml"), later.replace("made: " + clock.today().minusDays(18),
                "made: " + clock.today().minusDays(19)));
        loader.load(folder);
        assertEquals("LOADED", report(other.name).getString("status"));
        World.correct(anonymous().get("/api/v1/pieces/" + other.name).path("forecasts[0].id"),
                Map.of("madeOn", clock.today().minusDays(18).toString())).then().statusCode(422)
                .body("violations.field", contains("madeOn"));
    }

    @Test
    void daysThatAreStillToComeAreReported() throws Exception {
        String published = "published: " + clock.today().minusDays(60);
        assertEquals("PROBLEMS 0 0 [4 piece.published]",
                load(open().replace(published, "published: " + clock.today().plusDays(2))));
        assertEquals("LOADED 1 0 []", load(open().replace(published, "published: " + clock.today().plusDays(1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'basis: ASSERTED\n    probability: 0.8' | 11 forecasts[0].probability | or that basis alone
            'basis: BET\n    phrase: likely'        | 11 forecasts[0].phrase      | or that basis alone
            'probability: 0.8\n    phrase: likely'  | 11 forecasts[0].phrase      | or the author's phrase
            'probability: 0.8\n    stance: NO'      | 11 forecasts[0].stance      | goes with words only
            'basis: WORDED\n    probability: 0.8'   | 10 forecasts[0].basis       | STATED, is accepted
            'undated: true'                         | 8 forecasts[0]              | or basis ASSERTED, BET or HEDGED
            """)
    void howTheAuthorPutItIsSaidOnce(String instead, String at, String accepted) throws Exception {
        assertEquals("REFUSED 0 0 [" + at + "]", load(open().replace("probability: 0.8", instead)));
        assertTrue(report(world.name).getString("problems[0].message").contains(accepted),
                report(world.name).getString("problems[0].message"));
    }

    @Test
    void filesThatAreNearlyCalledSoAreReportedAndThoseThatAreGoneAreNot() throws Exception {
        Path near = Files.writeString(folder.resolve(world.name + ".yml"), open());
        load(open());
        Map<String, Object> passed = World.all("ledger", EDITOR).stream()
                .filter(one -> one.get("file").equals(world.name + ".yml"))
                .findFirst().orElseThrow();
        assertEquals("REFUSED", passed.get("status"));
        assertTrue(passed.get("problems").toString().contains(".yaml"), passed::toString);
        Files.delete(near);
        loader.load(folder);
        assertEquals(List.of(world.name + ".yaml"), World.all("ledger", EDITOR).stream().map(one -> one.get("file")).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: PERSON              | kind: DOG                  | 3  | piece.author.kind
            kind: PERSON              | kind: PERSON, born: 1970   | 3  | piece.author.born
            published:                | publishedOn:               | 4  | piece.publishedOn
            probability: 0.8          | probability: 1.8           | 10 | forecasts[0].probability
            probability: 0.8          | probability: high          | 10 | forecasts[0].probability
            probability: 0.8          | probabilty: 0.8            | 10 | forecasts[0].probabilty
            topics: [economy]         | topics: [The Economy]      | 11 | forecasts[0].topics[0]
            question: Will prices rise? | question: [a, b]         | 14 | forecasts[0].criteria.question
            '      due: '             | '      due: soon # '       | 17 | forecasts[0].criteria.due
            '      due: '             | '      due: 1999-01-01 # ' | 17 | forecasts[0].criteria.due
            '      due: '             | '      due: 2027-02-30 # ' | 17 | forecasts[0].criteria.due
            key: rise                 | key: Rise                  | 8  | forecasts[0].key
            '    statement:'          | '    statement: twice\n    statement:' | 10 | forecasts[0].statement
            forecasts:                | 'forecasts: {'             | 8  |
            title:                    | '\ttitle:'                 | 2  |
            What is to come           | '*anchor'                  | 2  |
            """)
    void aBrokenFileIsReportedByLineAndFieldAndStopsNothingElse(String text, String instead, int line, String field)
            throws Exception {
        String whole = open();
        assertTrue(whole.contains(text), text);
        World other = new World(clock);
        Files.writeString(folder.resolve(world.name + ".yaml"), whole.replaceFirst(Pattern.quote(text),
                instead.replace("\\n", "\n").replace("\\t", "\t")));
        Files.writeString(folder.resolve(other.name + ".yaml"), whole.replace(world.name, other.name));
        loader.load(folder);
        JsonPath broken = report(world.name);
        assertNotEquals("LOADED", broken.getString("status"));
        assertEquals(0, broken.getInt("added"));
        List<Map<String, Object>> problems = broken.getList("problems");
        assertTrue(problems.stream().anyMatch(problem -> problem.get("line").equals(line)
                && problem.get("field").equals(field == null ? "" : field)), problems::toString);
        assertEquals("LOADED", report(other.name).getString("status"));
        anonymous().get("/api/v1/pieces/" + other.name).then().statusCode(200);
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        Files.write(folder.resolve(world.name + ".yaml"),
                open().replace("What", "Wh\u00e4t").getBytes(StandardCharsets.ISO_8859_1));
        loader.load(folder);
        assertEquals("REFUSED", report(world.name).getString("status"));
        assertEquals("REFUSED 0 0 [1 ]", load(""));
    }

    @Test
    void aFileThatIsPutRightIsLoaded() throws Exception {
        assertTrue(load(open().replace("0.8", "8")).startsWith("REFUSED"));
        assertEquals("LOADED 1 0 []", load(open()));
    }

    @Test
    void beforeTheDueDateAChangedFileMakesANewVersion() throws Exception {
        load(open());
        assertEquals("LOADED 0 1 []", load(open().replace("Prices will rise.", "Prices will rise a lot.")));
        forecast().body("statement", equalTo("Prices will rise a lot.")).body("version", equalTo(2));
        due = due.plusDays(5);
        assertEquals("LOADED 0 1 []", load(open().replace("Prices will rise.", "Prices will rise a lot.")));
        forecast().body("criteria.dueOn", equalTo(due.toString())).body("version", equalTo(2));
        anonymous().get("/api/v1/questions/" + question()).then().body("version", equalTo(2));
        anonymous().get("/api/v1/forecasts/" + id() + "/history").then().body("items.kind", contains("question.created",
                "forecast.published", "forecast.corrected", "question.corrected"));
        assertEquals(0, check.check().differing());
    }

    @Test
    void fromTheDueDateOnADifferenceIsReportedOnly() throws Exception {
        due = clock.today().minusDays(1);
        load(open());
        assertEquals("PROBLEMS 0 0 [10 forecasts[0].probability, 17 forecasts[0].criteria.due]",
                load(open().replace("0.8", "0.9").replace("due: " + due, "due: " + due.minusDays(1))));
        forecast().body("probability", equalTo(0.8f)).body("version", equalTo(1));
        assertTrue(report(world.name).getString("problems[0].message").contains("admin"));
    }

    @Test
    void whatAnEditorCorrectedIsLeftAlone() throws Exception {
        load(open());
        World.correct(id(), Map.of("probability", 0.7)).then().statusCode(201);
        assertTrue(load(open().replace("0.8", "0.9")).startsWith("PROBLEMS 0 0"));
        forecast().body("probability", equalTo(0.7f)).body("version", equalTo(2));
    }

    @Test
    void aChangedResolutionReplacesWhatOnlyTheLedgerSaid() throws Exception {
        due = clock.today().minusDays(10);
        load(open() + resolution("YES"));
        assertEquals("LOADED 0 1 []", load(open() + resolution("NO")));
        forecast().body("outcome", equalTo("NO")).body("hit", equalTo(false));
        anonymous().get("/api/v1/authors/" + world.author() + "/scorecard").then().body("n", equalTo(1)).body("brier",
                near(0.64));
        assertEquals("LOADED 0 1 []", load(open()));
        forecast().body("status", equalTo("OPEN"));
        assertEquals("LOADED 1 0 []", load(open() + resolution("YES")));
        forecast().body("outcome", equalTo("YES"));
        assertEquals(0, check.check().differing());
    }

    @Test
    void whatAReviewerResolvedIsLeftAloneAndReported() throws Exception {
        due = clock.today().minusDays(10);
        load(open());
        World.decide(question(), REVIEWER, "YES").then().statusCode(201);
        assertEquals("PROBLEMS 0 0 [19 forecasts[0].resolution.outcome]",
                load(open() + resolution("NO")).replace("[20 ", "[19 "));
        forecast().body("outcome", equalTo("YES"));
        assertTrue(report(world.name).getString("problems[0].message").contains(REVIEWER));
    }

    @Test
    void whatAnAdminReopenedStaysOpen() throws Exception {
        due = clock.today().minusDays(10);
        load(open() + resolution("YES"));
        World.reopen(question()).then().statusCode(201);
        assertTrue(load("# again\n" + open() + resolution("YES")).startsWith("PROBLEMS 0 0 "));
        forecast().body("status", equalTo("OPEN"));
        World.decide(question(), REVIEWER, "NO").then().statusCode(201);
        assertTrue(load("# and again\n" + open() + resolution("YES")).startsWith("PROBLEMS 0 0 "));
        forecast().body("outcome", equalTo("NO"));
    }

    @Test
    void twoAuthorsOnOneQuestion() throws Exception {
        World other = new World(clock);
        load(open());
        String second = open().replace("key: " + world.name + "-rise", "key: shared").replace(world.name, other.name)
                .replace("key: shared", "key: " + world.name + "-rise").replace("0.8", "0.3");
        Files.writeString(folder.resolve(other.name + ".yaml"), second);
        loader.load(folder);
        assertEquals("LOADED", report(other.name).getString("status"));
        anonymous().get("/api/v1/questions/" + question()).then().body("forecasts.author.slug",
                containsInAnyOrder(world.author(), other.author()));
    }

    @Test
    void theSameKeyWithOtherCriteriaIsReported() throws Exception {
        World other = new World(clock);
        load(open());
        String second = open().replace("key: " + world.name + "-rise", "key: shared").replace(world.name, other.name)
                .replace("key: shared", "key: " + world.name + "-rise")
                .replace("The index is higher.", "The index is twice as high.");
        Files.writeString(folder.resolve(other.name + ".yaml"), second);
        loader.load(folder);
        assertEquals("PROBLEMS", report(other.name).getString("status"));
        assertEquals(List.of("forecasts[0].criteria.key"), report(other.name).getList("problems.field"));
        assertEquals(List.of(13), report(other.name).getList("problems.line"));
        anonymous().get("/api/v1/questions/" + question()).then().body("forecasts.size()", equalTo(1));
    }

    @Test
    void aForecastThatIsGoneFromTheFileStaysAndIsReported() throws Exception {
        load(open());
        assertEquals("PROBLEMS 1 0 [7 forecasts]", load(open().replace("key: rise", "key: fall").replace("-rise", "-fall")));
        assertTrue(report(world.name).getString("problems[0].message").contains("'rise'"));
        anonymous().get("/api/v1/pieces/" + world.name).then().body("forecasts.size()", equalTo(2));
    }

    @Test
    void aKeyUsedTwiceInAFileIsReported() throws Exception {
        String whole = open();
        String again = whole.substring(whole.indexOf("  - key: rise"));
        assertEquals("PROBLEMS 1 0 [19 forecasts[1].key]", load(whole + again));
        anonymous().get("/api/v1/pieces/" + world.name).then().body("forecasts.size()", equalTo(1));
    }

    @Test
    void aQuoteMustStandInTheText() throws Exception {
        String text = "  text: |2\n       I say it plainly.\n     Prices will rise. Yes.\n";
        String quoted = open().replace("forecasts:\n", text + "forecasts:\n").replace("    statement:",
                "    quote: Prices will rise.\n    statement:");
        assertEquals("LOADED 1 0 []", load(quoted));
        forecast().body("start", equalTo("   I say it plainly.\n ".length())).body("quote",
                equalTo("Prices will rise."));
        JsonPath piece = anonymous().get("/api/v1/pieces/" + world.name).jsonPath();
        assertEquals(piece.getString("text").substring(piece.getInt("forecasts[0].start"), piece.getInt("forecasts[0].end")),
                "Prices will rise.");
        World other = new World(clock);
        Files.writeString(folder.resolve(other.name + ".yaml"),
                quoted.replace(world.name, other.name).replace("quote: Prices", "quote: Prizes"));
        loader.load(folder);
        assertEquals(List.of("forecasts[0].quote"), report(other.name).getList("problems.field"));
    }

    @Test
    void whatIsInterruptedLeavesNothingHalf() throws Exception {
        Files.writeString(folder.resolve(world.name + ".yaml"), open());
        String before = Database.rows();
        interruption.during(() -> loader.load(folder));
        assertEquals("REFUSED", report(world.name).getString("status"));
        anonymous().get("/api/v1/pieces/" + world.name).then().statusCode(404);
        anonymous().get("/api/v1/authors/" + world.author()).then().statusCode(404);
        assertEquals(before.replaceFirst("\\d+$", ""), Database.rows().replaceFirst("\\d+$", ""));
        assertEquals("LOADED 1 0 []", load(open()));
    }

    @Test
    void theFolderMayBeMissing() throws Exception {
        load(open());
        String before = Database.rows();
        loader.load(folder.resolve("nowhere"));
        assertEquals(before.replaceFirst("\\d+$", "0"), Database.rows());
    }

    /** The one in this repository, loaded when the service started, and twice more: tests in between loaded others. */
    @Test
    @SuppressWarnings("unchecked")
    void theShippedLedgerIsInOrder() throws IOException {
        loader.load(Path.of("forecasts"));
        loader.load(Path.of("forecasts"));
        List<String> files;
        try (Stream<Path> all = Files.list(Path.of("forecasts"))) {
            files = all.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted().toList();
        }
        List<Map<String, Object>> shipped = World.all("ledger", EDITOR).stream()
                .filter(file -> files.contains(file.get("file")))
                .toList();
        assertEquals(files, shipped.stream().map(file -> file.get("file")).toList());
        List<String> problems = shipped.stream().flatMap(file -> ((List<Map<String, Object>>) file.get("problems")).stream()
                .map(problem -> "forecasts/%s:%s %s: %s".formatted(file.get("file"), problem.get("line"), problem.get("field"),
                        problem.get("message"))))
                .toList();
        assertEquals("", String.join("\n", problems), "a file, its line, its field");
        assertEquals(List.of(), shipped.stream().filter(file -> !file.get("status").equals("UNCHANGED"))
                .map(file -> file.get("file") + ": " + file.get("status")).toList());
        assertEquals(0, check.check().differing());
    }

    /** Who did what is for the service to say: a file that a stranger sends carries no history. */
    @Test
    void theShippedFilesAreWrittenByPeople() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("forecasts"))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                assertEquals(List.of(), Yaml.parse(Files.readString(file)).content.findValues("record"), file.toString());
            }
        }
    }

    private String load(String content) throws IOException {
        Files.writeString(folder.resolve(world.name + ".yaml"), content);
        loader.load(folder);
        JsonPath report = report(world.name);
        List<Map<String, Object>> problems = report.getList("problems");
        return report.getString("status") + " " + report.getInt("added") + " " + report.getInt("changed") + " "
                + problems.stream().map(problem -> problem.get("line") + " " + problem.get("field")).toList();
    }

    private static JsonPath report(String name) {
        Map<String, Object> report = World.all("ledger", ADMIN).stream().filter(one -> one.get("file").equals(name + ".yaml"))
                .findFirst().orElseThrow();
        return JsonPath.from(new JsonObject(report).encode());
    }

    private ValidatableResponse forecast() {
        return anonymous().get("/api/v1/forecasts/" + id()).then().statusCode(200);
    }

    private String id() {
        return anonymous().get("/api/v1/pieces/" + world.name).then().statusCode(200).extract().path("forecasts[0].id");
    }

    private String question() {
        return anonymous().get("/api/v1/pieces/" + world.name).then().statusCode(200).extract().path("forecasts[0].question");
    }

    private String resolution(String outcome) {
        return RESOLUTION.formatted(outcome, clock.today().minusDays(20));
    }

    /** A file with one open forecast. */
    private String open() {
        return """
                piece:
                  title: What is to come, said by %1$s
                  author: {name: Author %1$s, slug: author-%1$s, kind: PERSON}
                  published: %2$s
                  publisher: The Letter
                  url: https://example.org/%1$s
                forecasts:
                  - key: rise
                    statement: Prices will rise.
                    probability: 0.8
                    topics: [economy]
                    criteria:
                      key: %1$s-rise
                      question: Will prices rise?
                      yes: The index is higher.
                      source: The statistical office.
                      due: %3$s
                      silent: counts as no
                """.formatted(world.name, clock.today().minusDays(60), due);
    }
}
