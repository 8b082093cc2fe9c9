package org.hindcast.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** Another site sends our forms, from the browser of somebody who is signed in here. */
@QuarkusTest
class CrossSiteInBrowserTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    /** The same form is on a page of another site, with what somebody there would like to have sent. */
    private static Response sent(Page page, String path, String fields) {
        String here = "http://localhost:" + RestAssured.port;
        page.route("http://elsewhere.example/", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
                .setBody("<form method=post action='" + here + path + "'>" + fields + "<button>Win a prize</button></form>")));
        page.navigate("http://elsewhere.example/");
        return page.waitForResponse(here + path, () -> page.click("button"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /me                  | <input name=timeZone value=Pacific/Chatham>
            /me/sessions/end     | <input name=session>
            /me/tokens           | <input name=name value=mine>
            /logout              | ''
            /login               | <input name=username value=admin><input name=password value=x>
            /report              | <input name=about value=/authors/x><input name=message value=x>
            """)
    void isRefused(String path, String fields) {
        String somebody = new World(clock).reviewer("elsewhere");
        Page page = BROWSER.signedIn(somebody, "/me", false);
        Response answer = sent(page, path, fields);
        assertEquals(403, answer.status());
        page.navigate("/me");
        assertThat(page.locator("h1")).containsText(somebody);
        assertThat(page.locator("[name=timeZone]")).hasValue("UTC");
        assertEquals(List.of(), World.get("tokens", somebody).getList("items"));
    }

    @Test
    void fromHereItIsTaken() {
        Page page = BROWSER.signedIn(new World(clock).reviewer("here"), "/me", false);
        page.fill("[name=timeZone]", "Pacific/Chatham");
        page.click("text=Save");
        assertThat(page.locator(".said")).containsText("saved");
        assertTrue(page.url().endsWith("/me?done=settings"));
    }
}
