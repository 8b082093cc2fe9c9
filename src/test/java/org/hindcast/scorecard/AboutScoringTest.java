package org.hindcast.scorecard;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.scorecard.Arithmetic.One;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Every number that the page for lay readers works out, worked out again from the record printed there. */
@QuarkusTest
class AboutScoringTest {

    private static final Pattern ROW = Pattern.compile("<tr data-p=\"([\\d.]+)\" data-n=\"(\\d+)\" data-hits=\"(\\d+)\">"
            + "<th[^>]*>(\\d+) %</th><td[^>]*>(\\d+)</td><td[^>]*>(\\d+)</td>");
    private static final Pattern FIGURE = Pattern.compile("<data data-figure=\"([^\"]+)\" value=\"([-\\d.]+)\">([^<]+)</data>");

    @Test
    void everyWorkedNumberIsRight() {
        String page = page();
        Map<String, Double> computed = computed(example(page));
        List<String> checked = new ArrayList<>();
        Matcher figure = FIGURE.matcher(page);
        while (figure.find()) {
            String name = figure.group(1);
            assertTrue(computed.containsKey(name), "nothing computes " + name);
            BigDecimal value = new BigDecimal(figure.group(2));
            assertEquals(value.doubleValue(), computed.get(name), value.ulp().doubleValue() / 2 * 1.0001, name);
            shows(figure.group(3), computed.get(name), name);
            checked.add(name);
        }
        assertEquals(computed.size(), checked.stream().distinct().count(), "of " + computed.keySet() + " only " + checked);
    }

    /** The words that a reader sees: a score, a per cent, or so many points. */
    private static void shows(String words, double value, String name) {
        Matcher number = Pattern.compile("([\\d.]+)( %| points)?.*").matcher(words);
        assertTrue(number.matches(), words);
        BigDecimal shown = new BigDecimal(number.group(1));
        double expected = number.group(2) == null ? value : 100 * Math.abs(value);
        assertEquals(expected, shown.doubleValue(), shown.ulp().doubleValue() / 2 * 1.0001, name + " is shown as " + words);
    }

    @Test
    void theLexiconIsTheWholeOneAndEachFigureNamesItsSource() {
        String page = page();
        assertTrue(page.contains("<th scope=\"row\">likely</th><td class=\"num\">75\u00a0%</td>"
                + "<td class=\"nowrap\">67\u00a0% to 80\u00a0%</td><td>capphrase-2026</td>"));
        assertTrue(page.contains("<td>capphrase-2026, as “almost certain”</td>"));
        for (String source : List.of("kent-1964", "icd-203", "phia", "ipcc", "nato", "efsa", "capphrase-2026",
                "mauboussin-2018",
                "fagen-ulmschneider", "zonination-2015", "vogel-2022")) {
            assertTrue(page.contains("<th scope=\"row\" class=\"nowrap\">" + source + "</th>"), source);
        }
        assertTrue(page.contains("“may”, “might”, “could”"));
    }

    private static List<One> example(String page) {
        List<One> example = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            double p = Double.parseDouble(row.group(1));
            assertEquals(Math.round(100 * p), Integer.parseInt(row.group(4)));
            assertEquals(row.group(2) + " " + row.group(3), row.group(5) + " " + row.group(6));
            for (int i = 0; i < Integer.parseInt(row.group(2)); i++) {
                example.add(new One(p, i < Integer.parseInt(row.group(3)) ? 1 : 0));
            }
        }
        return example;
    }

    private static Map<String, Double> computed(List<One> example) {
        Arithmetic hand = new Arithmetic(example);
        List<One> sure = example.stream()
                .map(one -> new One(Math.max(one.p(), 1 - one.p()), one.p() > 0.5 == (one.y() == 1) ? 1 : 0))
                .toList();
        Arithmetic sided = new Arithmetic(sure);
        double over = hand.overconfidence();
        double spread = Math.sqrt(sure.stream().mapToDouble(one -> Math.pow(one.p() - one.y() - over, 2)).sum()
                / (sure.size() - 1) / sure.size());
        double t = Arithmetic.student(example.size() - 1);
        double skill = 1 - hand.brier() / 0.25;
        Map<String, Double> figures = new HashMap<>();
        figures.put("n", (double) example.size());
        figures.put("hits", hand.baseRate() * example.size());
        figures.put("baseRate", hand.baseRate());
        figures.put("brier(0.9, YES)", new One(0.9, 1).brier());
        figures.put("brier(0.9, NO)", new One(0.9, 0).brier());
        figures.put("brier", hand.brier());
        figures.put("coin", new One(0.5, 1).brier());
        figures.put("brierInterval.low", hand.brier() - hand.halfWidth());
        figures.put("brierInterval.high", hand.brier() + hand.halfWidth());
        figures.put("skill.coinFlip", skill);
        figures.put("skill.baseRate", 1 - hand.brier() / (hand.baseRate() * (1 - hand.baseRate())));
        figures.put("frequency(0.7)", new Arithmetic(example.stream().filter(one -> one.p() == 0.7).toList()).baseRate());
        figures.put("confidence", sided.mean(One::p));
        figures.put("hitRate.rate", sided.baseRate());
        figures.put("overconfidence", over);
        figures.put("overconfidenceInterval.low", over - t * spread);
        figures.put("overconfidenceInterval.high", over + t * spread);
        figures.put("log(0.9, YES)", -Math.log(0.9));
        figures.put("log(0.9, NO)", -Math.log(0.1));
        figures.put("log(0.5, YES)", Math.log(2));
        figures.put("log", hand.log());
        figures.put("wilson(3 of 10).low", Arithmetic.wilson(3, 10)[0]);
        figures.put("wilson(3 of 10).high", Arithmetic.wilson(3, 10)[1]);
        figures.put("lexicon(likely)", 0.75);
        figures.put("lexicon(unlikely)", 0.20);
        return figures;
    }

    private static String page() {
        return given().accept("text/html").get("/about/scoring").then().statusCode(200).extract().asString();
    }
}
