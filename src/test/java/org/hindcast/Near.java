package org.hindcast;

import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** A number in JSON, whichever type REST Assured reads it as. */
public final class Near extends CustomTypeSafeMatcher<Number> {

    private static final double TOLERANCE = 1e-4;
    private final double value;

    private Near(double value) {
        super("a number near " + value);
        this.value = value;
    }

    public static Matcher<Number> near(double value) {
        return new Near(value);
    }

    @Override
    protected boolean matchesSafely(Number number) {
        return Math.abs(number.doubleValue() - value) < TOLERANCE;
    }
}
