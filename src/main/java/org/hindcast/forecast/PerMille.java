package org.hindcast.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.hindcast.web.Violations;

/** Probabilities: numbers from 0 to 1 outside, whole per mille inside. */
final class PerMille {

    private PerMille() {
    }

    /** Rounded half to even from the decimal text; null where missing. */
    static Integer of(String field, Double probability, Violations violations) {
        if (probability == null) {
            return null;
        }
        if (!(probability >= 0 && probability <= 1)) {
            violations.add(field, "is %s; a number from 0 to 1 is accepted".formatted(probability));
            return null;
        }
        return BigDecimal.valueOf(probability).movePointRight(3).setScale(0, RoundingMode.HALF_EVEN).intValue();
    }

    static Double toNumber(Integer perMille) {
        return perMille == null ? null : perMille / 1000.0;
    }
}
