package org.hindcast.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is seen in one sentence, before anything around it is looked at. */
final class Signs {

    private static final Set<String> FUTURE = Set.of("will", "shall", "going-to");
    private static final Set<String> WEAK = Set.of("may", "might", "could");
    private static final Set<String> SPOKEN = Set.of("i", "you");

    final List<Word> tokens;
    final String[] tags;
    final Canon canon;
    final List<Cues.Found> cues;
    final Set<String> names = new HashSet<>();
    final List<Modals.Modal> modals;
    final Attribution attribution;
    final boolean openQuote;
    private final boolean futureCued;
    private final int finiteAt;
    private final String bare;

    /** @param openQuote whether the sentence begins within quotation marks */
    Signs(Sentence sentence, String[] tags, Cues known, boolean openQuote) {
        this.tokens = sentence.tokens();
        this.tags = tags;
        this.canon = new Canon(tokens);
        this.cues = known.in(canon);
        this.modals = Modals.in(tokens);
        this.attribution = Attribution.of(tokens);
        this.openQuote = openQuote;
        cues.forEach(found -> names.add(found.cue().name()));
        futureCued = findFutureCue();
        finiteAt = findFinite();
        bare = findBare();
    }

    boolean has(String cue) {
        return names.contains(cue);
    }

    boolean has(Cues.Kind kind) {
        return cues.stream().anyMatch(found -> found.cue().kind() == kind);
    }

    /** Whether a probability is set before or behind it: "(p 0.8)". */
    boolean isTagged() {
        return has("tag-probability") || has("tag-end") || has("tag-begin");
    }

    boolean isQuestion() {
        return has("question");
    }

    static boolean isFuture(Modals.Modal modal) {
        return FUTURE.contains(modal.word());
    }

    static boolean isWeak(Modals.Modal modal) {
        return WEAK.contains(modal.word());
    }

    /** Said flatly or as likely, of somebody else than the author or the reader. */
    boolean isFutureCued() {
        return futureCued;
    }

    private boolean findFutureCue() {
        return !isQuestion() && (modals.stream().anyMatch(modal -> isFuture(modal) && !modal.quoted()
                && !SPOKEN.contains(modal.subject()))
                || cues.stream()
                        .anyMatch(found -> found.cue().kind() == Cues.Kind.FUTURE && !found.cue().name().equals("will")));
    }

    private static final Set<String> LIKELIHOOD = Set.of("likely", "likely-to", "unlikely", "probably", "certainly", "surely",
            "inevitable", "good-chance", "percent-chance", "chance-percent", "tag-probability", "tag-end", "tag-begin",
            "odds-ratio", "chance", "safe-bet", "expected-to");
    private static final Set<String> SET = Set.of("about-to", "set-to", "on-course", "looks-like", "stage-set");
    private static final Set<String> NOBODY = Set.of("i", "you", "who", "which", "one", "anyone", "someone");

