package org.hindcast.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hindcast.score.Level;

/**
 * A reliability diagram as SVG coordinates: probabilities said to the right, how often it came true upwards, both over 0..100.
 * The line is
 * CORP's recalibration (Dimitriadis, Gneiting and Jordan 2021), the band where 90 % of calibrated authors would have it.
 *
 * @param line corners of the recalibrated line
 * @param band corners of the consistency band; empty where it could not be drawn
 * @param points levels as circles, their area by n
 * @param histogram how many forecasts in each twentieth
 */
public record ReliabilityDiagram(String line, String band, List<Point> points, List<Bar> histogram) {

    private static final int MOST_POINTS = 60;
    private static final int MOST_CORNERS = 400;
    private static final int BARS = 20;
    private static final double LARGEST_RADIUS = 3;

    public record Point(double x, double y, double r, String title) {
    }

    public record Bar(double x, double y, double height, String title) {
    }

    /** @return null without levels */
    public static ReliabilityDiagram of(List<Level> levels) {
        if (levels.isEmpty()) {
            return null;
        }
        List<Level> corners = thinned(levels, MOST_CORNERS).stream().filter(level -> level.recalibrated() != null).toList();
        String line = corners.stream().map(level -> corner(level.p(), level.recalibrated())).collect(Collectors.joining(" "));
        return new ReliabilityDiagram(line, band(corners), points(levels), histogram(levels));
    }

    private static String band(List<Level> corners) {
        List<Level> known = corners.stream().filter(level -> level.low() != null && level.high() != null).toList();
        if (known.size() < 2) {
            return "";
        }
        String lower = known.stream().map(level -> corner(level.p(), level.low())).collect(Collectors.joining(" "));
        String upper = IntStream.range(0, known.size()).mapToObj(i -> known.get(known.size() - 1 - i))
                .map(level -> corner(level.p(), level.high())).collect(Collectors.joining(" "));
        return lower + " " + upper;
    }

    /** None where there are so many levels that each holds next to nothing. */
    private static List<Point> points(List<Level> levels) {
        if (levels.size() > MOST_POINTS) {
            return List.of();
        }
        double most = levels.stream().mapToDouble(level -> level.n().doubleValue()).max().orElse(1);
        return levels.stream().filter(level -> level.n().doubleValue() > 0).map(level -> {
            double frequency = level.hits().doubleValue() / level.n().doubleValue();
            return new Point(round(100 * level.p()), round(100 - 100 * frequency),
                    round(Math.max(0.8, LARGEST_RADIUS * Math.sqrt(level.n().doubleValue() / most))),
                    "said %.1f %%: %s of %s came true".formatted(100 * level.p(), level.hits(), level.n()));
        }).toList();
    }

    private static List<Bar> histogram(List<Level> levels) {
        double[] n = new double[BARS];
        levels.forEach(level -> n[Math.min(BARS - 1, (int) (level.p() * BARS + 1e-9))] += level.n().doubleValue());
        double most = IntStream.range(0, BARS).mapToDouble(i -> n[i]).max().orElse(1);
        return IntStream.range(0, BARS).filter(i -> n[i] > 0).mapToObj(i -> {
            double height = round(Math.max(0.5, 16 * n[i] / most));
            return new Bar(i * 5.0, round(16 - height), height, "%d to %d %%: %,.0f".formatted(i * 5, i * 5 + 5, n[i]));
        }).toList();
    }

    private static List<Level> thinned(List<Level> levels, int most) {
        int step = (levels.size() + most - 1) / most;
        return IntStream.range(0, levels.size()).filter(i -> i % step == 0 || i == levels.size() - 1).mapToObj(levels::get)
                .toList();
    }

    private static String corner(double p, double frequency) {
        return String.format(Locale.ROOT, "%.2f,%.2f", 100 * p, 100 - 100 * frequency);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
