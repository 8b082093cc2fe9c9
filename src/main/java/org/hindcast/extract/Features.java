package org.hindcast.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the model decides by: names and values, of a sentence and of what stands around it. */
final class Features {

    /** Words, and what stands beside a sentence, are to weigh less: a small value is a strong penalty. */
    private static final double NGRAM = 0.35;
    private static final double BESIDE = 0.5;
    private static final double DETAIL = 0.6;
    /** And the cues more. */
    private static final double CUE = 1.8;
    private static final Set<String> PERSONS = Set.of("i", "we", "you", "one", "people", "someone", "anyone", "nobody",
            "everyone");

    final Reading reading;
    final double future;
    final double first;
    final double you;
    final double past;
    final Scopes.Says title;
    final boolean declared;
    final double tagged;
    final double bare;

    Features(Reading reading) {
        this.reading = reading;
        int n = Math.max(1, reading.signs.size());
        future = reading.signs.stream().filter(Signs::isFutureCued).count() / (double) n;
        first = reading.signs.stream().filter(s -> s.has(Cues.Kind.FIRST)).count() / (double) n;
        you = reading.signs.stream().filter(s -> s.has("you")).count() / (double) n;
        past = reading.signs.stream().filter(s -> s.finite().equals("VBD")).count() / (double) n;
        title = Scopes.says(reading.title, reading.publishedOn.getYear());
        declared = title == Scopes.Says.AHEAD || reading.signs.stream().limit(8)
                .anyMatch(s -> s.has("declares") || s.has("pred-noun") && s.has("i-or-my"));
        tagged = reading.signs.stream().filter(s -> s.has("tag-probability") || s.has("tag-end") || s.has("tag-begin")).count()
                / (double) n;
        bare = reading.signs.stream().filter(s -> s.bare().equals("event") || s.bare().equals("verbless")).count() / (double) n;
    }

    Map<String, Double> of(int i) {
        Map<String, Double> features = new HashMap<>();
        Signs signs = reading.signs.get(i);
        own(signs, features);
        place(i, signs, features);
        bare(i, signs, features);
        around(i, features);
        document(signs, features);
        ngrams(signs, features);
        return features;
    }

    private void own(Signs signs, Map<String, Double> features) {
        Set<String> future = new HashSet<>();
        for (Cues.Found found : signs.cues) {
            features.put("c:" + found.cue().name(), CUE);
            Cues.Kind kind = found.cue().kind();
            if (kind != Cues.Kind.AGAINST && kind != Cues.Kind.OTHER) {
                put(features, "k:" + kind);
            }
        }
        double guess = signs.guess();
        features.put("guess", Math.max(-4, Math.min(6, guess)) / 2);
        put(features,
                "guess:" + (guess < 0 ? "against" : guess < 1 ? "none" : guess < 2 ? "weak" : guess < 4 ? "strong" : "very"));
        int quotes = signs.openQuote ? 1 : 0;
        for (Modals.Modal modal : signs.modals) {
            String word = Signs.isFuture(modal) ? "FUT" : Signs.isWeak(modal) ? "WEAK" : modal.word();
            put(features, "m:" + modal.word());
            features.put("ms:" + word + "|" + modal.subject(), DETAIL);
            features.put("mc:" + word + "|" + modal.clause(), DETAIL);
            features.put("mv:" + word + "|" + modal.verb(), DETAIL);
            if (modal.denied()) {
                put(features, "md:" + word);
            }
            boolean quoted = modal.quoted() != (quotes == 1);
            if (quoted) {
                put(features, "mq:" + word);
            }
            Attribution by = signs.attribution;
            if (by != null && by.at() < modal.at()) {
                put(features, "ma:" + word + "|" + by.kind());
            }
            boolean plainSubject = !PERSONS.contains(modal.subject()) && !modal.clause().equals("rel") && !quoted;
            if (plainSubject && (by == null || by.kind() == Attribution.Who.AUTHOR || by.at() > modal.at())) {
                features.put("mx:" + word, CUE);
                future.add(word);
                if (modal.clause().startsWith("main") || modal.clause().equals("and") || modal.clause().equals("but")) {
                    features.put("mm:" + word, CUE);
                }
            }
        }
        put(features, "n:modals" + Math.min(3, signs.modals.size()));
        if (signs.attribution != null) {
            put(features, "a:" + signs.attribution.kind());
            if (signs.attribution.past()) {
                put(features, "a:past|" + signs.attribution.kind());
            }
        } else {
            put(features, "a:none");
        }
        boolean strong = future.contains("FUT") || signs.has(Cues.Kind.FUTURE);
        if (strong && signs.isQuestion()) {
            put(features, "x:strong|question");
        }
        if (strong && signs.has(Cues.Kind.TIME)) {
            put(features, "x:strong|time");
        }
        if (strong && signs.has(Cues.Kind.FIRST)) {
            put(features, "x:strong|first");
        }
        if (!future.isEmpty() && signs.has("if")) {
            put(features, "x:modal|if");
        }
        if (!strong && signs.has(Cues.Kind.TIME)) {
            put(features, "x:weak|time");
        }
        if (signs.openQuote) {
            put(features, "q:open");
        }
        tense(signs, features);
        years(signs, features);
    }

