package org.hindcast.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.hindcast.desk.DeskReading.Awaited;
import org.hindcast.intake.Extracting;
import org.hindcast.intake.Extraction;
import org.hindcast.intake.LlmSettings;
import org.hindcast.piece.Piece;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Goes on with readings that nobody waits for: of long texts, and by the language model. What is to be done stands in the
 * database, so that another node, or this one after a restart, goes on where one has stopped.
 */
@ApplicationScoped
class ReadingOn {

    private static final Logger LOG = Logger.getLogger(ReadingOn.class);
    private static final int AT_ONCE = 4;
    /** For the built-in extractor, and for what is stored. */
    private static final Duration MARGIN = Duration.ofSeconds(40);

    private final ManagedExecutor threads = ManagedExecutor.builder().maxAsync(AT_ONCE).propagated()
            .cleared(ThreadContext.ALL_REMAINING).build();

    @Inject
    Clock clock;
    @Inject
    Extracting extracting;
    @Inject
    LlmSettings settings;
    @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
    boolean scheduled;

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** What was just begun does not wait for the sweep. */
    void atOnce() {
        if (scheduled) {
            threads.execute(this::readAwaited);
        }
    }

    /** Until nothing is awaited that no node is at. */
    void readAwaited() {
        DeskReading claimed;
        while ((claimed = claim()) != null) {
            try {
                readOn(claimed);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The piece %s could not be read on; this is tried again", claimed.pieceId);
            }
        }
    }

    private DeskReading claim() {
        return QuarkusTransaction.requiringNew()
                .call(() -> DeskReading.claim(clock.instant(), settings.timeout().plus(MARGIN)));
    }

    private void readOn(DeskReading claimed) {
        if (claimed.isHopeless()) {
            store(claimed, (piece, reading) -> reading.giveUp());
            return;
        }
        PieceReader.Read read = QuarkusTransaction.requiringNew()
                .call(() -> PieceReader.Read.of(Piece.findById(claimed.pieceId)));
        if (claimed.awaited == Awaited.EXTRACTOR) {
            Extraction found = extracting.builtIn(read.source(), read.events());
            Awaited next = extracting.asksModel() ? Awaited.MODEL : null;
            store(claimed, (piece, reading) -> {
                new Laying(piece, found, reading.readBy, clock.instant()).anew();
                reading.wasRead(found, next);
                reading.claimedUntil = null; // whoever is free goes on with it
            });
        } else {
            Extraction found = extracting.extract(read.source(), read.events());
            store(claimed, (piece, reading) -> {
                new Laying(piece, found, reading.readBy, clock.instant()).marks();
                reading.wasRead(found, null);
            });
        }
    }

    /** Unless somebody has begun anew meanwhile, or has done it. */
    private static void store(DeskReading claimed, BiConsumer<Piece, DeskReading> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            DeskReading reading = claimed.held();
            if (reading != null) {
                change.accept(Piece.findById(reading.pieceId), reading);
            }
        });
    }
}
