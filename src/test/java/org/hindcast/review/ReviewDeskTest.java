package org.hindcast.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Browser;
import org.hindcast.web.Formats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** The review desk as reviewers use it. */
@QuarkusTest
class ReviewDeskTest {

    private static final String HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(2)> \u202eevil";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    private World world;
    private String reviewer;

    @BeforeEach
    void begin() {
        world = new World(clock);
        reviewer = world.reviewer("desk");
    }

    private World.Forecast due(String question) {
        return world.dueForecast().criterion("question", question).publish();
    }

    private Page desk(String question, String who) {
        return BROWSER.signedIn(who, "/reviews/" + question, true);
    }

    private static String outcome(World.Forecast forecast) {
        return World.get("questions/" + forecast.question()).getString("outcome");
    }

    @Test
    void aQuestionIsDecidedByKeyboardAlone() {
        World.Forecast first = due("Is the first decided?");
        Page page = desk(first.question(), reviewer);
        assertThat(page.locator("h1")).hasText("Is the first decided?");
        paste(page, " https://example.org/first ");
        assertThat(page.locator("[name=url]").first()).hasValue("https://example.org/first");
        page.keyboard().press("y");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/reviews.*decided=" + first.question()));
        assertThat(page.locator(".said")).containsText("Decided YES");
        assertThat(page.locator(".said")).containsText("Is the first decided?");
        assertThat(page.locator("p.progress")).containsText("1 of ");
        assertEquals("YES", outcome(first));
        assertEquals("https://example.org/first",
                World.get("questions/" + first.question()).getString("evidence[0].url"));
    }

