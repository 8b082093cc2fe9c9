package org.hindcast.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the second look goes by: how likely the first found a sentence, its neighbours, its list, its section and the whole
 * text, beside the few signs that decide what that is worth.
 */
final class Surroundings {

    /** What the second look may weigh otherwise than the first, together with what stands around. */
    private static final List<String> CUES = List.of(
            "hope", "meta", "counter", "imagine", "must", "should", "can", "would", "may-well", "pred-noun",
            "interrogative", "discourse", "in-this-post", "signpost", "intent", "past-predict", "turned-out", "polls",
            "always", "one", "when-you", "because", "not", "trend", "event", "quantity", "compare", "soon", "next-time",
            "by-time", "within-time", "time-ahead", "i-will", "expect-imperative", "continue-to", "will-be", "will-have",
            "will-need", "will-find", "perhaps", "wisdom", "according", "now", "ago", "last-time", "want", "declares");

    private final Whole whole;
    private final Reading reading;
    private final double[][] first;
    private final double mean;
    private final double high;
    private final Map<String, double[]> byBuild = new HashMap<>();

    /** @param first by sentence, what the first look said */
    Surroundings(Whole whole, double[][] first) {
        this.whole = whole;
        this.reading = whole.reading();
        this.first = first;
        double[] sorted = Arrays.stream(first).mapToDouble(p -> p[Model.AUTHOR]).sorted().toArray();
        mean = Arrays.stream(sorted).average().orElse(0);
        for (int i = 0; i < first.length; i++) {
            add(byBuild.computeIfAbsent(build(i), build -> new double[3]), first[i][Model.AUTHOR], true);
        }
        high = sorted.length == 0 ? 0 : sorted[(int) (0.9 * (sorted.length - 1))];
    }

    double[] of(int i) {
        List<Double> x = new ArrayList<>();
        Sentence sentence = reading.sentences.get(i);
        Block block = reading.blockOf(i);
        Scopes.Scope scope = reading.scopeOf(i);
        Signs signs = reading.signs.get(i);
        x.add(logit(first[i][Model.AUTHOR]));
        x.add(logit(first[i][Model.OTHER]));
        for (int d : new int[] { -1, 1, -2, 2 }) {
            int j = i + d;
            x.add(j < 0 || j >= first.length ? -0.1 : first[j][Model.AUTHOR]);
        }
        double[] inBlock = new double[3];
        double[] inList = new double[3];
        double[] inSection = new double[3];
        double[] near = new double[3];
        for (int j = Math.max(0, i - 60); j < Math.min(first.length, i + 61); j++) {
            if (j != i) {
                double p = first[j][Model.AUTHOR];
                int other = reading.sentences.get(j).block();
                add(inBlock, p, other == sentence.block());
                add(inList, p, block.list() >= 0 && reading.blocks.get(other).list() == block.list());
                add(inSection, p, scope.heading() >= 0 && reading.scopes[other].heading() == scope.heading());
                add(near, p, Math.abs(i - j) <= 5);
            }
        }
        double[] alike = alike(i);
        for (double[] group : List.of(inBlock, inList, inSection, near, alike)) {
            x.add(group[0] == 0 ? -0.1 : group[1] / group[0]);
        }
        x.add(Math.min(20, alike[0]));
        x.add(mean);
        x.add(high);
        x.add(i / (double) first.length);
        x.add((double) Math.min(100, first.length));
        x.add(whole.future());
        x.add(whole.bare());
        x.add(whole.tagged());
        String kind = signs.bare();
        for (String one : List.of("event", "verbless", "state", "past", "no")) {
            x.add(kind.equals(one) ? 1.0 : 0);
        }
        x.add(signs.isFutureCued() ? 1.0 : 0);
        x.add(signs.guess());
        x.add(signs.modals.stream().anyMatch(Signs::isWeak) ? 1.0 : 0);
        x.add(signs.isQuestion() ? 1.0 : 0);
        x.add(block.is(Block.Kind.ITEM) ? 1.0 : 0);
        x.add(block.is(Block.Kind.HEADING) ? 1.0 : 0);
        x.add(sentence.first() ? 1.0 : 0);
        x.add((double) signs.tokens.size());
        for (Scopes.Says says : Scopes.Says.values()) {
            x.add(scope.headingSays() == says ? 1.0 : 0);
        }
        x.add(scope.leadSays() == Scopes.Says.AHEAD || scope.leadSays() == Scopes.Says.TIME ? 1.0 : 0);
        x.add(scope.lead() >= 0 ? 1.0 : 0);
        x.add((double) Math.min(10, scope.behind()));
        x.add(whole.isSupported(i) ? 1.0 : 0);
        x.add(reading.listVotes[sentence.block()]);
        x.add(whole.title().ordinal() == Scopes.Says.BACK.ordinal() || scope.headingSays() == Scopes.Says.BACK
                || scope.headingSays() == Scopes.Says.PAST ? 1.0 : 0);
        x.add(signs.has("you") && signs.has("discourse") ? 1.0 : 0);
        x.add(block.is(Block.Kind.QUOTATION) ? 1.0 : 0);
        x.add(whole.declared() ? 1.0 : 0);
        x.add(whole.title() == Scopes.Says.AHEAD ? 1.0 : 0);
        x.add(signs.attribution != null && signs.attribution.isOthers() ? 1.0 : 0);
        x.add(signs.attribution != null && signs.attribution.kind() == Attribution.Who.AUTHOR ? 1.0 : 0);
        x.add(signs.openQuote || signs.has("quoted") ? 1.0 : 0);
        x.add(signs.has(Cues.Kind.TIME) ? 1.0 : 0);
        x.add(signs.has("you") ? 1.0 : 0);
        x.add(signs.has("if") ? 1.0 : 0);
        for (String cue : CUES) {
            x.add(signs.has(cue) ? 1.0 : 0);
        }
        return x.stream().mapToDouble(value -> value).toArray();
    }

    /** Of all other sentences of the text that are built like this one: of such lines all are calls, or none is. */
    private double[] alike(int i) {
        double[] all = byBuild.get(build(i));
        return new double[] { all[0] - 1, all[1] - first[i][Model.AUTHOR] };
    }

    private String build(int i) {
        int words = reading.signs.get(i).tokens.size();
        return reading.signs.get(i).bare() + (words <= 7 ? "|few|" : words <= 16 ? "|some|" : "|many|")
                + reading.blockOf(i).kind();
    }

    /** Count, sum and greatest. */
    private static void add(double[] group, double p, boolean belongs) {
        if (belongs) {
            group[0]++;
            group[1] += p;
            group[2] = Math.max(group[2], p);
        }
    }

    private static double logit(double p) {
        return StrictMath.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));
    }
}
