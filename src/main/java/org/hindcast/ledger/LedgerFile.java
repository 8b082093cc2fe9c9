package org.hindcast.ledger;

import java.time.LocalDate;
import java.util.List;

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

/** A file of the ledger: one piece with its forecasts, in the words of the format. */
record LedgerFile(PieceEntry piece, List<ForecastEntry> forecasts) {

    record AuthorEntry(String name, String slug, Author.Kind kind, String url, String description) {
    }

    record PieceEntry(String title, AuthorEntry author, String publisher, String url, LocalDate published, String text,
            String note) {

        NewPiece newPiece() {
            NewAuthor by = new NewAuthor(author.name, author.slug, author.kind, author.description, author.url);
            return new NewPiece(by, title, publisher, url, published, text, note);
        }
    }

    record CriteriaEntry(String key, String question, String yes, String source, LocalDate due, String zone, String silent) {

        NewCriteria newCriteria() {
            return new NewCriteria(question, yes, source, due, zone, silent, key);
        }
    }

    record ResolutionEntry(Outcome outcome, LocalDate on, List<Evidence> evidence, String note) {
    }

    record ForecastEntry(String key, String quote, String statement, Double probability, String phrase, Basis basis,
            Stance stance,
            String odds, String stakes, String condition, LocalDate made, Boolean undated, List<String> topics,
            Reference reference, CriteriaEntry criteria, ResolutionEntry resolution) {

        NewForecast newForecast() {
            return new NewForecast(null, quote, null, statement, impliedBasis(), probability, phrase, stance, odds, stakes,
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
        return "forecasts[" + forecast + "]." + inFile;
    }
}
