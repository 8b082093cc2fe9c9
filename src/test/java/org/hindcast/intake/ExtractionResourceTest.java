package org.hindcast.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class ExtractionResourceTest {

    private static final String TEXT = """
            The minister spoke for an hour. Rents will fall by a tenth before the end of 2031.

            The central bank says that inflation will stay above 3 percent. I think the government will probably lose its majority next spring.
            """;
    private static final List<String> FIELDS = List.of("quote", "start", "end", "statement", "cue", "tier", "predictor",
            "attributedTo", "probability", "basis", "phrase", "stance", "deadline", "conditional", "condition", "confidence",
            "criteria", "lint");

    @Inject
    TestClock clock;
    private World world;

    @BeforeEach
    void people() {
        world = new World(clock);
    }

    @Test
    void aTextIsReadAndNothingStored() {
        JsonPath answer = as(EDITOR).body(Map.of("text", TEXT, "publishedOn", "2030-05-01", "title", "A bad year"))
                .post("/api/v1/extractions").then().statusCode(200).body("extractor", equalTo("built-in"))
                .body("model", nullValue()).body("note", nullValue()).extract().jsonPath();
        List<Map<String, Object>> candidates = answer.getList("candidates");
        assertTrue(candidates.size() >= 2, candidates::toString);
        for (Map<String, Object> candidate : candidates) {
            assertTrue(candidate.keySet().containsAll(FIELDS), candidate::toString);
            assertEquals(candidate.get("quote"), TEXT.substring((int) candidate.get("start"), (int) candidate.get("end")));
        }
        assertEquals("Rents will fall by a tenth before the end of 2031.", candidates.get(0).get("quote"));
        assertEquals("ASSERTED", candidates.get(0).get("basis"));
        Map<String, Object> last = candidates.get(candidates.size() - 1);
        assertEquals("WORDED", last.get("basis"));
        assertEquals("probable", String.valueOf(last.get("phrase")).replace("probably", "probable"));
        assertEquals("The government will lose its majority next spring.", last.get("statement"));
    }

    @Test
    void aStoredPieceIsReadByItsSlug() {
        as(EDITOR).body(Map.of("piece", world.piece())).post("/api/v1/extractions").then().statusCode(200)
                .body("candidates.quote", hasItem(startsWith(World.QUOTE)));
        as(EDITOR).body(Map.of("piece", "no-such-piece")).post("/api/v1/extractions").then().statusCode(404);
    }

    @Test
    void whatIsWrongIsNamed() {
        as(EDITOR).body(Map.of()).post("/api/v1/extractions").then().statusCode(422)
                .body("violations.field", contains("text", "publishedOn"));
        as(EDITOR).body(Map.of("piece", "x", "text", "y")).post("/api/v1/extractions").then().statusCode(422)
                .body("violations.field", contains("text"));
        as(EDITOR).body(Map.of("text", "Rents will fall.", "publishedOn", "2030-01-01")).post("/api/v1/extractions").then()
                .statusCode(200).body("candidates.predictor", everyItem(in(List.of("AUTHOR", "OTHER"))));
    }

    @Test
    void whatEditorsMadeOfCandidatesIsKeptAndExported() {
        String slug = world.piece();
        String prompt = "0123456789abcdef".repeat(4);
        Map<String, Object> label = Map.of("start", 0, "end", 10, "verdict", "REJECTED", "confidence", 0.25);
        as(EDITOR).body(Map.of("piece", slug, "labels", List.of(label))).post("/api/v1/extractions/labels").then()
                .statusCode(200)
                .body("piece", equalTo(slug)).body("labels.verdict", contains("REJECTED"));
        as(EDITOR).body(Map.of("piece", slug, "labels", List.of(Map.of("start", 0, "end", 10, "verdict", "ACCEPTED"),
                Map.of("start", 12, "end", 20, "verdict", "REPORTED")))).post("/api/v1/extractions/labels").then()
                .statusCode(200);
        as(EDITOR).body(Map.of("piece", slug, "model", "stub-1", "promptHash", prompt, "labels",
                List.of(Map.of("start", 12, "end", 20, "verdict", "REPORTED")))).post("/api/v1/extractions/labels").then()
                .statusCode(200).body("labels.model", contains(null, "stub-1"))
                .body("labels.promptHash", contains(null, prompt));
        as(EDITOR).body(Map.of("piece", slug, "model", "stub-1", "labels",
                List.of(Map.of("start", 12, "end", 20, "verdict", "REPORTED")))).post("/api/v1/extractions/labels").then()
                .statusCode(422).body("violations.field", contains("promptHash"));
        Map<String, Object> exported = World.all("extractions/labels", EDITOR).stream()
                .filter(piece -> slug.equals(piece.get("piece"))).findFirst().orElseThrow();
        assertTrue(exported.get("text").toString().contains(World.QUOTE));
        List<?> labels = (List<?>) exported.get("labels");
        assertEquals(List.of("ACCEPTED", "REPORTED"), labels.stream().map(one -> ((Map<?, ?>) one).get("verdict")).toList());
        as(EDITOR).body(Map.of("piece", slug, "labels", List.of(Map.of("start", 5, "end", 5000, "verdict", "REJECTED"),
                Map.of("start", 0, "end", 4, "confidence", 2)))).post("/api/v1/extractions/labels").then().statusCode(422)
                .body("violations.field", contains("labels[0].start", "labels[1].verdict", "labels[1].confidence"));
    }
}
