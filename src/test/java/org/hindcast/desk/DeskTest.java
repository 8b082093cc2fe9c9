package org.hindcast.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** From a piece as it is pasted to its forecasts on record, at the editors' desk. */
@QuarkusTest
class DeskTest {

    private static final Path FOUNDING = Path.of("../shared/pieces/2025-12-11-no-more-misunderstandings.txt");
    private static final String HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(2)>";
    private static final String TEXT = """
            The minister spoke for an hour. Rents will fall by a tenth before the end of 2031.

            The central bank says that inflation will stay above 3 percent. I think the government will probably lose its majority by 2033.

            Nobody asked about the bridges.
            """;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;
    @Inject
    DeskSweep sweep;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    private static String founding() throws IOException {
        assumeTrue(Files.exists(FOUNDING), FOUNDING + " is missing: the founding piece is not here");
        return Files.readString(FOUNDING);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 80; i++) {
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No Tab leads to " + selector);
    }

    private static void type(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().insertText(text);
    }

    private static Locator open(Page page) {
        return page.locator("#list-open > [data-card]");
    }

    private static String slug(Page page) {
        return page.url().replaceFirst(".*/edit/pieces/([^/]+)/desk.*", "$1");
    }

    private static List<Map<String, Object>> published(String slug) {
        return World.get("pieces/" + slug).getList("forecasts");
    }

    private static JsonPath candidates(String slug) {
        return as(EDITOR).body(Map.of("piece", slug)).post("/api/v1/extractions").then().statusCode(200).extract().jsonPath();
    }

    private static List<String> quotes(String slug, String tier, String predictor) {
        return candidates(slug).getList(
                "candidates.findAll { it.tier == '" + tier + "' && it.predictor == '" + predictor + "' }.quote", String.class);
    }

    /** A desk with this text, of a piece of this world. */
    private Page desk(String text, boolean scripts) {
        Page page = BROWSER.signedIn(EDITOR, "/edit/pieces/new", scripts);
        page.fill("[name='author.name']", "Author " + world.name);
        page.check("[name=new]");
        page.fill("[name=title]", "A column of " + world.name);
        page.fill("[name=publishedOn]", "2026-05-01");
        page.fill("[name=text]", text);
        page.click("text=Store the piece");
        page.waitForURL("**/desk");
        return page;
    }

    private static Locator field(Locator card, String name) {
        return card.locator("[name$='." + name + "']");
    }

