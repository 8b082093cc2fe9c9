package org.hindcast.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hindcast.forecast.ForecastFields;
import org.hindcast.forecast.FoundQuestion;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.Violations;

/**
 * A card as its editor sees it.
 *
 * @param number in the order of the text, by which the text refers to it
 * @param typed what is in its form, stored or not
 * @param form the same, its fields named as in the page's one form
 * @param found questions that it could join, the one that it joins first
 * @param looked whether similar questions were looked for
 * @param known statement of a forecast on the same words that is on record; null where there is none
 * @param refused why what was typed was not kept; null where it was
 */
record CardView(Card card, int number, Filled typed, Filled form, CardNotes notes, List<FoundQuestion> found, boolean looked,
        String known, String refused) {

    /** A field as somebody else has filled it in. */
    public record Differs(String label, String stored) {
    }

    static CardView of(Card card, int number, Filled typed, List<FoundQuestion> found, boolean looked, String known,
            String refused) {
        CardNotes notes = card.status == Card.Status.OPEN ? CardNotes.of(card, typed) : CardNotes.NONE;
        return new CardView(card, number, typed, typed.named(card.id + "."), notes, found, looked, known, refused);
    }

    /** No more than its mark in the text: an open card of another page. */
    static CardView marked(Card card, int number) {
        return new CardView(card, number, card.form(), card.form(), CardNotes.NONE, List.of(), false, null, null);
    }

    /** The field as the page's one form calls it. */
    public String name(String field) {
        return card.id + "." + field;
    }

    public boolean is(String field, String value) {
        return typed.is(field, value);
    }

    public boolean has(String field) {
        return typed.has(field);
    }

    public String seen() {
        return Seen.of(card).toString();
    }

    public boolean isOpen() {
        return card.status == Card.Status.OPEN;
    }

    /** Whether what was decided of it can be taken back. */
    public boolean canBeTakenBack() {
        return switch (card.status) {
            case REJECTED, REPORTED, PASSED -> true;
            default -> false;
        };
    }

    public String statement() {
        return has("statement") ? typed.typed("statement") : typed.typed("quote");
    }

    /** Whether it is to be shown with its fields at once. */
    public boolean isUnfolded() {
        return refused != null || looked || !card.refused.isEmpty();
    }

    /** What is still to be done, by the names of the fields. */
    public String toDo() {
        return notes.notes().stream().filter(CardNotes.Note::error).map(CardNotes.Note::label).distinct().limit(4)
                .collect(Collectors.joining(", "));
    }

    /** How sure the author was, in a word or two. */
    public String said() {
        String stance = is("stance", "NO") ? "will not" : "will";
        return switch (typed.typed("basis")) {
            case "STATED" -> has("probability") ? typed.typed("probability") : "a number, missing";
            case "WORDED" -> phrase(stance);
            case "ASSERTED" -> "flatly: " + stance;
            case "BET" -> "a bet: " + stance;
            case "HEDGED" -> "may or might: never scored";
            default -> "how sure?";
        };
    }

    private String phrase(String stance) {
        String id = typed.typed("phrase");
        return !Lexicon.phrases().containsKey(id) ? "a phrase, missing"
                : "“" + Lexicon.phrases().get(id).forms().get(0) + "” that it " + stance + Lexicon.standard().perMille(id)
                        .map(read -> ", read as " + Formats.percent((is("stance", "NO") ? 1000 - read : read) / 1000.0))
                        .orElse("");
    }

    public LocalDate due() {
        return typed.date("criteria.dueOn", new Violations());
    }

    /** Where the date comes from, for a pill: stated, reading, ours, none. */
    public String dateKind() {
        boolean offered = card.offer.deadline() != null && card.offer.deadline().date().equals(due());
        return due() == null ? "none" : !offered ? "ours" : card.offer.dateIsReading() && !has("looked") ? "reading" : "stated";
    }

    /** What the author's words say of the time, and how the date follows from them. */
    public String deadline() {
        if (card.offer.deadline() == null) {
            return "The author gave no date: take the last day on which one could still say that it was meant.";
        }
        String words = "“" + card.offer.deadline().text() + "”";
        String date = Formats.date(card.offer.deadline().date());
        return switch (card.offer.deadline().rule()) {
            case STATED -> words + " names the date: " + date + ".";
            case INTERPRETED -> words + " is usually read as until " + date + "; it is not the only way to read it.";
            case INHERITED -> words + " stands around the claim (heading, list, title or the forecast before): until " + date
                    + ".";
            case DEFAULT -> words + " names no time; until " + date + " is a convention of ours. Decide.";
        };
    }

    public boolean needsLook() {
        return card.offer.dateIsReading();
    }

    public List<ForecastFields.Option> phrases() {
        return ForecastFields.scored();
    }

    public List<ForecastFields.Option> hedges() {
        return ForecastFields.tooVague();
    }

    /** What is stored where something else was typed here: in a card that somebody changed meanwhile. */
    public List<Differs> differs() {
        return refused == null ? List.of()
                : Stream.concat(card.fields.keySet().stream(), CardFields.NAMES.stream()).distinct()
                        .filter(name -> !card.form().typed(name).equals(typed.typed(name)))
                        .map(name -> new Differs(CardNotes.Note.label(name), card.form().typed(name))).toList();
    }

    /** How it stands in the text: what a mark there looks like. */
    public String kind() {
        return switch (card.status) {
            case OPEN -> typed.has("ticked") ? "ticked" : "open";
            case FOLDED -> card.origin == Card.Origin.OTHER ? "theirs" : "maybe";
            case PUBLISHED -> "published";
            case REJECTED -> "rejected";
            case REPORTED -> "theirs";
            case UNRESOLVABLE -> "unresolvable";
            case PASSED -> "passed";
        };
    }

    /** The list of the page that it belongs into. */
    public String list() {
        return switch (card.status) {
            case OPEN -> "open";
            case FOLDED -> card.origin == Card.Origin.OTHER ? "others" : "maybe";
            default -> "done";
        };
    }

    /** What became of it. */
    public String became() {
        return switch (card.status) {
            case PUBLISHED -> "on record";
            case REJECTED -> "no forecast";
            case REPORTED -> "somebody else’s";
            case UNRESOLVABLE -> "nobody can decide it";
            case PASSED -> "left alone";
            case FOLDED -> "may be one";
            case OPEN -> "open";
        };
    }
}
