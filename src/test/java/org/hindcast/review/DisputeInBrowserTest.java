package org.hindcast.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;

/** Somebody disputes an outcome, an admin decides: in a browser, without JavaScript. */
@QuarkusTest
class DisputeInBrowserTest {

    private static final String HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(2)>";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    private World world;
    private String question;
    private String disputer;

    @BeforeEach
    void begin() {
        world = new World(clock);
        World.Forecast forecast = world.dueForecast().criterion("question", "Disputed by " + world.name + "?").publish();
        World.resolve(forecast, "YES");
        question = forecast.question();
        disputer = world.reviewer("disputer");
    }

    private Page disputing(boolean scripts) {
        Page page = BROWSER.signedIn(disputer, "/questions/" + question, scripts);
        page.click("summary >> text=Dispute the outcome");
        return page;
    }

    private String disputed() {
        return as(disputer).body(Map.of("reason", "No.")).post("/api/v1/questions/" + question + "/disputes").then()
                .statusCode(201).extract().path("id");
    }

    private String outcome() {
        return World.get("questions/" + question).getString("outcome");
    }

    @Test
    void anOutcomeIsDisputedAndResolvedAnew() {
        Page page = disputing(false);
        page.fill("[name=reason]", "The table\nwas revised.");
        page.locator("[name=url]").first().fill("not an address");
        page.click("form[action*=disputes] button >> nth=0");
        assertThat(page.locator(".row .problem")).containsText("is not a web address");
        assertThat(page.locator("[name=reason]")).hasValue("The table\nwas revised.");
        page.locator("[name=url]").first().fill("https://example.org/revised");
        page.click("form[action*=disputes] button >> nth=0");
        assertThat(page.locator(".said")).containsText("Your dispute is on record. Admins decide by");
        assertThat(page.locator(".byline")).containsText("disputed");
        assertThat(page.locator("details.dispute")).hasCount(0);
        page.click(".said >> text=Your disputes");
        assertThat(page.locator(".lines li")).containsText("waits for a decision");

        Page admin = BROWSER.signedIn(ADMIN, "/admin", false);
        admin.click("main >> text=Outcomes disputed");
        admin.click("text=Disputed by " + world.name);
        assertThat(admin.locator("main blockquote")).hasText("The table\nwas revised.");
        admin.check("[name=choice][value=NO]");
        admin.fill("[name=reason]", "It was revised.");
        admin.click("text=Decide >> nth=-1");
        assertThat(admin.locator("#evidence > .problem")).containsText("is missing; NO needs at least one");
        assertThat(admin.locator("[name=choice][value=NO]")).isChecked();
        admin.locator("[name=url]").first().fill("https://example.org/revised");
        admin.click(".side .buttons button >> nth=0");
        assertThat(admin.locator("main > .said")).containsText("Decided.");
        assertEquals("NO", outcome());

        page.reload();
        assertThat(page.locator(".lines li")).containsText("granted");
        page.click(".lines a");
        assertThat(page.locator("main")).containsText("granted it: resolved NO instead of YES");
        assertThat(page.locator(".history")).containsText("disputed the outcome YES");
        assertThat(page.locator(".history")).containsText("reopened the question, which had been resolved YES");
        assertThat(page.locator("details.dispute")).hasCount(1);
    }

    @Test
    void criteriaAreCorrectedWithIt() {
        String id = disputed();
        Page admin = BROWSER.signedIn(ADMIN, "/admin/disputes/" + id, false);
        admin.check("[value=REOPENED]");
        admin.fill("[name=reason]", "They asked for something else.");
        admin.click("summary >> text=The criteria were wrong");
        admin.fill("[name='criteria.yesWhen']", "The index of last year is passed.");
        admin.click(".side .buttons button >> nth=0");
        assertThat(admin.locator("main > .said")).containsText("Decided.");
        assertThat(admin.locator("main")).containsText("The index of last year is passed.");
        assertEquals(2, World.get("questions/" + question).getInt("version"));
        assertEquals("OPEN", World.get("questions/" + question).getString("status"));
    }

