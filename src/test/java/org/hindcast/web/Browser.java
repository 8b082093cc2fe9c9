package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hindcast.World;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import io.restassured.RestAssured;

/**
 * A real browser, the Chromium of the system. Each test has windows of its own, which must not complain: neither about scripts
 * that fail nor about what the content policy blocks. Without Chromium the tests are skipped, but not where CI is to run them.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    /** What a page is waited for, in ms: machines that run tests are slow. */
    private static final double PATIENCE = 20_000;

    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext test) {
        boolean there = Files.isExecutable(CHROMIUM);
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(there, CHROMIUM + " is missing, and CI is to run the tests in a browser");
        }
        assumeTrue(there, CHROMIUM + " is missing: Debian's package 'chromium' has it");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        if (chromium == null) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            chromium = playwright.chromium()
                    .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET));
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        open.forEach(BrowserContext::close);
        open.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertTrue(heard.isEmpty(), heard::toString);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (playwright != null) {
            chromium.close();
            playwright.close();
            chromium = null;
        }
    }

    /** A window in which nobody is signed in. */
    public Page window(boolean scripts) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + RestAssured.port).setJavaScriptEnabled(scripts).setViewportSize(1280, 800));
        open.add(context);
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("A script of somebody's ran: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** A window of this account, signed in through the form, at this page. */
    public Page signedIn(String username, String path, boolean scripts) {
        Page page = window(scripts);
        page.navigate("/login?next=" + path);
        page.fill("[name=username]", username);
        page.fill("[name=password]", World.PASSWORD);
        page.press("[name=password]", "Enter");
        page.waitForURL("**" + path);
        return page;
    }
}
