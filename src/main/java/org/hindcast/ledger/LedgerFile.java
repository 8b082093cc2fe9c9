package org.hindcast.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hindcast.author.Author;
import org.hindcast.author.NewAuthor;
import org.hindcast.forecast.Basis;
import org.hindcast.forecast.NewForecast;
import org.hindcast.forecast.Reference;
import org.hindcast.forecast.Stance;
import org.hindcast.piece.NewPiece;
import org.hindcast.question.Evidence;
import org.hindcast.question.NewCriteria;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.review.Resolution;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A file of the ledger: one piece with its forecasts, in the words of the format. What an export carries besides stands under
 * {@code record}; null in a file that a person wrote.
 */
record LedgerFile(PieceEntry piece, List<ForecastEntry> forecasts) {

    record AuthorEntry(String name, String slug, Author.Kind kind, String url, String description,
            JsonNode record) {
    }

    record PieceEntry(String title, AuthorEntry author, String publisher, String url, LocalDate published, String text,
            String note, JsonNode record) {

        NewPiece newPiece() {
            NewAuthor by = new NewAuthor(author.name, author.slug, author.kind, author.description, author.url);
            return new NewPiece(by, title, publisher, url, published, text, note);
        }

        /** SHA-256 of a text that readers do not see, which no export carries; null where there is none. */
        String withheld() {
            return record == null || text != null ? null : record.path("withheld").textValue();
        }
    }

    record CriteriaEntry(String key, String question, String yes, String source, LocalDate due, String zone, String silent,
            JsonNode record) {

        NewCriteria newCriteria() {
            return new NewCriteria(question, yes, source, due, zone, silent, key);
        }

        /** Of the question; null where the file carries no record of it. */
        UUID carriedId() {
            return record == null ? null : UUID.fromString(record.get("id").textValue());
        }

        /** The question by its key, else by its id; null where it is not on record. */
        Question onRecord() {
            Question named = key == null ? null : Question.byKey(key);
            return named != null || record == null ? named : Question.findById(carriedId());
        }

        /** Whether the record that is carried knows this resolution as it stands. */
        boolean carries(Resolution resolution) {
            if (record == null || resolution == null) {
                return false;
            }
            for (JsonNode carried : record.path("resolutions")) {
                if (carried.get("id").textValue().equals(resolution.id.toString())) {
                    return carried.has("ended") == (resolution.endedAt != null);
                }
            }
            return false;
        }
    }

    record ResolutionEntry(Outcome outcome, LocalDate on, List<Evidence> evidence, String note) {
    }

    record ForecastEntry(String key, String quote, Integer start, String statement, Double probability, String phrase,
            Basis basis,
            Stance stance,
            String odds, String stakes, String condition, LocalDate made, Boolean undated, List<String> topics,
            Reference reference, CriteriaEntry criteria, ResolutionEntry resolution, JsonNode record) {

        NewForecast newForecast() {
            return new NewForecast(null, quote, start, statement, impliedBasis(), probability, phrase, stance, odds, stakes,
                    condition,
                    made,
                    topics, undated, reference, null, criteria.newCriteria(), null);
        }

        private Basis impliedBasis() {
            return basis != null ? basis : probability != null ? Basis.STATED : phrase != null ? Basis.WORDED : null;
        }
    }

    /** The path in the file of what the API calls so. */
    static String path(int forecast, String field) {
        String inFile = switch (field) {
            case "madeOn" -> "made";
            case "criteria.yesWhen" -> "criteria.yes";
            case "criteria.sourceOfTruth" -> "criteria.source";
            case "criteria.dueOn" -> "criteria.due";
            case "criteria.timeZone" -> "criteria.zone";
            case "criteria.ifSilent" -> "criteria.silent";
            default -> field;
        };
        return "forecasts[" + forecast + "]" + (inFile.isEmpty() ? "" : "." + inFile);
    }
}
