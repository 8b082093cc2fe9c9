package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds for every set of forecasts. */
@Domain(Tables.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class ReportLawsTest {

    @Property(tries = 300)
    void decompositionsAddUp(@ForAll LevelTable table) {
        Report report = Report.of(table);
        if (table.n() > 0) {
            Murphy m = report.murphy();
            assertEquals(report.brier(), m.reliability() - m.resolution() + m.uncertainty() + m.withinBinVariance()
                    - m.withinBinCovariance(), 1e-14, "Murphy");
            Corp corp = report.corp();
            assertEquals(corp.score(), corp.mcb() - corp.dsc() + corp.unc(), 1e-15, "CORP");
            CorpLog log = report.corpLog();
            assertEquals(log.score(), log.mcb() - log.dsc() + log.unc(), 1e-14, "CORP of the log score");
            assertTrue(corp.mcb() >= 0 && corp.dsc() >= 0 && log.mcb() >= 0 && log.dsc() >= 0);
            assertEquals(report.brier(), corp.score());
        }
    }

    @Property(tries = 300)
    void everyForecastIsInExactlyOneLevelAndBin(@ForAll LevelTable table) {
        Report report = Report.of(table);
        assertClose(table.n(), report.levels().stream().mapToDouble(level -> level.n().doubleValue()).sum(), 1e-14, "n");
        assertClose(table.n(), report.murphy().bins().stream().mapToDouble(bin -> bin.n().doubleValue()).sum(), 1e-14, "n");
        assertClose(table.hits(), report.levels().stream().mapToDouble(level -> level.hits().doubleValue()).sum(), 1e-14,
                "hits");
        for (Murphy.Bin bin : report.murphy().bins()) {
            assertTrue(bin.mean() == null || bin.low() <= bin.mean() && bin.mean() <= bin.high(), bin.toString());
        }
    }

    @Property(tries = 300)
    void noFigureIsInfiniteOrNoNumber(@ForAll LevelTable table) {
        assertFinite(Report.of(table, table.n() > 0 ? Differences.againstCoin(table) : null, 1), "report");
    }

    @Property(tries = 300)
    void recalibrationIsMonotoneAndSettled(@ForAll LevelTable table) {
        double[] once = Isotonic.of(table).recalibrated();
        double[] n = new double[table.size()];
        double[] hits = new double[table.size()];
        for (int i = 0; i < once.length; i++) {
            assertTrue(i == 0 || once[i - 1] <= once[i], "falls at " + i);
            n[i] = table.n(i);
            hits[i] = table.n(i) * once[i];
        }
        Isotonic again = new Isotonic(once.length);
        again.fit(n, hits, once.length);
        double[] twice = again.recalibrated();
        for (int i = 0; i < once.length; i++) {
            assertEquals(once[i], twice[i], 1e-15);
        }
    }

    @Property(tries = 100)
    void shuffledRowsGiveTheSameReport(@ForAll LevelTable table, @ForAll Random random) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            rows.add(new double[] { table.p(i), 1, table.hits(i), random.nextDouble() });
            rows.add(new double[] { table.p(i), 0, table.n(i) - table.hits(i), random.nextDouble() });
            rows.add(new double[] { table.p(i), 1, random.nextDouble(), random.nextDouble() });
        }
        Report expected = tally(rows).report(1);
        Collections.shuffle(rows, random);
        assertEquals(expected, tally(rows).report(1));
        int half = rows.size() / 2;
        Tally merged = tally(rows.subList(half, rows.size()));
        merged.add(tally(rows.subList(0, half)));
        assertEquals(expected, merged.report(1));
    }

    /** In units of a thousand forecasts, counts are a thousandth and all that is said of the author is the same. */
    @Property(tries = 100)
    void theUnitOfWeightsIsNoEvidence(@ForAll LevelTable table,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 20) int unit) {
        Tally ones = new Tally();
        Tally units = new Tally();
        for (int i = 0; i < table.size(); i++) {
            for (int k = 0; k < Math.min(5, table.n(i)); k++) {
                ones.add(table.p(i), k < table.hits(i), 1, 0.5);
                units.add(table.p(i), k < table.hits(i), unit * 1024, 0.5);
            }
        }
        Report a = ones.report(1);
        Report b = units.report(1);
        assertEquals(a.effectiveN(), b.effectiveN());
        assertSame(a.brierInterval(), b.brierInterval());
        assertSame(a.cox(), b.cox());
        assertSame(a.auc(), b.auc());
        assertSame(a.hitRate(), b.hitRate());
        assertSame(a.spiegelhalter(), b.spiegelhalter());
        assertSame(a.calibrationError(), b.calibrationError());
        if (a.comparison() != null) {
            assertSame(a.comparison().confidenceSequence(), b.comparison().confidenceSequence());
            assertSame(a.comparison().dieboldMariano(), b.comparison().dieboldMariano());
        }
    }

    /** Equal but for rounding. */
    private static void assertSame(Record a, Record b) {
        for (int i = 0; a != null && i < a.getClass().getRecordComponents().length; i++) {
            RecordComponent component = a.getClass().getRecordComponents()[i];
            Object left = value(component, a);
            Object right = value(component, b);
            if (left instanceof Record inner) {
                assertSame(inner, (Record) right);
            } else if (left instanceof Number number && right != null) {
                assertEquals(number.doubleValue(), ((Number) right).doubleValue(), 1e-7 * (1 + Math.abs(number.doubleValue())),
                        component.getName());
            } else {
                assertEquals(left, right, component.getName());
            }
        }
    }

    private static Tally tally(List<double[]> rows) {
        Tally tally = new Tally();
        rows.forEach(row -> tally.add(row[0], row[1] == 1, row[2], row[3]));
        return tally;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            p,                   n,   hits
            0,                   1,   0
            0,                   1,   1
            1,                   1,   1
            1,                   5,   0
            0.5,                 1,   1
            0.5,                 100, 50
            0.5,                 100, 0
            4.9e-324,            1,   1
            4.9e-324,            30,  0
            0.9999999999999999,  3,   3
            0.7,                 1,   0
            0.7,                 1e12, 7e11
            0.7,                 1e-9, 1e-9
            """, useHeadersInDisplayName = true)
    void oneLevelIsEnough(double p, double n, double hits) {
        LevelTable table = LevelTable.of(new double[] { p }, new double[] { n }, new double[] { hits });
        Report report = Report.of(table, Differences.againstCoin(table), 1);
        assertFinite(report, "report");
        assertEquals(hits / n, report.levels().get(0).recalibrated(), 1e-15);
        assertNull(report.cox().slope(), "one level has no slope");
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "1, 0", "0, 0.5", "0.001, 0.0005", "4.9e-324, 1", "0.5, 0.5000000000000001" })
    void twoLevelsInEveryOutcome(double p, double q) {
        for (int outcomes = 0; outcomes < 4; outcomes++) {
            LevelTable table = LevelTable.of(new double[] { p, q }, new boolean[] { (outcomes & 1) > 0, (outcomes & 2) > 0 });
            assertFinite(Report.of(table, Differences.againstCoin(table), 1), p + ", " + q + ", " + outcomes);
        }
    }

    @Test
    void nothingIsSaidOfNothing() {
        Report report = Report.of(LevelTable.EMPTY);
        assertEquals(0L, report.n());
        assertEquals(0L, report.hits());
        for (Object part : List.of(report.skill(), report.corp(), report.corpLog(), report.calibrationError(),
                report.spiegelhalter(), report.cox(), report.sharpness(), report.auc(), report.hitRate())) {
            assertAllNull(part);
        }
        assertEquals(List.of(), report.levels());
        assertNull(report.brier());
        assertNull(report.brierInterval());
        assertNull(report.comparison());
    }

    private static void assertAllNull(Object part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            assertNull(value(component, part), component.getName());
        }
    }

    static void assertFinite(Object value, String path) {
        if (value instanceof Number number) {
            assertTrue(Double.isFinite(number.doubleValue()), path + " = " + number);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> assertFinite(element, path + "[]"));
        } else if (value instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                assertFinite(value(component, part), path + "." + component.getName());
            }
        } else {
            assertTrue(value == null || value instanceof Boolean, path + " is a " + value);
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