    private static void saved(Page page) {
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    @Test
    void fromThePastedPieceToItsForecastsByKeyboardAlone() throws IOException {
        String text = founding();
        Page page = BROWSER.window(true);
        page.navigate("/login?next=/edit/pieces/new");
        assertThat(page.locator("[name=username]")).isFocused();
        page.keyboard().type(EDITOR);
        page.keyboard().press("Tab");
        page.keyboard().type(World.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("http://[^/]+/edit/pieces/new"));
        type(page, "[name='author.name']", "Author " + world.name);
        tabTo(page, "[name=new]");
        page.keyboard().press("Space");
        type(page, "[name=title]", "No more misunderstandings, said to " + world.name);
        tabTo(page, "[name=publishedOn]");
        page.keyboard().type("12112025");
        type(page, "[name=text]", text);
        tabTo(page, "[name=note]");
        page.keyboard().press("Enter");
        page.waitForURL("**/desk");

        String slug = slug(page);
        List<String> high = quotes(slug, "HIGH", "AUTHOR");
        assertThat(open(page)).hasCount(high.size());
        assertThat(page.locator("#ready")).hasText("0 of " + high.size() + " ticked are ready");
        assertThat(open(page).first()).isFocused();
        page.keyboard().press("a");
        page.keyboard().type("geopolitics, ukraine");
        page.keyboard().press("Escape");
        for (int i = 0; i < high.size(); i++) {
            assertThat(open(page).nth(i)).isFocused();
            page.keyboard().press("6");
            page.keyboard().press("j");
        }
        assertThat(page.locator("#ready")).hasText(high.size() + " of " + high.size() + " ticked are ready");
        page.keyboard().press("p");
        assertThat(page.locator("#sure li")).hasCount(high.size());
        page.keyboard().press("Enter");
        assertThat(page.locator("#saved")).containsText(high.size() + " put on record.");
        assertThat(open(page)).hasCount(0);
        assertThat(page.locator("#list-done .pill.yes")).hasCount(high.size());

        List<Map<String, Object>> forecasts = published(slug);
        assertEquals(high, forecasts.stream().map(one -> one.get("quote")).toList());
        for (Map<String, Object> forecast : forecasts) {
            assertEquals("OPEN", forecast.get("status"));
            assertEquals(List.of("geopolitics", "ukraine"), forecast.get("topics"));
            assertEquals("2026-06-11", ((Map<?, ?>) forecast.get("criteria")).get("dueOn"));
            assertTrue(((Map<?, ?>) forecast.get("criteria")).get("question").toString().contains("by 11 June 2026"),
                    forecast::toString);
            assertEquals(forecast.get("quote"),
                    text.substring((int) forecast.get("start"), (int) forecast.get("end")));
        }
        assertEquals(high.size(), labels(slug).stream().filter(one -> one.get("verdict").equals("ACCEPTED")).count());
    }

    private static List<Map<String, Object>> labels(String slug) {
        return World.all("extractions/labels", EDITOR).stream().filter(piece -> piece.get("piece").equals(slug)).findFirst()
                .map(DeskTest::labels).orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> labels(Map<String, Object> piece) {
        return (List<Map<String, Object>>) piece.get("labels");
    }

    @Test
    void theSameWithoutScripts() throws IOException {
        Page page = desk(founding(), false);
        List<String> high = quotes(slug(page), "HIGH", "AUTHOR");
        assertThat(open(page)).hasCount(high.size());
        page.fill("[name=topics]", "geopolitics");
        page.click("text=Put all ticked on record");
        assertThat(page.locator(".said")).containsText("Nothing was put on record. " + high.size() + " that are ticked stay");
        for (int i = 0; i < high.size(); i++) {
            Locator card = open(page).nth(i);
            assertThat(card.locator(".checklist .error").first()).containsText("Due");
            assertThat(field(card, "topics")).hasValue("geopolitics");
            field(card, "statement").fill("Said as number " + i);
            if (i > 0) {
                field(card, "criteria.dueOn").fill("2031-06-30");
            }
        }
        page.click("text=Put all ticked on record");
        assertThat(page.locator(".said"))
                .containsText(high.size() - 1 + " forecasts were put on record. One that is ticked stays");
        assertThat(open(page)).hasCount(1);
        assertThat(field(open(page), "statement")).hasValue("Said as number 0");
        field(open(page), "criteria.dueOn").fill("2031-06-30");
        open(page).locator("text=Put on record").last().click();
        assertThat(page.locator(".said")).containsText("One forecast was put on record.");
        assertEquals(high, published(slug(page)).stream().map(one -> one.get("quote")).toList());
    }

    @Test
    void aDateOfOursMustBeLookedAtAndOthersAreNotTicked() {
        Page page = desk(TEXT, true);
        String slug = slug(page);
        assertEquals(List.of("The central bank says that inflation will stay above 3 percent."),
                candidates(slug).getList("candidates.findAll { it.predictor == 'OTHER' }.quote"));
        assertThat(page.locator("#list-others > [data-card]")).hasCount(1);
        assertThat(page.locator("#list-others")).containsText("The central bank");
        assertThat(page.locator("#list-others [type=checkbox]")).hasCount(0);
        Locator stated = open(page).filter(new Locator.FilterOptions().setHasText("Rents will fall"));
        Locator read = open(page).filter(new Locator.FilterOptions().setHasText("lose its majority"));
        assertThat(stated.locator(".pill.yes")).hasText("ready");
        assertThat(read.locator(".pill.no")).hasText("to do: Due");
        read.focus();
        page.keyboard().press("l");
        assertThat(read.locator(".pill.yes")).hasText("ready");
        page.keyboard().press("o");
        page.keyboard().press("t");
        assertThat(page.locator("#list-done [data-kind=theirs]")).hasCount(1);
        stated.focus();
        page.keyboard().press("x");
        assertThat(page.locator("#list-done [data-kind=rejected]")).hasCount(1);
        assertEquals(List.of("REJECTED", "REPORTED"),
                labels(slug).stream().map(one -> one.get("verdict").toString()).sorted().toList());
        page.keyboard().press("u");
        assertThat(page.locator("#list-done [data-kind=rejected]")).hasCount(0);
        assertEquals(List.of("REPORTED"), labels(slug).stream().map(one -> one.get("verdict")).toList());
    }

    @Test
    void nothingTypedIsLost() {
        Page page = desk(TEXT, true);
        page.keyboard().press("e");
        Locator first = open(page).first();
        field(first, "statement").fill("Kept on the server");
        saved(page);
        field(first, "condition").fill("Kept in the browser, if nowhere else");
        page.reload();
        assertThat(field(open(page).first(), "statement")).hasValue("Kept on the server");
        assertThat(field(open(page).first(), "condition")).hasValue("Kept in the browser, if nowhere else");
        saved(page);

        String path = "/edit/pieces/" + slug(page) + "/desk";
        page.context().setOffline(true);
        page.keyboard().press("e");
        field(open(page).first(), "statement").fill("Typed without a connection");
        assertThat(page.locator("#saved")).containsText("is kept in this browser");
        page.context().setOffline(false);
        page.navigate(path);
        saved(page);
        Page other = BROWSER.signedIn(EDITOR, path, false);
        assertThat(field(open(other).first(), "statement")).hasValue("Typed without a connection");
    }

    @Test
    void asOneTypesTheChecklistAndTheCriteriaFollow() {
        World.Forecast there = world.forecast().with("statement", "Rents will fall by a tenth " + world.name)
                .criterion("question", "Will rents fall by a tenth " + world.name + "?").due(LocalDate.of(2031, 12, 31))
                .publish();
        Page page = desk(TEXT, true);
        Locator card = open(page).first();
        page.keyboard().press("e");
        field(card, "statement").fill("Rents will fall by a tenth " + world.name);
        assertThat(card.locator("[value='" + there.question() + "']")).hasCount(1);
        assertThat(field(card, "criteria.question"))
                .hasValue("Will rents fall by a tenth " + world.name + " by 31 December 2031?");
        field(card, "criteria.dueOn").fill("2026-01-01");
        assertThat(card.locator(".checklist .error")).containsText("before the forecast was made");
        field(card, "criteria.question").fill("Will it be mine?");
        field(card, "criteria.dueOn").fill("2032-01-01");
        assertThat(card.locator(".checklist .error")).hasCount(0);
        assertThat(field(card, "criteria.question")).hasValue("Will it be mine?");
        card.locator("[value='" + there.question() + "']").check();
        assertThat(field(card, "criteria.question")).isHidden();
        saved(page);
        page.keyboard().press("Escape");
        assertThat(card).isFocused();
        card.locator("text=Put on record").last().click();
        assertThat(page.locator("#list-done .pill.yes")).hasCount(1);
        assertEquals(2, World.get("questions/" + there.question()).getList("forecasts").size());
    }

    @Test
    void anyWordsOfThePieceMakeACard() {
        Page page = desk(TEXT, true);
        int before = open(page).count();
        page.evaluate("""
                () => {
                  const inner = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
                  let text; while ((text = inner.nextNode()) && !text.data.includes('bridges')) { }
                  const range = document.createRange();
                  range.setStart(text, text.data.indexOf('Nobody')); range.setEnd(text, text.data.indexOf('bridges') + 7);
                  getSelection().removeAllRanges(); getSelection().addRange(range);
                }""");
        assertThat(page.locator("[name=add]")).hasValue("Nobody asked about the bridges");
        page.keyboard().press("n");
        page.waitForURL("**#card-*");
        assertThat(open(page)).hasCount(before + 1);
        Locator card = page.locator("[data-card]:has(> details[open])");
        assertThat(field(card, "quote")).hasValue("Nobody asked about the bridges");

        Page plain = BROWSER.signedIn(EDITOR, "/edit/pieces/" + slug(page) + "/desk", false);
        plain.fill("[name=add]", "words that are not there");
        plain.click("text=Make a card");
        assertThat(plain.locator(".problems")).containsText("These words are not in the piece");
        assertThat(plain.locator("[name=add]")).hasValue("words that are not there");
        plain.fill("[name=add]", "spoke  for\nan hour");
        plain.click("text=Make a card");
        assertThat(open(plain)).hasCount(before + 2);
    }

    @Test
    void aSecondEditorSeesWhatHappenedAndOverwritesNothing() {
        String other = World.account(world.name + "-other", EDITOR);
        Page page = desk(TEXT, true);
        String path = "/edit/pieces/" + slug(page) + "/desk";
        Page second = BROWSER.signedIn(other, path, true);
        page.keyboard().press("e");
        field(open(page).first(), "statement").fill("As the first one has it");
        saved(page);
        second.keyboard().press("e");
        field(open(second).first(), "statement").fill("As the second one has it");
        assertThat(open(second).first().locator("[role=alert]")).containsText("editor has changed this card");
        assertThat(open(second).first().locator("[role=alert]")).containsText("As the first one has it");
        assertThat(field(open(second).first(), "statement")).hasValue("As the second one has it");
        open(second).first().locator("text=Keep mine").click();
        saved(second);
        page.keyboard().press("Escape");
        page.evaluate("() => window.dispatchEvent(new Event('focus'))");
        assertThat(field(open(page).first(), "statement")).hasValue("As the second one has it");
        assertThat(open(page).first()).containsText("changed by " + other);

        Page plain = BROWSER.signedIn(EDITOR, path, false);
        field(open(second).first(), "statement").fill("Once more");
        saved(second);
        open(plain).first().locator("summary").first().click();
        field(open(plain).first(), "statement").fill("Without scripts");
        plain.click("text=Put all ticked on record");
        assertThat(open(plain).first().locator("[role=alert]")).containsText(other + " has changed this card");
        assertThat(field(open(plain).first(), "statement")).hasValue("Without scripts");
        assertTrue(published(slug(page)).isEmpty());
        plain.locator(".bar >> text=Save").click();
        assertThat(plain.locator(".said")).hasText("Saved. Nothing was put on record yet.");
        assertThat(field(open(plain).first(), "statement")).hasValue("Without scripts");
    }

    @Test
    void hostileTextsAreText() {
        for (boolean scripts : List.of(true, false)) {
            world = new World(clock);
            Page page = desk(TEXT.replace("Rents", HOSTILE + " rents") + "\n</textarea>" + HOSTILE, scripts);
            page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
            Locator card = open(page).first();
            for (String name : List.of("statement", "quote", "condition", "topics", "criteria.question", "criteria.yesWhen",
                    "criteria.sourceOfTruth", "criteria.timeZone", "criteria.ifSilent", "criteria.key")) {
                field(card, name).fill("</textarea>" + HOSTILE);
            }
            if (scripts) {
                saved(page);
                page.reload();
            } else {
                page.click("text=Put all ticked on record");
            }
            assertThat(field(open(page).first(), "statement")).hasValue("</textarea>" + HOSTILE);
            assertThat(open(page).first().locator(".statement")).hasText("</textarea>" + HOSTILE);
            page.fill("[name=add]", HOSTILE + "no");
            page.click("text=Make a card");
            assertThat(page.locator("[name=add]")).hasValue(HOSTILE + "no");
            assertEquals(0, page.locator("main img, main script:not([src])").count());
        }
    }

    @Test
    void whatNobodyCanDecideIsKept() {
        Page page = desk(TEXT, false);
        Locator card = open(page).first();
        card.locator("summary").first().click();
        card.locator("summary >> text=Nobody can decide this").click();
        card.locator("text=Keep it as unresolvable").click();
        assertThat(open(page).first().locator("[role=alert]")).containsText("Why is missing");
        field(open(page).first(), "reason").fill("No figure of rents is published.");
        open(page).first().locator("text=Keep it as unresolvable").click();
        assertThat(page.locator(".said")).containsText("Kept as a claim that nobody can decide.");
        assertEquals(1, World.get("authors/author-" + world.name + "/unresolvable").getList("items").size());
    }

    private static RequestSpecification form() {
        return as(EDITOR).contentType("application/x-www-form-urlencoded").accept("text/html").redirects().follow(false);
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        String desk = "/edit/pieces/" + world.piece() + "/desk";
        form().post(desk + "/readings").then().statusCode(303);
        String id = World.all("pieces/" + world.piece() + "/cards", EDITOR).get(0).get("id").toString();
        String card = desk + "/cards/" + id;
        for (String text : List.of("nul\0", "x".repeat(6000))) {
            form().formParam(id + ".seen", "1.0").formParam(id + ".statement", text).post(card).then().statusCode(422);
            form().formParam(id + ".seen", "1.0").formParam(id + ".statement", text).post(desk).then().statusCode(422);
            form().formParam("action", "add").formParam("add", text).post(desk).then().statusCode(422);
        }
        form().formParam("action", "reject:nothing").post(desk).then().statusCode(303);
        form().formParam("action", "dance:" + id).post(desk).then().statusCode(303);
        form().get(desk + "/cards/" + UUID.randomUUID()).then().statusCode(404);
        World elsewhere = new World(clock);
        form().get("/edit/pieces/" + elsewhere.piece() + "/desk/cards/" + id).then().statusCode(404);
        form().formParam("action", "reject").post("/edit/pieces/" + elsewhere.piece() + "/desk/cards/" + id).then()
                .statusCode(404);
        as(EDITOR).get("/api/v1/pieces/" + world.piece() + "/cards?since=yesterday").then().statusCode(422);
        form().formParam("action", "reject").post(card).then().statusCode(200);
        form().formParam("action", "put").post(card).then().statusCode(422).body(containsString("said that it is no forecast"));
    }

    @Test
    void storingSaysThatItTakesItsTime() {
        Page page = BROWSER.signedIn(EDITOR, "/edit/pieces/new", true);
        page.fill("[name='author.name']", "Author " + world.name);
        page.check("[name=new]");
        page.fill("[name=title]", "A column of " + world.name);
        page.fill("[name=publishedOn]", "2026-05-01");
        page.fill("[name=text]", TEXT);
        assertEquals("Storing and reading it… ", page.evaluate("""
                () => {
                  document.querySelector("form.broad").requestSubmit();
                  return document.querySelector(".waits").textContent;
                }"""));
        page.waitForURL("**/desk");
        assertThat(open(page).first()).isVisible();
    }

    @Test
    void aPieceThatWasNotReadIsReadWhenItsDeskIsOpened() {
        String slug = as(EDITOR).body(Map.of("author", Map.of("name", "Author " + world.name), "title", world.name,
                "publishedOn", "2026-05-01", "text", TEXT)).post("/api/v1/pieces").then().statusCode(201).extract()
                .path("slug");
        Page page = BROWSER.signedIn(EDITOR, "/edit/pieces/" + slug, true);
        page.click("text=Desk: read for forecasts");
        page.waitForURL("**/desk?done=read*");
        assertThat(page.locator("#list-others > [data-card]")).hasCount(1);
        int before = page.locator("[data-card]").count();
        open(page).first().focus();
        page.keyboard().press("e");
        field(open(page).first(), "statement").fill("Touched");
        saved(page);
        page.click("text=Read it again");
        page.waitForURL("**/desk?done=read*");
        assertThat(page.locator("[data-card]")).hasCount(before);
        assertThat(field(open(page).first(), "statement")).hasValue("Touched");
    }

    @Test
    void aLongPieceIsNotReadWhileSomebodyWaitsForItToBeStored() {
        String text = "The committee met in the old hall, and nobody said much about it afterwards.\n\n".repeat(1400) + TEXT;
        String desk = form().formParam("author.name", "Author " + world.name).formParam("new", "true")
                .formParam("title", world.name).formParam("publishedOn", "2026-05-01").formParam("text", text)
                .post("/edit/pieces/new").then().statusCode(303).extract().header("Location")
                .replaceFirst("https?://[^/]+", "");
        form().get(desk).then().statusCode(200).body(containsString("still being read for forecasts"));
        Page page = BROWSER.signedIn(EDITOR, desk, true);
        sweep.sweep();
        page.waitForURL("**/desk?done=read");
        assertThat(open(page).first()).containsText("Rents will fall by a tenth");
        assertThat(page.locator("#reading")).containsText("Read it again");
    }
}
