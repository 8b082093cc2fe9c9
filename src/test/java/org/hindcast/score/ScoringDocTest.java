package org.hindcast.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every figure printed in docs/scoring.md, to the digits printed there. */
class ScoringDocTest {

    private static final Path DOC = Path.of("docs", "scoring.md");
    private static final Pattern LEVEL = Pattern.compile("\\| ([0-9.]+) \\| ([0-9]+) \\| ([0-9]+) \\|");
    private static final Pattern FIGURE = Pattern.compile("(.+) = (\\S+)");

    @TestFactory
    Stream<DynamicTest> everyFigureIsWhatTheProgramSays() throws IOException {
        Map<String, Double> computed = computed();
        return printed().entrySet().stream().map(figure -> DynamicTest.dynamicTest(figure.getKey(), () -> {
            assertTrue(computed.containsKey(figure.getKey()), "nothing computes it");
            BigDecimal expected = new BigDecimal(figure.getValue());
            double half = expected.ulp().doubleValue() / 2;
            assertEquals(expected.doubleValue(), computed.get(figure.getKey()), expected.scale() <= 0 ? 1e-9 : half * 1.0001);
        }));
    }

    /** A figure that the report has and the page does not explain would be a gap. */
    @Test
    void everyFigureOfAReportIsOnThePage() throws IOException {
        String page = Files.readString(DOC);
        for (String path : reportFigures().keySet()) {
            String name = path.replaceAll("\\[.*?]", "").replaceAll(".*\\.", "");
            assertTrue(page.contains(name), path);
        }
    }

    private static Map<String, String> printed() throws IOException {
        Map<String, String> figures = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(DOC)) {
            Matcher figure = FIGURE.matcher(line);
            if (line.startsWith("```")) {
                inside = line.equals("```figures");
            } else if (inside) {
                assertTrue(figure.matches(), line);
                figures.put(figure.group(1), figure.group(2));
            }
        }
        return figures;
    }

    private static LevelTable record() throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(DOC)) {
            Matcher level = LEVEL.matcher(line);
            if (level.matches()) {
                rows.add(new double[] { Double.parseDouble(level.group(1)), Double.parseDouble(level.group(2)),
                        Double.parseDouble(level.group(3)) });
            }
        }
        double[][] columns = new double[3][];
        for (int column = 0; column < 3; column++) {
            int c = column;
            columns[c] = rows.stream().mapToDouble(row -> row[c]).toArray();
        }
        return LevelTable.of(columns[0], columns[1], columns[2]);
    }

    private static Map<String, Double> reportFigures() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        collect(Report.of(record()), "", figures);
        return figures;
    }

    private static Map<String, Double> computed() throws IOException {
        Map<String, Double> figures = reportFigures();
        collect(Comparison.of(new Differences(200, 5, 6, null)), "comparison.", figures);
        figures.put("dm(0.1 -0.05 0.2 0.15 0.02 0.08 -0.1, h = 2)",
                Comparison.dieboldMariano(new double[] { 0.1, -0.05, 0.2, 0.15, 0.02, 0.08, -0.1 }, 2).statistic());
        Tally weighted = new Tally();
        weighted.add(0.8, true, 1);
        weighted.add(0.3, false, 1);
        weighted.add(0.5, false, 2);
        collect(weighted.report(1), "weighted.", figures);
        figures.put("brier(0.7, YES)", ProperScore.BRIER.of(0.7, true));
        figures.put("brier(0.7, NO)", ProperScore.BRIER.of(0.7, false));
        figures.put("log(0.7, YES)", ProperScore.LOG.of(0.7, true));
        figures.put("log(0, YES)", ProperScore.LOG.of(0, true));
        figures.put("spherical(0.7, YES)", ProperScore.SPHERICAL.of(0.7, true));
        collect(Binomial.wilson(3, 10), "wilson(3 of 10).", figures);
        collect(Binomial.jeffreys(3, 10), "jeffreys(3 of 10).", figures);
        collect(Binomial.jeffreys(0, 5), "jeffreys(0 of 5).", figures);
        Shrinkage shrinkage = Shrinkage.of(new double[] { 1, 2, 3, 6 }, new double[] { 0.5, 0.5, 0.5, 0.5 });
        figures.put("shrinkage.tauSquared", shrinkage.tauSquared());
        figures.put("shrinkage.mean", shrinkage.mean());
        figures.put("shrinkage[6].mean", shrinkage.posteriors().get(3).mean());
        figures.put("shrinkage[6].variance", shrinkage.posteriors().get(3).variance());
        figures.put("shrinkage[6].expectedRank", Ranking.of(shrinkage.posteriors(), 1).orElseThrow().get(3).expectedRank());
        figures.put("lexicon(likely)", value(Lexicon.standard(), "likely"));
        figures.put("lexicon(likely, icd-203)", value(Lexicon.named("icd-203").orElseThrow(), "likely"));
        figures.put("lexicon(unlikely)", value(Lexicon.standard(), "unlikely"));
        figures.put("lexicon(probably not)", value(Lexicon.standard(), "probably not"));
        figures.put("lexicon(always)", value(Lexicon.standard(), "always"));
        Instant open = Instant.EPOCH;
        long[] weights = RevisionWeights.byTime(
                List.of(open, open.plusSeconds(86_400), open.plusSeconds(6 * 86_400)), open.plusSeconds(7 * 86_400));
        figures.put("weight(1 day of 7)", (double) weights[0]);
        figures.put("weight(5 days of 7)", (double) weights[1]);
        figures.put("options(0.5, 0.3, 0.2).brier(second)", Options.of(0.5, 0.3, 0.2).brier(1));
        figures.put("options(0.5, 0.3, 0.2).ranked(second)", Options.of(0.5, 0.3, 0.2).ranked(1));
        figures.put("interval(80 %, 1 to 5, 7)", Quantiles.intervalScore(0.2, 1, 5, 7));
        figures.put("pinball(0.9, 4, 7)", Quantiles.pinball(0.9, 4, 7));
        figures.put("crps(normal(0, 1), 0.5)", Crps.normal(0, 1, 0.5));
        figures.put("crps(draws 1 2 3, 1)", Crps.ensemble(new double[] { 1, 2, 3 }, 1));
        return figures;
    }

    private static double value(Lexicon lexicon, String wording) {
        return lexicon.perMille(PhraseFinder.idOf(wording).orElseThrow()).orElseThrow() / 1000.0;
    }

    /** The numbers of a record by path; a list's elements by their first component. */
    private static void collect(Record part, String path, Map<String, Double> figures) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = value(component, part);
            String name = path + component.getName();
            if (value instanceof Number number) {
                figures.put(name, number.doubleValue());
            } else if (value instanceof Record inner) {
                collect(inner, name + ".", figures);
            } else if (value instanceof List<?> list) {
                list.forEach(element -> collect((Record) element,
                        name + "[" + value(element.getClass().getRecordComponents()[0], element) + "].", figures));
            }
        }
    }

    private static Object value(RecordComponent component, Object part) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
