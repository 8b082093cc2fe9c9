package org.hindcast.forecast;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

/** Pieces and forecasts as editors put them on record with a browser, most of it without scripts. */
@QuarkusTest
class EditingTest {

    private static final String HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(2)>";
    private static final String CORRECT = "form[action$=corrections] .buttons button";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    private Page edit(String path) {
        return BROWSER.signedIn(EDITOR, path, false);
    }

    private static void fillCriteria(Page page, String question, String dueOn) {
        page.fill("[name='criteria.question']", question);
        page.fill("[name='criteria.yesWhen']", "The index is above.");
        page.fill("[name='criteria.sourceOfTruth']", "The office.");
        page.fill("[name='criteria.dueOn']", dueOn);
    }

    private static Locator problem(Page page, String field) {
        return page.locator("label:has([name='" + field + "']) .problem");
    }

    @Test
    void aPieceAndAForecastGoOnRecordWithoutScripts() {
        Page page = edit("/edit");
        page.click("text=New piece");
        page.fill("[name='author.name']", "Author " + world.name);
        page.fill("[name=title]", "A column of " + world.name);
        page.fill("[name=publishedOn]", clock.today().minusDays(3).toString());
        page.fill("[name=text]", "First line.\nSecond line: prices will\nalmost certainly rise.");
        page.click("text=Store the piece");
        assertThat(page.locator(".problem")).containsText("is not on record");
        assertThat(page.locator("[name=text]")).hasValue("First line.\nSecond line: prices will\nalmost certainly rise.");
        page.check("[name=new]");
        page.click("text=Store the piece");
        page.waitForURL("**/edit/pieces/*column*/desk");
        page.click("text=Enter one by hand");
        assertThat(page.locator("h1")).hasText("A column of " + world.name);

        page.fill("[name=quote]", "prices will\nalmost certainly rise.");
        page.fill("[name=statement]", "Prices will rise.");
        page.check("[value=WORDED]");
        page.selectOption("[name=phrase]", "almost-certainly");
        page.fill("[name=topics]", "economy, prices");
        fillCriteria(page, "Will prices of " + world.name + " rise?", clock.today().plusDays(9).toString());
        page.click("text=Put on record");
        assertThat(page.locator(".said")).containsText("On record: “Prices will rise.”");
        page.click(".lines >> text=Prices will rise.");
        assertThat(page.locator("blockquote")).hasText("prices will\nalmost certainly rise.");

        JsonPath stored = World.get("forecasts/" + page.url().replaceFirst(".*/", ""));
        assertEquals("OPEN", stored.getString("status"));
        assertEquals("almost-certainly", stored.getString("phrase"));
        assertEquals("YES", stored.getString("stance"));
        assertEquals(List.of("economy", "prices"), stored.getList("topics"));
        assertEquals(clock.today().minusDays(3).toString(), stored.getString("madeOn"));
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost() {
        Page page = edit("/edit/pieces/" + world.piece());
        page.fill("[name=quote]", "not in the text");
        page.fill("[name=statement]", "It will be so.");
        page.check("[value=STATED]");
        page.fill("[name=probability]", "8 in 10");
        page.click("text=Put on record");
        assertThat(problem(page, "probability")).containsText("a percentage such as 80 %");
        page.fill("[name=probability]", "80 %");
        page.click("text=Put on record");
        assertThat(problem(page, "quote")).containsText("is not in the piece's text");
        page.fill("[name=quote]", World.QUOTE);
        page.click("text=Put on record");
        for (String field : List.of("criteria.question", "criteria.yesWhen", "criteria.sourceOfTruth", "criteria.dueOn")) {
            assertThat(problem(page, field)).containsText("is missing");
        }
        assertThat(page.locator("[name=probability]")).hasValue("80 %");
        assertThat(page.locator("[name=statement]")).hasValue("It will be so.");
        assertThat(page.locator("[value=STATED]")).isChecked();
        assertThat(page.locator(".lines")).hasCount(0);
    }

    @Test
    void aDraftIsSavedEditedAndPublished() {
        Page page = edit("/edit/pieces/" + world.piece());
        String statement = "A draft of " + world.name;
        page.fill("[name=statement]", statement);
        page.check("[value=ASSERTED]");
        page.check("[name=stance][value=NO]");
        page.click("text=Save as a draft");
        assertThat(page.locator(".said")).containsText("Saved as a draft");
        given().accept("text/html").get("/pieces/" + world.piece()).then().body(not(containsString(statement)));
        page.navigate("/edit");
        page.click("text=" + statement);
        assertThat(page.locator("[name=stance][value=NO]")).isChecked();
        String id = page.url().replaceFirst(".*/", "");
        given().get("/api/v1/forecasts/" + id).then().statusCode(404);
        page.click("text=Put on record");
        assertThat(problem(page, "criteria.question")).containsText("is missing");
        fillCriteria(page, "Will it not be?", clock.today().plusDays(9).toString());
        page.click("text=Put on record");
        assertThat(page.locator(".said")).containsText("On record");
        given().get("/api/v1/forecasts/" + id).then().body("status", equalTo("OPEN"), "stance", equalTo("NO"));
    }

    @Test
    void aDraftIsThrownAway() {
        World.Forecast draft = world.forecast().draft();
        Page page = edit("/edit/forecasts/" + draft.id());
        page.click("summary >> text=Throw the draft away");
        page.click("text=Throw it away");
        assertThat(page.locator(".said")).hasText("The draft is thrown away.");
        as(EDITOR).get("/api/v1/forecasts/" + draft.id()).then().statusCode(404);
    }

    @Test
    void anExistingQuestionIsFoundWithoutScripts() {
        World.Forecast there = world.forecast().criterion("question", "Question of " + world.name).publish();
        Page page = edit("/edit/pieces/" + world.piece());
        page.fill("[name=statement]", "I join it.");
        page.check("[value=ASSERTED]");
        page.fill("[name=search]", world.name + " question");
        page.press("[name=search]", "Enter");
        assertThat(page.locator("[name=statement]")).hasValue("I join it.");
        page.check("[value='" + there.question() + "']");
        page.click("text=Put on record");
        assertThat(page.locator(".said")).containsText("On record");
        assertEquals(2, World.get("questions/" + there.question()).getList("forecasts").size());
    }

    @Test
    void aQuestionIsTakenToTheDraftFromItsOwnSearch() {
        World.Forecast there = world.forecast().criterion("question", "Own search " + world.name).publish();
        World.Forecast draft = world.forecast().draft();
        Page page = edit("/edit/questions?forecast=" + draft.id());
        page.fill("main [name=q]", world.name);
        page.press("main [name=q]", "Enter");
        page.check("[value='" + there.question() + "']");
        page.click("text=Take it to the draft");
        page.waitForURL(Pattern.compile(".*/edit/forecasts/" + draft.id() + ".*"));
        assertThat(page.locator("[value='" + there.question() + "']")).isChecked();
    }

    @Test
    void questionsAndAuthorsAreFoundAsOneTypes() {
        World.Forecast there = world.forecast().criterion("question", "Live " + world.name).publish();
        Page page = BROWSER.signedIn(EDITOR, "/edit/pieces/" + world.piece(), true);
        page.locator("[name=search]").pressSequentially(world.name);
        page.check("[value='" + there.question() + "']");
        assertThat(page.locator("[name='criteria.question']")).isHidden();
        page.navigate("/edit/pieces/new");
        page.locator("[name='author.name']").pressSequentially(world.author());
        assertThat(page.locator("#authors option")).hasCount(1);
        assertThat(page.locator("#authors option")).hasAttribute("value", "Author " + world.author());
    }

    @Test
    void whatIsOnRecordIsCorrectedAndWithdrawnForAReason() {
        World.Forecast forecast = world.forecast().publish();
        Page page = edit("/forecasts/" + forecast.id());
        page.click("text=Correct or withdraw");
        page.fill("[name=probability]", "0.7");
        page.click(CORRECT);
        assertThat(page.locator("form[action$=corrections] label:has([name=reason]) .problem")).containsText("is missing");
        page.fill("form[action$=corrections] [name=reason]", "Misread.");
        page.click(CORRECT);
        assertThat(page.locator(".said")).containsText("Corrected, now version 2");
        given().get("/api/v1/forecasts/" + forecast.id()).then().body("probability", equalTo(0.7f), "version", equalTo(2));

        page.navigate("/edit/forecasts/" + forecast.id());
        page.fill("form[action$=withdrawals] [name=reason]", "Entered twice.");
        page.click("form[action$=withdrawals] button");
        assertThat(page.locator(".said")).containsText("Withdrawn");
        given().get("/api/v1/forecasts/" + forecast.id()).then().body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void fromTheDueDateOnOnlyAnAdminCorrects() {
        World.Forecast forecast = world.dueForecast().publish();
        Page page = edit("/edit/forecasts/" + forecast.id());
        assertThat(page.locator(".problems").first()).containsText("only an admin");
        page.fill("form[action$=corrections] [name=statement]", "Kept as typed");
        page.fill("form[action$=corrections] [name=reason]", "Misread.");
        page.click(CORRECT);
        assertThat(page.locator(".problems").first()).containsText("only an admin");
        assertThat(page.locator("[name=statement]")).hasValue("Kept as typed");
        given().get("/api/v1/forecasts/" + forecast.id()).then().body("version", equalTo(1));
    }

    @Test
    void aDraftThatIsPublishedMeanwhileKeepsWhatWasTyped() {
        World.Forecast draft = world.forecast().draft();
        Page page = edit("/edit/forecasts/" + draft.id());
        page.fill("[name=statement]", "Kept as typed");
        as(EDITOR).post("/api/v1/forecasts/" + draft.id() + "/publish").then().statusCode(200);
        var answer = page.waitForResponse("**/edit/forecasts/*", () -> page.click("text=Save as a draft"));
        assertEquals(409, answer.status());
        assertThat(page.locator("[name=statement]")).hasValue("Kept as typed");
    }

    @Test
    void hostileTextsAreText() {
        Page page = BROWSER.signedIn(EDITOR, "/edit/pieces/new", true);
        for (String field : List.of("author.name", "author.slug", "title", "publisher", "url", "note")) {
            page.fill("[name='" + field + "']", HOSTILE);
        }
        page.fill("[name=text]", "</textarea>" + HOSTILE);
        page.fill("[name=publishedOn]", clock.today().toString());
        page.click("text=Store the piece");
        assertThat(page.locator("[name=title]")).hasValue(HOSTILE);
        assertThat(page.locator("[name=text]")).hasValue("</textarea>" + HOSTILE);
        page.fill("[name='author.slug']", "hostile-" + world.name);
        page.fill("[name=url]", "");
        page.check("[name=new]");
        page.click("text=Store the piece");
        page.waitForURL("**/edit/pieces/*script*/desk");
        page.click("text=Enter one by hand");
        assertThat(page.locator("h1")).hasText(HOSTILE);

        page.check("[value=BET]");
        for (String field : List.of("quote", "statement", "condition", "topics", "odds", "stakes", "search",
                "criteria.question", "criteria.yesWhen", "criteria.sourceOfTruth", "criteria.timeZone", "criteria.ifSilent",
                "criteria.key")) {
            page.fill("[name='" + field + "']", HOSTILE);
        }
        page.click("text=Save as a draft");
        assertThat(page.locator("[name=statement]")).hasValue(HOSTILE);
        page.fill("[name=topics]", "economy");
        page.fill("[name='criteria.timeZone']", "UTC");
        page.fill("[name='criteria.key']", "hostile-" + world.name);
        page.fill("[name='criteria.dueOn']", clock.today().plusDays(9).toString());
        page.click("text=Save as a draft");
        assertThat(page.locator(".said")).containsText(HOSTILE);
        page.click(".lines .statement a");
        assertThat(page.locator("h1")).hasText(HOSTILE);
        page.click("text=Put on record");
        assertThat(page.locator(".said")).containsText(HOSTILE);
        page.navigate("/edit");
        page.navigate("/edit/questions?q=%3Cscript%3E&piece=%22%3E%3Cscript%3E");
        assertEquals(0, page.locator("main img, main script").count());
    }

    @Test
    void whatCannotBeStoredIsRefusedWhereverItIsTyped() {
        World.Forecast draft = world.forecast().draft();
        for (String field : List.of("quote", "statement", "topics", "question", "criteria.question", "search")) {
            String action = field.equals("search") ? "search" : "save";
            for (String path : List.of("/edit/pieces/" + world.piece(), "/edit/forecasts/" + draft.id())) {
                given().auth().preemptive().basic(EDITOR, World.PASSWORD).accept("text/html")
                        .formParam(field, "nul\0").formParam("basis", "ASSERTED").formParam("action", action).post(path).then()
                        .statusCode(action.equals("search") ? 200 : 422);
            }
        }
    }

    @Test
    void draftsAndFormsAreForEditorsAlone() {
        World.Forecast draft = world.forecast().draft();
        for (String path : List.of("/edit", "/edit/pieces/" + world.piece(), "/edit/forecasts/" + draft.id(),
                "/edit/questions?q=a", "/edit/pieces/new")) {
            as(EDITOR).accept("text/html").get(path).then().statusCode(200).header("Cache-Control", "no-store");
            as(World.REVIEWER).accept("text/html").get(path).then().statusCode(403);
            given().accept("text/html").redirects().follow(false).get(path).then().statusCode(303);
        }
    }
}
