package org.hindcast.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hindcast.forecast.FilledForecast;
import org.hindcast.question.Checklist;
import org.hindcast.web.Filled;
import org.hindcast.web.Violation;
import org.hindcast.web.Violations;

/** What is wrong, or doubtful, with a card as it is filled in: what publishing refuses, and what it lets pass. */
record CardNotes(List<Note> notes) {

    static final CardNotes NONE = new CardNotes(List.of());

    /**
     * @param error whether publishing refuses it
     * @param field that it is about, as in the API
     * @param label the field as the form calls it
     */
    public record Note(boolean error, String field, String label, String message) {

        private static Note of(Violation violation) {
            return new Note(true, violation.field(), label(violation.field()), violation.message());
        }

        private static Note of(Checklist.Finding finding) {
            return new Note(finding.level() == Checklist.Level.ERROR, finding.field(), label(finding.field()),
                    finding.message());
        }

        static String label(String field) {
            return switch (field) {
                case "start" -> "Quote";
                case "statement" -> "In plain words";
                case "basis" -> "How sure the author was";
                case "madeOn" -> "Made on";
                case "odds", "stakes", "condition", "quote", "probability", "phrase", "stance", "question", "criteria" ->
                    field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
                case "reason" -> "Why";
                case "ticked" -> "Ticked";
                case "looked" -> "The date is right";
                case "undated" -> "No date given";
                case "criteria.question" -> "Question";
                case "criteria.yesWhen" -> "Counts as yes";
                case "criteria.sourceOfTruth" -> "Source of truth";
                case "criteria.dueOn" -> "Due";
                case "criteria.timeZone" -> "Time zone";
                case "criteria.ifSilent" -> "If the source is silent";
                case "criteria.key" -> "Key";
                default ->
                    field.startsWith("topics") ? "Topics" : field.startsWith("reference") ? "Market or base rate" : field;
            };
        }
    }

    static CardNotes of(Card card, Filled form) {
        FilledForecast filled = card.filled(form);
        List<Note> notes = new ArrayList<>();
        filled.violations().stream().map(Note::of).forEach(notes::add);
        dateIsLookedAt(card, form, notes);
        List<Checklist.Finding> findings = filled.checklist();
        findings.stream().map(Note::of).filter(note -> notes.stream().noneMatch(known -> known.field.equals(note.field)
                && known.message.equals(note.message))).forEach(notes::add);
        card.refused.stream().map(Note::of).filter(note -> notes.stream().noneMatch(known -> known.field.equals(note.field)))
                .forEach(notes::add);
        return new CardNotes(notes);
    }

    /** A date that we read out of the author's words is a guess until somebody has looked at it. */
    private static void dateIsLookedAt(Card card, Filled form, List<Note> notes) {
        if (card.offer.dateIsReading() && !form.has("looked") && !form.has("question")
                && card.offer.deadline().date().equals(form.date("criteria.dueOn", new Violations()))) {
            notes.add(new Note(true, "criteria.dueOn", "Due",
                    "is our reading of “%s”; look at it, then say that the date is right, or change it"
                            .formatted(card.offer.deadline().text())));
        }
    }

    public boolean passes() {
        return notes.stream().noneMatch(Note::error);
    }

    public long wrong() {
        return notes.stream().filter(Note::error).count();
    }

    public long doubtful() {
        return notes.size() - wrong();
    }

    /** As violations, for what refuses to publish. */
    List<Violation> errors() {
        return notes.stream().filter(Note::error).map(note -> new Violation(note.field, note.message)).toList();
    }
}
