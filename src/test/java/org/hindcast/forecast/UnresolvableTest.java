package org.hindcast.forecast;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What nobody can decide is kept and counted, and never asked about. */
@QuarkusTest
class UnresolvableTest {

    private static final String REASON = "Nothing that could be seen would refute it.";

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    private static ValidatableResponse keep(String draft, String reason) {
        return as(EDITOR).body(reason == null ? Map.of() : Map.of("reason", reason))
                .post("/api/v1/forecasts/" + draft + "/unresolvable").then();
    }

    private ValidatableResponse counted() {
        return anonymous().get("/api/v1/authors/" + world.author() + "/unresolvable").then().statusCode(200);
    }

    @Test
    void isCountedWithItsAuthorAndStandsInNoScore() {
        world.forecast().publish();
        String scorecard = world.scorecardText();
        String draft = world.forecast().with("statement", "History will judge them.").draft().id();
        keep(draft, REASON).statusCode(201).body("statement", equalTo("History will judge them."))
                .body("reason", equalTo(REASON))
                .body("by", equalTo(EDITOR)).body("author.slug", equalTo(world.author()));
        as(EDITOR).get("/api/v1/forecasts/" + draft).then().statusCode(404);
        counted().body("n", equalTo(1)).body("published", equalTo(1)).body("share", equalTo(0.5f))
                .body("items.reason", hasItem(REASON)).body("next", nullValue());
        assertEquals(scorecard, world.scorecardText());
        as(EDITOR).accept(ContentType.HTML).get("/authors/" + world.author()).then().statusCode(200)
                .body(containsString("/authors/" + world.author() + "/unresolvable"));
        as(EDITOR).accept(ContentType.HTML).get("/authors/" + world.author() + "/unresolvable").then().statusCode(200)
                .body(containsString("History will judge them.")).body(containsString(REASON));
    }

    @Test
    void becomesADraftAgainWithAllItsFields() {
        Map<String, Object> draft = as(EDITOR).get("/api/v1/forecasts/" + world.forecast().worded("likely", "NO").draft().id())
                .then().extract().jsonPath().getMap("$");
        String kept = keep(draft.get("id").toString(), REASON).statusCode(201).extract().path("id");
        Map<String, Object> again = as(EDITOR).post("/api/v1/unresolvable/" + kept + "/draft").then().statusCode(201)
                .extract().jsonPath().getMap("$");
        for (String field : new String[] { "statement", "phrase", "stance", "basis", "topics", "madeOn", "criteria",
                "status" }) {
            assertEquals(draft.get(field), again.get(field), field);
        }
        anonymous().get("/api/v1/unresolvable/" + kept).then().statusCode(404);
        counted().body("n", equalTo(0)).body("share", nullValue());
    }

    @Test
    void needsAReasonAndADraft() {
        World.Forecast draft = world.forecast().draft();
        keep(draft.id(), null).statusCode(422).body("violations.field", hasItem("reason"));
        keep(draft.id(), "  ").statusCode(422);
        keep(world.forecast().publish().id(), REASON).statusCode(409);
        as(EDITOR).get("/api/v1/forecasts/" + draft.id()).then().statusCode(200);
    }

    @Test
    void editorsKeepItFromTheDraftsPage() {
        String draft = world.forecast().with("statement", "Everything will be different.").draft().id();
        as(EDITOR).contentType(ContentType.URLENC).formParam("reason", " ").post("/edit/forecasts/" + draft + "/unresolvable")
                .then().statusCode(422).body(containsString("Everything will be different."));
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParam("reason", REASON)
                .post("/edit/forecasts/" + draft + "/unresolvable").then().statusCode(303)
                .header("Location", containsString("done=unresolvable"));
        as(EDITOR).accept(ContentType.HTML).get("/edit/pieces/" + world.piece() + "?done=unresolvable").then()
                .body(containsString("nobody can decide")).body(not(containsString("Everything will be different.")));
    }
}
