package org.hindcast.follow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.outbox.OpenedMail;
import org.hindcast.outbox.OutboxSweep;
import org.hindcast.outbox.SmtpSink;
import org.hindcast.outbox.WithMail;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** From an author's page to the mailbox and back, in a browser, without JavaScript. */
@QuarkusTest
@TestProfile(WithMail.class)
class FollowInBrowserTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;
    @Inject
    OutboxSweep outbox;
    @Inject
    FollowSweep sweep;

    private World world;
    private SmtpSink sink;
    private String address;

    @BeforeEach
    void begin() throws IOException {
        world = new World(clock);
        address = "reader-" + world.name + "@example.org";
        sink = new SmtpSink(WithMail.port());
    }

    @AfterEach
    void end() throws IOException {
        sink.close();
    }

    /** Opens the mail that came last, and follows its link with these words. */
    private void followLink(Page page, int mails, String words) {
        List<SmtpSink.Mail> mailbox = sink.to(address);
        assertEquals(mails, mailbox.size());
        Page mail = BROWSER.window(false);
        mail.setContent(OpenedMail.of(mailbox.get(mails - 1)).html());
        String link = mail.locator("a:has-text('" + words + "')").getAttribute("href");
        page.navigate(link.replace("https://hindcast.example.org", ""));
    }

    @Test
    void aReaderFollowsAnAuthorHearsAndStops() {
        World.Forecast forecast = world.dueForecast().criterion("question", "Seen by " + world.name + "?").publish();
        Page page = BROWSER.window(false);
        page.navigate("/authors/" + world.author());
        page.click("summary >> text=Follow this author by mail");
        page.fill("details.follow [name=email]", address);
        page.click("details.follow button");
        assertThat(page.locator("h1")).hasText("Look into your mailbox");
        outbox.sweep();

        followLink(page, 1, "Open this page");
        assertThat(page.locator("h1")).hasText("Follow the author?");
        page.click("main button");
        assertThat(page.locator("h1")).hasText("You follow the author");

        World.resolve(forecast, "YES");
        sweep.sweep();
        outbox.sweep();
        followLink(page, 2, "Seen by " + world.name + "?");
        assertThat(page.locator("main")).containsText("Resolved YES");
        followLink(page, 2, "What you follow");
        assertThat(page.locator(".lines li")).containsText("Author " + world.author());
        page.click(".lines button");
        assertThat(page.locator("h1")).hasText("You follow nothing any more");
    }

    @Test
    void somebodyWithAnAccountFollowsByAClickAndReadsItsInbox() {
        World.Forecast forecast = world.dueForecast().criterion("question", "Clicked by " + world.name + "?").publish();
        Page page = BROWSER.signedIn(world.reviewer("clicks"), "/questions/" + forecast.question(), false);
        page.click("text=Follow this question");
        assertThat(page.locator("form.follow")).containsText("You follow this question.");
        assertThat(page.locator(".top .count")).hasCount(0);
        World.resolve(forecast, "YES");
        page.reload();
        assertThat(page.locator(".top .count")).containsText("1");
        page.click(".top >> text=Inbox");
        assertThat(page.locator(".lines li")).containsText("Clicked by " + world.name + "?");
        page.click("text=Mark as read");
        assertThat(page.locator(".top .count")).hasCount(0);
        page.navigate("/me");
        page.click("text=What you follow");
        page.click("text=Stop");
        assertThat(page.locator("main")).containsText("Nothing.");
    }
}
