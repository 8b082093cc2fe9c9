package org.hindcast.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.EventDates;
import org.hindcast.forecast.Forecast;
import org.hindcast.intake.BuiltInExtractor;
import org.hindcast.intake.Extracting;
import org.hindcast.intake.Extraction;
import org.hindcast.piece.Piece;
import org.hindcast.piece.PieceEntered;
import org.hindcast.question.KnownEvent;
import org.hindcast.record.RecordedEvent;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads a piece for forecasts, and lays what it finds on the desk. */
@ApplicationScoped
class PieceReader {

    private static final Logger LOG = Logger.getLogger(PieceReader.class);
    /** Longer ones are read when the desk is open, which says that it takes its time. */
    private static final int AT_ONCE = 100_000;

    record Read(Piece piece, Candidate.Source source, EventDates events) {

        static Read of(String slug) {
            Piece piece = Piece.bySlug(slug);
            return new Read(piece, new Candidate.Source(piece.text, piece.title, piece.author.name, piece.publishedOn),
                    KnownEvent.dates());
        }
    }

    @Inject
    Clock clock;
    @Inject
    Extracting extracting;
    @Inject
    BuiltInExtractor extractor;

    /** The piece is stored, whatever becomes of this. */
    void readAtOnce(@Observes PieceEntered entered) {
        try {
            Piece piece = QuarkusTransaction.requiringNew().call(() -> Piece.bySlug(entered.slug()));
            if (piece.text != null && piece.text.length() <= AT_ONCE) {
                read(entered.slug(), entered.editor());
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "The piece %s was stored and could not be read; its desk offers to try again", entered.slug());
        }
    }

    /** Reads it, again if it was read before: what an editor has touched stays as it is. */
    void read(String slug, String editor) {
        Read read = QuarkusTransaction.requiringNew().call(() -> Read.of(slug));
        // A long text takes its time; no connection waits for it
        Extraction found = read.source.text() == null ? new Extraction(List.of(), null, null, null)
                : extracting.extract(read.source, read.events);
        QuarkusTransaction.requiringNew().run(() -> lay(Piece.bySlug(slug), found, editor));
    }

    private void lay(Piece piece, Extraction extraction, String editor) {
        Instant now = clock.instant();
        List<Candidate> candidates = most(extraction.candidates());
        DeskReading.put(piece, extraction.told(), editor, now);
        Card.delete("piece = ?1 and version = 1 and origin <> 'EDITOR' and status in ('FOLDED', 'OPEN')", piece);
        Set<List<Integer>> taken = new HashSet<>();
        Card.of(piece).forEach(card -> taken.add(List.of(card.startsAt, card.endsAt)));
        List<Forecast> known = Forecast.in(piece);
        candidates.stream().filter(candidate -> taken.add(List.of(candidate.start(), candidate.end())))
                .forEach(candidate -> card(piece, candidate, isKnown(candidate, known), editor, now).persist());
        RecordedEvent.record(now, editor, "piece.read", piece.id,
                Map.of("extractor", extraction.extractor(), "candidates", candidates.size()));
    }

    private static Card card(Piece piece, Candidate candidate, boolean known, String editor, Instant now) {
        boolean own = candidate.predictor() == Candidate.Predictor.AUTHOR;
        boolean high = own && candidate.tier() == Candidate.Tier.HIGH && !known;
        Card card = new Card();
        card.piece = piece;
        card.startsAt = candidate.start();
        card.endsAt = candidate.end();
        card.origin = !own ? Card.Origin.OTHER : Card.Origin.valueOf(candidate.tier().name());
        card.offer = Offer.of(candidate);
        card.fields = CardFields.of(candidate, piece, high);
        card.become(high ? Card.Status.OPEN : Card.Status.FOLDED, editor, now);
        return card;
    }

    /** Whether a forecast on these words is on record already. */
    private static boolean isKnown(Candidate candidate, List<Forecast> known) {
        return known.stream().anyMatch(forecast -> forecast.claim.quoteStart() != null
                && forecast.claim.quoteStart() < candidate.end()
                && forecast.claim.quoteStart() + forecast.claim.quote().length() > candidate.start());
    }

    private static List<Candidate> most(List<Candidate> candidates) {
        return candidates.size() <= Card.MOST ? candidates
                : candidates.stream().sorted(Comparator.comparing(Candidate::tier).thenComparing(one -> -one.confidence()))
                        .limit(Card.MOST).toList();
    }

    /** These words as the extractor would read them, wherever they stand; null where it finds no claim in them. */
    Candidate candidate(String slug, int start, int end) {
        Read read = QuarkusTransaction.requiringNew().call(() -> Read.of(slug));
        String quote = read.source.text().substring(start, end);
        Stream<Candidate> found = extractor.candidates(new Candidate.Source(quote, read.source.title(), read.source.author(),
                read.source.publishedOn()), read.events).stream();
        return found.findFirst().orElse(null);
    }
}
