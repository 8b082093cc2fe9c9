package org.hindcast.web;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What is refused, with which status, naming which field; and that nothing of it is kept. */
@QuarkusTest
class ErrorsTest {

    private static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";
    private static final String PLACEHOLDER = "put it here";
    private static final String AUTHORIZED_POST = "POST /api/v1/forecasts HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nConnection: close\r\nAuthorization: Basic " + Base64.getEncoder()
                    .encodeToString((EDITOR + ":" + World.PASSWORD).getBytes(StandardCharsets.UTF_8))
            + "\r\n";

    @Inject
    TestClock clock;

    private World world;
    private String rows;

    @BeforeEach
    void begin() throws SQLException {
        world = new World(clock);
        world.piece();
        rows = Database.rows();
    }

    @AfterEach
    void nothingIsHalfWritten() throws SQLException {
        assertEquals(rows, Database.rows());
    }

    /** Each row puts one thing, as raw JSON, into a forecast that is fine without it. {@code @n} is a text of n letters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            piece                 | null                          | 422 | piece                 | slug of a piece
            piece                 | "no-such-piece"               | 422 | piece                 | not the slug of a piece
            statement             | null                          | 422 | statement             | is missing
            statement             | "  "                          | 422 | statement             | is missing
            statement             | 7                             | 422 | statement             | a text
            statement             | true                          | 422 | statement             | a text
            statement             | ["a"]                         | 422 | statement             | a text
            statement             | {"a": 1}                      | 422 | statement             | a text
            statement             | @501                          | 422 | statement             | at most 500
            statement             | "a\\u0000b"                   | 422 | statement             | without U+0000
            statement             | "a\\ud800b"                   | 422 | statement             | half surrogate
            statement             | "\\udc00"                     | 422 | statement             | half surrogate
            topics                | ["a\\u0000"]                  | 422 | topics[0]             | without U+0000
            quote                 | "Not in the piece."           | 422 | quote                 | not in the piece's text
            quote                 | @2001                         | 422 | quote                 | at most 2,000
            start                 | 3                             | 422 | start                 | goes with a quote
            start                 | 1.5                           | 422 | start                 | a whole number
            start                 | "1"                           | 422 | start                 | a whole number
            start                 | 99999999999                   | 422 | start                 | a whole number
            basis                 | null                          | 422 | basis                 | is missing
            basis                 | "GUESSED"                     | 422 | basis                 | STATED, WORDED
            basis                 | 1                             | 422 | basis                 | STATED, WORDED
            basis                 | ""                            | 422 | basis                 | STATED, WORDED
            basis                 | "stated"                      | 422 | basis                 | STATED, WORDED
            probability           | null                          | 422 | probability           | is missing
            probability           | 1.0001                        | 422 | probability           | from 0 to 1
            probability           | -0.0001                       | 422 | probability           | from 0 to 1
            probability           | 80                            | 422 | probability           | from 0 to 1
            probability           | 1e999999999                   | 422 | probability           | from 0 to 1
            probability           | -1e999999999                  | 422 | probability           | from 0 to 1
            probability           | "NaN"                         | 422 | probability           | a number
            probability           | "0.5"                         | 422 | probability           | a number
            probability           | true                          | 422 | probability           | a number
            probability           | {}                            | 422 | probability           | a number
            phrase                | "likely"                      | 422 | phrase                | WORDED or HEDGED
            stance                | "YES"                         | 422 | stance                | words only
            stance                | "PERHAPS"                     | 422 | stance                | YES, NO
            odds                  | @501                          | 422 | odds                  | at most 500
            stakes                | @501                          | 422 | stakes                | at most 500
            condition             | @2001                         | 422 | condition             | at most 2,000
            madeOn                | "2026-13-01"                  | 422 | madeOn                | a date such as
            madeOn                | "yesterday"                   | 422 | madeOn                | a date such as
            madeOn                | 20260101                      | 422 | madeOn                | a date such as
            madeOn                | [2026, 1, 1]                  | 422 | madeOn                | a date such as
            madeOn                | "+999999999-01-01"            | 422 | madeOn                | a date from
            madeOn                | "0999-12-31"                  | 422 | madeOn                | a date from
            madeOn                | "9999-01-01"                  | 422 | criteria.dueOn        | before the forecast was made
            madeOn                | "9999-01-01"                  | 422 | madeOn                | still to come; a date until
            topics                | "economy"                     | 422 | topics                | a list
            topics                | [null]                        | 422 | topics[0]             | is empty
            topics                | ["Economy!"]                  | 422 | topics[0]             | lower-case
            topics                | ["a", 7]                      | 422 | topics[1]             | a text
            topics                | ["a", @61]                    | 422 | topics[1]             | at most 60
            topics                | ["a","b","c","d","e","f","g","h","i","j","k"] | 422 | topics | at most 10
            undated               | "yes"                         | 422 | undated               | true or false
            undated               | 1                             | 422 | undated               | true or false
            publish               | "yes"                         | 422 | publish               | true or false
            question              | "no-such-question"            | 422 | question              | criteria exclude each other
            reference             | {"probability": 2, "source": "A market", "on": "2026-01-01"} | 422 | reference.probability | from 0 to 1
            reference             | {"probability": 0.5, "on": "2026-01-01"}            | 422 | reference.source | is missing
            reference             | {"probability": 0.5, "source": "A market"}          | 422 | reference.on     | is missing
            reference             | {"probability": 0.5, "source": "A market", "on": "2026-01-01", "url": "ftp://example.org"} | 422 | reference.url | http
            reference             | {"probability": 0.5, "source": "A market", "on": "9999-01-01"} | 422 | reference.on | after the forecast was made; a date until
            reference             | 0.5                           | 422 | reference             | an object
            criteria              | []                            | 422 | criteria              | an object
            criteria              | "soon"                        | 422 | criteria              | an object
            criteria              | {"dueOn": "2020-01-01"}       | 422 | criteria.dueOn        | before the forecast was made
            criteria              | {"dueOn": "soon"}             | 422 | criteria.dueOn        | a date such as
            criteria              | {"timeZone": "Mars/Base"}     | 422 | criteria.timeZone     | Europe/Kyiv
            criteria              | {"key": "A B"}                | 422 | criteria.key          | lower-case
            criteria              | {"question": @2001}           | 422 | criteria.question     | at most 2,000
            criteria              | {"yesWhen": @2001}            | 422 | criteria.yesWhen      | at most 2,000
            criteria              | {"sourceOfTruth": @2001}      | 422 | criteria.sourceOfTruth | at most 2,000
            criteria              | {"due": "2027-01-01"}         | 422 | criteria.due          | known here are dueOn
            colour                | "red"                         | 422 | colour                | known here are basis
            """)
    void aForecast(String field, String value, int status, String violated, String message) throws IOException {
        Map<String, Object> body = world.forecast().body();
        Response answer = as(EDITOR).body(with(body, field, value)).post("/api/v1/forecasts");
        refused(answer, status, violated, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3    | does not stand at offset 3
            -1   | does not stand at offset -1
            9999 | does not stand at offset 9999
            """)
    void aQuoteThatDoesNotStandThere(int start, String message) {
        refused(world.forecast().with("quote", World.QUOTE).with("start", start).send(), 422, "quote", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            author      | null                                       | author             | is missing
            author      | {"slug": "somebody"}                       | author.name        | is missing
            author      | {"name": @201}                             | author.name        | at most 200
            author      | {"name": "A", "slug": "A"}                 | author.slug        | lower-case
            author      | {"name": "A", "kind": "ANIMAL"}            | author.kind        | PERSON, OUTLET, MODEL
            author      | {"name": "A", "url": "javascript:alert(1)"} | author.url        | http
            author      | {"name": "A", "born": 1970}                | author.born        | known here are
            title       | null                                       | title              | is missing
            title       | @501                                       | title              | at most 500
            publisher   | @201                                       | publisher          | at most 200
            url         | "example.org"                              | url                | http
            url         | "http://"                                  | url                | http
            url         | "https://example.org/ä b"                  | url                | http
            publishedOn | null                                       | publishedOn        | is missing
            publishedOn | "11 December 2025"                         | publishedOn        | a date such as
            publishedOn | "2026-02-28T00:00:00Z"                     | publishedOn        | a date such as
            publishedOn | "2999-02-28"                               | publishedOn        | still to come; a date until
            text        | @1000001                                   | text               | at most 1,000,000
            text        | "half \\ud83d a pair"                      | text               | half surrogate
            """)
    void aPiece(String field, String value, String violated, String message) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("author", Map.of("name", "A", "slug", world.author()), "title",
                "T", "publishedOn", "2026-01-01"));
        refused(as(EDITOR).body(with(body, field, value)).post("/api/v1/pieces"), 422, violated, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            username  | null              | username  | a-z
            username  | "Upper"           | username  | a-z
            username  | @65               | username  | a-z
            username  | "admin"           | username  | is taken
            password  | null              | password  | is missing
            password  | "short"           | password  | at least 8
            password  | @73               | password  | at most 72 bytes
            password  | "ääääääääääääääääääääääääääääääääääääää" | password | at most 72 bytes
            roles     | null              | roles     | is missing
            roles     | []                | roles     | is missing
            roles     | ["king"]          | roles     | admin, editor, reviewer
            roles     | [null]            | roles     | admin, editor, reviewer
            roles     | "admin"           | roles     | a list
            email     | "nobody"          | email     | name@example.org
            timeZone  | "Nowhere"         | timeZone  | Europe/Kyiv
            reminders | "SOMETIMES"       | reminders | AT_ONCE
            digestAt  | "25:00"           | digestAt  | a time such as
            active    | "no"              | active    | true or false
            """)
    void anAccount(String field, String value, String violated, String message) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("username", world.name, "password", World.PASSWORD, "roles",
                List.of("reviewer")));
        refused(as(ADMIN).body(with(body, field, value)).post("/api/v1/accounts"), 422, violated, message);
    }

    @Test
    void whatIsAcceptedIsSaid() {
        refused(anonymous().get("/api/v1/leaderboard?minimum=99999999999"), 422, "minimum", "from 1 to 1,000,000");
        refused(as(ADMIN).body("{\"upTo\": \"xyz\"}").post("/api/v1/inbox/read"), 422, "upTo", "an id such as");
        problem(as(ADMIN).body("{\"name\": \"a\", \"name\": \"b\"}").post("/api/v1/tokens")).statusCode(400)
                .body("detail", containsString("The body has the field 'name' twice (line 1"));
        problem(as(ADMIN).body("{\"email\": null, \"email\": null}").patch("/api/v1/accounts/admin")).statusCode(400)
                .body("detail", containsString("the field 'email' twice"));
        anonymous().accept("text/html").get("/unsubscribe/abc").then().statusCode(404)
                .body(containsString("No mail of ours has this address."));
    }

    /** What is repeated is cut to sixty UTF-16 code units, or one less. */
    @Test
    void nothingIsCutInTwoInAnAnswer() {
        String slug = "a".repeat(59) + "\ud83d\ude00";
        refused(as(EDITOR).body(Map.of("author", Map.of("name", "A", "slug", slug), "title", "T", "publishedOn", "2026-01-01"))
                .post("/api/v1/pieces"), 422, "author.slug", "'" + "a".repeat(59) + "…'");
    }

