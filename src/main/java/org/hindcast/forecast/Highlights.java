package org.hindcast.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

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
    }

    /** A forecast's number in the list beside the text. */
    record Marker(int number, UUID forecast) {
    }

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R(\\h*\\R)+");

    private Highlights() {
    }

    /** The parts in order; together they are the text. Forecasts are numbered from 1 in the order given. */
    static List<Part> of(String text, List<Forecast> forecasts) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        PARAGRAPH_END.matcher(text).results().forEach(end -> cuts.addAll(List.of(end.start(), end.end())));
        for (Forecast forecast : forecasts) {
            if (isIn(text, forecast)) {
                cuts.add(forecast.claim.quoteStart());
                cuts.add(forecast.claim.quoteEnd());
            }
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(from, false)) {
            parts.add(part(text, from, to, forecasts));
            from = to;
        }
        return parts;
    }

    private static Part part(String text, int from, int to, List<Forecast> forecasts) {
        String part = text.substring(from, to);
        Forecast shortest = null;
        int covering = 0;
        List<Marker> ends = new ArrayList<>();
        for (int i = 0; i < forecasts.size(); i++) {
            Forecast one = forecasts.get(i);
            if (isIn(text, one) && one.claim.quoteStart() <= from && one.claim.quoteEnd() >= to) {
                covering++;
                shortest = shortest == null || one.claim.quote().length() < shortest.claim.quote().length() ? one : shortest;
                if (one.claim.quoteEnd() == to) {
                    ends.add(new Marker(i + 1, one.id));
                }
            }
        }
        return new Part(part, PARAGRAPH_END.matcher(part).matches(), shortest == null ? null : shortest.id, covering > 1, ends);
    }

    private static boolean isIn(String text, Forecast forecast) {
        Claim claim = forecast.claim;
        return forecast.status == Forecast.Life.PUBLISHED && claim.quoteStart() != null && claim.quoteEnd() <= text.length();
    }
}
