package org.hindcast.extract;

import java.util.Map;
import java.util.regex.Pattern;

/** What stands around a sentence: block, heading, list, neighbours, and the text as a whole. */
final class PlaceFeatures {

    /** What stands beside a sentence is to weigh less: a small value is a strong penalty. */
    private static final double BESIDE = 0.5;
    private static final double DETAIL = 0.6;
    private static final Pattern ENDS = Pattern.compile("[.!?][\"')\\]]{0,3}$");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private final Reading reading;
    private final Whole whole;
    private final Map<String, Double> features;

    PlaceFeatures(Whole whole, Map<String, Double> features) {
        this.reading = whole.reading();
        this.whole = whole;
        this.features = features;
    }

    void add(int i) {
        Signs signs = reading.signs.get(i);
        place(i, signs);
        bare(i, signs);
        around(i);
        document(signs);
    }

    private void place(int i, Signs signs) {
        Sentence sentence = reading.sentences.get(i);
        Block block = reading.blockOf(i);
        Scopes.Scope scope = reading.scopeOf(i);
        put("b:" + block.kind());
        put("b:" + (sentence.first() ? "first" : sentence.last() ? "last" : "middle"));
        if (sentence.first() && sentence.last()) {
            put("b:alone");
        }
        int words = signs.tokens.size();
        put("l:" + (words <= 4 ? "4"
                : words <= 8 ? "8" : words <= 14 ? "14" : words <= 24 ? "24" : words <= 40 ? "40" : "long"));
        boolean ends = ENDS.matcher(sentence.line()).find();
        put(ends ? "e:point" : sentence.line().endsWith(":") ? "e:colon" : "e:none");
        String finite = signs.finite();
        String tense = finite.equals("VBZ") || finite.equals("VBP") ? "present" : finite;
        String kind = block.is(Block.Kind.ITEM) ? "item" : "text";
        if (scope.headingSays() != Scopes.Says.NOTHING) {
            put("s:heading|" + scope.headingSays());
            put("s:heading|" + scope.headingSays() + "|" + tense + "|" + kind);
            put("s:heading|" + scope.headingSays() + "|" + (scope.behind() == 1 ? "near" : "far") + "|" + kind);
        }
        if (scope.lead() >= 0) {
            put("s:lead|" + scope.leadSays());
            put("s:lead|" + scope.leadSays() + "|" + tense + "|" + kind);
        }
        if (block.is(Block.Kind.ITEM)) {
            double vote = reading.listVotes[sentence.block()];
            put("v:" + (vote == 0 ? "none" : vote < 0.25 ? "few" : vote < 0.6 ? "some" : "most"));
            put("i:" + whole.title() + "|" + tense);
            put("i:" + whole.title() + "|" + (sentence.first() ? "first" : "later"));
            if (scope.headingSays() == Scopes.Says.NOTHING && scope.leadSays() == Scopes.Says.NOTHING) {
                put("i:under-nothing|" + whole.title());
            }
        }
        if (whole.title() == Scopes.Says.AHEAD) {
            put("ti:" + kind + "|" + tense + "|" + (signs.isFutureCued() ? "cued" : "bare"));
        }
    }