    private void tense(Signs signs, Map<String, Double> features) {
        String finite = signs.finite();
        put(features, "t:" + finite);
        int at = signs.finiteAt();
        if (at >= 0 && !finite.equals("MD")) {
            features.put("fv:" + signs.tokens.get(at).lower(), DETAIL);
        }
        if (at > 0) {
            features.put("ts:" + finite + "|" + subject(signs, at), DETAIL);
        }
        if (at >= 0 && at + 1 < signs.tags.length) {
            features.put("tn:" + finite + "|" + signs.tags[at + 1], DETAIL);
        }
        put(features, "t0:" + signs.tags[0]);
        if (signs.count("VBD") > 0) {
            put(features, "t:anyVBD");
        }
        if (signs.count("MD") == 0) {
            put(features, "t:noMD");
        }
        for (int j = 0; j + 2 < signs.tags.length; j++) {
            if (signs.tags[j].equals("MD")) {
                features.put("tm:" + (j == 0 ? "^" : signs.tags[j - 1]) + "|" + signs.tags[j + 1] + "|" + signs.tags[j + 2],
                        DETAIL);
            }
        }
    }

    private static String subject(Signs signs, int at) {
        int i = at - 1;
        while (i > 0 && signs.tags[i].startsWith("RB")) {
            i--;
        }
        String tag = signs.tags[i];
        return tag.equals("PRP") || tag.equals("EX") || tag.startsWith("W") || tag.equals("DT") ? signs.tokens.get(i).lower()
                : tag;
    }

    private void years(Signs signs, Map<String, Double> features) {
        int now = reading.publishedOn.getYear();
        for (Word token : signs.tokens) {
            String word = token.lower();
            if (word.length() == 4 && (word.startsWith("19") || word.startsWith("20"))
                    && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                int year = Integer.parseInt(word);
                put(features, "y:" + (year > now ? "after" : year == now ? "same" : "before"));
            }
        }
    }

    private void place(int i, Signs signs, Map<String, Double> features) {
        Sentence sentence = reading.sentences.get(i);
        Block block = reading.blockOf(i);
        Scopes.Scope scope = reading.scopeOf(i);
        put(features, "b:" + block.kind());
        put(features, "b:" + (sentence.first() ? "first" : sentence.last() ? "last" : "middle"));
        if (sentence.first() && sentence.last()) {
            put(features, "b:alone");
        }
        int words = signs.tokens.size();
        put(features, "l:" + (words <= 4 ? "4"
                : words <= 8 ? "8" : words <= 14 ? "14" : words <= 24 ? "24" : words <= 40 ? "40" : "long"));
        boolean ends = sentence.line().matches("(?s).*[.!?][\"')\\]]{0,3}$");
        put(features, ends ? "e:point" : sentence.line().endsWith(":") ? "e:colon" : "e:none");
        String finite = signs.finite();
        String tense = finite.equals("VBZ") || finite.equals("VBP") ? "present" : finite;
        String kind = block.is(Block.Kind.ITEM) ? "item" : "text";
        if (scope.headingSays() != Scopes.Says.NOTHING) {
            put(features, "s:heading|" + scope.headingSays());
            put(features, "s:heading|" + scope.headingSays() + "|" + tense + "|" + kind);
            put(features, "s:heading|" + scope.headingSays() + "|" + (scope.behind() == 1 ? "near" : "far") + "|" + kind);
        }
        if (scope.lead() >= 0) {
            put(features, "s:lead|" + scope.leadSays());
            put(features, "s:lead|" + scope.leadSays() + "|" + tense + "|" + kind);
        }
        if (block.is(Block.Kind.ITEM)) {
            double vote = reading.listVotes[sentence.block()];
            put(features, "v:" + (vote == 0 ? "none" : vote < 0.25 ? "few" : vote < 0.6 ? "some" : "most"));
            put(features, "i:" + title + "|" + tense);
            put(features, "i:" + title + "|" + (sentence.first() ? "first" : "later"));
            if (scope.headingSays() == Scopes.Says.NOTHING && scope.leadSays() == Scopes.Says.NOTHING) {
                put(features, "i:under-nothing|" + title);
            }
        }
        if (title == Scopes.Says.AHEAD) {
            put(features, "ti:" + kind + "|" + tense + "|" + (signs.isFutureCued() ? "cued" : "bare"));
        }
    }

