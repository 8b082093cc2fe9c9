package org.hindcast.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hindcast.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;

/** Charts in a real browser, which complains where the content policy blocks anything. */
@QuarkusTest
class ChartsTest {

    private static final String LONG = "/authors/scott-alexander";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void chartsAreDrawnFromTheTables() {
        Page page = browser.window(true);
        page.navigate(LONG);
        Locator charts = page.locator("[data-chart]");
        assertEquals(2, charts.count());
        for (int i = 0; i < 2; i++) {
            Locator chart = charts.nth(i);
            chart.locator("svg").waitFor();
            assertEquals("img", chart.getAttribute("role"));
            assertTrue(chart.getAttribute("aria-label").contains("table"));
            assertTrue(chart.locator("svg path").count() > 10);
        }
        assertTrue(page.locator("[data-chart=reliability] svg text").allTextContents()
                .contains("evened out, so that it never falls"));
        assertEquals(page.locator("table.levels tbody tr").count(), page.evaluate(
                "() => document.querySelectorAll('table.levels tbody tr[data-p][data-n][data-hits]').length"));
    }

    @Test
    void aPointTellsItsNumbers() {
        Page page = browser.window(true);
        page.navigate(LONG);
        Locator chart = page.locator("[data-chart=over-time]");
        chart.locator("svg").waitFor();
        chart.scrollIntoViewIfNeeded();
        // The middle of a year's circle, below the legend
        @SuppressWarnings("unchecked")
        List<Number> middle = (List<Number>) page.evaluate(
                """
                        colour => {
                          const chart = document.querySelector('[data-chart=over-time]');
                          const box = [...chart.querySelectorAll(`svg path[fill='${colour}']`)].map(path => path.getBoundingClientRect())
                            .find(one => one.top > chart.getBoundingClientRect().top + 50);
                          return [box.left + box.width / 2, box.top + box.height / 2];
                        }""",
                colour(page, "--second"));
        page.mouse().move(middle.get(0).doubleValue(), middle.get(1).doubleValue());
        chart.locator("svg text", new Locator.LocatorOptions().setHasText("Due in")).first().waitFor();
    }

    @Test
    void chartsFollowTheReadersColours() {
        Page page = browser.window(true);
        page.navigate(LONG);
        page.locator("[data-chart=reliability] svg").waitFor();
        String light = colour(page, "--fill");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        String dark = colour(page, "--fill");
        assertFalse(light.equals(dark));
        page.locator("[data-chart=reliability] svg path[stroke='" + dark + "']").first().waitFor();
    }

    @Test
    void withoutScriptsTheTablesAreAllThere() {
        Page page = browser.window(false);
        page.navigate(LONG);
        assertFalse(page.locator("[data-chart]").first().isVisible());
        assertTrue(page.locator("table.levels").isVisible());
        assertTrue(page.locator("tr[data-year]").first().isVisible());
    }

    @Test
    void everybodysOwnForecastsAreDrawnToo() {
        Page page = browser.window(true);
        page.navigate("/score");
        page.fill("textarea", "0.9,1\n0.9,1\n0.9,0\n0.2,0\n0.2,1\n0.6,1");
        page.click("text=Score them");
        page.locator("[data-chart=reliability] svg").waitFor();
        assertEquals(3, page.locator("table.levels tbody tr").count());
    }

    private static String colour(Page page, String name) {
        return (String) page.evaluate("name => getComputedStyle(document.body).getPropertyValue(name).trim()", name);
    }
}
