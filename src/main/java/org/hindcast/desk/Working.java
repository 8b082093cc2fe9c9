package org.hindcast.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.DraftedCriteria;
import org.hindcast.forecast.Claim;
import org.hindcast.forecast.Forecast;
import org.hindcast.intake.ExtractionLabel;
import org.hindcast.intake.ExtractionLabel.Verdict;
import org.hindcast.piece.Piece;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** What an editor does with the cards of a piece; each within the caller's transaction, which holds the card locked. */
final class Working {

    private final String editor;
    private final Instant now;

    Working(String editor, Instant now) {
        this.editor = editor;
        this.now = now;
    }

    /**
     * Keeps what was typed. Criteria that the editor has left as they were drafted follow the statement and the date.
     *
     * @throws Conflict where somebody else has changed the card since this editor saw it
     * @throws InvalidInput where something cannot be stored
     */
    void save(Card card, Filled form) {
        Map<String, String> typed = CardFields.of(form);
        Seen seen = Seen.parse(form.typed("seen"));
        if (typed.equals(card.fields) || seen.isUnchanged(typed)) {
            return;
        }
        card.expect(Card.Status.OPEN);
        if (seen.version() != card.version) {
            throw new Conflict("%s has changed this card since you saw it.".formatted(card.changedBy));
        }
        card.write(draftedAnew(card, typed), editor, now);
    }

    private Map<String, String> draftedAnew(Card card, Map<String, String> typed) {
        Filled form = Filled.with(typed);
        LocalDate due = form.date("criteria.dueOn", new Violations());
        DraftedCriteria was = card.offer.drafted();
        if (was == null || !form.has("statement") || Objects.equals(due, was.dueOn())
                && form.is("statement", card.form().typed("statement"))) {
            return typed;
        }
        DraftedCriteria is = draft(card, form, due);
        Map<String, String> anew = new TreeMap<>(typed);
        replace(anew, "criteria.question", was.question(), is.question());
        replace(anew, "criteria.yesWhen", was.yesWhen(), is.yesWhen());
        replace(anew, "criteria.sourceOfTruth", was.sourceOfTruth(), is.sourceOfTruth());
        card.offer = card.offer.drafted(is);
        return anew;
    }

    private static void replace(Map<String, String> fields, String name, String was, String is) {
        if (was.equals(fields.get(name))) {
            fields.put(name, is);
        }
    }

    private static DraftedCriteria draft(Card card, Filled form, LocalDate due) {
        LocalDate from = card.piece.publishedOn;
        Deadline offered = card.offer.deadline();
        // The date is the editor's: no words of the author's stand for it
        Deadline deadline = due == null || due.isBefore(from) ? null
                : offered != null && due.equals(offered.date()) ? offered
                        : new Deadline("", -1, -1, due, from, Deadline.Rule.INHERITED);
        return DraftedCriteria.of(new DraftedCriteria.Claim(form.typed("statement"), card.words(), card.piece.author.name, from,
                deadline, form.has("condition") ? form.typed("condition") : null));
    }

    /** It may be a forecast after all, of the author's. */
    void takeUp(Card card) {
        card.expect(Card.Status.FOLDED);
        Map<String, String> ticked = new TreeMap<>(card.fields);
        ticked.put("ticked", "true");
        card.fields = ticked;
        card.become(Card.Status.OPEN, editor, now);
    }

    void reject(Card card) {
        decide(card, Card.Status.REJECTED, Verdict.REJECTED);
    }

    /** It is a forecast, of somebody else. */
    void report(Card card) {
        decide(card, Card.Status.REPORTED, Verdict.REPORTED);
    }

    private void decide(Card card, Card.Status as, Verdict verdict) {
        card.expect(Card.Status.FOLDED, Card.Status.OPEN);
        card.become(as, editor, now);
        label(card, verdict);
    }

    /** Not rejected, and nobody else's: what was said of these words is taken back. What was left alone is offered again. */
    void takeBack(Card card) {
        card.expect(Card.Status.REJECTED, Card.Status.REPORTED, Card.Status.PASSED);
        if (card.status == Card.Status.PASSED) {
            card.become(Card.Status.FOLDED, editor, now);
            return;
        }
        ExtractionLabel.remove(card.piece, card.startsAt, card.endsAt);
        RecordedEvent.record(now, editor, "piece.unlabelled", card.piece.id,
                Map.of("start", card.startsAt, "end", card.endsAt));
        card.become(Card.Status.OPEN, editor, now);
    }

