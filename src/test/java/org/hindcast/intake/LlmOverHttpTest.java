package org.hindcast.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** What a language model had a part in says so, over the API and on the desk. */
@QuarkusTest
@TestProfile(LlmOverHttpTest.WithModel.class)
class LlmOverHttpTest {

    /** There is a model, played by whatever a test opens at its port. */
    public static class WithModel implements QuarkusTestProfile {

        private static final String PORT = WithModel.class.getName();

        /** The same one in every class loader. */
        static int port() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Integer
                        .parseInt(System.getProperties().computeIfAbsent(PORT, key -> "" + free.getLocalPort()).toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hindcast.llm.base-url", "http://127.0.0.1:" + port() + "/v1", "hindcast.llm.model", "stub-1",
                    "hindcast.llm.api-key",
                    "sk-secret-key");
        }
    }

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
                .body("candidates[0].tier", equalTo("MAYBE"));
        site.status("/v1/chat/completions", 500, Map.of());
        as(EDITOR).body(text()).post("/api/v1/extractions").then().statusCode(200).body("model", nullValue())
                .body("note", equalTo("The language model answered with status 500; the built-in extractor read this alone."))
                .body("candidates[0].quote", equalTo("Rents will fall by a tenth before the end of 2031."));
    }

    @Test
    void theDeskSaysIt() {
        site.status("/v1/chat/completions", 429, Map.of());
        String slug = world.piece();
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParam("nothing", "")
                .post("/edit/pieces/" + slug + "/desk/readings").then().statusCode(303);
        as(EDITOR).accept(ContentType.HTML).get("/edit/pieces/" + slug + "/desk").then().statusCode(200)
                .body(containsString("answered with status 429")).body(not(containsString("sk-secret-key")));
    }
}