    /** Present tense and lines without a verb are forecasts only where something around them says so. */
    private void bare(int i, Signs signs, Map<String, Double> features) {
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
        String where = above + "|" + kind + (declared ? "|declared" : "");
        put(features, "be:" + bare);
        boolean supported = isSupported(i);
        put(features, "su:" + (supported ? "yes" : "no") + "|" + kind);
        put(features, "su:" + (supported ? "yes" : "no") + "|" + kind + "|" + bare);
        put(features, "be:" + bare + "|" + above);
        features.put("be:" + bare + "|" + where, DETAIL);
        String coarse = bare.startsWith("past") || bare.contains("-") ? bare : "any";
        put(features, "be:" + coarse + "|" + where);
        boolean time = signs.has(Cues.Kind.TIME) || after(signs);
        if (time) {
            put(features, "bt:" + bare);
            put(features, "bt:" + bare + (declared ? "|declared" : "|not"));
        }
        boolean previous = i > 0 && reading.signs.get(i - 1).isFutureCued();
        boolean next = i + 1 < reading.signs.size() && reading.signs.get(i + 1).isFutureCued();
        put(features, "bp:" + bare + "|" + previous + "|" + next);
        features.put("bd:" + bare + "|" + kind, Math.min(1, future * 2));
        features.put("bb:" + bare + "|" + kind, Math.min(1, this.bare * 1.5));
        if (signs.has("tag-probability") || signs.has("tag-end") || signs.has("tag-begin") || signs.has("percent-chance")) {
            put(features, "bg:" + coarse);
        }
    }

    /** Whether something around a sentence says that it is about what is to come. */
    boolean isSupported(int i) {
        Scopes.Scope scope = reading.scopeOf(i);
        return declared || tagged > 0.1 || isAhead(scope.leadSays()) || isAhead(scope.headingSays())
                || reading.listVotes[reading.sentences.get(i).block()] >= 0.25;
    }

    private static boolean isAhead(Scopes.Says says) {
        return says == Scopes.Says.AHEAD || says == Scopes.Says.TIME;
    }

    private boolean after(Signs signs) {
        return signs.tokens.stream().anyMatch(token -> token.lower().matches("20\\d\\d")
                && Integer.parseInt(token.lower()) > reading.publishedOn.getYear());
    }

    private void around(int i, Map<String, Double> features) {
        for (int d = -2; d <= 2; d++) {
            int j = i + d;
            if (d == 0) {
                continue;
            }
            if (j < 0 || j >= reading.signs.size()) {
                features.put("r" + d + ":edge", BESIDE);
                continue;
            }
            Signs other = reading.signs.get(j);
            boolean same = reading.sentences.get(j).block() == reading.sentences.get(i).block();
            String where = "r" + d + (same ? "" : "'") + ":";
            if (other.isFutureCued()) {
                features.put(where + "future", BESIDE);
            }
            if (Math.abs(d) == 1) {
                features.put(where + "t|" + other.finite(), BESIDE);
                if (other.isQuestion()) {
                    features.put(where + "question", BESIDE);
                }
                if (other.has("imagine") || other.has("counter")) {
                    features.put(where + "counter", BESIDE);
                }
                if (other.attribution != null && other.attribution.isOthers()) {
                    features.put(where + "others", BESIDE);
                }
                if (other.has("turned-out") || other.has("past-predict")) {
                    features.put(where + "back", BESIDE);
                }
                features.put(where + "bare|" + other.bare(), BESIDE);
                if (other.has("would")) {
                    features.put(where + "would", BESIDE);
                }
            }
        }
        int block = reading.sentences.get(i).block();
        int n = 0;
        int cued = 0;
        for (int j = Math.max(0, i - 15); j < Math.min(reading.signs.size(), i + 16); j++) {
            if (j != i && reading.sentences.get(j).block() == block) {
                n++;
                cued += reading.signs.get(j).isFutureCued() ? 1 : 0;
            }
        }
        if (n > 0) {
            features.put("p:future", cued / (double) n);
        }
    }

    private void document(Signs signs, Map<String, Double> features) {
        double density = Math.min(1, future * 2);
        features.put("d:future", density);
        features.put(signs.isFutureCued() ? "d:future|cued" : "d:future|bare", density);
        features.put("d:first", Math.min(1, first * 3));
        features.put("d:you", Math.min(1, you * 2));
        features.put("d:past", Math.min(1, past * 2));
        features.put("d:tagged", Math.min(1, tagged * 3));
        features.put("d:bare", Math.min(1, bare * 2));
        put(features, declared ? "d:declared" : "d:undeclared");
        put(features, (declared ? "d:declared" : "d:undeclared") + (signs.isFutureCued() ? "|cued" : "|bare"));
        put(features, "d:title|" + title);
        put(features, "d:title|" + title + "|" + (signs.isFutureCued() ? "cued" : "bare"));
    }

    private void ngrams(Signs signs, Map<String, Double> features) {
        List<Word> tokens = signs.tokens;
        String before = "^";
        for (int i = 0; i < tokens.size(); i++) {
            Word token = tokens.get(i);
            String word = token.isNumber() ? "#"
                    : token.capital() && i > 0 && token.isWord() && signs.tags[i].startsWith("NNP") ? "Xx"
                            : token.lower();
            features.put("w:" + word, NGRAM);
            features.put("w:" + before + " " + word, NGRAM);
            before = word;
        }
    }

    private static void put(Map<String, Double> features, String name) {
        features.put(name, 1.0);
    }
}
