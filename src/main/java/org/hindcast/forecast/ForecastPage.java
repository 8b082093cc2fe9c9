package org.hindcast.forecast;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.hindcast.score.Lexicon;
import org.hindcast.web.Formats;

/**
 * What a page says of a forecast beside its fields.
 *
 * @param reading how the phrase is read; null where there is none
 * @param moved what it changed in the author's score; null where it is in none
 * @param first the same author's earlier position on this question, which counts instead; null where this one does
 * @param others further forecasts on the question
 */
record ForecastPage(String said, String reading, Standing standing, Effect effect, String moved, Forecast first,
        Double reference,
        List<ForecastLine> others, List<Told> history) {

    private static final int MOST_OTHERS = 50;

    static ForecastPage of(Forecast forecast, String moved, Instant now) {
        List<Forecast> onQuestion = Forecast.on(List.of(forecast.question.id), MOST_OTHERS);
        Forecast first = first(forecast, onQuestion);
        return new ForecastPage(Position.of(forecast.claim).words(), reading(forecast.claim), Standing.of(forecast, now),
                Effect.of(forecast, first, now), moved, first, PerMille.toNumber(forecast.claim.referenceProbability()),
                onQuestion.stream().filter(other -> other != forecast).map(other -> ForecastLine.of(other, now)).toList(),
                Told.of(List.of(forecast.id, forecast.question.id)));
    }

    /** As the cells count it: the earliest made, drafts and hedges and withdrawn ones aside. */
    private static Forecast first(Forecast forecast, List<Forecast> onQuestion) {
        return onQuestion.stream()
                .filter(one -> one.author.id.equals(forecast.author.id) && one.status == Forecast.Life.PUBLISHED
                        && one.claim.basis() != Basis.HEDGED)
                .min(Comparator.comparing((Forecast one) -> one.claim.madeOn()).thenComparing(one -> one.id.toString()))
                .filter(one -> one != forecast).orElse(null);
    }

    private static String reading(Claim claim) {
        return claim.phrase() == null ? null
                : Lexicon.standard().meaning(claim.phrase())
                        .map(meaning -> "The default lexicon (%s) reads “%s” as %s; common readings run from %s to %s."
                                .formatted(Lexicon.version(), Position.phrase(claim.phrase()), percent(meaning.point()),
                                        percent(meaning.low()), percent(meaning.high())))
                        .orElse("“%s” is a hedge: it is too vague to be wrong.".formatted(Position.phrase(claim.phrase())));
    }

    private static String percent(int perMille) {
        return Formats.percent(perMille / 1000.0);
    }
}
