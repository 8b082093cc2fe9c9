package org.hindcast.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What models say of pieces that were left out when they were fitted. */
final class CrossValidation {

    private static final double AS_GOOD = 0.005;

    private final List<Example> examples;
    /** By example and sentence. */
    private final double[][][] first;
    private final double[][][] both;

    private CrossValidation(List<Example> examples) {
        this.examples = examples;
        first = new double[examples.size()][][];
        both = new double[examples.size()][][];
    }

    static CrossValidation of(List<Example> examples, Fit fit, int folds) {
        CrossValidation result = new CrossValidation(examples);
        AtomicInteger done = new AtomicInteger();
        Fit.folds(examples.size(), folds).parallelStream().forEach(fold -> {
            Model model = fit.of(Fit.without(examples, fold));
            for (int i : fold) {
                result.first[i] = Fit.looks(model.first(), examples.get(i));
                result.both[i] = model.again(Whole.of(examples.get(i).reading()), result.first[i]);
            }
            System.out.printf("%d of %d folds done%n", done.incrementAndGet(), folds);
        });
        return result;
    }

    /** What one model says of pieces, none of which it was fitted to. */
    static CrossValidation apart(List<Example> examples, Model model) {
        CrossValidation result = new CrossValidation(examples);
        for (int i = 0; i < examples.size(); i++) {
            result.first[i] = Fit.looks(model.first(), examples.get(i));
            result.both[i] = model.again(Whole.of(examples.get(i).reading()), result.first[i]);
        }
        return result;
    }

    double[] probabilities(int example, int sentence) {
        return both[example][sentence];
    }

    /**
     * The least confidence for HIGH: the middle of those at which the mean of F1 over both kinds of piece is as good as the
     * best, since the mean hardly changes over a wide range, and pieces to come may differ either way.
     */
    double bestHigh(double other) {
        double[] means = new double[70];
        for (int percent = 15; percent < means.length; percent++) {
            means[percent] = (sum(true, percent / 100.0, other).f1() + sum(false, percent / 100.0, other).f1()) / 2;
        }
        double best = Arrays.stream(means).max().orElseThrow();
        int[] good = IntStream.range(0, means.length).filter(percent -> means[percent] >= best - AS_GOOD).toArray();
        return (good[0] + good[good.length - 1]) / 2 / 100.0;
    }

    /** The least confidence for MAYBE: the greatest at which both kinds of piece have this recall. */
    double greatestMaybe(double recall, double other) {
        double at = 0.02;
        for (double t = 0.02; t < 0.5; t += 0.005) {
            if (Math.min(sum(true, t, other).recall(), sum(false, t, other).recall()) >= recall) {
                at = t;
            }
        }
        return Math.round(at * 1000) / 1000.0;
    }

    private Counts sum(boolean posts, double threshold, double other) {
        return Counts.sum(counts(example -> example.piece().isPost() == posts, own(both, threshold, other)));
    }

    private List<Counts> counts(Predicate<Example> which, BiPredicate<Integer, Integer> offered) {
        List<Counts> counts = new ArrayList<>();
        for (int e = 0; e < examples.size(); e++) {
            if (which.test(examples.get(e))) {
                counts.add(Counts.of(examples.get(e).piece(), spans(e, offered)));
            }
        }
        return counts;
    }

    private List<LabelledPiece.Span> spans(int e, BiPredicate<Integer, Integer> offered) {
        Reading reading = examples.get(e).reading();
        List<LabelledPiece.Span> spans = new ArrayList<>();
        for (int i = 0; i < reading.sentences.size(); i++) {
            if (reading.mayClaim(i) && offered.test(e, i)) {
                List<Word> words = reading.sentences.get(i).tokens();
                for (Claims.Part part : Claims.parts(reading.signs.get(i))) {
                    spans.add(new LabelledPiece.Span(words.get(part.first()).start(), words.get(part.last() - 1).end()));
                }
            }
        }
        return spans;
    }

    private static BiPredicate<Integer, Integer> own(double[][][] p, double threshold, double other) {
        Model rule = new Model(null, null, threshold, threshold, other);
        return (e, i) -> rule.predictor(p[e][i]) == Candidate.Predictor.AUTHOR && p[e][i][Model.AUTHOR] >= threshold;
    }

    /** A table: by set and kind of piece, what each system reaches. */
    void print(double high, double maybe, double other) {
        Map<String, BiPredicate<Integer, Integer>> systems = new LinkedHashMap<>();
        systems.put("will / going to", (e, i) -> signs(e, i).modals.stream().anyMatch(Signs::isFuture));
        systems.put("any cue, no question", (e, i) -> signs(e, i).isFutureCued()
                || signs(e, i).modals.stream().anyMatch(Signs::isWeak) && !signs(e, i).isQuestion());
        systems.put("first look alone", own(first, high, other));
        systems.put("HIGH", own(both, high, other));
        systems.put("HIGH + MAYBE", own(both, maybe, other));
        Map<String, Predicate<Example>> groups = new LinkedHashMap<>();
        groups.put("dev", e -> e.piece().set().equals("dev"));
        groups.put("essays", e -> e.piece().set().equals("essays"));
        groups.put("own posts", e -> e.piece().set().equals("own") && e.piece().isPost());
        groups.put("own op-eds", e -> e.piece().set().equals("own") && !e.piece().isPost());
        groups.put("apart", e -> e.piece().set().equals("apart"));
        groups.put("apart posts", e -> e.piece().set().equals("apart") && e.piece().isPost());
        groups.put("apart op-eds", e -> e.piece().set().equals("apart") && !e.piece().isPost());
        groups.put("unseen", e -> e.piece().set().equals("unseen"));
        groups.put("editors", e -> e.piece().set().equals("editors"));
        groups.put("all posts", e -> isLearned(e) && e.piece().isPost());
        groups.put("all op-eds", e -> isLearned(e) && !e.piece().isPost());
        groups.forEach((group, which) -> systems.forEach((system, offered) -> {
            List<Counts> counts = counts(which, offered);
            if (!counts.isEmpty()) {
                Counts sum = Counts.sum(counts);
                double[] interval = Counts.interval(counts);
                System.out.printf(
                        "%-12s %3d pieces %4d forecasts | %-21s offered %4d  P %.3f  R %.3f  F1 %.3f (%.2f to %.2f)%n",
                        group, counts.size(), sum.wanted(), system, sum.offered(), sum.precision(), sum.recall(), sum.f1(),
                        interval[0], interval[1]);
            }
        }));
    }

    private static boolean isLearned(Example example) {
        return !Set.of("apart", "unseen").contains(example.piece().set());
    }

    private Signs signs(int e, int i) {
        return examples.get(e).reading().signs.get(i);
    }

    /** Sentences that are judged otherwise than labelled. */
    void printErrors(double high) {
        for (int e = 0; e < examples.size(); e++) {
            Example example = examples.get(e);
            for (int i = 0; i < example.labels().length; i++) {
                int label = example.labels()[i];
                boolean found = both[e][i][Model.AUTHOR] >= high;
                if (label >= 0 && found != (label == Model.AUTHOR)) {
                    System.out.printf("%s %s %.2f (first %.2f, other %.2f) %s %s%n", found ? "FP" : "FN",
                            example.piece().name(),
                            both[e][i][Model.AUTHOR], first[e][i][Model.AUTHOR], both[e][i][Model.OTHER],
                            example.reading().blockOf(i).kind(), example.reading().sentences.get(i).line());
                }
            }
        }
    }
}
