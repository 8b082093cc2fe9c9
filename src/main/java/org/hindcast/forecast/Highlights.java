package org.hindcast.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hindcast.piece.MarkedText;

/** A text cut where quotes begin and end, however these overlap, and at its paragraphs. */
final class Highlights {

    /**
     * A part of the text that lies in the same quotes throughout.
     *
     * @param forecast of the shortest quote it lies in; null outside all
     * @param several whether it lies in more than one quote
     * @param gap nothing but the end of a paragraph, however many blank lines that is
     * @param ends numbers of the forecasts whose quotes end with it
     */
    record Part(String text, boolean gap, UUID forecast, boolean several, List<Marker> ends) {

        private static Part of(MarkedText.Part<Marker> part) {
            return new Part(part.text(), part.gap(), part.marks().isEmpty() ? null : part.marks().get(0).of().forecast,
                    part.marks().size() > 1, part.ends().stream().map(MarkedText.Mark::of).toList());
        }
    }

    /** A forecast's number in the list beside the text. */
    record Marker(int number, UUID forecast) {
    }

    private Highlights() {
    }

    /** The parts in order; together they are the text. Forecasts are numbered from 1 in the order given. */
    static List<Part> of(String text, List<Forecast> forecasts) {
        List<MarkedText.Mark<Marker>> marks = new ArrayList<>();
        for (int i = 0; i < forecasts.size(); i++) {
            Forecast forecast = forecasts.get(i);
            if (forecast.status == Forecast.Life.PUBLISHED && forecast.claim.quoteStart() != null) {
                marks.add(new MarkedText.Mark<>(forecast.claim.quoteStart(), forecast.claim.quoteEnd(),
                        new Marker(i + 1, forecast.id)));
            }
        }
        return MarkedText.of(text, marks).stream().map(Part::of).toList();
    }
}
