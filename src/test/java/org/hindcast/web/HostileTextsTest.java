package org.hindcast.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hindcast.World.ADMIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What somebody types into the forms around the record comes out as text, in a browser that would run it. The desk, the
 * editors' pages and disputes have tests of their own.
 */
@QuarkusTest
class HostileTextsTest {

    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        clock.advance(Duration.ofHours(1)); // whatever was reported before does not count
        world = new World(clock);
    }

    private static void isText(Page page) {
        assertEquals(0, page.locator("main script:not([src]), main img").count());
    }

    /** Sends the form with this button as a program would: what the browser itself would refuse, too. */
    private static void send(Page page, String button) {
        page.evaluate("() => document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        page.click(button);
    }

    @Test
    void whenSigningIn() {
        Page page = BROWSER.window(true);
        page.navigate("/login?next=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8));
        page.fill("[name=username]", HOSTILE);
        page.fill("[name=password]", HOSTILE);
        send(page, "main button");
        assertThat(page.locator("main .problems")).isVisible();
        assertThat(page.locator("[name=username]")).hasValue(HOSTILE);
        isText(page);
    }

    @Test
    void inOnesSettings() {
        Page page = BROWSER.signedIn(world.reviewer("hostile"), "/me", true);
        page.fill("[name=email]", HOSTILE);
        page.fill("[name=timeZone]", HOSTILE);
        send(page, "text=Save");
        assertThat(page.locator("[name=timeZone]")).hasValue(HOSTILE);
        assertThat(page.locator("[name=email]")).hasValue(HOSTILE);
        isText(page);
        page.fill("[name=name]", HOSTILE);
        page.click("text=Make a token");
        assertThat(page.locator(".lines strong >> text=<script>")).hasText(HOSTILE);
        isText(page);
    }

    @Test
    void inAReportAndItsAnswer() {
        Page reader = BROWSER.window(true);
        reader.navigate("/report?about=/authors/" + World.get("pieces/" + world.piece()).getString("author.slug"));
        reader.fill("[name=message]", "</textarea>" + HOSTILE);
        reader.fill("[name=email]", HOSTILE);
        send(reader, "text=Send the report");
        assertThat(reader.locator("[name=message]")).hasValue("</textarea>" + HOSTILE);
        assertThat(reader.locator("[name=email]")).hasValue(HOSTILE);
        isText(reader);
        reader.fill("[name=email]", "");
        reader.click("text=Send the report");
        reader.click("a.secret");
        assertThat(reader.locator("blockquote")).hasText("</textarea>" + HOSTILE);

        Page admin = BROWSER.signedIn(ADMIN, "/admin/mistakes", true);
        isText(admin);
        admin.locator("li:has-text('Author " + world.author() + "') .statement a").click();
        assertThat(admin.locator("blockquote")).hasText("</textarea>" + HOSTILE);
        admin.fill("[name=answer]", "</textarea>" + HOSTILE);
        send(admin, "text=Settle the report");
        assertThat(admin.locator("[name=answer]")).hasValue("</textarea>" + HOSTILE);
        admin.check("[value=DECLINED]");
        admin.click("text=Settle the report");
        isText(admin);
        reader.reload();
        assertThat(reader.locator("blockquote").first()).hasText("</textarea>" + HOSTILE);
        isText(reader);
    }

    @Test
    void inANewAccount() {
        Page page = BROWSER.signedIn(ADMIN, "/admin/accounts", true);
        for (String field : List.of("username", "email", "password")) {
            page.fill("[name=" + field + "]", HOSTILE);
        }
        send(page, "text=Make the account");
        assertThat(page.locator("[name=username]")).hasValue(HOSTILE);
        assertThat(page.locator("[name=email]")).hasValue(HOSTILE);
        isText(page);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/forecasts?q=", "/forecasts?author=", "/forecasts?due=", "/authors?q=", "/topics/",
            "/admin/events?actor=", "/admin/events?subject=", "/admin/reminders?question=", "/admin/disputes?status=",
            "/admin/mistakes?status=", "/report?about=", "/nothing/", "/edit/questions?piece=x&q=", "/me?done=",
            "/leaderboard?topic=" })
    void inAnAddress(String address) {
        Page page = BROWSER.signedIn(ADMIN, "/me", true);
        page.navigate(address + URLEncoder.encode(HOSTILE.replace("/", ""), StandardCharsets.UTF_8));
        assertThat(page.locator("h1")).isVisible();
        isText(page);
    }
}