    /** @throws InvalidInput naming everything that is missing or wrong */
    void publish(Card card, Consumer<QuestionsMoved> moved) {
        card.expect(Card.Status.OPEN);
        card.refused = List.of();
        CardNotes notes = CardNotes.of(card, card.form());
        if (!notes.passes()) {
            throw new InvalidInput(notes.errors());
        }
        Claim claim = card.filled().claim();
        Forecast forecast = card.filled().publish(editor, now);
        card.forecastId = forecast.id;
        card.become(Card.Status.PUBLISHED, editor, now);
        label(card, claim);
        moved.accept(new QuestionsMoved(Set.of(forecast.question.id), now));
    }

    /** @throws InvalidInput without a reason, and naming what is wrong with the claim */
    void keepUnresolvable(Card card, String reason) {
        card.expect(Card.Status.OPEN);
        Claim claim = card.filled().claim();
        card.filled().keep(reason, editor, now);
        card.become(Card.Status.UNRESOLVABLE, editor, now);
        label(card, claim);
    }

    /** All that is folded and that nobody wants to say anything about. */
    void passAll(Piece piece) {
        Card.update("status = 'PASSED', version = version + 1, changedBy = ?1, changedAt = ?2 "
                + "where piece = ?3 and status = 'FOLDED'", editor, now, piece);
    }

    /** Words that the editor chose. @param read as the extractor reads them; null where it finds no claim in them */
    Card add(Piece piece, Words words, Candidate read) {
        Card card = new Card();
        card.piece = piece;
        card.startsAt = words.start();
        card.endsAt = words.end();
        card.origin = Card.Origin.EDITOR;
        if (read == null) {
            plain(card);
        } else {
            card.offer = Offer.chosen(read.deadline(), read.criteria());
            card.fields = new TreeMap<>(CardFields.of(read, piece, true));
            card.fields.put("quote", card.words().replace("\r\n", "\n"));
        }
        card.become(Card.Status.OPEN, editor, now);
        card.persist();
        return card;
    }

    /** As they stand there; how sure the author was is for the editor to say. */
    private static void plain(Card card) {
        String statement = card.words().strip().replaceAll("\\s+", " ");
        DraftedCriteria drafted = DraftedCriteria.of(new DraftedCriteria.Claim(statement, card.words(),
                card.piece.author.name, card.piece.publishedOn, null, null));
        card.offer = Offer.chosen(null, drafted);
        card.fields = CardFields.of(Filled.empty().with("ticked", "true").with("undated", "true").with("quote", card.words())
                .with("statement", statement.substring(0, Math.min(500, statement.length()))).with("stance", "YES")
                .with("madeOn", card.piece.publishedOn).with("criteria.question", drafted.question())
                .with("criteria.yesWhen", drafted.yesWhen()).with("criteria.sourceOfTruth", drafted.sourceOfTruth())
                .with("criteria.timeZone", "UTC").with("criteria.ifSilent", drafted.ifSilent()));
    }

    /** Where the editor has narrowed the quote, its words are the forecast. */
    private void label(Card card, Claim claim) {
        if (claim != null && claim.quoteStart() != null && claim.quoteStart() >= 0) {
            label(card, claim.quoteStart(), claim.quoteStart() + claim.quote().length(), Verdict.ACCEPTED);
        } else {
            label(card, Verdict.ACCEPTED);
        }
    }

    private void label(Card card, Verdict verdict) {
        label(card, card.startsAt, card.endsAt, verdict);
    }

    private void label(Card card, int start, int end, Verdict verdict) {
        ExtractionLabel.hold(card.piece);
        ExtractionLabel.put(card.piece, start, end, verdict, card.offer.label(), editor, now);
        RecordedEvent.record(now, editor, "piece.labelled", card.piece.id,
                Map.of("labels", List.of(Map.of("start", start, "end", end, "verdict", verdict.name()))));
    }
}
