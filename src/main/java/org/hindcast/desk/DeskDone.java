package org.hindcast.desk;

/** What an editor has just done at a desk, in a sentence, from the address that they were sent on to. */
final class DeskDone {

    private DeskDone() {
    }

    static String sentence(String done, Integer published, Integer stayed) {
        if (published != null) {
            return published(published, stayed == null ? 0 : stayed);
        }
        return done == null ? null : switch (done) {
            case "known" -> "This piece is on record already; nothing was stored twice.";
            case "saved" -> "Saved. Nothing was put on record yet.";
            case "read" -> "The piece was read.";
            case "take-up" -> "Taken up.";
            case "reject" -> "Kept as no forecast.";
            case "report" -> "Kept as somebody else’s forecast.";
            case "take-back" -> "Taken back.";
            case "pass" -> "The rest was left alone.";
            case "keep" -> "Kept as a claim that nobody can decide.";
            default -> null;
        };
    }

    private static String published(int published, int stayed) {
        String on = switch (published) {
            case 0 -> "Nothing was put on record.";
            case 1 -> "One forecast was put on record.";
            default -> published + " forecasts were put on record.";
        };
        return on + switch (stayed) {
            case 0 -> "";
            case 1 -> " One that is ticked stays, with what is still to be done.";
            default -> " " + stayed + " that are ticked stay, with what is still to be done.";
        };
    }
}
