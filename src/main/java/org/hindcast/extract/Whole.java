package org.hindcast.extract;

import java.util.function.Predicate;

/**
 * What a text as a whole is like: shares of its sentences, and whether it says that it predicts.
 *
 * @param future share that is cued as future
 * @param first that has the author's own belief in it
 * @param you that speaks to the reader
 * @param past whose first finite verb is past
 * @param tagged with a probability set behind or before it
 * @param bare in the plain present or without a verb
 * @param title what the title says of what is to come
 * @param declared whether title or beginning announce predictions
 */
record Whole(Reading reading, double future, double first, double you, double past, double tagged, double bare,
        Scopes.Says title, boolean declared) {

    private static final int BEGINNING = 8;
    private static final double MUCH = 0.1;
    private static final double VOTED = 0.25;

    static Whole of(Reading reading) {
        Scopes.Says title = Scopes.says(reading.title, reading.publishedOn.getYear());
        boolean declared = title == Scopes.Says.AHEAD || reading.signs.stream().limit(BEGINNING)
                .anyMatch(s -> s.has("declares") || s.has("pred-noun") && s.has("i-or-my"));
        return new Whole(reading, share(reading, Signs::isFutureCued), share(reading, s -> s.has(Cues.Kind.FIRST)),
                share(reading, s -> s.has("you")), share(reading, s -> s.finite().equals("VBD")),
                share(reading, Signs::isTagged),
                share(reading, s -> s.bare().equals("event") || s.bare().equals("verbless")), title, declared);
    }

    private static double share(Reading reading, Predicate<Signs> which) {
        return reading.signs.stream().filter(which).count() / (double) Math.max(1, reading.signs.size());
    }

    /** Whether something around a sentence says that it is about what is to come. */
    boolean isSupported(int i) {
        Scopes.Scope scope = reading.scopeOf(i);
        return declared || tagged > MUCH || isAhead(scope.leadSays()) || isAhead(scope.headingSays())
                || reading.listVotes[reading.sentences.get(i).block()] >= VOTED;
    }

    private static boolean isAhead(Scopes.Says says) {
        return says == Scopes.Says.AHEAD || says == Scopes.Says.TIME;
    }
}
