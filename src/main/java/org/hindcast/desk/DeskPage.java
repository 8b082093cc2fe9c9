package org.hindcast.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.FoundQuestion;
import org.hindcast.piece.MarkedText;
import org.hindcast.piece.Piece;
import org.hindcast.web.Filled;
import org.hindcast.web.Violations;

/**
 * The desk of a piece.
 *
 * @param reading null where it was not read yet
 * @param cards all of them, in the order of the text
 * @param from place in the text from which on open cards are shown; where more are open than a page holds
 * @param said what has just been done; null where nothing was
 * @param refused what was not; null where everything was
 * @param add what was typed to be added
 * @param now from when on what others do is news
 */
record DeskPage(Piece piece, DeskReading reading, List<CardView> cards, int from, String said, String refused, Filled add,
        Instant now) {

    /** Each of them is a form of some twenty fields. */
    static final int MOST_OPEN = 50;

    /**
     * @param card that it stands on, the shortest; null outside all
     * @param several whether it stands on more than one
     * @param ends cards whose words end with it
     */
    record Part(String text, boolean gap, CardView card, boolean several, List<CardView> ends) {

        private static Part of(MarkedText.Part<CardView> part) {
            return new Part(part.text(), part.gap(), part.marks().isEmpty() ? null : part.marks().get(0).of(),
                    part.marks().size() > 1, part.ends().stream().map(MarkedText.Mark::of).toList());
        }
    }

    /** What was typed into a card and could not be kept, and why. */
    record Kept(Filled typed, String because) {
    }

    /**
     * Whole where they are shown: what is to be said of an open card takes a millisecond, and there may be a thousand.
     *
     * @param kept by the card's id
     * @param from place in the text from which on open cards are shown
     * @param look id of the card that similar questions are to be looked for; null for none
     */
    static List<CardView> views(Piece piece, List<Card> cards, Map<UUID, Kept> kept, int from, UUID look,
            Instant now) {
        List<Forecast> known = Forecast.in(piece);
        Map<String, FoundQuestion> chosen = FoundQuestion.byIds(cards.stream()
                .map(card -> card.fields.getOrDefault("question", "")).filter(id -> !id.isEmpty()).toList(), now);
        List<CardView> views = new ArrayList<>();
        int open = 0;
        for (Card card : cards) {
            if (card.status == Card.Status.OPEN && (card.startsAt < from || open++ >= MOST_OPEN)) {
                views.add(CardView.marked(card, views.size() + 1));
                continue;
            }
            Kept typed = kept.get(card.id);
            Filled form = typed == null ? card.form() : typed.typed;
            boolean looked = card.id.equals(look);
            FoundQuestion joined = chosen.get(form.typed("question"));
            views.add(CardView.of(card, views.size() + 1, form,
                    looked ? found(form, now) : joined == null ? List.of() : List.of(joined), looked, onRecord(card, known),
                    typed == null ? null : typed.because));
        }
        return views;
    }

    /** The question that it joins, and those that its claim may be an answer to. */
    static List<FoundQuestion> found(Filled form, Instant now) {
        List<FoundQuestion> found = new ArrayList<>(FoundQuestion.byIds(List.of(form.typed("question")), now).values());
        FoundQuestion.near(form.typed("statement"), form.date("criteria.dueOn", new Violations()), now).stream()
                .filter(near -> found.stream().noneMatch(one -> one.id().equals(near.id()))).forEach(found::add);
        return found;
    }

    /** The statement of a forecast on the same words; null where none is on record. */
    static String onRecord(Card card, List<Forecast> known) {
        return known.stream().filter(forecast -> !forecast.id.equals(card.forecastId)
                && forecast.status == Forecast.Life.PUBLISHED && forecast.claim.quoteStart() != null
                && forecast.claim.quoteStart() < card.endsAt
                && forecast.claim.quoteStart() + forecast.claim.quote().length() > card.startsAt)
                .map(forecast -> forecast.claim.statement()).findFirst().orElse(null);
    }

    /** Whether what the built-in extractor found lies there. */
    public boolean wasRead() {
        return reading != null && reading.awaited != DeskReading.Awaited.EXTRACTOR;
    }

    public List<CardView> open() {
        return list("open").filter(card -> card.card().startsAt >= from).limit(MOST_OPEN).toList();
    }

    /** Where the next page begins; null on the last. */
    public Integer next() {
        List<CardView> rest = further();
        return rest.isEmpty() ? null : rest.get(0).card().startsAt;
    }

    /** Open ones that stand after those shown. */
    public List<CardView> further() {
        return list("open").filter(card -> card.card().startsAt >= from).skip(MOST_OPEN).toList();
    }

    public List<CardView> maybe() {
        return list("maybe").toList();
    }

    /** Whether a forecast is on record already on any of what may be forecasts. */
    public boolean isOnRecord() {
        return maybe().stream().anyMatch(card -> card.known() != null);
    }

    public List<CardView> others() {
        return list("others").toList();
    }

    public List<CardView> done() {
        return list("done").toList();
    }

    private Stream<CardView> list(String name) {
        return cards.stream().filter(card -> card.list().equals(name));
    }

    /** How many of those shown. */
    public long ticked() {
        return open().stream().filter(card -> card.has("ticked")).count();
    }

    public long passing() {
        return open().stream().filter(card -> card.has("ticked") && card.notes().passes()).count();
    }

    /** The text, cut where cards begin and end. */
    public List<Part> text() {
        return MarkedText.of(piece.text, cards.stream()
                .map(card -> new MarkedText.Mark<>(card.card().startsAt, card.card().endsAt, card)).toList()).stream()
                .map(Part::of).toList();
    }
}
