package org.hindcast.scorecard;

import org.hindcast.author.AuthorRef;
import org.hindcast.web.Formats;

/** What an author's scored forecasts come to, in a line. */
record Summary(AuthorRef author, long n, String brier, String interval, Whisker whisker, String calls) {

    static Summary of(Place place) {
        return new Summary(place.author(), place.forecasts(), Formats.score(place.brier()),
                Figures.scores(place.brierInterval()), Whisker.of(place.brier(), place.brierInterval(), 0.25, 0, 1),
                place.calls() == 0 ? Formats.NONE : place.callHits() + " of " + place.calls());
    }
}
