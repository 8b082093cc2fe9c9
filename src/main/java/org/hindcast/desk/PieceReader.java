package org.hindcast.desk;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.desk.DeskReading.Awaited;
import org.hindcast.extract.Candidate;
import org.hindcast.extract.EventDates;
import org.hindcast.intake.BuiltInExtractor;
import org.hindcast.intake.Extracting;
import org.hindcast.intake.Extraction;
import org.hindcast.piece.Piece;
import org.hindcast.piece.PieceEntered;
import org.hindcast.question.KnownEvent;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads a piece for forecasts while somebody waits, as far as that takes no time. */
@ApplicationScoped
class PieceReader {

    private static final Logger LOG = Logger.getLogger(PieceReader.class);
    /** In characters: some tenths of a second. */
    private static final int AT_ONCE = 100_000;

    /** @param source without a text where the piece has none */
    record Read(Candidate.Source source, EventDates events) {

        static Read of(Piece piece) {
            return new Read(new Candidate.Source(piece.text, piece.title, piece.author.name, piece.publishedOn),
                    KnownEvent.dates());
        }
    }

    @Inject
    Clock clock;
    @Inject
    Extracting extracting;
    @Inject
    BuiltInExtractor extractor;
    @Inject
    ReadingOn further;

    /** The piece is stored, whatever becomes of this. */
    void readAtOnce(@Observes PieceEntered entered) {
        try {
            read(entered.slug(), entered.editor());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The piece %s was stored and could not be read; its desk offers to try again", entered.slug());
        }
    }

    /** Reads it, again if it was read before. What takes longer, a long text and the language model, goes on afterwards. */
    void read(String slug, String editor) {
        Read read = QuarkusTransaction.requiringNew().call(() -> Read.of(Piece.bySlug(slug)));
        String text = read.source.text();
        if (text == null) {
            return;
        }
        // No connection waits for it
        Extraction found = text.length() > AT_ONCE ? null : extracting.builtIn(read.source, read.events);
        QuarkusTransaction.requiringNew().run(() -> {
            Piece piece = Piece.bySlug(slug);
            DeskReading reading = DeskReading.begin(piece, editor, clock.instant());
            if (found != null) {
                new Laying(piece, found, editor, reading.readAt).anew();
                reading.wasRead(found, extracting.asksModel() ? Awaited.MODEL : null);
            }
        });
        if (found == null || extracting.asksModel()) {
            further.atOnce();
        }
    }

    /** These words as the extractor would read them, wherever they stand; null where it finds no claim in them. */
    Candidate candidate(String slug, int start, int end) {
        Read read = QuarkusTransaction.requiringNew().call(() -> Read.of(Piece.bySlug(slug)));
        String quote = read.source.text().substring(start, end);
        List<Candidate> found = extractor.candidates(new Candidate.Source(quote, read.source.title(), read.source.author(),
                read.source.publishedOn()), read.events);
        return found.isEmpty() ? null : found.get(0);
    }
}