    @Test
    void aLabelCutsNoCharacterInTwo() {
        String text = as(EDITOR).get("/api/v1/pieces/" + world.piece()).path("text");
        int smile = text.indexOf("\ud83d\ude00");
        for (int[] place : new int[][] { { smile + 1, smile + 4 }, { smile - 2, smile + 1 } }) {
            refused(as(EDITOR).body(Map.of("piece", world.piece(), "labels",
                    List.of(Map.of("start", place[0], "end", place[1], "verdict", "REJECTED"))))
                    .post("/api/v1/extractions/labels"), 422, "labels[0].start", "two UTF-16 code units");
        }
    }

    @Test
    void theLastAdminStays() {
        refused(as(ADMIN).body(Map.of("active", false)).patch("/api/v1/accounts/admin"), 422, "active", "last active admin");
        refused(as(ADMIN).body(Map.of("roles", List.of("editor"))).patch("/api/v1/accounts/admin"), 422, "roles",
                "last active");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            '   '
            {
            {"statement": }
            {'statement': 'a'}
            {"statement": "a", "statement": "b"}
            {"criteria": {"key": "a", "key": "b"}}
            {"probability": NaN}
            {"probability": .5}
            {} {}
            {} x
            {"statement": "\\x"}
            []
            "text"
            7
            null
            """, quoteCharacter = '`')
    void malformedBodies(String body) {
        String sent = body.equals("''") ? "" : body.replace("'   '", "   ");
        for (String path : List.of("forecasts", "pieces")) {
            problem(as(EDITOR).body(sent).post("/api/v1/" + path)).statusCode(400);
        }
        problem(as(REVIEWER).body(sent).post("/api/v1/questions/" + UNKNOWN + "/verdicts")).statusCode(400);
        problem(as(EDITOR).body(sent).post("/api/v1/forecasts/" + UNKNOWN + "/corrections")).statusCode(oneOf(400, 422, 404));
        problem(as(EDITOR).body(sent).post("/api/v1/questions/" + UNKNOWN + "/disputes")).statusCode(400);
    }

    @Test
    void bytesThatAreNoText() {
        byte[] latin = "{\"statement\": \"f\u00fcr\"}".getBytes(StandardCharsets.ISO_8859_1);
        problem(as(EDITOR).body(latin).post("/api/v1/forecasts")).statusCode(400);
    }

    @Test
    void bodiesNestedTooDeep() throws IOException {
        String body = "{\"topics\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String answer = raw(AUTHORIZED_POST + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        assertTrue(answer.matches("(?s)HTTP/1.1 (400|422) .*"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/nothing                                | 404
            GET    | /nothing                                       | 404
            GET    | /api/v1/authors/nobody                         | 404
            GET    | /api/v1/authors/nobody/scorecard               | 404
            GET    | /api/v1/pieces/nothing                         | 404
            GET    | /api/v1/forecasts/:unknown                     | 404
            GET    | /api/v1/forecasts/7                            | 404
            GET    | /api/v1/forecasts/:unknown/history             | 404
            GET    | /api/v1/questions/:unknown                     | 404
            GET    | /api/v1/questions/:unknown/history             | 404
            PATCH  | /api/v1/forecasts/:unknown                     | 404
            POST   | /api/v1/forecasts/:unknown/publish             | 404
            POST   | /api/v1/forecasts/:unknown/corrections         | 404
            POST   | /api/v1/forecasts/:unknown/withdrawals         | 404
            POST   | /api/v1/forecasts/:unknown/verdicts            | 404
            POST   | /api/v1/questions/:unknown/verdicts            | 404
            POST   | /api/v1/questions/:unknown/reopenings          | 404
            PATCH  | /api/v1/accounts/nobody                        | 404
            DELETE | /api/v1/authors                                | 405
            PUT    | /api/v1/forecasts/:unknown                     | 405
            POST   | /api/v1/leaderboard                            | 405
            DELETE | /api/v1/forecasts/:unknown                     | 405
            """)
    void addressesThatLeadNowhere(String method, String path, int status) {
        String body = path.matches(".*(corrections|withdrawals|reopenings)") ? "{\"reason\": \"So.\"}" : "{}";
        problem(as(ADMIN).body(body).request(method, path.replace(":unknown", UNKNOWN))).statusCode(status)
                .body("detail", notNullValue()).body("title", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            authors?limit=0                        | limit
            authors?limit=201                      | limit
            authors?limit=-1                       | limit
            authors?limit=abc                      | limit
            authors?limit=99999999999              | limit
            authors?cursor=garbage                 | cursor
            authors?cursor=%F0%9F%98%80            | cursor
            pieces?cursor=:cursor(soon)            | cursor
            pieces?cursor=:cursor(+999999999-12-31) | cursor
            questions?cursor=:cursor(soon)         | cursor
            questions?cursor=:cursor(+1000000000-12-31T23:59:59Z) | cursor
            reminders?cursor=:cursor(soon)         | cursor
            reminders?cursor=:cursor(a/b/c)        | cursor
            reminders?question=abc                 | question
            questions/:question/history?cursor=:cursor(x) | cursor
            forecasts?status=NONSENSE              | status
            forecasts?status=open                  | status
            forecasts?due=maybe                    | due
            forecasts?due=before:tomorrow          | due
            forecasts?due=before:%2B999999999-01-01 | due
            questions?status=DRAFT                 | status
            leaderboard?board=luck                 | board
            leaderboard?minimum=0                  | minimum
            leaderboard?minimum=many               | minimum
            leaderboard?reference=maybe            | reference
            authors/:author/scorecard?from=2026    | from
            authors/:author/scorecard?from=2026-13 | from
            authors/:author/scorecard?to=now       | to
            authors/:author/scorecard?to=%2B999999999-12 | to
            authors/:author/scorecard?from=-999999999-01 | from
            authors/:author/scorecard?lexicon=mine | lexicon
            authors/:author/scorecard?undated=perhaps | undated
            """)
    void parameters(String path, String violated) throws SQLException {
        if (path.contains(":question")) {
            path = path.replace(":question", world.forecast().publish().question());
            rows = Database.rows();
        }
        String address = "/api/v1/" + path.replace(":author", world.author());
        int at = address.indexOf(":cursor(");
        if (at > 0) {
            String key = address.substring(at + ":cursor(".length(), address.length() - 1);
            address = address.substring(0, at) + Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((UNKNOWN + key).getBytes(StandardCharsets.UTF_8));
        }
        refused(as(ADMIN).urlEncodingEnabled(false).get(address), 422, violated, "");
    }

    /** Odd, but nothing to refuse. */
    @ParameterizedTest
    @ValueSource(strings = { "authors?q=%25", "authors?q=_", "authors?q=%FF", "authors?q='--", "forecasts?q=!",
            "forecasts?topic=",
            "forecasts?author=nobody", "forecasts?unknown=1", "authors?limit=200", "authors?limit=", "authors?cursor=",
            "questions?due=", "authors?limit=1" })
    void parametersThatAreFine(String path) {
        anonymous().urlEncodingEnabled(false).get("/api/v1/" + path).then().statusCode(200);
    }

    @Test
    void contentThatIsNotTaken() {
        problem(as(EDITOR).contentType("text/plain").body("a").post("/api/v1/forecasts")).statusCode(415);
        problem(as(EDITOR).contentType("application/xml").body("<a/>").post("/api/v1/pieces")).statusCode(415);
        problem(anonymous().accept("application/xml").get("/api/v1/authors")).statusCode(406);
        problem(anonymous().accept("image/png").get("/authors")).statusCode(406);
    }

    @Test
    void aBodyThatIsTooLarge() {
        problem(as(EDITOR).body("{\"statement\": \"" + "a".repeat(5_000_000) + "\"}").post("/api/v1/forecasts"))
                .statusCode(413);
    }

    /** Its length is not said beforehand. */
    @Test
    void aChunkedBodyThatIsTooLarge() throws IOException {
        String answer = raw(AUTHORIZED_POST + "Transfer-Encoding: chunked\r\n\r\n"
                + "f\r\n{\"statement\": \"\r\n" + ("80000\r\n" + "a".repeat(0x80000) + "\r\n").repeat(9) + "0\r\n\r\n");
        assertTrue(answer.matches("(?s)HTTP/1.1 41[13] .*"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    /** The server below the router refuses it. */
    @Test
    void aPathWithABackslash() throws IOException {
        String answer = raw("GET /api/v1\\authors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertEquals("HTTP/1.1 400", answer.substring(0, 12), answer);
    }

    @Test
    void publishingNeedsEverything() throws SQLException {
        var draft = world.forecast().withoutCriteria().draft();
        var halfDone = world.forecast().withoutCriteria().criterion("timeZone", "UTC").draft();
        rows = Database.rows();
        refused(as(EDITOR).post("/api/v1/forecasts/" + draft.id() + "/publish"), 422, "criteria", "is missing");
        problem(as(EDITOR).post("/api/v1/forecasts/" + halfDone.id() + "/publish")).statusCode(422).body("violations.field",
                containsInAnyOrder("criteria.question", "criteria.yesWhen", "criteria.sourceOfTruth", "criteria.dueOn"));
        problem(world.forecast().withoutCriteria().with("publish", true).send()).statusCode(422);
    }

    @Test
    void aDraftIsChangedAsAWholeOrNotAtAll() throws SQLException {
        var draft = world.forecast().draft();
        rows = Database.rows();
        String before = as(EDITOR).get("/api/v1/forecasts/" + draft.id()).asString();
        for (String change : List.of("{\"statement\": \"Changed.\", \"probability\": 2}",
                "{\"statement\": \"Changed.\", \"colour\": \"red\"}", "{\"statement\": \"Changed.\", \"piece\": \"other\"}",
                "{\"statement\": \"Changed.\", \"criteria\": {\"dueOn\": \"2000-01-01\"}}",
                "{\"statement\": \"Changed.\", \"publish\": true}", "{\"statement\": 7}", "{\"basis\": \"WORDED\"}")) {
            problem(as(EDITOR).body(change).patch("/api/v1/forecasts/" + draft.id())).statusCode(422);
        }
        assertEquals(before, as(EDITOR).get("/api/v1/forecasts/" + draft.id()).asString());
    }

    @Nested
    class OfAQuestionThatIsDue {

        private World.Forecast forecast;

        @BeforeEach
        void begin() throws SQLException {
            forecast = world.dueForecast().publish();
            rows = Database.rows();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                outcome   | null                                | outcome         | is missing
                outcome   | "MAYBE"                             | outcome         | YES, NO, VOID, NOT_YET
                evidence  | null                                | evidence        | at least one
                evidence  | []                                  | evidence        | at least one
                evidence  | [null]                              | evidence[0].url | is missing
                evidence  | [{}]                                | evidence[0].url | is missing
                evidence  | [{"url": "  "}]                     | evidence[0].url | is missing
                evidence  | [{"url": "javascript:alert(1)"}]    | evidence[0].url | http
                evidence  | [{"url": "seen it"}]                | evidence[0].url | http
                evidence  | [{"url": "https://a.org", "note": @2001}] | evidence[0].note | at most 2,000
                evidence  | "https://example.org"               | evidence        | a list
                evidence  | ["https://example.org"]             | evidence[0]     | an object
                note      | @2001                               | note            | at most 2,000
                note      | "\\u0000"                           | note            | without U+0000
                recheckOn | "2030-01-01"                        | recheckOn       | NOT_YET only
                verdict   | "YES"                               | verdict         | known here are
                """)
        void aVerdict(String field, String value, String violated, String message) throws IOException {
            Map<String, Object> body = new LinkedHashMap<>(World.verdict("YES"));
            refused(as(REVIEWER).body(with(body, field, value)).post(verdicts()), 422, violated, message);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"outcome": "YES"}                                    | evidence
                {"outcome": "NO"}                                     | evidence
                {"outcome": "VOID"}                                   | note
                {"outcome": "VOID", "note": "  "}                     | note
                {"outcome": "NOT_YET", "recheckOn": "2026-01-01"}     | recheckOn
                {"outcome": "NOT_YET", "recheckOn": "2999-01-01"}     | recheckOn
                {"outcome": "YES", "evidence": [{"url": "x"}, {"url": "y"}]} | evidence[1].url
                """)
        void whatAVerdictLacks(String body, String violated) {
            refused(as(REVIEWER).body(body).post(verdicts()), 422, violated, "");
        }

        @Test
        void moreEvidenceThanAnybodyReads() {
            Map<String, Object> body = new LinkedHashMap<>(World.verdict("YES"));
            body.put("evidence", Collections.nCopies(21, Map.of("url", "https://example.org")));
            refused(as(REVIEWER).body(body).post(verdicts()), 422, "evidence", "at most 20");
        }

        @Test
        void aSecondVerdict() throws SQLException {
            World.resolve(forecast, "NO");
            rows = Database.rows();
            problem(World.decide(forecast.question(), REVIEWER, "NO")).statusCode(409);
            problem(World.decide(forecast.question(), ADMIN, "YES")).statusCode(409);
            problem(as(ADMIN).body(World.verdict("YES")).post("/api/v1/forecasts/" + forecast.id() + "/verdicts"))
                    .statusCode(409);
        }

        @Test
        void whatOnlyAnAdminMay() {
            problem(as(EDITOR).body("{\"reason\": \"So.\"}").post("/api/v1/forecasts/" + forecast.id() + "/withdrawals"))
                    .statusCode(403);
            problem(as(EDITOR).body("{\"reason\": \"So.\", \"probability\": 0.1}")
                    .post("/api/v1/forecasts/" + forecast.id() + "/corrections")).statusCode(403);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {}                                              | reason
                {"reason": " "}                                 | reason
                {"reason": 7, "probability": 0.1}               | reason
                {"reason": "So."}                               | reason
                {"reason": "So.", "probability": 0.8}           | reason
                {"reason": "So.", "probability": 1.1}           | probability
                {"reason": "So.", "colour": "red"}              | colour
                {"reason": "So.", "quote": "Not there."}        | quote
                {"reason": "So.", "question": "no-such"}        | question
                {"reason": "So.", "piece": "other"}             | piece
                {"reason": "So.", "publish": true}              | publish
                {"reason": "So.", "criteria": {"dueOn": "2001-01-01"}} | criteria.dueOn
                {"reason": "So.", "criteria": {"key": "other-key"}}    | criteria.key
                {"reason": "So.", "criteria": null}             | criteria
                {"reason": "So.", "statement": null}            | statement
                """)
        void aCorrection(String body, String violated) {
            refused(as(ADMIN).body(body).post("/api/v1/forecasts/" + forecast.id() + "/corrections"), 422, violated, "");
        }

        @Test
        void whatIsWithdrawnStaysWithdrawn() throws SQLException {
            World.withdraw(forecast.id()).then().statusCode(201);
            rows = Database.rows();
            problem(World.withdraw(forecast.id())).statusCode(409);
            problem(World.correct(forecast.id(), Map.of("probability", 0.1))).statusCode(409);
            problem(World.decide(forecast.question(), REVIEWER, "YES")).statusCode(409);
            problem(as(REVIEWER).body(World.verdict("YES")).post("/api/v1/forecasts/" + forecast.id() + "/verdicts"))
                    .statusCode(409);
        }

        private String verdicts() {
            return "/api/v1/questions/" + forecast.question() + "/verdicts";
        }
    }

