package org.hindcast.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The report's components are the public JSON's names; clients rely on every one. */
class ReportJsonTest {

    private static final String SHAPE = """
            {n, effectiveN, hits, baseRate, mean, brier, brierVariance, brierInterval: {low, high}, log, logClipped, spherical, \
            skill: {coinFlip, baseRate, reference}, corp: {score, mcb, dsc, unc, mcbPValue}, corpLog: {score, mcb, dsc, unc}, \
            murphy: {reliability, resolution, uncertainty, withinBinVariance, withinBinCovariance, generalizedResolution, \
            reliabilityCorrected, resolutionCorrected, uncertaintyCorrected, bins: [{low, high, n, hits, mean, frequency}]}, \
            calibrationError: {ece, debiasedSquared, maximum}, inTheLarge, spiegelhalter: {z, pValue}, \
            cox: {intercept, slope, interceptStandardError, slopeStandardError, chiSquare, pValue, firth}, overconfidence, \
            overconfidenceInterval: {low, high}, sharpness: {meanVariance, variance}, auc: {value, standardError}, \
            hitRate: {rate, wilson: {low, high}, jeffreys: {low, high}}, \
            levels: [{p, n, hits, recalibrated, low, high, confidence: {low, high}}], \
            comparison: {n, meanDifference, standardDeviation, \
            confidenceSequence: {low, high}, logEValue, logEValueReverse, referenceBrier, dieboldMariano: {statistic, pValue}}}""";

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void namesAndNestingAreTheContracts() {
        LevelTable table = LevelTable.of(new double[] { 0.2, 0.8 }, new double[] { 20, 20 }, new double[] { 5, 14 });
        JsonNode json = mapper.valueToTree(Report.of(table, Differences.againstCoin(table), 1));
        assertEquals(SHAPE, shape(json));
    }

    @Test
    void wholeCountsHaveNoFractionAndTheUndefinedIsNull() {
        JsonNode json = mapper.valueToTree(Report.of(LevelTable.of(new double[] { 0.2 }, new boolean[] { true })));
        assertEquals("1", json.get("n").toString());
        assertEquals("1", json.at("/levels/0/hits").toString());
        assertEquals("null", json.get("comparison").toString());
        assertEquals("null", json.at("/auc/value").toString());
        assertFalse(json.toString().matches(".*(NaN|Infinity).*"));
    }

    private static String shape(JsonNode node) {
        if (node.isArray()) {
            return "[" + shape(node.get(0)) + "]";
        }
        List<String> fields = new ArrayList<>();
        node.fields().forEachRemaining(field -> fields
                .add(field.getKey() + (field.getValue().isContainerNode() ? ": " + shape(field.getValue()) : "")));
        return "{" + String.join(", ", fields) + "}";
    }
}
