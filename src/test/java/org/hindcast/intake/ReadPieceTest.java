package org.hindcast.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.hindcast.net.StubSite.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.net.StubSite;
import org.hindcast.piece.Piece;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** From an address, or a file, to a piece. */
@QuarkusTest
class ReadPieceTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    private final StubSite site = new StubSite();
    @TempDir
    Path folder;
    private World world;
    private String page;

    @BeforeEach
    void publish() {
        world = new World(clock);
        page = """
                <html><head><title>The harbour of %1$s</title><meta name="author" content="Jane %1$s">
                <meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2026-09-01T10:00:00Z">
                </head><body><nav><a href="/">Home</a></nav><article><h1>The harbour of %1$s</h1>
                <p>%2$s</p><ul><li>Prices will fall.</li></ul></article></body></html>
                """
                .formatted(world.name, ("The harbour of " + world.name + " will be full by the end of 2027. ").repeat(6));
        site.html("/opinion/harbour", page);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anAddressBecomesAPieceWithWhatWasReceived() {
        String slug = as(EDITOR).body(Map.of("url", site.url("/opinion/harbour"))).post("/api/v1/pieces/fetch").then()
                .statusCode(201).header("Location", containsString("/api/v1/pieces/2026-09-01-the-harbour-of-" + world.name))
                .body("title", equalTo("The harbour of " + world.name)).body("author.name", equalTo("Jane " + world.name))
                .body("publisher", equalTo("The Paper")).body("publishedOn", equalTo("2026-09-01"))
                .body("url", equalTo(site.url("/opinion/harbour"))).extract().path("slug");
        as(EDITOR).get("/api/v1/pieces/" + slug).then().body("text", containsString("- Prices will fall."));
        anonymous().get("/api/v1/pieces/" + slug).then().statusCode(200).body("text", nullValue());
        anonymous().accept(ContentType.HTML).get("/pieces/" + slug).then().statusCode(200)
                .body(containsString("may not be republished")).body(not(containsString("Prices will fall")));
        as(EDITOR).body(Map.of("piece", slug)).post("/api/v1/extractions").then().statusCode(200)
                .body("candidates.quote", hasItem("Prices will fall."))
                .body("candidates.quote", hasItem("The harbour of " + world.name + " will be full by the end of 2027."));
        String id = as(EDITOR).get("/api/v1/pieces/" + slug + "/received").then().statusCode(200)
                .body("items.sha256", contains(Piece.sha256(bytes(page)))).body("items.receivedBy", contains(EDITOR))
                .body("items.address", contains(site.url("/opinion/harbour"))).extract().path("items[0].id");
        assertArrayEquals(bytes(page), as(EDITOR).get("/api/v1/received/" + id).then().statusCode(200)
                .contentType("application/octet-stream").header("Content-Disposition", containsString("attachment"))
                .extract().asByteArray());
    }

    @Test
    void theSamePieceAgainIsRecognised() {
        String slug = as(EDITOR).body(Map.of("url", site.url("/opinion/harbour"))).post("/api/v1/pieces/fetch").then()
                .statusCode(201).extract().path("slug");
        int asked = site.requests.size();
        for (String same : new String[] { "/opinion/harbour", "/opinion/harbour/", "/opinion/harbour?utm_source=x#top" }) {
            as(EDITOR).body(Map.of("url", site.url(same))).post("/api/v1/pieces/fetch").then().statusCode(200)
                    .body("slug", equalTo(slug));
        }
        assertEquals(asked, site.requests.size(), "what is known is not read again");
        site.html("/amp/harbour", page.replace("</head>", "<link rel=canonical href=/opinion/harbour></head>")
                .replace("Prices", "All prices"));
        site.html("/mirror", page);
        site.redirect("/short", "/opinion/harbour");
        for (String same : new String[] { "/amp/harbour", "/mirror", "/short" }) {
            as(EDITOR).body(Map.of("url", site.url(same))).post("/api/v1/pieces/fetch").then().statusCode(200)
                    .body("slug", equalTo(slug));
        }
        as(EDITOR).accept(ContentType.HTML).redirects().follow(false).contentType(ContentType.URLENC)
                .formParam("url", site.url("/short")).post("/edit/read").then().statusCode(303)
                .header("Location", endsWith("/edit/pieces/" + slug + "?done=known"));
    }

    @Test
    void aKeyIsAnsweredTheSameAgain() {
        String key = "read-" + world.name;
        Map<String, String> body = Map.of("url", site.url("/opinion/harbour"));
        String slug = as(EDITOR).header("Idempotency-Key", key).body(body).post("/api/v1/pieces/fetch").then().statusCode(201)
                .extract().path("slug");
        as(EDITOR).header("Idempotency-Key", key).body(body).post("/api/v1/pieces/fetch").then().statusCode(201)
                .body("slug", equalTo(slug));
        as(EDITOR).header("Idempotency-Key", key).body(Map.of("url", site.url("/other"))).post("/api/v1/pieces/fetch").then()
                .statusCode(422);
    }

    @Test
    void whatThePageDoesNotSayIsAskedFor() {
        site.html("/bare", "<p>" + "Nobody knows who says so, but ships will come. ".repeat(10));
        as(EDITOR).body(Map.of("url", site.url("/bare"))).post("/api/v1/pieces/fetch").then().statusCode(422)
                .body("violations.field", contains("author", "title", "publishedOn"));
        as(EDITOR).body(Map.of("url", site.url("/bare"), "author", Map.of("name", "Jane " + world.name), "title", "Ships",
                "publishedOn", "2026-09-02", "republish", true)).post("/api/v1/pieces/fetch").then().statusCode(201)
                .body("author.name", equalTo("Jane " + world.name)).body("title", equalTo("Ships"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://169.254.169.254/latest/meta-data  | not on the public internet
            http://10.0.0.1/                         | not on the public internet
            http://[fd00::1]/                        | not on the public internet
            http://0x0a000001/                       | has no host that is accepted
            http://jane:secret@127.0.0.1/            | name or password
            file:///etc/passwd                       | is not a web address
            """)
    void noAddressLeadsInside(String url, String because) {
        as(EDITOR).body(Map.of("url", url)).post("/api/v1/pieces/fetch").then().statusCode(422)
                .contentType("application/problem+json").body("violations.field", contains("url"))
                .body("violations[0].message", containsString(because));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        site.html("/scripts", "<div id=root></div><script>render()</script>").status("/gone", 404, Map.of())
                .on("/pdf", exchange -> StubSite.send(exchange, 200, Map.of("Content-Type", "application/pdf"), bytes("%PDF")));
        for (String[] one : new String[][] { { "/scripts", "holds no text" }, { "/gone", "status 404" },
                { "/pdf", "is of type application/pdf" } }) {
            as(EDITOR).body(Map.of("url", site.url(one[0]))).post("/api/v1/pieces/fetch").then().statusCode(422)
                    .body("violations[0].message", containsString(one[1]));
        }
        as(EDITOR).body(Map.of()).post("/api/v1/pieces/fetch").then().statusCode(422).body("violations.field", contains("url"));
    }

    @Test
    void anEditorLooksOverWhatWasReadAndStoresIt() {
        String one = as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC)
                .formParam("url", site.url("/opinion/harbour")).post("/edit/read").then().statusCode(303).extract()
                .header("Location");
        as(EDITOR).accept(ContentType.HTML).get(one).then().statusCode(200)
                .body(allOf(containsString("value=\"Jane " + world.name + "\""), containsString("value=\"2026-09-01\""),
                        containsString("- Prices will fall."), containsString(Piece.sha256(bytes(page)))));
        Map<String, String> form = Map.of("author.name", "Jane " + world.name, "title", "The harbour & all", "publishedOn",
                "2026-09-01", "url", site.url("/opinion/harbour"), "text", "Prices will fall in " + world.name + ".");
        as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParams(form).post(one).then().statusCode(422)
                .body(containsString("is not on record")).body(containsString("The harbour &amp; all"));
        String stored = as(EDITOR).redirects().follow(false).contentType(ContentType.URLENC).formParams(form)
                .formParam("new", "true").post(one).then().statusCode(303).extract().header("Location");
        String slug = stored.replaceAll(".*/edit/pieces/([^/?]+).*", "$1");
        as(EDITOR).get("/api/v1/pieces/" + slug + "/received").then().statusCode(200)
                .body("items.sha256", contains(Piece.sha256(bytes(page))));
        as(EDITOR).redirects().follow(false).accept(ContentType.HTML).get(one).then().statusCode(303);
    }

    @Test
    void refusalsAreShownOnThePage() {
        as(EDITOR).contentType(ContentType.URLENC).formParam("url", "http://10.0.0.1/\"><script>").post("/edit/read").then()
                .statusCode(422).contentType(ContentType.HTML).body(containsString("Nothing was read"))
                .body(not(containsString("\"><script>")));
        as(EDITOR).contentType(ContentType.URLENC).formParam("url", "").post("/edit/read").then().statusCode(422)
                .body(containsString("no file was chosen"));
    }

    @Test
    void aFileBecomesAPiece() throws IOException {
        String markdown = "---\nauthor: Jane " + world.name + "\ndate: 2026-09-03\n---\n# Ships of " + world.name
                + "\n\n1. Ships *will* come to " + world.name + ".\n2. Prices will fall.\n";
        String slug = upload("ships.md", bytes(markdown), "application/octet-stream").statusCode(201)
                .body("title", equalTo("Ships of " + world.name)).body("publishedOn", equalTo("2026-09-03")).extract()
                .path("slug");
        as(EDITOR).body(Map.of("piece", slug)).post("/api/v1/extractions").then().statusCode(200)
                .body("candidates.quote", hasItem("Ships will come to " + world.name + "."));
        as(EDITOR).get("/api/v1/pieces/" + slug + "/received").then().body("items.fileName", contains("ships.md"));
        upload("again.md", bytes(markdown), "text/markdown").statusCode(200).body("slug", equalTo(slug));
        upload("a.pdf", bytes("%PDF"), "application/pdf").statusCode(422).body("violations.field", contains("file"));
        upload("a.txt", new byte[] { 1, 0, 2 }, "text/plain").statusCode(422)
                .body("violations[0].message", containsString("is no text"));
        upload("b.txt", new byte[3_000_000], "text/plain").statusCode(422)
                .body("violations[0].message", containsString("at most"));
        upload("c.txt", bytes("Who said this? It will rain in " + world.name), "text/plain").statusCode(422)
                .body("violations.field", contains("author", "title", "publishedOn"));
    }

    private ValidatableResponse upload(String name, byte[] content, String type) throws IOException {
        return as(EDITOR).contentType(ContentType.MULTIPART)
                .multiPart("file", Files.write(folder.resolve(name), content).toFile(), type).post("/api/v1/pieces/upload")
                .then();
    }

    @Test
    void anEditorReadsAnAddressAndAFileWithoutScripts() {
        Page editor = BROWSER.signedIn(EDITOR, "/edit", false);
        editor.click("text=Read one from the web or a file");
        editor.fill("[name=url]", "http://10.0.0.1/");
        editor.click("main button");
        assertThat(editor.locator("main")).containsText("leads to an address that is not on the public internet");
        assertThat(editor.locator("[name=url]")).hasValue("http://10.0.0.1/");
        editor.fill("[name=url]", site.url("/opinion/harbour"));
        editor.click("main button");
        assertThat(editor.locator("h1")).hasText("What was read");
        assertThat(editor.locator("[name='author.name']")).hasValue("Jane " + world.name);
        assertThat(editor.locator("[name=publishedOn]")).hasValue("2026-09-01");
        editor.check("[name=new]");
        editor.click("text=Store the piece");
        assertThat(editor.locator("h1")).hasText("The harbour of " + world.name);

        editor.navigate("/edit/read");
        editor.setInputFiles("[name=file]", new FilePayload("notes.md", "text/markdown", bytes("# Notes of " + world.name
                + "\n\nPrices will fall, says " + world.name + ".")));
        editor.click("main button");
        assertThat(editor.locator("[name=title]")).hasValue("Notes of " + world.name);
        assertThat(editor.locator("[name=text]")).hasValue("Prices will fall, says " + world.name + ".");
    }
}
