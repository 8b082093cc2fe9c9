package org.hindcast.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hindcast.World.ADMIN;

import java.time.Duration;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;

/** A stranger reports a mistake, an admin settles it: in a browser, without JavaScript. */
@QuarkusTest
class ReportInBrowserTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    @Test
    void aStrangerReportsAMistakeAndAnAdminSettlesIt() {
        clock.advance(Duration.ofHours(1)); // whatever was reported before does not count
        World world = new World(clock);
        World.Forecast forecast = world.forecast().with("statement", "Prices of " + world.name + " rise.").publish();

        Page stranger = BROWSER.window(false);
        stranger.navigate("/forecasts/" + forecast.id());
        stranger.click("text=Report a mistake");
        assertThat(stranger.locator("h1")).hasText("Report a mistake");
        assertThat(stranger.locator("main .byline")).containsText("Prices of " + world.name);
        assertThat(stranger.locator("[name=website]")).not().isInViewport();
        stranger.fill("[name=message]", "It says might.\nNot will.");
        stranger.fill("[name=email]", "nobody@example"); // as browsers take it, and we, too
        stranger.click("main button");
        assertThat(stranger.locator("h1")).hasText("Thank you for the report");
        String link = stranger.locator("a.secret").getAttribute("href");
        assertThat(stranger.locator("a.secret")).containsText(link);
        stranger.navigate(link);
        assertThat(stranger.locator("main .pill")).hasText("open");
        assertThat(stranger.locator("main")).containsText("It says might.");

        Page admin = BROWSER.signedIn(ADMIN, "/admin", false);
        admin.click("main >> text=Mistakes reported");
        admin.locator("li:has-text('Prices of " + world.name + "') .statement a").click();
        assertThat(admin.locator(".facts")).containsText("nobody@example");
        admin.check("[value=ACCEPTED]");
        admin.fill("[name=answer]", "Right: it is corrected.");
        admin.click("text=Settle the report");
        assertThat(admin.locator(".said")).containsText("Settled.");
        admin.click("text=On to the queue");
        assertThat(admin.locator("main")).not().containsText("Prices of " + world.name);

        stranger.reload();
        assertThat(stranger.locator("main .pill")).hasText("accepted");
        assertThat(stranger.locator("main")).containsText("Right: it is corrected.");
    }
}
