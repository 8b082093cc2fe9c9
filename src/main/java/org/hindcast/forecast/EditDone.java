package org.hindcast.forecast;

import java.util.UUID;

/** What an editor has just done, in a sentence, from the address that they were sent on to. */
final class EditDone {

    private EditDone() {
    }

    /** @param done id of a forecast, or one of a few words; anything else says nothing */
    static String sentence(String done) {
        if (done == null) {
            return null;
        }
        if (done.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            Forecast forecast = Forecast.findById(UUID.fromString(done));
            return forecast == null ? null : switch (forecast.status) {
                case DRAFT -> "Saved as a draft: ";
                case PUBLISHED -> forecast.version > 1 ? "Corrected, now version " + forecast.version + ": " : "On record: ";
                case WITHDRAWN -> "Withdrawn: ";
            } + "“" + forecast.claim.statement() + "”";
        }
        return switch (done) {
            case "known" -> "This piece is on record already; nothing was stored twice.";
            case "unresolvable" -> "The claim is kept as one that nobody can decide.";
            case "gone" -> "The draft is thrown away.";
            default -> null;
        };
    }
}
