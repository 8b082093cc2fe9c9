package org.hindcast.score;

/**
 * Logistic regression of outcomes on logit(p): logit P(YES) = a + b logit(p), with p clipped as the log score is. By damped
 * Newton: a step that lowers the likelihood is halved, without which the fit diverges on real records. With Firth's penalty
 * (1993, Biometrika 80:27), half the log determinant of the information, estimates stay finite where outcomes are separated.
 */
final class LogisticFit {

    private static final int STEPS = 200;
    private static final int HALVINGS = 60;
    private static final double GREATEST_SLOPE = 20;
    /** Steps below this are within rounding of the top: taken whole, since the likelihood can no longer tell. */
    private static final double SMALL = 1e-6;
    private static final double SETTLED = 1e-12;

    private final LevelTable table;
    private final double[] x;
    private final boolean withSlope;
    private final boolean firth;
    private double a;
    private double b;
    private Information information;

    /** The information matrix at a point, with x measured from its weighted mean, which keeps digits where levels are close. */
    private record Information(double weight, double mean, double spread) {

        double logDeterminant() {
            return Math.log(weight) + Math.log(spread);
        }
    }

    private LogisticFit(LevelTable table, double a, double b, boolean withSlope, boolean firth) {
        this.table = table;
        this.a = a;
        this.b = b;
        this.withSlope = withSlope;
        this.firth = firth;
        x = new double[table.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = logit(table.p(i));
        }
        climb();
        information = information(this.a, this.b);
    }

    /** Intercept and slope. Without the penalty, separated outcomes end the climb early: see {@link #separated}. */
    static LogisticFit of(LevelTable table, boolean firth) {
        return new LogisticFit(table, logit(table.hits() / table.n()), 0, true, firth);
    }

    /** The intercept with the slope fixed at 1: calibration in the large on the logit scale. Needs both outcomes. */
    static LogisticFit intercept(LevelTable table) {
        return new LogisticFit(table, 0, 1, false, false);
    }

    static double logit(double p) {
        double clipped = Math.min(1 - ProperScore.CLIP, Math.max(ProperScore.CLIP, p));
        return Math.log(clipped) - Math.log1p(-clipped);
    }

    double a() {
        return a;
    }

    double b() {
        return b;
    }

    /** Whether a threshold parts the outcomes, so that the slope that fits best is infinite, or as good as that. */
    boolean separated() {
        return !(Math.abs(b) <= GREATEST_SLOPE) || parted(true) || parted(false);
    }

    /** Whether no hit is below a miss, or else no miss below a hit (Albert and Anderson 1984, Biometrika 71:1). */
    private boolean parted(boolean hitsAbove) {
        double highestBelow = Double.NEGATIVE_INFINITY;
        double lowestAbove = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            boolean hits = table.hits(i) > 0;
            boolean misses = table.n(i) > table.hits(i);
            highestBelow = (hitsAbove ? misses : hits) ? Math.max(highestBelow, x[i]) : highestBelow;
            lowestAbove = (hitsAbove ? hits : misses) ? Math.min(lowestAbove, x[i]) : lowestAbove;
        }
        return highestBelow <= lowestAbove;
    }

    double standardErrorOfA() {
        return Math.sqrt(1 / information.weight
                + (withSlope ? information.mean * information.mean / information.spread : 0));
    }

    double standardErrorOfB() {
        return Math.sqrt(1 / information.spread);
    }

    /** The log likelihood at the estimate, with the penalty where there is one. */
    double logLikelihood() {
        return logLikelihood(a, b);
    }

    double logLikelihood(double a, double b) {
        double likelihood = table.sum(i -> {
            double eta = a + b * x[i];
            return -table.hits(i) * softplus(-eta) - (table.n(i) - table.hits(i)) * softplus(eta);
        });
        return firth ? likelihood + information(a, b).logDeterminant() / 2 : likelihood;
    }

    private void climb() {
        double best = logLikelihood(a, b);
        for (int step = 0; step < STEPS; step++) {
            double[] towards = newton();
            double length = Math.abs(towards[0]) + Math.abs(towards[1]);
            double scale = 1 + Math.abs(a) + Math.abs(b);
            double size = 1;
            double reached = logLikelihood(a + towards[0], b + towards[1]);
            for (int halving = 0; halving < HALVINGS && length > SMALL * scale && !(reached >= best); halving++) {
                size /= 2;
                reached = logLikelihood(a + size * towards[0], b + size * towards[1]);
            }
            if (Double.isNaN(reached)) {
                return;
            }
            a += size * towards[0];
            b += size * towards[1];
            best = reached;
            if (length <= SETTLED * scale || (!firth && withSlope && !(Math.abs(b) <= GREATEST_SLOPE))) {
                return;
            }
        }
    }

    /**
     * The step from (a, b). Firth's penalty is as if each level had its leverage in further forecasts, half of them hits; the
     * step is taken with their information too, else it overshoots when forecasts are as few as that.
     */
    private double[] newton() {
        Information at = information(a, b);
        double[] leverage = new double[x.length];
        for (int i = 0; firth && i < x.length; i++) {
            double distance = x[i] - at.mean;
            leverage[i] = weight(i, a, b) * (1 / at.weight + distance * distance / at.spread);
        }
        Information step = firth ? information(i -> weight(i, a, b) * (1 + leverage[i] / table.n(i))) : at;
        Sum residuals = new Sum();
        Sum slopeResiduals = new Sum();
        for (int i = 0; i < x.length; i++) {
            double expected = 1 / (1 + Math.exp(-(a + b * x[i])));
            double residual = table.hits(i) - table.n(i) * expected + leverage[i] * (0.5 - expected);
            residuals.add(residual);
            slopeResiduals.add(residual * (x[i] - step.mean));
        }
        double db = withSlope ? slopeResiduals.value() / step.spread : 0;
        return new double[] { residuals.value() / step.weight - db * step.mean, db };
    }

    private Information information(double a, double b) {
        return information(i -> weight(i, a, b));
    }

    private Information information(LevelTable.Term weightOfLevel) {
        Sum weight = new Sum();
        Sum moment = new Sum();
        double[] weights = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            weights[i] = weightOfLevel.at(i);
            weight.add(weights[i]);
            moment.add(weights[i] * x[i]);
        }
        double mean = moment.value() / weight.value();
        Sum spread = new Sum();
        for (int i = 0; i < x.length; i++) {
            spread.add(weights[i] * (x[i] - mean) * (x[i] - mean));
        }
        return new Information(weight.value(), mean, spread.value());
    }

    private double weight(int i, double a, double b) {
        double tail = Math.exp(-Math.abs(a + b * x[i]));
        return table.n(i) * tail / ((1 + tail) * (1 + tail));
    }

    private static double softplus(double eta) {
        return Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta)));
    }
}
