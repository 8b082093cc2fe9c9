package org.hindcast.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.hindcast.net.StubSite.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.net.StubSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Feeds are followed, and what comes by them waits for an editor. */
@QuarkusTest
class FeedsTest {

    @Inject
    TestClock clock;
    @Inject
    FeedSweep sweep;

    private final StubSite site = new StubSite();
    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @AfterEach
    void stopFollowing() {
        World.all("feeds", EDITOR).stream().filter(feed -> feed.get("url").toString().startsWith(site.url("/")))
                .forEach(feed -> as(EDITOR).delete("/api/v1/feeds/" + feed.get("id")).then().statusCode(204));
        site.close();
    }

    private String rss(String... items) {
        return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Feed of "
                + world.name
                + "</title>" + String.join("", items) + "</channel></rss>";
    }

    private String item(String key, String content) {
        return "<item><guid>" + key + "</guid><title>" + key + " of " + world.name + "</title><link>" + site.url("/" + key)
                + "</link><author>jane@paper.example (Jane " + world.name
                + ")</author><pubDate>Tue, 01 Sep 2026 10:00:00 GMT</pubDate>"
                + "<description>A teaser.</description><content:encoded><![CDATA[" + content + "]]></content:encoded></item>";
    }

    private void serve(String path, String xml, String etag) {
        site.on(path, exchange -> StubSite.send(exchange,
                etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 200,
                Map.of("Content-Type", "application/rss+xml", "ETag", etag), bytes(xml)));
    }

    private String follow(String path) {
        return as(EDITOR).body(Map.of("url", site.url(path))).post("/api/v1/feeds").then().statusCode(201).extract().path("id");
    }

    private List<Map<String, Object>> waiting() {
        return World.all("feeds/items", EDITOR).stream().filter(item -> item.get("title").toString().endsWith(world.name))
                .toList();
    }

    private String whole() {
        return "<p>"
                + ("The harbour of " + world.name + " will be full by the end of 2027, and ships will wait outside. ")
                        .repeat(25)
                + "</p>";
    }

    @Test
    void newItemsWaitOnceAndNothingIsPublished() {
        serve("/feed", rss(item("two", whole()), item("one", "Short.")), "\"v1\"");
        String id = follow("/feed");
        sweep.sweep();
        assertEquals(List.of("two of " + world.name, "one of " + world.name),
                waiting().stream().map(item -> item.get("title")).toList(), "the newest first");
        assertEquals("Jane " + world.name, waiting().get(0).get("byline"));
        assertTrue((int) waiting().get(0).get("candidates") > 0);
        assertEquals(null, waiting().get(1).get("candidates"));
        as(EDITOR).get("/api/v1/feeds/" + id).then().body("title", equalTo("Feed of " + world.name))
                .body("readAt", notNullValue()).body("lastError", nullValue());

        clock.advance(Duration.ofHours(2));
        sweep.sweep();
        assertEquals("\"v1\"", site.requests.get(site.requests.size() - 1).header("If-none-match"));
        serve("/feed", rss(item("three", "Short."), item("two", whole()), item("one", "Short.")), "\"v2\"");
        clock.advance(Duration.ofHours(2));
        sweep.sweep();
        assertEquals(3, waiting().size());
        assertTrue(World.all("pieces", EDITOR).stream()
                .noneMatch(piece -> piece.get("title").toString().endsWith(" of " + world.name)));
    }

