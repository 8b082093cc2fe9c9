package org.hindcast.calculator;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.hindcast.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CalculatorTest {

    private static final Path NIAMEY = Path.of("..", "shared", "scoring", "niamey.csv");

    @Test
    void aFileAndTheSameAsJsonHaveTheSameReport() {
        String csv = csv("probability,outcome,reference\n0.8,1,0.5\n0.8,0,0.6\n0.25,0,\n").statusCode(200).extract().asString();
        String json = json("""
                {"forecasts": [{"probability": 0.25, "outcome": 0}, {"probability": 0.8, "outcome": 0, "reference": 0.6},
                               {"probability": 0.8, "outcome": 1, "reference": 0.5, "weight": 1}]}""")
                .statusCode(200).extract().asString();
        assertEquals(csv, json);
        JsonPath report = report(csv);
        assertEquals(3, report.getInt("n"));
        assertEquals((0.04 + 0.64 + 0.0625) / 3, report.getDouble("brier"), 1e-12);
        assertEquals(2, report.getInt("comparison.n"));
        assertEquals((0.25 - 0.04 + 0.36 - 0.64) / 2, report.getDouble("comparison.meanDifference"), 1e-12);
    }

    @Test
    void whatIsNotDefinedIsNull() {
        csv("probability,outcome\n0.5,1\n").statusCode(200).body("brierVariance", equalTo(null))
                .body("auc.value", equalTo(null))
                .body("comparison", equalTo(null)).body("skill.baseRate", equalTo(null));
    }

    /** Printed in the paper of Dimitriadis, Gneiting and Jordan (2021), recomputed in scoring.md. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 0.205746171886388, 0.017076057358150, 0.055540660519021
            2, 0.232025179368199, 0.018282943343355, 0.030468539022414
            3, 0.266167674298945, 0.066072228279586, 0.044115329027900
            4, 0.234281755412804, 0.022349747381051, 0.032278767015507
            """)
    void theFiguresOfTheCorpPaperComeOverHttp(int column, double score, double mcb, double dsc) throws IOException {
        assumeTrue(Files.exists(NIAMEY), "../shared/scoring is not there");
        StringBuilder rows = new StringBuilder("probability,outcome\n");
        List<String> lines = Files.readAllLines(NIAMEY);
        lines.subList(1, lines.size()).stream().map(line -> line.split(","))
                .forEach(cells -> rows.append(cells[column]).append(',').append(cells[5]).append('\n'));
        JsonPath report = report(csv(rows.toString()).statusCode(200).extract().asString());
        assertEquals(score, report.getDouble("corp.score"), 1e-9);
        assertEquals(mcb, report.getDouble("corp.mcb"), 1e-9);
        assertEquals(dsc, report.getDouble("corp.dsc"), 1e-9);
        assertEquals(0.244210775047259, report.getDouble("corp.unc"), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'p,o\n0.5,1'                             | line 1                              | the header
            'probability,outcome\n1.2,1'             | line 2, column 1 (probability)      | a number from 0 to 1
            'probability,outcome\n0.5,2'             | line 2, column 2 (outcome)          | 0 or 1
            'probability,outcome\n0.5,yes'           | line 2, column 2 (outcome)          | is not a number
            'probability,outcome\n0.5,1\n0x1p-1,1'   | line 3, column 1 (probability)      | is not a number
            'probability,outcome\nNaN,1'             | line 2, column 1 (probability)      | is not a number
            'probability,outcome\n,1'                | line 2, column 1 (probability)      | is missing
            'probability,outcome\n0.5'               | line 2                              | has 1 column;
            'probability,outcome,reference\n0.5,1,7' | line 2, column 3 (reference)        | a number from 0 to 1
            'probability,outcome\n0.5,1\n\n \n80%,1' | line 5, column 1 (probability)      | in percent
            'probability,outcome\n0.5,1\n"0,8",1'   | line 3, column 1 (probability)      | is not a number
            'probability,outcome\r\n0.5,1\r\n.5,\r\n' | line 3, column 2 (outcome)        | is missing
            'outcome,probability\n1,0.5\n0,1e400'    | line 3, column 2 (probability)      | a number from 0 to 1
            'probability,outcome,weight\n0.5,1,-1'   | line 2, column 3 (weight)           | a number from 0
            'probability,outcome,odds\n0.5,1,7'      | line 1                              | the header
            'probability,outcome,outcome\n0.5,1,1'   | line 1                              | the header
            'probability;outcome\n0.5;1'             | line 1                              | the header
            ''                                         | line 1                              | the header
            """)
    void aBadRowIsNamedByLineAndColumn(String csv, String field, String message) {
        csv(csv).statusCode(422).contentType("application/problem+json").body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"forecasts": [{"probability": 0.5, "outcome": 2}]}               | 422 | forecasts[0].outcome
            {"forecasts": [{"probability": "0.5", "outcome": 1}]}             | 422 | forecasts[0].probability
            {"forecasts": [{"probability": 0.5, "outcome": 1, "weight": -1}]} | 422 | forecasts[0].weight
            {"forecasts": [{"probability": 0.5, "outcome": 1, "odds": 1}]}    | 422 | forecasts[0].odds
            {"forecasts": [7]}                                                | 422 | forecasts[0]
            {"forecasts": [{"probability": 0.5, "outcome": true}]}            | 422 | forecasts[0].outcome
            {"forecasts": null}                                               | 422 | forecasts
            {"rows": []}                                                      | 422 | rows
            {}                                                                | 422 | forecasts
            """)
    void aBadRowOfJsonIsNamed(String json, int status, String field) {
        json(json).statusCode(status).contentType("application/problem+json")
                .body("violations[0].field", containsString(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '\uFEFFprobability,outcome\n0.8,1\n0.3,0\n'
            '\uFEFF"probability","outcome"\r\n"0.8","1"\r\n"0.3","0"\r\n'
            'Outcome, PROBABILITY\n1, 0.8\n0,0.3'
            'probability,outcome\n\n8e-1,1.0\n \n+.3,0\n\n'
            'probability,outcome,reference,weight\n0.8,1,,\n0.3,0,,1\n'
            'probability,outcome\r0.8,1\r0.3,0\r'
            """)
    void theSameTableIsWrittenInManyWays(String csv) {
        csv(csv).statusCode(200).body("n", equalTo(2)).body("hits", equalTo(1)).body("levels[1].p", equalTo(0.8f))
                .body("comparison", equalTo(null));
    }

    @Test
    void nothingIsScoredAsNothing() {
        csv("probability,outcome\n").statusCode(200).body("n", equalTo(0)).body("brier", equalTo(null))
                .body("levels.size()", equalTo(0));
        json("{\"forecasts\": []}").statusCode(200).body("n", equalTo(0)).body("corp.mcb", equalTo(null));
    }

    @Test
    void aBadValueOfJsonIsNamedByLineAndColumn() {
        json("""
                {"forecasts": [
                  {"probability": 0.5, "outcome": 1},
                  {"probability": 0.5,
                   "outcome": 3}]}""").statusCode(422)
                .body("violations[0].field", equalTo("forecasts[1].outcome (line 4, column 15)"))
                .body("violations[0].message", containsString("0 or 1"));
    }

    /** Twice the weight is twice the count, and no more evidence. */
    @Test
    void weightsCountAndAreNoEvidence() {
        JsonPath report = report(
                csv("probability,outcome,weight\n0.8,1,2\n0.3,0,2\n0.6,0,2\n0.6,0,0\n").statusCode(200).extract()
                        .asString());
        assertEquals(6, report.getInt("n"));
        assertEquals(3, report.getInt("effectiveN"));
        assertEquals((0.04 + 0.09 + 0.36) / 3, report.getDouble("brier"), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"forecasts\": [", "", "{\"forecasts\": [{\"probability\": NaN, \"outcome\": 1}]}",
            "{\"forecasts\": [{\"probability\": 0.5, \"probability\": 1, \"outcome\": 1}]}",
            "{\"forecasts\": [], \"forecasts\": []}" })
    void whatIsNotJsonIsMalformed(String body) {
        json(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void theLimitIsAMillionRows() {
        StringBuilder rows = new StringBuilder("probability,outcome\n");
        rows.append("0.5,1\n".repeat(Rows.MOST + 1));
        csv(rows.toString()).statusCode(422).body("violations[0].message", containsString("1,000,000"));
    }

    @ParameterizedTest
    @CsvSource({ "text/plain, application/json, 415", "application/xml, application/json, 415", "text/csv, image/png, 406",
            "text/csv, */*, 200", "text/csv;charset=UTF-8, application/*, 200" })
    void whatIsTakenAndGivenIsAgreedOn(String sent, String wanted, int status) {
        given().config(config().encoderConfig(encoderConfig().encodeContentTypeAs(sent, ContentType.TEXT)
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(sent).accept(wanted).body("probability,outcome\n0.5,1\n").post("/api/v1/scores").then()
                .statusCode(status).contentType(status == 200 ? "application/json" : "application/problem+json");
    }

    /** Refused by the length it announces, before a byte of it is read. */
    @Test
    void aBodyThatIsTooLarge() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST /api/v1/scores HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                    + "Content-Length: 300000000\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertEquals("HTTP/1.1 413 Request Entity Too Large", answer);
        }
    }

    @Test
    void thePageDrawsWhatIsPasted() {
        given().multiPart("rows", "0.9,1\n0.2,0\n0.7,1\n").post("/score").then().statusCode(200)
                .body(containsString("3 forecasts, 2 came true"))
                .body(containsString("data-chart=\"reliability\""),
                        containsString("<tr data-p=\"0.2\" data-n=\"1\" data-hits=\"0\""))
                .body(containsString("0.047"));
    }

    /** The lines are those of what was pasted, with a header or without. */
    @Test
    void thePageSaysWhatItCannotReadAndKeepsWhatWasPasted() {
        given().multiPart("rows", "0.9,1\n<b>,0\n").post("/score").then().statusCode(422)
                .body(containsString("line 2, column 1 (probability)")).body(containsString("&lt;b&gt;,0"));
        given().multiPart("rows", "0.7,1\n70%,1\n0.2 0\n1.4,1").post("/score").then().statusCode(422)
                .body(containsString("line 2, column 1"), containsString("line 4, column 1"),
                        containsString("<strong>line 3</strong> has 1 column; 2 are accepted, as in the first line"));
        given().multiPart("rows", "probability,outcome\n0.7,1\n0.2,1,1,1").post("/score").then().statusCode(422)
                .body(containsString("<strong>line 3</strong> has 4 columns; 2 are accepted, as in the header"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.9\t1\n0.2\t0\n", "\n0.9;1\n0.2;0", "probability\toutcome\n0.9\t1\n0.2\t0\n",
            "0.9,1,0.5\n0.2,0,0.5\n" })
    void thePageTakesWhatASpreadsheetCopies(String rows) {
        given().multiPart("rows", rows).post("/score").then().statusCode(200).body(containsString("2 forecasts, 1 came true"));
    }

    @Test
    void thePageAsksForSomething() {
        given().multiPart("rows", "").post("/score").then().statusCode(422).body(containsString("one of the two is needed"));
    }

    @Test
    void thePageSaysWhatWeightsAreWorth() {
        given().multiPart("file", "forecasts.csv", "probability,outcome,weight\n0.9,1,3\n0.1,0,1\n".getBytes()).post("/score")
                .then()
                .statusCode(200).body(containsString("4 forecasts")).body(containsString("as much evidence as 1.6"));
    }

    @Test
    void thePageTakesAFile() {
        given().multiPart("file", "forecasts.csv", "probability,outcome\n0.9,1\n0.1,0\n".getBytes()).post("/score").then()
                .statusCode(200).body(containsString("2 forecasts, 1 came true"));
    }

    private static ValidatableResponse csv(String rows) {
        return given().contentType("text/csv").body(rows.getBytes(StandardCharsets.UTF_8)).post("/api/v1/scores").then();
    }

    private static ValidatableResponse json(String body) {
        return given().contentType("application/json").body(body).post("/api/v1/scores").then();
    }

    private static JsonPath report(String json) {
        return JsonPath.from(json).using(new JsonPathConfig(NumberReturnType.DOUBLE));
    }
}
