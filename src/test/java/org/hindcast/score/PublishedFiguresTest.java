package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The CORP paper's rain forecasts for Niamey and FiveThirtyEight's forecasts of 2018, against independent computations in R and
 * Python: every number in the files, to 1e-9.
 */
class PublishedFiguresTest {

    /** Dimitriadis, Gneiting and Jordan 2021, as printed there; the files need not be present to believe these. */
    @ParameterizedTest
    @CsvSource({ "Logistic, 0.205746171886388, 0.017076057358150, 0.055540660519021, 0.244210775047259",
            "EMOS, 0.232025179368199, 0.018282943343355, 0.030468539022414, 0.244210775047259",
            "ENS, 0.266167674298945, 0.066072228279586, 0.044115329027900, 0.244210775047259",
            "EPC, 0.234281755412804, 0.022349747381051, 0.032278767015507, 0.244210775047259" })
    void corpOfThePaper(String forecaster, double score, double mcb, double dsc, double unc) {
        Corp corp = Report.of(niamey().get(forecaster)).corp();
        assertClose(score, corp.score(), "score");
        assertClose(mcb, corp.mcb(), "mcb");
        assertClose(dsc, corp.dsc(), "dsc");
        assertClose(unc, corp.unc(), "unc");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Logistic", "EMOS", "ENS", "EPC" })
    void rainInNiamey(String forecaster) {
        check(SharedScoring.json("niamey_expected.json").get(forecaster), niamey().get(forecaster));
    }

    @ParameterizedTest
    @ValueSource(strings = { "lite", "classic", "deluxe" })
    void midterms(String forecaster) {
        check(SharedScoring.json("fivethirtyeight_midterms2018_expected.json").get(forecaster), midterms().get(forecaster));
    }

    private static void check(JsonNode expected, LevelTable table) {
        Report report = Report.of(table);
        double o = report.baseRate();
        expected.fields().forEachRemaining(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            switch (name) {
                case "n" -> assertClose(value.asDouble(), report.n(), name);
                case "hits" -> assertClose(value.asDouble(), report.hits(), name);
                case "distinct_levels" -> assertEquals(value.asInt(), report.levels().size(), name);
                case "base_rate" -> assertClose(value.asDouble(), report.baseRate(), name);
                case "mean_forecast" -> assertClose(value.asDouble(), report.mean(), name);
                case "brier" -> assertClose(value.asDouble(), report.brier(), name);
                case "log_nat_clip1e-3" -> assertClose(value.asDouble(), report.log(), name);
                case "log_nat_clip1e-6" -> assertClose(value.asDouble(), log(table, 1e-6), name);
                case "log_nat_noclip" -> assertLog(value, log(table, 0));
                case "spherical" -> assertClose(value.asDouble(), report.spherical(), name);
                case "bss_vs_sample_base_rate" -> assertClose(value.asDouble(), report.skill().baseRate(), name);
                case "bss_vs_half" -> assertClose(value.asDouble(), report.skill().coinFlip(), name);
                case "murphy10" -> {
                    Murphy m = report.murphy();
                    assertFields(value, Map.of("rel", m.reliability(), "res", m.resolution(), "unc", m.uncertainty(), "wbv",
                            m.withinBinVariance(), "wbc", m.withinBinCovariance(), "gres", m.generalizedResolution(), "brier",
                            report.brier(), "brier_binned", m.reliability() - m.resolution() + m.uncertainty()));
                }
                case "murphy10_bins" -> value.forEach(bin -> {
                    Murphy.Bin own = report.murphy().bins().get(bin.get("k").asInt());
                    assertFields(bin, Map.of("k", own.low() * 10, "n", own.n(), "hits", own.hits(), "mean_p", own.mean(), "obs",
                            own.frequency()));
                });
                case "murphy_distinct" -> {
                    Murphy m = Murphy.of(table, Bins.distinct(table), null);
                    assertFields(value,
                            Map.of("rel", m.reliability(), "res", m.resolution(), "unc", m.uncertainty()));
                    assertEquals(0, m.withinBinVariance() + m.withinBinCovariance(), 1e-15, "nothing within a level");
                }
                case "ferro_fricker10" -> assertFields(value, Map.of("rel", report.murphy().reliabilityCorrected(), "res",
                        report.murphy().resolutionCorrected(), "unc", report.murphy().uncertaintyCorrected()));
                case "corp" -> assertCorp(value, report.corp());
                case "q1000" -> assertCorp(value, Report.of(perMille(table)).corp());
                case "published_3dp" -> value.fields().forEachRemaining(printed -> assertEquals(printed.getValue().asDouble(),
                        Map.of("mcb", report.corp().mcb(), "dsc", report.corp().dsc(), "unc", report.corp().unc())
                                .get(printed.getKey()),
                        5e-4, printed.getKey()));
                case "corp_exact_fraction_unc" -> {
                    String[] fraction = value.asText().split("/");
                    assertClose(Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]), report.corp().unc(), name);
                }
                case "corp_blocks" -> assertBlocks(value, table);
                case "corp_log_clip1e-3" -> assertFields(value, Map.of("mean_score", report.corpLog().score(), "mcb",
                        report.corpLog().mcb(), "dsc", report.corpLog().dsc(), "unc", report.corpLog().unc()));
                case "auc" -> assertClose(value.asDouble(), report.auc().value(), name);
                case "auc_delong_se" -> assertClose(value.asDouble(), report.auc().standardError(), name);
                case "ece10" -> assertClose(value.asDouble(), report.calibrationError().ece(), name);
                case "rms_ce10" -> assertClose(value.asDouble(), Math.sqrt(report.murphy().reliability()), name);
                case "mce10" -> assertClose(value.asDouble(), report.calibrationError().maximum(), name);
                case "ece2_debiased10" -> assertClose(value.asDouble(), report.calibrationError().debiasedSquared(), name);
                case "citl_mean_p_minus_base" -> assertClose(value.asDouble(), report.inTheLarge(), name);
                case "spiegelhalter_z" -> assertClose(value.asDouble(), report.spiegelhalter().z(), name);
                case "sharpness_mean_p(1-p)" -> assertClose(value.asDouble(), report.sharpness().meanVariance(), name);
                case "var_p" -> assertClose(value.asDouble(), report.sharpness().variance(), name);
                case "cox_recal_clip1e-3" -> {
                    LogisticFit fit = LogisticFit.of(table, false);
                    assertFields(value, Map.of("intercept", report.cox().intercept(), "slope", report.cox().slope(),
                            "se_intercept", report.cox().interceptStandardError(), "se_slope",
                            report.cox().slopeStandardError(), "loglik", fit.logLikelihood()));
                }
                case "citl_logit_clip1e-3" -> {
                    LogisticFit fit = LogisticFit.intercept(table);
                    assertFields(value, Map.of("intercept", fit.a(), "se", fit.standardErrorOfA()));
                }
                case "favourite_hits" -> {
                    assertClose(value.get("rate").asDouble(), report.hitRate().rate(), name);
                    assertClose(value.get("hits").asDouble(), report.hitRate().rate() * value.get("n").asDouble(), name);
                    assertClose(value.get("wilson95").get(0).asDouble(), report.hitRate().wilson().low(), name);
                    assertClose(value.get("wilson95").get(1).asDouble(), report.hitRate().wilson().high(), name);
                }
                default -> fail("a number that nothing is compared with: " + name);
            }
        });
        assertEquals(o, report.levels().stream().mapToDouble(l -> l.recalibrated() * l.n().doubleValue()).sum()
                / table.n(), 1e-12, "recalibration keeps the base rate");
    }

    private static void assertFields(JsonNode expected, Map<String, ? extends Number> actual) {
        expected.fields().forEachRemaining(
                entry -> assertClose(entry.getValue().asDouble(), actual.get(entry.getKey()), entry.getKey()));
    }

    private static void assertCorp(JsonNode expected, Corp corp) {
        assertFields(expected, Map.of("mean_score", corp.score(), "mcb", corp.mcb(), "dsc", corp.dsc(), "unc", corp.unc()));
    }

    private static void assertBlocks(JsonNode expected, LevelTable table) {
        Isotonic fit = Isotonic.of(table);
        assertEquals(expected.size(), fit.blocks(), "blocks");
        for (int block = 0, from = 0; block < fit.blocks(); from = fit.end(block++)) {
            assertFields(expected.get(block), Map.of("lo", table.p(from), "hi", table.p(fit.end(block) - 1), "n", fit.n(block),
                    "hits", fit.hits(block), "cep", fit.frequency(block)));
        }
    }

    /** ENS gave 0 or 1 and was wrong: without a clip its log score is infinite. */
    private static void assertLog(JsonNode expected, double actual) {
        if (expected.asText().equals("Infinity")) {
            assertEquals(Double.POSITIVE_INFINITY, actual);
        } else {
            assertClose(expected.asDouble(), actual, "log_nat_noclip");
        }
    }

    private static double log(LevelTable table, double clip) {
        ToDoubleFunction<Integer> term = i -> term(table.hits(i), ProperScore.log(table.p(i), true, clip))
                + term(table.n(i) - table.hits(i), ProperScore.log(table.p(i), false, clip));
        double sum = 0;
        for (int i = 0; i < table.size(); i++) {
            sum += term.applyAsDouble(i);
        }
        return sum / table.n();
    }

    private static double term(double weight, double score) {
        return weight == 0 ? 0 : weight * score;
    }

    private static LevelTable perMille(LevelTable table) {
        PerMilleTable rounded = PerMilleTable.EMPTY;
        for (int i = 0; i < table.size(); i++) {
            rounded = rounded.plus(PerMilleTable.of((int) Math.rint(table.p(i) * 1000), (long) table.n(i),
                    (long) table.hits(i)));
        }
        return rounded.levels();
    }

    static Map<String, LevelTable> niamey() {
        var rows = SharedScoring.rows("niamey.csv");
        Map<String, LevelTable> tables = new TreeMap<>();
        String[] names = { "Logistic", "EMOS", "ENS", "EPC" };
        for (int column = 1; column <= 4; column++) {
            int c = column;
            boolean[] happened = new boolean[rows.size()];
            double[] p = rows.stream().mapToDouble(row -> Double.parseDouble(row[c])).toArray();
            for (int i = 0; i < happened.length; i++) {
                happened[i] = rows.get(i)[5].equals("1");
            }
            tables.put(names[c - 1], LevelTable.of(p, happened));
        }
        return tables;
    }

    static Map<String, LevelTable> midterms() {
        Map<String, LevelTable> tables = new TreeMap<>();
        for (String[] row : SharedScoring.rows("fivethirtyeight_midterms2018.csv")) {
            LevelTable forecast = LevelTable.of(new double[] { Double.parseDouble(row[3]) },
                    new boolean[] { row[4].equals("1") });
            tables.merge(row[0], forecast, LevelTable::plus);
        }
        return tables;
    }

    @Test
    void theSharedFilesNameNoForecasterBeyondThese() {
        assertEquals(5, SharedScoring.json("niamey_expected.json").size());
        assertEquals(4, SharedScoring.json("fivethirtyeight_midterms2018_expected.json").size());
    }
}
