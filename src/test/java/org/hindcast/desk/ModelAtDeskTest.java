package org.hindcast.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.intake.WithModel;
import org.hindcast.net.StubSite;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;

/** A language model is asked while editors are at work, and takes its time: here, until a test has the sweep run. */
@QuarkusTest
@TestProfile(WithModel.class)
class ModelAtDeskTest {

    private static final String PATH = "/v1/chat/completions";
    private static final String PAST = "The minister spoke for an hour.";
    private static final String RENTS = "Rents will fall by a tenth before the end of 2031.";
    private static final String WAGES = "Wages will rise by a fifth before the end of 2032.";
    private static final String TEXT = PAST + " " + RENTS + " " + WAGES;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;
    @Inject
    DeskSweep sweep;

    private World world;
    private StubSite site;

    @BeforeEach
    void begin() {
        world = new World(clock);
        sweep.sweep(); // what other tests have left
        site = new StubSite("127.0.0.1", WithModel.port());
        marks(1, 2);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void marks(int... sentences) {
        List<Map<String, Object>> marks = new ArrayList<>();
        for (int sentence : sentences) {
            marks.add(Map.of("sentence", sentence, "predictor", "AUTHOR"));
        }
        try {
            ObjectMapper json = new ObjectMapper();
            byte[] completion = json.writeValueAsBytes(Map.of("choices",
                    List.of(Map.of("message", Map.of("content", json.writeValueAsString(Map.of("forecasts", marks)))))));
            site.on(PATH, exchange -> StubSite.send(exchange, 200, Map.of("Content-Type", "application/json"), completion));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static RequestSpecification form() {
        return as(EDITOR).contentType("application/x-www-form-urlencoded").accept("text/html").redirects().follow(false);
    }

    private String entered() {
        return form().formParam("author.name", "Author " + world.name).formParam("new", "true")
                .formParam("title", "A column of " + world.name).formParam("publishedOn", "2026-05-01")
                .formParam("text", TEXT).post("/edit/pieces/new").then().statusCode(303).extract().header("Location")
                .replaceFirst(".*/edit/pieces/([^/]+)/desk", "$1");
    }

    private static List<Map<String, Object>> cards(String slug) {
        return World.all("pieces/" + slug + "/cards", EDITOR);
    }

    private static String card(String slug, int start) {
        return cards(slug).stream().filter(card -> card.get("start").equals(start)).findFirst().orElseThrow().get("id")
                .toString();
    }

    @Test
    void theDeskOpensBeforeItHasAnsweredAndTakesInWhatItMarks() {
        Page page = BROWSER.signedIn(EDITOR, "/edit/pieces/" + entered() + "/desk", true);
        assertThat(page.locator("#reading")).containsText("The language model is still being asked");
        assertThat(page.locator("#list-open > [data-card]")).hasCount(2);
        Locator typed = page.locator("#list-open > [data-card]").first();
        page.keyboard().press("e");
        typed.locator("[name$='.statement']").fill("Being typed when the answer came");
        sweep.sweep();
        assertThat(page.locator("#list-maybe > [data-card]")).containsText(PAST);
        assertThat(page.locator("#reading")).containsText("By: built-in and stub-1");
        assertThat(page.locator("#text mark.maybe")).hasText(PAST);
        assertThat(page.locator("#list-open > [data-card]")).hasCount(2);
        assertThat(typed.locator("[name$='.statement']")).hasValue("Being typed when the answer came");
        assertThat(typed.locator(".number")).containsText("2");
        page.reload();
        assertThat(page.locator("#list-maybe > [data-card]")).containsText("marked by the model");
    }

    @Test
    void theSameWithoutScripts() {
        Page page = BROWSER.signedIn(EDITOR, "/edit/pieces/" + entered() + "/desk", false);
        assertThat(page.locator("#reading")).containsText("still being asked");
        sweep.sweep();
        page.click("text=Look again");
        assertThat(page.locator("#reading")).containsText("Read it again");
        assertThat(page.locator("#list-maybe > [data-card]")).hasCount(1);
    }

    @Test
    void labelsSayWhoOfferedWhatWasDecided() {
        String slug = entered();
        sweep.sweep();
        String desk = "/edit/pieces/" + slug + "/desk/cards/";
        for (String words : List.of(PAST, RENTS, WAGES)) {
            form().formParam("action", "reject").post(desk + card(slug, TEXT.indexOf(words))).then().statusCode(200);
        }
        Map<String, Object> labelled = World.all("extractions/labels", EDITOR).stream()
                .filter(piece -> piece.get("piece").equals(slug)).findFirst().orElseThrow();
        List<Map<String, Object>> labels = io.restassured.path.json.JsonPath.from(json(labelled)).getList("labels");
        assertEquals(List.of("MODEL", "BOTH", "BUILT_IN"), labels.stream().map(label -> label.get("offeredBy")).toList());
        assertNull(labels.get(0).get("confidence"));
        assertEquals("stub-1", labels.get(0).get("model"));
        assertTrue(labels.get(1).get("promptHash").toString().matches("[0-9a-f]{64}"));
        assertNull(labels.get(2).get("model"));
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatANodeHasLeftLyingIsReadOnAndNothingThatWasTouchedMoves() throws SQLException {
        String slug = entered();
        Database.asOwner(
                "update desk_reading set claimed_until = '%s', attempts = 1 where piece_id = (select id from piece where slug = '%s')"
                        .formatted(clock.instant().plusSeconds(60), slug));
        form().formParam("action", "reject").post("/edit/pieces/" + slug + "/desk/cards/" + card(slug, TEXT.indexOf(RENTS)))
                .then().statusCode(200);
        sweep.sweep();
        assertEquals(2, cards(slug).size(), "another node may still be at it");
        clock.advance(Duration.ofSeconds(61));
        sweep.sweep();
        assertEquals(3, cards(slug).size());
        assertEquals("REJECTED", cards(slug).stream().filter(card -> card.get("start").equals(TEXT.indexOf(RENTS)))
                .findFirst().orElseThrow().get("status"));
        int asked = site.requests.size();
        sweep.sweep();
        assertEquals(asked, site.requests.size());
    }

    @Test
    void whatEndsAServiceEachTimeIsGivenUp() throws SQLException {
        String slug = entered();
        Database.asOwner("update desk_reading set attempts = 3 where piece_id = (select id from piece where slug = '%s')"
                .formatted(slug));
        sweep.sweep();
        form().get("/edit/pieces/" + slug + "/desk").then().body(containsString("was given up"),
                containsString("Read it again"));
        assertTrue(site.requests.isEmpty());
    }

    @Test
    void whatBeganAnewIsNotOverwrittenByWhatWasAskedBefore() {
        String slug = entered();
        site.on(PATH, exchange -> {
            clock.advance(Duration.ofSeconds(1));
            form().formParam("nothing", "").post("/edit/pieces/" + slug + "/desk/readings").then().statusCode(303);
            marks(1, 2);
            StubSite.send(exchange, 500, Map.of(), StubSite.bytes("late"));
        });
        sweep.sweep();
        form().get("/edit/pieces/" + slug + "/desk").then().body(containsString("stub-1"), not(containsString("status 500")));
    }

    @Test
    void itsTroubleIsSaid() {
        site.status(PATH, 429, Map.of());
        String slug = entered();
        form().get("/edit/pieces/" + slug + "/desk").then().body(containsString("still being asked"));
        sweep.sweep();
        form().get("/edit/pieces/" + slug + "/desk").then().statusCode(200).body(containsString("answered with status 429"),
                not(containsString("sk-secret-key")), not(containsString("still being asked")));
    }
}