    /**
     * A first guess by rule of thumb, which training takes as one feature among many: marks of futurity and likelihood count
     * for a forecast; questions, hopes, thought experiments, signposts and the words of others against it. About −5 to 8.
     */
    double guess() {
        boolean will = modals.stream()
                .anyMatch(modal -> isFuture(modal) && !modal.quoted() && !NOBODY.contains(modal.subject()));
        boolean likely = names.stream().anyMatch(LIKELIHOOD::contains);
        boolean set = names.stream().anyMatch(SET::contains);
        boolean weak = modals.stream().anyMatch(modal -> isWeak(modal) && !NOBODY.contains(modal.subject()));
        boolean first = has(Cues.Kind.FIRST);
        boolean unreal = has("counter") || has("imagine") || has("if-past") || has("were-to")
                || has("would-not-unless");
        double guess = (will ? 2 : 0) + (likely ? 2 : 0) + (set ? 1.5 : 0) + (has("expect-imperative") ? 3 : 0);
        if (first && (will || likely || weak || set)) {
            guess += 2;
        }
        if (has("i-predict") || has("i-expect")) {
            guess += 1.5;
        }
        if (has("surprised") || has("not-see")) {
            guess += 1.5;
        }
        guess += weak && !unreal ? has("may-well") ? 1.6 : 1.2 : 0;
        guess += has("would") && has("if") && !unreal ? 1.2 : 0;
        guess += has("should-be") ? 1 : 0;
        guess += guess > 0 && has(Cues.Kind.TIME) ? 0.7 : 0;
        guess -= isQuestion() ? 5 : 0;
        guess -= attribution != null && attribution.isOthers() ? 2.2 : 0;
        guess -= has("meta") ? 3 : 0;
        guess -= has("hope") ? 3 : 0;
        guess -= has("discourse") && (has("i-will") || has("i-going-to")) ? 2.5 : 0;
        guess -= has("when-you") && has("you") ? 1.5 : 0;
        guess -= unreal ? 2.5 : 0;
        guess -= has("interrogative") ? 2 : 0;
        guess -= has("must") && !likely ? 1 : 0;
        guess -= has("past-predict") || has("was-going-to") ? 1.5 : 0;
        return guess - (openQuote || has("quoted") && !will ? 1 : 0);
    }

    /** The tag of the first finite verb: MD, VBZ, VBP, VBD; "none" where there is none. */
    String finite() {
        return finiteAt < 0 ? "none" : tags[finiteAt];
    }

    /** Number of its token; −1 where there is none. */
    int finiteAt() {
        return finiteAt;
    }

    private int findFinite() {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i].equals("MD") || tags[i].equals("VBZ") || tags[i].equals("VBP") || tags[i].equals("VBD")) {
                return i;
            }
        }
        return -1;
    }

    long count(String tag) {
        long n = 0;
        for (String one : tags) {
            if (one.equals(tag)) {
                n++;
            }
        }
        return n;
    }

    private static final Set<String> STATES = Set.of("is", "are", "am", "'s", "has", "have", "do", "does", "seem", "seems",
            "appear", "appears", "mean", "means", "need", "needs", "want", "wants", "know", "knows", "think", "thinks",
            "believe",
            "believes", "like", "likes", "love", "loves", "say", "says", "show", "shows", "suggest", "suggests", "require",
            "requires", "depend", "depends", "matter", "matters", "understand", "include", "includes", "involve", "involves",
            "represent", "represents", "explain", "explains", "live", "lives", "work", "works", "make", "makes", "give",
            "gives",
            "call", "calls", "let", "lets", "tell", "tells", "look", "looks", "sound", "sounds", "feel", "feels", "hope",
            "hopes",
            "remember", "care", "cares", "own", "owns", "tend", "tends", "allow", "allows", "deserve", "deserves", "cost",
            "costs",
            "argue", "argues", "try", "tries", "use", "uses", "read", "reads", "write", "writes", "ask", "asks", "talk",
            "talks");

    static boolean isState(String verb) {
        return STATES.contains(verb);
    }

    /** What kind of bare statement this is, without a modal, a past or the author in it; "no" where it is none. */
    String bare() {
        return bare;
    }

    private String findBare() {
        if (isQuestion() || !modals.isEmpty() || tokens.isEmpty()) {
            return "no";
        }
        int at = finiteAt();
        if (at < 0) {
            return count("VBN") > 0 ? "participle" : count("VB") + count("VBG") > 0 ? "infinitive" : "verbless";
        }
        if (tags[at].equals("VBD") || count("VBD") > 0) {
            return "past";
        }
        String subject = at == 0 ? "" : tokens.get(at - 1).lower();
        String person = subject.equals("i") || subject.equals("we") ? "-author" : subject.equals("you") ? "-you" : "";
        return (isState(tokens.get(at).lower()) ? "state" : "event") + person;
    }
}