    @Test
    void aReviewerSignsInDecidesAndSignsOutWithoutAMouseAndTheOldCookieIsDead() {
        World.Forecast forecast = due("By keyboard, from door to door?");
        Page page = BROWSER.window(true);
        page.navigate("/reviews/" + forecast.question());
        assertThat(page.locator("[name=username]")).isFocused();
        page.keyboard().type(reviewer);
        page.keyboard().press("Tab");
        page.keyboard().type(World.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/reviews/" + forecast.question());
        paste(page, "https://example.org/door");
        page.keyboard().press("n");
        page.keyboard().press("Enter");
        page.waitForURL("**decided=" + forecast.question());
        assertEquals("NO", outcome(forecast));

        List<Cookie> cookies = page.context().cookies().stream()
                .map(cookie -> new Cookie(cookie.name, cookie.value).setDomain(cookie.domain).setPath(cookie.path)).toList();
        assertEquals(1, cookies.size());
        page.navigate("/me");
        page.locator("form[action='/logout'] button").press("Enter");
        page.waitForURL(Pattern.compile(".*/(login)?$"));
        assertEquals(List.of(), page.context().cookies());
        page.context().addCookies(cookies);
        page.navigate("/reviews/" + forecast.question());
        page.waitForURL("**/login?next=*");
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void afterOneComesTheNext() {
        World.Forecast first = due("One?");
        World.Forecast second = due("Two?");
        Page page = desk(first.question(), reviewer);
        page.keyboard().press("l");
        assertThat(page.locator("[name=recheckOn]")).isVisible();
        page.keyboard().press("Enter");
        page.waitForURL("**/reviews/" + second.question() + "?decided=" + first.question());
        assertThat(page.locator(".said")).containsText("Later: asked again on");
        assertThat(page.locator("p.progress")).containsText("0 of ");
        page.keyboard().press("v");
        page.fill("[name=note]", "The index was given up.");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**decided=" + second.question());
        assertEquals("VOID", outcome(second));
    }

    /** What is asked of others is in the list, for whoever has come to the end of their own. */
    @Test
    void onesOwnLeadToNothingThatIsAskedOfOthers() {
        World.Forecast mine = due("Asked of me?");
        World.Forecast others = due("Asked of somebody else?");
        takeUp(reviewer, mine);
        takeUp(world.reviewer("other"), others);
        Page page = desk(mine.question(), reviewer);
        assertThat(page.locator("a[href='/reviews/" + others.question() + "']")).hasCount(0);
        page.check("[value=VOID]");
        page.fill("[name=note]", "The index was given up.");
        page.click("#verdict button >> nth=0");
        page.waitForURL("**decided=" + mine.question());
        assertThat(page.locator(".said").first()).containsText("Decided VOID");
        assertFalse(page.url().contains(others.question()), page::url);
    }

    /** It becomes their turn, and they put it off. */
    private void takeUp(String who, World.Forecast forecast) {
        LocalDate day = clock.today().plusDays(1);
        as(who).contentType(ContentType.URLENC).accept("text/html").redirects().follow(false)
                .formParam("until", day.toString()).post("/reviews/" + forecast.question() + "/later").then().statusCode(303);
        as(who).accept("text/html").get("/reviews?later=" + forecast.question()).then()
                .body(containsString("Put off: it waits for you again on " + Formats.date(day)));
    }

    @Test
    void keysAreLettersWhileOneTypes() {
        Page page = desk(due("Typed?").question(), reviewer);
        page.locator("[name=note]").pressSequentially("very nice, lovely");
        page.locator("[name=urlNote]").first().pressSequentially("yes");
        assertThat(page.locator("[name=note]")).hasValue("very nice, lovely");
        assertEquals(0, page.locator("[name=outcome]:checked").count());
    }

    @Test
    void pastingFillsTheFirstEmptyFieldsAndMakesMore() {
        Page page = desk(due("Pasted?").question(), reviewer);
        for (int i = 1; i <= 5; i++) {
            paste(page, "https://example.org/" + i);
        }
        paste(page, "no address");
        assertEquals(List.of("https://example.org/1", "https://example.org/2", "https://example.org/3",
                "https://example.org/4", "https://example.org/5"), values(page.locator("[name=url]")));
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost() {
        World.Forecast forecast = due("Refused?");
        for (boolean scripts : List.of(true, false)) {
            Page page = BROWSER.signedIn(reviewer, "/reviews/" + forecast.question(), scripts);
            page.check("[value=NO]");
            page.fill("[name=note]", "Two\nlines");
            page.locator("[name=url]").nth(2).fill("not an address");
            page.locator("[name=urlNote]").nth(2).fill("a note");
            page.click("#verdict button >> nth=0");
            assertThat(page.locator(".row .problem")).containsText("is not a web address");
            assertThat(page.locator("[name=note]")).hasValue("Two\nlines");
            assertThat(page.locator("[value=NO]")).isChecked();
            assertThat(page.locator("[name=urlNote]").first()).hasValue("a note");
            page.click("text=More addresses");
            assertTrue(page.locator("[name=url]").count() >= 4);
            assertThat(page.locator("[name=urlNote]").first()).hasValue("a note");
            page.locator("[name=url]").first().fill("");
            page.locator("[name=urlNote]").first().fill("");
            page.click("#verdict button >> nth=0");
            assertThat(page.locator("#evidence > .problem"))
                    .containsText("is missing; NO needs at least one address where it can be seen");
            page.check("[value=VOID]");
            page.fill("[name=note]", "");
            page.click("#verdict button >> nth=0");
            assertThat(page.locator("#verdict .problem")).containsText("VOID needs a note");
            assertEquals(0, page.locator("details.other[open]").count());
        }
        assertEquals(null, outcome(forecast));
    }

    @Test
    void whoIsSecondSeesWhatHappenedAndKeepsWhatTheyTyped() {
        World.Forecast forecast = due("Both at once?");
        String other = world.reviewer("first");
        Page page = desk(forecast.question(), reviewer);
        page.check("[value=NO]");
        page.fill("[name=note]", "I think not.");
        page.locator("[name=url]").first().fill("https://example.org/mine");
        as(other).body(Map.of("outcome", "YES", "evidence",
                List.of(Map.of("url", "https://example.org/theirs", "note", "seen there"))))
                .post("/api/v1/questions/" + forecast.question() + "/verdicts").then().statusCode(201);
        var answer = page.waitForResponse("**/reviews/" + forecast.question(), () -> page.click("#verdict button >> nth=0"));
        assertEquals(409, answer.status());
        for (String told : List.of(other + " decided this question meanwhile: YES", "https://example.org/theirs",
                "seen there")) {
            assertThat(page.locator(".problems")).containsText(told);
        }
        assertThat(page.locator("[name=note]")).hasValue("I think not.");
        assertThat(page.locator("[name=url]").first()).hasValue("https://example.org/mine");
        assertThat(page.locator("[value=NO]")).isChecked();
        assertEquals("YES", outcome(forecast));
    }

    @Test
    void whoHasNotSeenNewCriteriaIsShownThemFirst() {
        World.Forecast forecast = world.forecast().criterion("question", "Old criteria?").publish();
        Page page = desk(forecast.question(), reviewer);
        page.check("[value=YES]");
        page.locator("[name=url]").first().fill("https://example.org/mine");
        World.correct(forecast.id(), Map.of("criteria", Map.of("yesWhen", "Something else."))).then().statusCode(201);
        page.click("#verdict button >> nth=0");
        assertThat(page.locator(".problems")).containsText("while you were looking at it");
        assertThat(page.locator(".facts").first()).containsText("Something else.");
        assertEquals(null, outcome(forecast));
        page.click("#verdict button >> nth=0");
        page.waitForURL("**decided=" + forecast.question());
        assertEquals("YES", outcome(forecast));
    }

    @Test
    void earlierVerdictsAreShownAndThoseOfOlderVersionsMarked() {
        World.Forecast forecast = world.forecast().publish();
        as(reviewer).body(Map.of("outcome", "NOT_YET", "evidence", World.EVIDENCE, "note", "Nothing to see."))
                .post("/api/v1/questions/" + forecast.question() + "/verdicts").then().statusCode(201);
        World.correct(forecast.id(), Map.of("criteria", Map.of("yesWhen", "Something else."))).then().statusCode(201);
        Page page = desk(forecast.question(), reviewer);
        assertThat(page.locator(".said-before")).containsText(reviewer + ": not yet");
        assertThat(page.locator(".said-before")).containsText("on version 1 of the criteria; no longer counts");
        assertThat(page.locator(".said-before")).containsText("Nothing to see.");
    }

    @Test
    void theQueueSaysHowLongEachWaits() {
        World.Forecast forecast = world.forecast().due(clock.today()).criterion("question", "How long?").publish();
        clock.passDue(clock.today());
        clock.advance(Duration.ofDays(12));
        Page page = BROWSER.signedIn(reviewer, "/reviews", false);
        while (page.locator("a[href='/reviews/" + forecast.question() + "']").count() == 0) {
            page.click("[rel=next]");
        }
        assertThat(page.locator(".lines li", new Page.LocatorOptions().setHasText("How long?")).first())
                .containsText("waits 12 days");
        page.click("nav >> text=Review");
        assertThat(page.locator("h1")).hasText("Waiting for your verdict");
    }

    @Test
    void hostileTextsAreText() {
        World.Forecast forecast = world.dueForecast().with("quote", World.QUOTE).with("statement", HOSTILE)
                .criterion("question", HOSTILE).criterion("yesWhen", HOSTILE).criterion("sourceOfTruth", HOSTILE)
                .criterion("ifSilent", HOSTILE).publish();
        as(reviewer).body(Map.of("outcome", "NOT_YET", "note", HOSTILE, "evidence",
                List.of(Map.of("url", "https://example.org/?a=%22onclick=alert(1)", "note", HOSTILE))))
                .post("/api/v1/questions/" + forecast.question() + "/verdicts").then().statusCode(201);
        Page page = desk(forecast.question(), reviewer);
        assertThat(page.locator("h1")).containsText("<script>alert('1')</script>");
        page.check("[value=YES]");
        page.locator("[name=url]").first().fill(HOSTILE);
        page.locator("[name=urlNote]").first().fill(HOSTILE);
        page.fill("[name=note]", "</textarea>" + HOSTILE);
        page.click("#verdict button >> nth=0");
        assertThat(page.locator(".row .problem")).containsText("is not a web address");
        assertThat(page.locator("[name=url]").first()).hasValue(HOSTILE);
        assertThat(page.locator("[name=note]")).hasValue("</textarea>" + HOSTILE);
        assertEquals(0, page.locator("main img").count());
        assertFalse(page.title().contains("\u202e"));
    }

    private static void paste(Page page, String text) {
        page.evaluate("""
                text => {
                  const data = new DataTransfer();
                  data.setData("text", text);
                  document.activeElement.dispatchEvent(new ClipboardEvent("paste",
                    { clipboardData: data, bubbles: true, cancelable: true }));
                }""", text);
    }

    private static List<Object> values(Locator fields) {
        return fields.all().stream().map(field -> (Object) field.inputValue()).toList();
    }
}
