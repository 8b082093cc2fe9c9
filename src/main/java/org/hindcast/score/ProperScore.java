package org.hindcast.score;

/**
 * Proper scores of one forecast of a yes-or-no question: in expectation nobody does better than by saying what they believe.
 */
public enum ProperScore {

    /** (p - y)^2: a loss, 0..1, 0.25 at p = 1/2 (Brier 1950, the half that is usual today). Never clipped. */
    BRIER {
        @Override
        public double of(double p, boolean happened) {
            double error = happened ? 1 - p : p;
            return error * error;
        }
    },

    /** -ln of the probability of what came: a loss in nats, 0.001..6.908, p clipped to {@link #CLIP}..1 - {@link #CLIP}. */
    LOG {
        @Override
        public double of(double p, boolean happened) {
            return log(p, happened, CLIP);
        }
    },

    /** p(what came) / sqrt(p^2 + (1 - p)^2): a gain, 0..1, 0.7071 at p = 1/2 (Gneiting and Raftery 2007). */
    SPHERICAL {
        @Override
        public double of(double p, boolean happened) {
            return (happened ? p : 1 - p) / Math.hypot(p, 1 - p);
        }
    };

    /** The log score is unbounded; clipping it makes it slightly improper at the ends, so clipped forecasts are counted. */
    public static final double CLIP = 0.001;

    /** @param p probability of YES, 0..1 */
    public abstract double of(double p, boolean happened);

    /** The log score with another clip, in nats; with 0, a probability of 0 for what came scores infinity. */
    public static double log(double p, boolean happened, double clip) {
        double clipped = Math.min(1 - clip, Math.max(clip, p));
        return happened ? -Math.log(clipped) : -Math.log1p(-clipped);
    }

    static boolean clips(double p) {
        return p < CLIP || p > 1 - CLIP;
    }
}