    @Test
    void whoIsSecondSeesWhatHappenedAndKeepsWhatTheyTyped() {
        String id = disputed();
        Page admin = BROWSER.signedIn(ADMIN, "/admin/disputes/" + id, false);
        admin.check("[value=VOID]");
        admin.fill("[name=reason]", "I think it cannot be said.");
        as(ADMIN).body(Map.of("decision", "UPHELD", "reason", "It is right.")).post("/api/v1/disputes/" + id + "/decision")
                .then().statusCode(200);
        var answer = admin.waitForResponse("**/decision", () -> admin.click(".side .buttons button >> nth=0"));
        assertEquals(409, answer.status());
        assertThat(admin.locator(".problems").first()).containsText("admin has settled this dispute already");
        assertThat(admin.locator("main")).containsText("decided that the outcome YES stands");
        assertThat(admin.locator("main")).containsText("It is right.");
        assertThat(admin.locator("[name=reason]")).hasValue("I think it cannot be said.");
        assertEquals("YES", outcome());
    }

    @Test
    void whoComesTooLateToDisputeKeepsWhatTheyTyped() {
        Page page = disputing(false);
        page.fill("[name=reason]", "I think not.");
        World.reopen(question).then().statusCode(201);
        var answer = page.waitForResponse("**/disputes", () -> page.click("form[action*=disputes] button >> nth=0"));
        assertEquals(409, answer.status());
        assertThat(page.locator(".problems").first()).containsText("not resolved");
        assertThat(page.locator("[name=reason]")).hasValue("I think not.");
    }

    @Test
    void hostileTextsAreText() {
        Page page = disputing(true);
        page.fill("[name=reason]", "</textarea>" + HOSTILE);
        page.locator("[name=url]").first().fill(HOSTILE);
        page.locator("[name=urlNote]").first().fill(HOSTILE);
        page.click("form[action*=disputes] button >> nth=0");
        assertThat(page.locator("[name=reason]")).hasValue("</textarea>" + HOSTILE);
        assertThat(page.locator("[name=url]").first()).hasValue(HOSTILE);
        page.locator("[name=url]").first().fill("https://example.org/?a=%22onclick=alert(1)");
        page.click("form[action*=disputes] button >> nth=0");
        assertThat(page.locator("#disputes + .said-before blockquote")).containsText(HOSTILE);

        Page admin = BROWSER.signedIn(ADMIN, "/admin/disputes", true);
        admin.locator("li:has-text('Disputed by " + world.name + "') .statement a").click();
        admin.check("[value=REOPENED]");
        for (String field : List.of("reason", "criteria.question", "criteria.yesWhen", "criteria.sourceOfTruth",
                "criteria.ifSilent", "criteria.timeZone")) {
            if (field.equals("criteria.question")) {
                admin.click("summary");
            }
            admin.fill("[name='" + field + "']", HOSTILE);
        }
        admin.click(".side .buttons button >> nth=0");
        assertThat(admin.locator("[name='criteria.timeZone']")).hasValue(HOSTILE);
        admin.fill("[name='criteria.timeZone']", "UTC");
        admin.click(".side .buttons button >> nth=0");
        assertThat(admin.locator("main > .said")).containsText("Decided.");
        for (Page each : List.of(page, admin)) {
            each.navigate("/questions/" + question);
            assertEquals(0, each.locator("main img, main script").count());
        }
    }

    @Test
    void strangersAreToldHow() {
        Page page = BROWSER.window(false);
        page.navigate("/questions/" + question);
        page.click("text=dispute it");
        assertThat(page.locator("h1")).hasText("Sign in");
        page.navigate("/about/corrections");
        assertThat(page.locator("main")).containsText("An admin decides within " + Dispute.DAYS + " days");
    }

    @Test
    void theDeskLeadsToTheDispute() {
        Page page = BROWSER.signedIn(disputer, "/reviews/" + question, false);
        page.click("text=dispute the outcome");
        page.waitForURL("**/questions/" + question + "#dispute");
    }
}
