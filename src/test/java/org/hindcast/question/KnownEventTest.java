package org.hindcast.question;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.all;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.Deadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Editors keep the dates of events, and deadlines are read by them. */
@QuarkusTest
class KnownEventTest {

    private static final LocalDate PUBLISHED = LocalDate.parse("2026-01-15");

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    private static Deadline read(String words) {
        return QuarkusTransaction.requiringNew().call(() -> new Deadlines(KnownEvent.dates())).in(words, PUBLISHED);
    }

    private Map<String, Object> regatta(String day) {
        return Map.of("name", world.name + " regatta", "otherNames", List.of("the boats of " + world.name), "day", day,
                "source",
                "The harbour office");
    }

    @Test
    void shipsWithSomeEachWithItsSource() {
        List<Map<String, Object>> events = all("known-events", EDITOR);
        assertTrue(events.size() >= 20, events.size() + " events");
        assertTrue(events.stream().noneMatch(event -> event.get("source").toString().isBlank()));
        assertEquals(LocalDate.parse("2026-11-03"), read("He goes before the midterms.").date());
        assertEquals(LocalDate.parse("2028-11-07"), read("He goes before the US presidential election.").date());
        assertNull(read("He goes before the " + world.name + " regatta."));
    }

    @Test
    void whatAnEditorAddsChangesAndRemovesIsReadSo() {
        String words = "They sail before the " + world.name + " regatta.";
        String id = as(EDITOR).body(regatta("2026-08-01")).post("/api/v1/known-events").then().statusCode(201)
                .body("day", equalTo("2026-08-01")).extract().path("id");
        assertEquals(LocalDate.parse("2026-08-01"), read(words).date());
        as(EDITOR).body(regatta("2026-08-09")).put("/api/v1/known-events/" + id).then().statusCode(200);
        assertEquals(LocalDate.parse("2026-08-09"), read(words).date());
        as(EDITOR).delete("/api/v1/known-events/" + id).then().statusCode(204);
        assertNull(read(words));
        as(EDITOR).delete("/api/v1/known-events/" + id).then().statusCode(404);
    }

    @Test
    void refusesWhatIsNoEvent() {
        as(EDITOR).body(Map.of("name", "EU", "day", "2026-08-01")).post("/api/v1/known-events").then().statusCode(422)
                .body("violations.field", hasItem("name")).body("violations.field", hasItem("source"));
        as(EDITOR).body(regatta("2027-08-01")).post("/api/v1/known-events").then().statusCode(201);
        as(EDITOR).body(regatta("2027-08-01")).post("/api/v1/known-events").then().statusCode(422)
                .body("violations.field", hasItem("day"));
    }

    @Test
    void editorsKeepThemOnAPage() {
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC)
                .formParams(Map.of("name", world.name + " fair", "otherNames", "fair of " + world.name + "\r\n\r\n", "day",
                        "2026-09-01",
                        "source", "The town"))
                .post("/edit/events").then().statusCode(303);
        as(EDITOR).accept(ContentType.HTML).get("/edit/events").then().statusCode(200)
                .body(containsString(world.name + " fair"));
        assertEquals(LocalDate.parse("2026-09-01"), read("It opens by the fair of " + world.name + ".").date());
        as(EDITOR).contentType(ContentType.URLENC).formParam("name", world.name + " ball").post("/edit/events").then()
                .statusCode(422).body(containsString("is missing")).body(containsString(world.name + " ball"));
    }
}
