package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hindcast.author.AuthorRef;
import org.hindcast.question.Evidence;
import org.hindcast.question.NewCriteria;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;

/** A forecast as the API shows it. */
public record ForecastView(UUID id, AuthorRef author, String piece, UUID question, String quote, Integer start, Integer end,
        String statement, Basis basis, Double probability, String phrase, Stance stance, String odds, String stakes,
        String condition,
        LocalDate madeOn, boolean undated, List<String> topics, NewCriteria criteria, Forecast.Status status, boolean due,
        Outcome outcome, Boolean hit, boolean provisional, Instant resolvedAt, List<Evidence> evidence, Reference reference,
        int version, String url) {

    /** @param base the public address of the service */
    public static ForecastView of(Forecast f, Instant now, String base) {
        Claim c = f.claim;
        Question q = f.question;
        return new ForecastView(f.id, AuthorRef.of(f.author), f.piece.slug, q == null ? null : q.id, c.quote(), c.quoteStart(),
                c.quoteEnd(), c.statement(), c.basis(), PerMille.toNumber(c.probability()), c.phrase(), c.stance(), c.odds(),
                c.stakes(), c.condition(), c.madeOn(), c.undated(), c.topics(), f.newCriteria(), f.status(),
                f.status == Forecast.Life.PUBLISHED && q.isDue(now), q == null ? null : q.outcome, f.hit(),
                q != null && q.isProvisional(now), q == null ? null : q.resolvedAt, q == null ? List.of() : q.evidence,
                c.reference(), f.version, base + "/forecasts/" + f.id);
    }
}
