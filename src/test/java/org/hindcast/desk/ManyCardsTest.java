package org.hindcast.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Pieces with more forecasts than a page of the desk holds, and than a desk; and the list of desks where work is left. */
@QuarkusTest
class ManyCardsTest {

    private static final Pattern SHOWN = Pattern.compile("data-card=\"([0-9a-f-]{36})\" data-list=\"open\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*/desk\\?from=\\d+)\"");

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    private static RequestSpecification form() {
        return as(EDITOR).contentType("application/x-www-form-urlencoded").accept("text/html").redirects().follow(false);
    }

    /** Read, with so many sentences that are surely forecasts. */
    private String piece(int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append("Prices in region ").append(i).append(" will fall by 5 percent before the end of 2031. ");
        }
        return form().formParam("author.name", "Author " + world.name).formParam("new", "true")
                .formParam("title", "A column of " + world.name).formParam("publishedOn", "2026-05-01")
                .formParam("text", text + "Nobody asked about the bridges.").post("/edit/pieces/new").then().statusCode(303)
                .extract().header("Location").replaceFirst(".*/edit/pieces/([^/]+)/desk", "$1");
    }

    private static List<String> ids(String page) {
        List<String> ids = new ArrayList<>();
        for (Matcher shown = SHOWN.matcher(page); shown.find();) {
            ids.add(shown.group(1));
        }
        return ids;
    }

    private static String page(String path) {
        return form().get(path).then().statusCode(200).extract().asString();
    }

    private static String next(String page) {
        Matcher next = NEXT.matcher(page);
        return next.find() ? next.group(1) : null;
    }

    /** The ids of open cards on all pages, in their order. */
    private static List<String> onAllPages(String slug) {
        List<String> ids = new ArrayList<>();
        for (String path = "/edit/pieces/" + slug + "/desk"; path != null;) {
            String page = page(path);
            List<String> shown = ids(page);
            assertTrue(shown.size() <= 50, "" + shown.size());
            ids.addAll(shown);
            path = next(page);
        }
        return ids;
    }

    private static List<Map<String, Object>> open(String slug) {
        return World.all("pieces/" + slug + "/cards", EDITOR).stream().filter(card -> card.get("status").equals("OPEN"))
                .toList();
    }

    @Test
    void openCardsArePagedInTheOrderOfTheText() {
        String slug = piece(120);
        List<String> inOrder = open(slug).stream().sorted((a, b) -> (int) a.get("start") - (int) b.get("start"))
                .map(card -> card.get("id").toString()).toList();
        assertTrue(inOrder.size() > 100, "" + inOrder.size());
        assertEquals(inOrder, onAllPages(slug));

        String first = page("/edit/pieces/" + slug + "/desk");
        assertTrue(first.contains("0 of 50 ticked are ready") || first.contains("50 of 50 ticked are ready"), first);
        String second = next(first);
        String card = inOrder.get(50);
        assertEquals(card, ids(page(second)).get(0));
        String from = second.replaceFirst(".*from=", "");
        form().formParam("from", from).formParam("action", "reject:" + card).post("/edit/pieces/" + slug + "/desk").then()
                .statusCode(303).header("Location", containsString("/desk?done=reject&from=" + from + "#card-" + card));
        assertEquals(inOrder.size() - 1, onAllPages(slug).size());
        form().formParam("from", from).formParam("action", "add").formParam("add", "no such words")
                .post("/edit/pieces/" + slug + "/desk").then().statusCode(422)
                .body(containsString("name=\"from\" value=\"" + from + "\""));
        assertEquals(0, ids(page("/edit/pieces/" + slug + "/desk?from=9999999")).size());

        String added = form().formParam("action", "add").formParam("add", "Nobody asked about the bridges")
                .post("/edit/pieces/" + slug + "/desk").then().statusCode(303).extract().header("Location")
                .replaceFirst("https?://[^/]+", "");
        assertEquals(List.of(added.replaceFirst(".*#card-", "")), ids(page(added.replaceFirst("#.*", ""))));
        String early = form().formParam("from", from).formParam("action", "add").formParam("add", "Prices in region 3 will")
                .post("/edit/pieces/" + slug + "/desk").then().statusCode(303).extract().header("Location")
                .replaceFirst("https?://[^/]+", "");
        assertTrue(ids(page(early.replaceFirst("#.*", ""))).contains(early.replaceFirst(".*#card-", "")), early);
    }

    @Test
    void aDeskHoldsAThousandCards() {
        String slug = piece(1100);
        List<Map<String, Object>> cards = World.all("pieces/" + slug + "/cards", EDITOR);
        assertEquals(1000, cards.size());
        assertEquals(open(slug).size(), new HashSet<>(onAllPages(slug)).size());
        form().formParam("action", "add").formParam("add", "Nobody asked about the bridges")
                .post("/edit/pieces/" + slug + "/desk").then().statusCode(422)
                .body(containsString("There are 1,000 cards at this desk"));
        form().post("/edit/pieces/" + slug + "/desk/readings").then().statusCode(303);
        assertEquals(1000, World.all("pieces/" + slug + "/cards", EDITOR).size());
    }

    /** The one of this piece, on the list of all. */
    private static Map<String, Object> listed(String slug) {
        return World.all("desks", EDITOR).stream().filter(desk -> desk.get("piece").equals(slug)).findFirst().orElse(null);
    }

    @Test
    void desksWithWorkLeftAreListedUntilAllIsDecidedOrLeftAlone() {
        String slug = piece(3);
        int open = open(slug).size();
        int folded = World.all("pieces/" + slug + "/cards", EDITOR).size() - open;
        Map<String, Object> desk = listed(slug);
        assertEquals(open, desk.get("open"));
        assertEquals(folded, desk.get("folded"));
        assertEquals("Author " + world.name, desk.get("author"));
        assertEquals(EDITOR, desk.get("by"));
        assertEquals(clock.instant().toString(), desk.get("since"));
        JsonPath one = as(EDITOR).get("/api/v1/desks?limit=1").then().statusCode(200).extract().jsonPath();
        assertEquals(slug, one.getString("items[0].piece"), "the last that was stored comes first");
        form().get("/edit").then().statusCode(200).body(containsString("A column of " + world.name));

        List<Map<String, Object>> cards = open(slug);
        for (Map<String, Object> card : cards) {
            String path = "/edit/pieces/" + slug + "/desk/cards/" + card.get("id");
            form().formParam("action", "reject").post(path).then().statusCode(200);
            form().formParam("action", "take-back").post(path).then().statusCode(200);
        }
        assertEquals(open, listed(slug).get("open"));
        for (Map<String, Object> card : cards) {
            form().formParam("action", "reject").post("/edit/pieces/" + slug + "/desk/cards/" + card.get("id")).then()
                    .statusCode(200);
        }
        form().formParam("action", "pass").post("/edit/pieces/" + slug + "/desk").then().statusCode(303);
        assertNull(listed(slug));
    }

    /** Where tables are large; those of the tests are so small that reading them whole costs less. */
    @Test
    void whatIsLeftToDoIsFoundByIndex() throws SQLException {
        Database.asOwner("""
                create or replace function explained(query text) returns setof text language plpgsql as $$
                begin
                    set local enable_seqscan = off;
                    set local enable_sort = off;
                    return query execute 'explain ' || query;
                end $$""");
        String open = String.join("\n", Database.asOwner("select explained($q$" + Sql.read(OpenDesk.class, "open-desks.sql")
                .replace(":after", "'ffffffff-ffff-ffff-ffff-ffffffffffff'").replace(":most", "21") + "$q$)"));
        String awaited = String.join("\n", Database.asOwner("""
                select explained('select piece_id from desk_reading where awaited is not null
                    and (claimed_until is null or claimed_until <= now()) order by read_at limit 1')"""));
        Database.asOwner("drop function explained(text)");
        assertTrue(open.contains("Index Scan Backward using desk_card_undecided"), open);
        assertTrue(awaited.contains("Index Scan using desk_reading_awaited"), awaited);
    }

    @Test
    void whatMayBeAForecastIsLeftAloneWithoutALabel() {
        String slug = form().formParam("author.name", "Author " + world.name).formParam("new", "true")
                .formParam("title", world.name).formParam("publishedOn", "2026-05-01")
                .formParam("text", "The central bank says that inflation will stay above 3 percent. Nobody asked.")
                .post("/edit/pieces/new").then().statusCode(303).extract().header("Location")
                .replaceFirst(".*/edit/pieces/([^/]+)/desk", "$1");
        List<Map<String, Object>> cards = World.all("pieces/" + slug + "/cards", EDITOR);
        assertEquals(List.of("FOLDED"), cards.stream().map(card -> card.get("status")).toList());
        form().formParam("action", "pass").post("/edit/pieces/" + slug + "/desk").then().statusCode(303);
        assertNull(listed(slug));
        assertTrue(World.all("extractions/labels", EDITOR).stream().noneMatch(piece -> piece.get("piece").equals(slug)));
        String card = "/edit/pieces/" + slug + "/desk/cards/" + cards.get(0).get("id");
        form().formParam("action", "take-up").post(card).then().statusCode(422).body(containsString("left it alone"));
        form().formParam("action", "take-back").post(card).then().statusCode(200);
        assertEquals(1, listed(slug).get("folded"));
    }
}
