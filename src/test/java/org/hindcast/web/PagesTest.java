package org.hindcast.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PagesTest {

    private static final String HOSTILE = "<script>alert('1')</script> \"quoted\" & <b>bold</b> \u202eevil";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;quoted&quot; &amp; &lt;b&gt;bold&lt;/b&gt;";
    private static final String FOUNDING = "/pieces/2025-12-11-no-more-misunderstandings";

    @ParameterizedTest
    @ValueSource(strings = { "/", "/authors", "/authors?q=scott", "/authors/scott-alexander",
            "/authors/scott-alexander?topic=&from=2019-01&to=2023-12&undated=exclude&lexicon=kent-1964",
            "/authors/unsigned-dispatch-2025-12-11", FOUNDING, "/forecasts", "/forecasts?status=RESOLVED&q=&due=",
            "/forecasts?due=true&author=unsigned-dispatch-2025-12-11", "/topics/geopolitics", "/leaderboard",
            "/leaderboard?board=calls&topic=&minimum=1&reference=false", "/about/scoring" })
    void everyPageIsServed(String address) {
        page(address);
    }

    @Test
    void forecastsAndTheirQuestionsHavePages() {
        List<Map<String, Object>> forecasts = given().get("/api/v1/forecasts?status=RESOLVED&limit=20").path("items");
        for (Map<String, Object> forecast : forecasts) {
            page("/forecasts/" + forecast.get("id")).body(containsString("/questions/" + forecast.get("question")));
            page("/questions/" + forecast.get("question")).body(containsString("/forecasts/" + forecast.get("id")));
        }
    }

    @Test
    void theStyleIsServedUnderTheAddressThatPagesGive() {
        String home = page("/").extract().asString();
        String address = home.replaceAll("(?s).*href=\"(/style\\.css\\?v=[0-9a-f]+)\".*", "$1");
        given().get(address).then().statusCode(200).contentType(startsWith("text/css"));
        given().get("/favicon.svg").then().statusCode(200);
    }

    @Test
    void quotesAreMarkedInTheFoundingPiece() {
        page(FOUNDING).body(matchesRegex(
                "(?s).*<mark[^>]*><a href=\"/forecasts/[0-9a-f-]{36}\">Trump threatens aid cutoff\\.</a></mark>.*"));
    }

    @Test
    void overlappingQuotesAreAllMarkedAndTheTextStaysAsItIs() {
        String text = "One two three four.\n\n\n  Five & <six>.";
        Map<String, Object> piece = post("/api/v1/pieces", Map.of("author", Map.of("name", "Overlapping Author"),
                "title", "Overlaps", "publishedOn", "2024-01-01", "text", text));
        for (String quote : List.of("One two three", "two three four.\n\n\n  Five", "two", "two")) {
            post("/api/v1/forecasts", Map.of("piece", piece.get("slug"), "quote", quote, "statement", "It says " + quote,
                    "basis", "ASSERTED", "publish", true, "criteria", Map.of("question", "What of " + quote, "yesWhen", "So",
                            "sourceOfTruth", "There", "dueOn", "2030-01-01")));
        }
        String shown = page("/pieces/" + piece.get("slug")).extract().asString()
                .replaceAll("(?s).*<div class=\"text\"[^>]*>(.*?)</div>.*", "$1");
        assertEquals(4, shown.split("<sup>", -1).length - 1);
        assertEquals(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                shown.replaceAll("<sup>.*?</sup>", "").replaceAll("<[^>]*>", ""));
    }

    @Test
    void whatAnybodyWroteIsEscaped() {
        Map<String, Object> piece = post("/api/v1/pieces", Map.of("author", Map.of("name", HOSTILE, "description", HOSTILE),
                "title", HOSTILE, "publisher", HOSTILE, "publishedOn", "2024-01-01", "note", HOSTILE,
                "text", "Before. " + HOSTILE + " After " + HOSTILE));
        String slug = (String) piece.get("slug");
        Map<String, Object> forecast = post("/api/v1/forecasts", Map.of("piece", slug, "quote", HOSTILE,
                "statement", HOSTILE, "basis", "BET", "odds", HOSTILE, "stakes", HOSTILE, "condition", HOSTILE,
                "reference", Map.of("probability", 0.5, "source", HOSTILE, "on", "2024-01-01",
                        "url", "https://example.org/?a=1&b='2'"),
                "criteria", Map.of("question", HOSTILE, "yesWhen", HOSTILE, "sourceOfTruth", HOSTILE, "ifSilent", HOSTILE,
                        "dueOn", "2024-02-01"),
                "publish", true));
        post("/api/v1/questions/" + forecast.get("question") + "/verdicts", Map.of("outcome", "YES", "note", HOSTILE,
                "evidence", List.of(Map.of("url", "https://example.org/?a=1&b=2", "note", HOSTILE))));
        String author = (String) ((Map<?, ?>) piece.get("author")).get("slug");
        for (String address : List.of("/authors", "/authors?q=%3Cscript%3E", "/authors/" + author, "/pieces/" + slug,
                "/forecasts?author=" + author, "/forecasts/" + forecast.get("id"),
                "/questions/" + forecast.get("question"), "/forecasts?q=%3Cscript%3E", "/")) {
            page(address).body(containsString(ESCAPED), not(containsString("<script")), not(containsString("<b>")),
                    not(matchesRegex("(?s).*<title>[^<]*\u202e.*")));
        }
    }

    @Test
    void draftsAreNotShown() {
        Map<String, Object> piece = post("/api/v1/pieces",
                Map.of("author", Map.of("name", "Drafting Author"), "title", "A draft", "publishedOn", "2024-03-01"));
        Map<String, Object> draft = post("/api/v1/forecasts",
                Map.of("piece", piece.get("slug"), "statement", "Nobody may see this yet", "basis", "ASSERTED"));
        refused("/forecasts/" + draft.get("id"), 404);
        for (String address : List.of("/forecasts", "/pieces/" + piece.get("slug"), "/authors/drafting-author")) {
            page(address).body(not(containsString("Nobody may see this yet")));
        }
        refused("/forecasts?status=DRAFT", 422);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/authors/nobody", "/pieces/nothing", "/topics/nothing", "/forecasts/not-an-id",
            "/forecasts/00000000-0000-7000-8000-000000000000", "/questions/00000000-0000-7000-8000-000000000000",
            "/no-such-page" })
    void whatIsNotThereIsAnsweredInTheFormAskedFor(String address) {
        refused(address, 404);
        given().accept("*/*").get(address).then().statusCode(404).contentType("application/problem+json")
                .body("status", equalTo(404));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/authors/scott-alexander?from=yesterday", "/authors/scott-alexander?lexicon=mine",
            "/authors/scott-alexander?undated=some", "/authors/scott-alexander?from=2021-05&to=2021-04",
            "/forecasts?due=soon", "/leaderboard?minimum=0", "/leaderboard?board=best", "/forecasts?cursor=x" })
    void whatIsNotAcceptedIsNamed(String address) {
        refused(address, 422).body(containsString("accepted"));
    }

    private static ValidatableResponse page(String address) {
        return given().accept("text/html").urlEncodingEnabled(false).get(address).then().statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("<main"), containsString("</html>"), not(containsString(" style=")));
    }

    private static ValidatableResponse refused(String address, int status) {
        return given().accept("text/html").urlEncodingEnabled(false).get(address).then().statusCode(status)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'")).body(containsString("<main"));
    }

    private static Map<String, Object> post(String address, Map<String, Object> body) {
        return given().auth().preemptive().basic("admin", "correct horse battery staple").contentType(ContentType.JSON)
                .body(body).post(address).then().statusCode(201).extract().as(Map.class);
    }
}