    @Test
    void draftsTakeNoVerdictsCorrectionsOrWithdrawals() throws SQLException {
        var draft = world.forecast().draft();
        rows = Database.rows();
        problem(as(REVIEWER).body(World.verdict("YES")).post("/api/v1/forecasts/" + draft.id() + "/verdicts")).statusCode(409);
        problem(World.withdraw(draft.id())).statusCode(409);
        problem(World.correct(draft.id(), Map.of("probability", 0.1))).statusCode(409);
        problem(as(REVIEWER).get("/api/v1/forecasts/" + draft.id())).statusCode(404);
        problem(anonymous().get("/api/v1/forecasts?status=DRAFT")).statusCode(oneOf(401, 403));
    }

    /** People get a page, with the same status. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /forecasts/:unknown                   | anonymous | 404
            GET    | /forecasts/7                          | anonymous | 404
            GET    | /nothing                              | anonymous | 404
            GET    | /authors/nobody                       | anonymous | 404
            GET    | /compare?lexicon=tea                  | anonymous | 422
            GET    | /forecasts?cursor=garbage             | anonymous | 422
            GET    | /authors;x                            | anonymous | 400
            DELETE | /authors                              | anonymous | 405
            """)
    void byAcceptAsAPage(String method, String path, String who, int status) {
        (who.equals("anonymous") ? anonymous() : as(who)).urlEncodingEnabled(false).accept("text/html,*/*;q=0.8").body("{}")
                .request(method, path.replace(":unknown", UNKNOWN)).then().statusCode(status)
                .contentType(startsWith("text/html")).body(containsString(String.valueOf(status)));
    }

    /** Who opens the API in a browser gets what everybody gets. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/nothing                       | anonymous | 404
            GET    | /api/v1/authors/nobody                | anonymous | 404
            GET    | /api/v1/authors?limit=0               | anonymous | 422
            GET    | /api/v1/accounts                      | anonymous | 401
            GET    | /api/v1/accounts                      | editor    | 403
            GET    | /api/v1/authors;x                     | anonymous | 400
            DELETE | /api/v1/authors                       | anonymous | 405
            POST   | /api/v1/forecasts                     | editor    | 422
            """)
    void neverAsAPageFromTheApi(String method, String path, String who, int status) {
        problem((who.equals("anonymous") ? anonymous() : as(who)).urlEncodingEnabled(false).accept("text/html,*/*;q=0.8")
                .body("{}").request(method, path)).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /api/v1/authors               | GET, HEAD, OPTIONS
            PUT    | /api/v1/forecasts/:unknown    | GET, HEAD, OPTIONS, PATCH
            GET    | /api/v1/scores                | OPTIONS, POST
            PUT    | /api/v1/pieces/upload         | GET, HEAD, OPTIONS, POST
            DELETE | /login                        | GET, HEAD, OPTIONS, POST
            """)
    void aMethodThatIsNotTakenIsToldWhichAre(String method, String path, String allowed) {
        problem(as(ADMIN).request(method, path.replace(":unknown", UNKNOWN))).statusCode(405).header("Allow", allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/scores        | garbage                           | 400
            /api/v1/scores        | a/b/c                             | 400
            /api/v1/scores        | ;                                 | 400
            /api/v1/scores        | ''                                | 415
            /api/v1/scores        | application/xml                   | 415
            /api/v1/pieces        | garbage                           | 400
            /api/v1/pieces        | ''                                | 415
            /api/v1/pieces/upload | multipart/form-data; boundary=x   | 400
            /score                | multipart/form-data; boundary=x   | 400
            /login                | multipart/form-data; boundary=x   | 400
            /login                | garbage                           | 400
            """)
    void aBodyThatIsNotWhatItSays(String path, String type, int status) throws IOException {
        for (String body : List.of("{}", "--x\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nabc", "--x")) {
            String answer = raw(AUTHORIZED_POST.replace("/api/v1/forecasts", path).replace("Content-Type: application/json\r\n",
                    type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: " + body.length() + "\r\n\r\n"
                    + body);
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
        }
    }

    @Test
    void aPageDoesNotEchoWhatItWasSent() {
        String body = anonymous().accept("text/html").urlEncodingEnabled(false)
                .get("/forecasts?due=%3Cscript%3Ealert(1)%3C/script%3E").then().statusCode(422).extract().asString();
        assertFalse(body.contains("<script>alert"), body);
        String notFound = anonymous().accept("text/html").urlEncodingEnabled(false).get("/authors/%3Cscript%3Ealert(1)")
                .then().statusCode(404).extract().asString();
        assertFalse(notFound.contains("<script>alert"), notFound);
    }

    private static void refused(Response answer, int status, String field, String message) {
        problem(answer).statusCode(status).body("violations.field", hasItem(field))
                .body("violations.find { it.field == '" + field + "' }.message", containsString(message));
    }

    private static ValidatableResponse problem(Response answer) {
        return answer.then().contentType("application/problem+json").body("status", equalTo(answer.statusCode()));
    }

    /** The body as JSON with the raw value under this field. */
    private static String with(Map<String, Object> body, String field, String value) throws IOException {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(field, PLACEHOLDER);
        StringBuilder raw = new StringBuilder();
        Matcher letters = Pattern.compile("@(\\d+)").matcher(value);
        while (letters.find()) {
            letters.appendReplacement(raw, '"' + "a".repeat(Integer.parseInt(letters.group(1))) + '"');
        }
        letters.appendTail(raw);
        return new ObjectMapper().writeValueAsString(changed).replace('"' + PLACEHOLDER + '"', raw);
    }

    /** As a client would send it that keeps to no rules. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            Thread writer = new Thread(() -> {
                try {
                    OutputStream out = socket.getOutputStream();
                    out.write(request.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                } catch (IOException e) {
                    // it was refused before it was read to its end
                }
            });
            writer.start();
            StringBuilder answer = new StringBuilder();
            try (InputStream in = socket.getInputStream()) {
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // reset after the answer
            }
            return answer.toString();
        }
    }
}
