package org.hindcast.follow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hindcast.forecast.Basis;
import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.Position;
import org.hindcast.question.Outcome;

/** What the authors that somebody follows had said of questions, and whether it came so, in a line. */
final class AuthorsSaid {

    private static final int MOST_EACH = 20;

    private AuthorsSaid() {
    }

    /** By question; without those on which none of them has a position. */
    static Map<UUID, String> of(Follower follower, Collection<UUID> questions) {
        List<UUID> authors = Follow.authors(follower);
        return authors.isEmpty() ? Map.of()
                : Forecast.on(questions, MOST_EACH).stream()
                        .filter(said -> said.status == Forecast.Life.PUBLISHED && authors.contains(said.author.id))
                        .collect(Collectors.groupingBy(said -> said.question.id,
                                Collectors.mapping(AuthorsSaid::sentence, Collectors.joining(" "))));
    }

    private static String sentence(Forecast said) {
        Boolean right = isRight(said);
        return Target.oneLine(said.author.name) + " " + Position.of(said.claim).words()
                + (right == null ? "." : right ? ": a hit." : ": a miss.");
    }

    /** Whether the side came that they held for likelier; null for a hedge, for one half, and where neither came. */
    private static Boolean isRight(Forecast said) {
        Outcome outcome = said.question.outcome;
        if (outcome == null || outcome == Outcome.VOID || said.claim.basis() == Basis.HEDGED) {
            return null;
        }
        Double probability = Position.of(said.claim).probability();
        return probability == null ? said.hit()
                : probability == 0.5 ? null : Boolean.valueOf(probability > 0.5 == (outcome == Outcome.YES));
    }
}
