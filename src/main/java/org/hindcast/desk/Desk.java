package org.hindcast.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hindcast.account.CurrentAccount;
import org.hindcast.extract.Candidate;
import org.hindcast.piece.Piece;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.StrictJson;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The cards of a piece, each changed in a transaction of its own: what one of them is refused for stops no other. */
@ApplicationScoped
class Desk {

    /** What became of the cards that were ticked. */
    record Tally(int published, int stayed) {
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    PieceReader reader;
    @Inject
    Event<QuestionsMoved> moved;

    /** @return null where it is none */
    static UUID id(String sent) {
        return sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(sent) : null;
    }

    /**
     * Keeps what was typed into the cards of a form, topics for all of them included.
     *
     * @param kept gets what could not be kept
     * @return the status to answer with, where there is any of that
     */
    int saveAll(String slug, Filled form, Map<UUID, DeskPage.Kept> kept) {
        int status = 200;
        for (UUID id : sent(slug, form)) {
            Filled typed = form.under(id + ".");
            if (form.has("topics") && !typed.has("topics")) {
                typed.with("topics", form.typed("topics"));
            }
            try {
                change(slug, id, (working, card) -> working.save(card, typed));
            } catch (Conflict e) {
                kept.put(id, new DeskPage.Kept(typed, e.getMessage()));
                status = 409;
            } catch (InvalidInput e) {
                kept.put(id, new DeskPage.Kept(typed, because(e)));
                status = Math.max(status, 422);
            }
        }
        return status;
    }

    /** Puts what is ticked, and passes, on record. */
    Tally publishAll(String slug, Filled form) {
        int published = 0;
        int stayed = 0;
        for (UUID id : sent(slug, form)) {
            if (form.has(id + ".ticked")) {
                if (publish(slug, id) == null) {
                    published++;
                } else {
                    stayed++;
                }
            }
        }
        return new Tally(published, stayed);
    }

    /** @return why not; null where it is done */
    String act(String slug, UUID id, String action, String reason) {
        if (action.equals("put")) {
            return publish(slug, id);
        }
        try {
            change(slug, id, (working, card) -> {
                switch (action) {
                    case "take-up" -> working.takeUp(card);
                    case "reject" -> working.reject(card);
                    case "report" -> working.report(card);
                    case "take-back" -> working.takeBack(card);
                    default -> working.keepUnresolvable(card, reason);
                }
            });
            return null;
        } catch (Conflict e) {
            return e.getMessage();
        } catch (InvalidInput e) {
            return because(e);
        }
    }

    private String publish(String slug, UUID id) {
        try {
            change(slug, id, (working, card) -> working.publish(card, moved::fire));
            return null;
        } catch (Conflict e) {
            return e.getMessage();
        } catch (InvalidInput e) {
            change(slug, id, (working, card) -> card.refused = e.violations);
            return because(e);
        }
    }

    /** Leaves alone what is still folded. */
    void passAll(String slug) {
        QuarkusTransaction.requiringNew().run(() -> working().passAll(Piece.bySlug(slug)));
    }

    /**
     * @return what follows in the address of the desk where the new card is shown
     * @throws InvalidInput where the words are not in the text, or the desk is full
     */
    String add(String slug, Filled form) {
        String quote = form.typed("add").strip();
        if (quote.isEmpty() || quote.length() > Words.LONGEST || !StrictJson.isStorable(quote)) {
            throw new InvalidInput("add", "Words of the piece are accepted, at most %,d characters.".formatted(Words.LONGEST));
        }
        Piece piece = QuarkusTransaction.requiringNew().call(() -> Piece.bySlug(slug));
        Words words = piece.text == null ? null : Words.find(piece.text, quote, near(form.typed("add-at")));
        if (words == null) {
            throw new InvalidInput("add", "These words are not in the piece; words as they stand there are accepted.");
        }
        Candidate read = reader.candidate(slug, words.start(), words.end());
        return QuarkusTransaction.requiringNew().call(() -> {
            Piece of = Piece.bySlug(slug);
            if (Card.count("piece", of) >= Card.MOST) {
                throw new InvalidInput("add", "There are %,d cards at this desk, and no room for more.".formatted(Card.MOST));
            }
            Card made = working().add(of, words, read);
            int from = made.openBefore() < DeskPage.MOST_OPEN ? 0 : made.startsAt;
            return (from == 0 && !form.has("from") ? "" : "?from=" + from) + "#card-" + made.id;
        });
    }

    private static Integer near(String sent) {
        return sent.matches("\\d{1,7}") ? Integer.valueOf(sent) : null;
    }

    /** The open cards that a form is about, in the order of the text. */
    private List<UUID> sent(String slug, Filled form) {
        return QuarkusTransaction.requiringNew().call(() -> Card.of(Piece.bySlug(slug)).stream()
                .filter(card -> form.has(card.id + ".seen")).map(card -> card.id).toList());
    }

    /** In one transaction, which holds the card. */
    void change(String slug, UUID id, BiConsumer<Working, Card> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(working(), Card.locked(Piece.bySlug(slug), id)));
    }

    private Working working() {
        return new Working(me.username(), clock.instant());
    }

    static String because(InvalidInput e) {
        return e.violations.stream().map(one -> CardNotes.Note.label(one.field()) + " " + one.message())
                .collect(Collectors.joining("; ")) + ".";
    }
}
