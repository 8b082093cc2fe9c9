package org.hindcast.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is seen in one sentence, before anything around it is looked at. */
final class Signs {

    private static final Set<String> FUTURE = Set.of("will", "shall", "going-to");
    private static final Set<String> WEAK = Set.of("may", "might", "could");

    final List<Word> tokens;
    final String[] tags;
    final Canon canon;
    final List<Cues.Found> cues;
    final Set<String> names = new HashSet<>();
    final List<Modals.Modal> modals;
    final Attribution attribution;
    final boolean openQuote;

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
    }

    boolean has(String cue) {
        return names.contains(cue);
    }

    boolean has(Cues.Kind kind) {
        return cues.stream().anyMatch(found -> found.cue().kind() == kind);
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
        return !isQuestion() && (modals.stream().anyMatch(modal -> isFuture(modal) && !modal.quoted()
                && !Set.of("i", "you").contains(modal.subject()))
                || cues.stream()
                        .anyMatch(found -> found.cue().kind() == Cues.Kind.FUTURE && !found.cue().name().equals("will")));
    }

    /** The tag of the first finite verb: MD, VBZ, VBP, VBD; "none" where there is none. */
    String finite() {
        for (String tag : tags) {
            if (tag.equals("MD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("VBD")) {
                return tag;
            }
        }
        return "none";
    }

    int finiteAt() {
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

    /** What kind of bare statement this is, without a modal, a past or the author in it; "no" where it is none. */
    String bare() {
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
        return (STATES.contains(tokens.get(at).lower()) ? "state" : "event") + person;
    }
}