    /** One that is broken, one that hangs up, one that is no feed, one that is gone: the good one is read all the same. */
    @Test
    void aBadFeedStopsNothing() {
        site.status("/broken", 500, Map.of()).html("/page", "<p>No feed at all</p>").status("/gone", 410, Map.of())
                .on("/bomb", exchange -> StubSite.send(exchange, 200,
                        Map.of("Content-Type", "text/xml", "Content-Encoding", "gzip"), StubSite.gzip(new byte[30_000_000])))
                .on("/xxe", exchange -> StubSite.send(exchange, 200, Map.of("Content-Type", "text/xml"), bytes(
                        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>&x;</title></channel></rss>")));
        serve("/good", rss(item("one", "Short.")), "\"v1\"");
        String broken = follow("/broken");
        String gone = follow("/gone");
        String page = follow("/page");
        String bomb = follow("/bomb");
        String xxe = follow("/xxe");
        follow("/good");
        sweep.sweep();
        assertEquals(1, waiting().size());
        as(EDITOR).get("/api/v1/feeds/" + broken).then().body("lastError", containsString("status 500"))
                .body("failures", equalTo(1))
                .body("active", equalTo(true));
        as(EDITOR).get("/api/v1/feeds/" + gone).then().body("active", equalTo(false));
        as(EDITOR).get("/api/v1/feeds/" + page).then().body("lastError", containsString("no RSS or Atom feed"));
        as(EDITOR).get("/api/v1/feeds/" + bomb).then().body("lastError", containsString("holds more"));
        as(EDITOR).get("/api/v1/feeds/" + xxe).then().body("lastError", containsString("declares a document type"))
                .body("title", nullValue());

        long before = site.paths().stream().filter("/broken"::equals).count();
        clock.advance(Duration.ofMinutes(90));
        sweep.sweep();
        assertEquals(before, site.paths().stream().filter("/broken"::equals).count(), "left alone for two hours");
        clock.advance(Duration.ofMinutes(31));
        sweep.sweep();
        as(EDITOR).get("/api/v1/feeds/" + broken).then().body("failures", equalTo(2));
        serve("/broken", rss(), "\"v1\"");
        clock.advance(Duration.ofHours(5));
        sweep.sweep();
        as(EDITOR).get("/api/v1/feeds/" + broken).then().body("failures", equalTo(0)).body("lastError", nullValue());
    }

    @Test
    void anItemIsTakenUpAsAPieceOrPassedOver() {
        site.html("/one", "<html><head><meta name=author content='Jane " + world.name + "'></head><body><article>" + whole()
                .replace("harbour", "bay") + "</article></body></html>");
        serve("/feed", rss(item("two", whole()), item("one", "Short."), item("zero", "Short.")), "\"v1\"");
        follow("/feed");
        sweep.sweep();
        List<Map<String, Object>> items = waiting();
        as(EDITOR).body(Map.of()).post("/api/v1/feeds/items/" + items.get(0).get("id") + "/take").then().statusCode(201)
                .body("title", equalTo("two of " + world.name)).body("publishedOn", equalTo("2026-09-01"))
                .body("author.name", equalTo("Jane " + world.name)).body("url", equalTo(site.url("/two")));
        assertFalse(site.paths().contains("/two"), "the feed brought the whole text");
        as(EDITOR).body(Map.of()).post("/api/v1/feeds/items/" + items.get(0).get("id") + "/take").then().statusCode(409);
        String form = as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParam("action", "take")
                .post("/edit/feeds/items/" + items.get(1).get("id")).then().statusCode(303).extract().header("Location");
        as(EDITOR).accept(ContentType.HTML).get(form).then().statusCode(200).body(containsString("The bay of " + world.name))
                .body(containsString("value=\"one of " + world.name)).body(containsString("value=\"2026-09-01\""));
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC)
                .formParams(Map.of("author.name", "Jane " + world.name, "title", "One", "publishedOn", "2026-09-01", "text",
                        "The bay of " + world.name + " will be full."))
                .post(form).then().statusCode(303).header("Location", not(endsWith("done=known")));
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParam("action", "pass")
                .post("/edit/feeds/items/" + items.get(2).get("id")).then().statusCode(303);
        assertEquals(List.of(), waiting());
        clock.advance(Duration.ofHours(2));
        serve("/feed", rss(item("two", whole()), item("one", "Short."), item("zero", "Short.")), "\"v9\"");
        sweep.sweep();
        assertEquals(List.of(), waiting());
    }

    @Test
    void thePageShowsWhatIsFollowedAndWhatIsWrong() {
        serve("/feed", rss(item("one<b>", "Short.")), "\"v1\"");
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParam("url", site.url("/feed"))
                .post("/edit/feeds")
                .then().statusCode(303);
        site.status("/broken", 503, Map.of());
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParam("url", site.url("/broken"))
                .post("/edit/feeds")
                .then().statusCode(303).header("Location", containsString("/edit/feeds?followed="));
        String broken = (String) World.all("feeds", EDITOR).stream().filter(feed -> feed.get("url").equals(site.url("/broken")))
                .findFirst().orElseThrow().get("id");
        as(EDITOR).accept(ContentType.HTML).get("/edit/feeds?followed=" + broken).then().statusCode(200)
                .body(containsString(site.url("/broken") + " could not be read: the address answered with status 503"),
                        containsString("followed all the same"));
        site.html("/home", "<head><link rel=alternate type='application/rss+xml' href='/found'></head><p>A home page</p>");
        serve("/found", rss(item("found", "Short.")), "\"v1\"");
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParam("url", site.url("/home"))
                .post("/edit/feeds")
                .then().statusCode(303);
        assertTrue(World.all("feeds", EDITOR).stream().anyMatch(feed -> feed.get("url").equals(site.url("/found"))
                && feed.get("lastError") == null));
        as(EDITOR).accept(ContentType.HTML).get("/edit/feeds").then().statusCode(200)
                .body(containsString("Feed of " + world.name)).body(containsString("answered with status 503"))
                .body(not(containsString("<b> of")));
        as(EDITOR).contentType(ContentType.URLENC).formParam("url", "ftp://x/").post("/edit/feeds").then().statusCode(422)
                .body(containsString("is not a web address"));
        as(EDITOR).body(Map.of("url", "http://10.0.0.1/feed")).post("/api/v1/feeds").then().statusCode(422)
                .body("violations[0].message", containsString("public internet"));
    }

    @Test
    void noMoreWaitThanAnEditorCanLookAt() {
        String[] items = new String[60];
        for (int i = 0; i < items.length; i++) {
            items[i] = item("item-" + i, "Short.");
        }
        serve("/feed", rss(items), "\"v1\"");
        follow("/feed");
        sweep.sweep();
        assertEquals(50, waiting().size());
        assertTrue(waiting().get(0).get("title").toString().startsWith("item-0 "));
    }
}
