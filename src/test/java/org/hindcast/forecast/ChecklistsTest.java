package org.hindcast.forecast;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Editors see what is wrong with criteria before they publish, and publishing holds to it. */
@QuarkusTest
class ChecklistsTest {

    private static final String ABOUT_THEY = ".checklist .error:has-text(\"asks about 'they'\")";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @Test
    void saysWhatIsMissingAndWhatIsDoubtfulAndStoresNothing() throws Exception {
        String rows = Database.rows();
        as(EDITOR).body(Map.of("statement", "They will win.", "madeOn", "2026-01-02", "criteria",
                Map.of("question", "Will they win by 2026?", "dueOn", "2026-01-01", "sourceOfTruth", "Twitter")))
                .post("/api/v1/checklists").then().statusCode(200).body("passes", equalTo(false))
                .body("findings.rule", hasItems("no-subject", "ends-before-made", "form", "one-source"))
                .body("findings.field", hasItem("criteria.yesWhen"))
                .body("findings.find { it.rule == 'one-source' }.level", equalTo("WARNING"));
        as(EDITOR).body(Map.of()).post("/api/v1/checklists").then().statusCode(200).body("passes", equalTo(false));
        assertEquals(rows, Database.rows());
    }

    @Test
    void publishingNamesEveryErrorAndNoWarning() {
        World.Draft draft = world.forecast().criterion("question", "Will they win?").criterion("yesWhen", "TBD")
                .criterion("sourceOfTruth", "The author").due(clock.today().minusDays(61));
        draft.with("publish", true).send().then().statusCode(422).body("violations.field",
                hasItems("criteria.question", "criteria.yesWhen", "criteria.sourceOfTruth", "criteria.dueOn"));
        world.forecast().criterion("question", "Will many intensify soon?").criterion("sourceOfTruth", "Twitter").publish();
    }

    @Test
    void theButtonChecksWithoutStoring() {
        String draft = world.forecast().draft().id();
        world.forecast().with("statement", "The ferry of " + world.name + " will be late on Sunday.")
                .criterion("question", "Is the ferry of " + world.name + " late?").publish();
        as(EDITOR).contentType(ContentType.URLENC).formParam("action", "check")
                .formParam("statement", "The ferry of " + world.name + " will be late on Sunday!")
                .formParam("criteria.question", "Will she be late?").post("/edit/forecasts/" + draft).then().statusCode(200)
                .body(containsString("asks about &#39;she&#39;")).body(containsString("is missing"))
                .body(containsString("Is the ferry of " + world.name + " late?"));
        as(EDITOR).accept(ContentType.HTML).get("/edit/forecasts/" + draft).then().body(not(containsString("ferry")));
    }

    @Test
    void theBrowserChecksWhileOneTypes() {
        String draft = world.forecast().draft().id();
        Page page = BROWSER.signedIn(EDITOR, "/edit/forecasts/" + draft, true);
        page.fill("[name='criteria.question']", "Will they be higher by 2027?");
        page.waitForSelector(ABOUT_THEY);
        page.fill("[name='criteria.question']", "Will prices be higher by 2027?");
        page.waitForSelector(ABOUT_THEY, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }
}