    /** Present tense and lines without a verb are forecasts only where something around them says so. */
    private void bare(int i, Signs signs) {
        String bare = signs.bare();
        if (bare.equals("no")) {
            return;
        }
        Scopes.Scope scope = reading.scopeOf(i);
        Block block = reading.blockOf(i);
        String kind = block.is(Block.Kind.ITEM) ? "item" : block.is(Block.Kind.HEADING) ? "heading" : "text";
        String above = scope.leadSays() != Scopes.Says.NOTHING ? "lead-" + scope.leadSays()
                : scope.headingSays() != Scopes.Says.NOTHING ? scope.headingSays() + (scope.behind() == 1 ? "-near" : "")
                        : "nothing";
        String where = above + "|" + kind + (whole.declared() ? "|declared" : "");
        put("be:" + bare);
        boolean supported = whole.isSupported(i);
        put("su:" + (supported ? "yes" : "no") + "|" + kind);
        put("su:" + (supported ? "yes" : "no") + "|" + kind + "|" + bare);
        put("be:" + bare + "|" + above);
        put("be:" + bare + "|" + where, DETAIL);
        String coarse = bare.startsWith("past") || bare.contains("-") ? bare : "any";
        put("be:" + coarse + "|" + where);
        boolean time = signs.has(Cues.Kind.TIME) || after(signs);
        if (time) {
            put("bt:" + bare);
            put("bt:" + bare + (whole.declared() ? "|declared" : "|not"));
        }
        boolean previous = i > 0 && reading.signs.get(i - 1).isFutureCued();
        boolean next = i + 1 < reading.signs.size() && reading.signs.get(i + 1).isFutureCued();
        put("bp:" + bare + "|" + previous + "|" + next);
        put("bd:" + bare + "|" + kind, Math.min(1, whole.future() * 2));
        put("bb:" + bare + "|" + kind, Math.min(1, whole.bare() * 1.5));
        if (signs.isTagged() || signs.has("percent-chance")) {
            put("bg:" + coarse);
        }
    }

    private boolean after(Signs signs) {
        return signs.tokens.stream().anyMatch(token -> YEAR.matcher(token.lower()).matches()
                && Integer.parseInt(token.lower()) > reading.publishedOn.getYear());
    }

    private void around(int i) {
        for (int d = -2; d <= 2; d++) {
            int j = i + d;
            if (d == 0) {
                continue;
            }
            if (j < 0 || j >= reading.signs.size()) {
                put("r" + d + ":edge", BESIDE);
                continue;
            }
            Signs other = reading.signs.get(j);
            boolean same = reading.sentences.get(j).block() == reading.sentences.get(i).block();
            String where = "r" + d + (same ? "" : "'") + ":";
            if (other.isFutureCued()) {
                put(where + "future", BESIDE);
            }
            if (Math.abs(d) == 1) {
                put(where + "t|" + other.finite(), BESIDE);
                if (other.isQuestion()) {
                    put(where + "question", BESIDE);
                }
                if (other.has("imagine") || other.has("counter")) {
                    put(where + "counter", BESIDE);
                }
                if (other.attribution != null && other.attribution.isOthers()) {
                    put(where + "others", BESIDE);
                }
                if (other.has("turned-out") || other.has("past-predict")) {
                    put(where + "back", BESIDE);
                }
                put(where + "bare|" + other.bare(), BESIDE);
                if (other.has("would")) {
                    put(where + "would", BESIDE);
                }
            }
        }
        int block = reading.sentences.get(i).block();
        int n = 0;
        int cued = 0;
        boolean graded = false;
        for (int j = Math.max(0, i - 15); j < Math.min(reading.signs.size(), i + 16); j++) {
            if (j != i && reading.sentences.get(j).block() == block) {
                n++;
                cued += reading.signs.get(j).isFutureCued() ? 1 : 0;
                graded |= reading.signs.get(j).has("grade") || reading.signs.get(j).has("turned-out");
            }
        }
        if (n > 0) {
            put("p:future", cued / (double) n);
            if (graded) {
                put("p:graded|" + reading.blockOf(i).kind());
            }
        }
    }

    private void document(Signs signs) {
        double density = Math.min(1, whole.future() * 2);
        put("d:future", density);
        put(signs.isFutureCued() ? "d:future|cued" : "d:future|bare", density);
        put("d:first", Math.min(1, whole.first() * 3));
        put("d:you", Math.min(1, whole.you() * 2));
        put("d:past", Math.min(1, whole.past() * 2));
        put("d:tagged", Math.min(1, whole.tagged() * 3));
        put("d:bare", Math.min(1, whole.bare() * 2));
        put(whole.declared() ? "d:declared" : "d:undeclared");
        put((whole.declared() ? "d:declared" : "d:undeclared") + (signs.isFutureCued() ? "|cued" : "|bare"));
        put("d:title|" + whole.title());
        put("d:title|" + whole.title() + "|" + (signs.isFutureCued() ? "cued" : "bare"));
    }

    private void put(String name) {
        features.put(name, 1.0);
    }

    private void put(String name, double value) {
        features.put(name, value);
    }
}
