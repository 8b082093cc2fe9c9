package org.hindcast.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.net.StubSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What a language model had a part in says so. */
@QuarkusTest
@TestProfile(WithModel.class)
class LlmOverHttpTest {

    @Inject
    TestClock clock;
    private World world;
    private StubSite site;

    @BeforeEach
    void begin() throws JsonProcessingException {
        world = new World(clock);
        site = new StubSite("127.0.0.1", WithModel.port());
        answer("{\"forecasts\": [{\"sentence\": 1, \"predictor\": \"AUTHOR\"}]}");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void answer(String message) throws JsonProcessingException {
        byte[] completion = new ObjectMapper().writeValueAsBytes(
                Map.of("choices", List.of(Map.of("message", Map.of("content", message)))));
        site.on("/v1/chat/completions", exchange -> StubSite.send(exchange, 200, Map.of("Content-Type", "application/json"),
                completion));
    }

    private Map<String, Object> text() {
        return Map.of("text",
                "The bridge of " + world.name + " was closed in 1931. Rents will fall by a tenth before the end of 2031.",
                "publishedOn", "2026-05-01");
    }

    @Test
    void theAnswerNamesTheModelAndWhatItWasAsked() {
        as(EDITOR).body(text()).post("/api/v1/extractions").then().statusCode(200).body("model", equalTo("stub-1"))
                .body("promptHash", equalTo(Prompt.HASH)).body("note", nullValue())
                .body("candidates[0].quote", equalTo("The bridge of " + world.name + " was closed in 1931."))
                .body("candidates[0].tier", equalTo("MAYBE")).body("candidates[0].offeredBy", equalTo("MODEL"))
                .body("candidates[1].offeredBy", equalTo("BUILT_IN"));
        site.status("/v1/chat/completions", 500, Map.of());
        as(EDITOR).body(text()).post("/api/v1/extractions").then().statusCode(200).body("model", nullValue())
                .body("note", equalTo("The language model answered with status 500; the built-in extractor read this alone."))
                .body("candidates[0].quote", equalTo("Rents will fall by a tenth before the end of 2031."));
    }
}
