package org.hindcast.scorecard;

import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.forecast.MovedScore;
import org.hindcast.score.Calls;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Formats;

/**
 * What one forecast moved: its author's score with it and without it, both over the whole record, words read with the default
 * lexicon. Sums of cells can be taken apart exactly, so nothing else is read.
 */
@ApplicationScoped
class Moves {

    @Inject
    Cells cells;

    void tell(@Observes MovedScore asked) {
        cells.of(asked.forecast).filter(own -> own.isScoredCall() || own.isScoredProbability()).ifPresent(own -> {
            List<Cell> all = cells.of(asked.forecast.author, Scope.WHOLE);
            asked.say(own.isScoredCall() ? calls(all, own) : probabilities(all, own));
        });
    }

    private static String probabilities(List<Cell> all, Cell own) {
        BrierSum with = BrierSum.of(only(all, Cell::isScoredProbability), Lexicon.standard());
        BrierSum without = with.minus(BrierSum.of(List.of(own), Lexicon.standard()));
        if (without.n() == 0) {
            return "It is the author's only scored probability: the mean Brier score is its own, %s."
                    .formatted(Formats.score(with.mean()));
        }
        return "The author's mean Brier score is %s over %d forecasts with it; without it, %s over %d.".formatted(
                Formats.score(with.mean()), with.n(), Formats.score(without.mean()), without.n());
    }

    private static String calls(List<Cell> all, Cell own) {
        Calls with = Scorecard.calls(all);
        if (with.n() == 1) {
            return "It is the author's only decided call.";
        }
        Calls without = Calls.of(with.n() - 1, with.hits() - own.hits());
        return "The author's hit rate is %d of %d (%s) with it; without it, %d of %d (%s).".formatted(with.hits(), with.n(),
                Formats.percent(with.rate()), without.hits(), without.n(), Formats.percent(without.rate()));
    }

    private static List<Cell> only(List<Cell> all, Predicate<Cell> those) {
        return all.stream().filter(those).toList();
    }
}
