package org.hindcast.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Candidates and labelled forecasts of a piece, and how many of each find one another, counted as {@code evaluate} does. */
record Counts(int right, int offered, int recalled, int wanted) {

    private static final int RESAMPLES = 2000;

    static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(LabelledPiece piece, List<LabelledPiece.Span> candidates) {
        List<LabelledPiece.Span> offered = clear(piece, candidates);
        List<LabelledPiece.Span> wanted = clear(piece, piece.author());
        return new Counts(matched(offered, wanted), offered.size(), matched(wanted, offered), wanted.size());
    }

    private static List<LabelledPiece.Span> clear(LabelledPiece piece, List<LabelledPiece.Span> spans) {
        return spans.stream()
                .filter(span -> piece.doubtful().stream().noneMatch(doubt -> doubt.matches(span.start(), span.end())))
                .toList();
    }

    private static int matched(List<LabelledPiece.Span> these, List<LabelledPiece.Span> those) {
        return (int) these.stream().filter(one -> those.stream().anyMatch(other -> other.matches(one.start(), one.end())))
                .count();
    }

    Counts plus(Counts other) {
        return new Counts(right + other.right, offered + other.offered, recalled + other.recalled, wanted + other.wanted);
    }

    double precision() {
        return offered == 0 ? 1 : right / (double) offered;
    }

    double recall() {
        return wanted == 0 ? 1 : recalled / (double) wanted;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    static Counts sum(List<Counts> counts) {
        return counts.stream().reduce(NONE, Counts::plus);
    }

    /** Between which values F1 lies in 95 of 100 draws of as many pieces. */
    static double[] interval(List<Counts> byPiece) {
        Random random = new Random(11);
        double[] draws = new double[RESAMPLES];
        for (int d = 0; d < RESAMPLES; d++) {
            List<Counts> draw = new ArrayList<>();
            for (int i = 0; i < byPiece.size(); i++) {
                draw.add(byPiece.get(random.nextInt(byPiece.size())));
            }
            draws[d] = sum(draw).f1();
        }
        Arrays.sort(draws);
        return new double[] { draws[RESAMPLES / 40], draws[RESAMPLES - 1 - RESAMPLES / 40] };
    }
}
