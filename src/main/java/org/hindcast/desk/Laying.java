package org.hindcast.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hindcast.extract.Candidate;
import org.hindcast.forecast.Forecast;
import org.hindcast.intake.Extraction;
import org.hindcast.intake.Offered;
import org.hindcast.piece.Piece;
import org.hindcast.record.RecordedEvent;

/** Lays what was found in a piece on its desk; within the caller's transaction. */
final class Laying {

    private final Piece piece;
    private final Extraction extraction;
    private final String editor;
    private final Instant now;
    private final List<Forecast> known;

    Laying(Piece piece, Extraction extraction, String editor, Instant now) {
        this.piece = piece;
        this.extraction = extraction;
        this.editor = editor;
        this.now = now;
        this.known = Forecast.in(piece);
    }

    /** In place of what was found before; what an editor has touched stays as it is. */
    void anew() {
        Card.delete("piece = ?1 and version = 1 and origin <> 'EDITOR' and status in ('FOLDED', 'OPEN')", piece);
        Map<Words, Card> there = there();
        most().stream().filter(offered -> !there.containsKey(place(offered)))
                .limit(Math.max(0, Card.MOST - there.size())).toList().forEach(offered -> put(offered, there));
        record();
    }

    /** What the language model has marked comes to what lies there; nothing goes away, for somebody may be at it. */
    void marks() {
        Map<Words, Card> there = there();
        for (Offered offered : extraction.offered()) {
            Card card = there.get(place(offered));
            if (card != null && offered.isMarked()) {
                mark(card, offered);
            } else if (card == null && offered.isMarked() && there.size() < Card.MOST) {
                put(offered, there);
            }
        }
        record();
    }

    private void record() {
        RecordedEvent.record(now, editor, "piece.read", piece.id,
                Map.of("extractor", extraction.extractor(), "candidates", extraction.offered().size()));
    }

    private Map<Words, Card> there() {
        Map<Words, Card> there = new HashMap<>();
        Card.held(piece).forEach(card -> there.put(new Words(card.startsAt, card.endsAt), card));
        return there;
    }

    private static Words place(Offered offered) {
        return new Words(offered.candidate().start(), offered.candidate().end());
    }

    private void put(Offered offered, Map<Words, Card> there) {
        Card card = card(offered);
        card.persist();
        there.put(place(offered), card);
    }

    private Card card(Offered offered) {
        Candidate candidate = offered.candidate();
        boolean own = candidate.predictor() == Candidate.Predictor.AUTHOR;
        boolean high = isTicked(candidate);
        Card card = new Card();
        card.piece = piece;
        card.startsAt = candidate.start();
        card.endsAt = candidate.end();
        card.origin = !own ? Card.Origin.OTHER : Card.Origin.valueOf(candidate.tier().name());
        card.offer = Offer.of(offered, extraction);
        card.fields = CardFields.of(candidate, piece, high);
        card.become(high ? Card.Status.OPEN : Card.Status.FOLDED, editor, now);
        return card;
    }

    /** As both found it, it is taken up where nobody has looked at it yet. */
    private void mark(Card card, Offered offered) {
        if (card.isDecided()) {
            return;
        }
        if (card.origin != Card.Origin.EDITOR) {
            card.offer = card.offer.marked(extraction);
        }
        if (card.status == Card.Status.FOLDED && card.version == 1 && isTicked(offered.candidate())) {
            Map<String, String> ticked = new TreeMap<>(card.fields);
            ticked.put("ticked", "true");
            card.fields = ticked;
            card.origin = Card.Origin.HIGH;
            card.status = Card.Status.OPEN;
            card.changedAt = now;
        }
    }

    private boolean isTicked(Candidate candidate) {
        return candidate.predictor() == Candidate.Predictor.AUTHOR && candidate.tier() == Candidate.Tier.HIGH
                && !isKnown(candidate);
    }

    /** Whether a forecast on these words is on record already. */
    private boolean isKnown(Candidate candidate) {
        return known.stream().anyMatch(forecast -> forecast.claim.quoteStart() != null
                && forecast.claim.quoteStart() < candidate.end()
                && forecast.claim.quoteStart() + forecast.claim.quote().length() > candidate.start());
    }

    /** The surest, where there are more than a person would go through. */
    private List<Offered> most() {
        return extraction.offered().size() <= Card.MOST ? extraction.offered()
                : extraction.offered().stream().sorted(Comparator.comparing((Offered one) -> one.candidate().tier())
                        .thenComparing(one -> -one.candidate().confidence())).limit(Card.MOST).toList();
    }
}
