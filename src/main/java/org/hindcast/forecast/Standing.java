package org.hindcast.forecast;

import java.time.Instant;
import java.util.Locale;

import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Formats;

/**
 * Where a question, or a forecast on it, stands.
 *
 * @param kind one of yes, no, void, due, open, withdrawn
 * @param label the same for people
 * @param score what it means for the forecast: hit, miss or its Brier score; null while undecided and for a question
 * @param provisional decided, but its due date has not passed
 */
public record Standing(String kind, String label, String score, boolean provisional) {

    public static Standing of(Question question, Instant now) {
        boolean provisional = question.isProvisional(now);
        return switch (question.status) {
            case RESOLVED -> new Standing(question.outcome.name().toLowerCase(Locale.ROOT), question.outcome.name(), null,
                    provisional);
            case WITHDRAWN -> new Standing("withdrawn", "withdrawn", null, false);
            case OPEN -> question.isDue(now)
                    ? new Standing("due", "was due " + Formats.date(question.criteria.dueOn()), null, false)
                    : new Standing("open", "open until " + Formats.date(question.criteria.dueOn()), null, false);
        };
    }

    public static Standing of(Forecast forecast, Instant now) {
        return of(forecast, Lexicon.standard(), now);
    }

    /** @param lexicon that words are scored with */
    static Standing of(Forecast forecast, Lexicon lexicon, Instant now) {
        if (forecast.status != Forecast.Life.PUBLISHED) {
            return new Standing("withdrawn", "withdrawn", null, false);
        }
        Standing question = of(forecast.question, now);
        return new Standing(question.kind, question.label, score(forecast, lexicon), question.provisional);
    }

    /** (p - outcome)^2 of a single forecast; null where no probability is scored. */
    static Double brier(Forecast forecast, Lexicon lexicon) {
        Outcome outcome = forecast.question.outcome;
        Double probability = Position.of(forecast.claim, lexicon).probability();
        if (probability == null || outcome == null || outcome == Outcome.VOID) {
            return null;
        }
        double miss = (outcome == Outcome.YES ? 1 : 0) - probability;
        return miss * miss;
    }

    private static String score(Forecast forecast, Lexicon lexicon) {
        if (forecast.claim.basis().isCall() && forecast.hit() != null) {
            return forecast.hit() ? "hit" : "miss";
        }
        Double brier = brier(forecast, lexicon);
        return brier == null ? null : "Brier " + Formats.score(brier);
    }
}
