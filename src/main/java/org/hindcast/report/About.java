package org.hindcast.report;

import java.util.UUID;
import java.util.regex.Pattern;

import org.hindcast.author.Author;
import org.hindcast.forecast.Forecast;
import org.hindcast.piece.Piece;
import org.hindcast.question.Question;
import org.hindcast.web.OwnPage;

/**
 * The page that a report is about.
 *
 * @param slug null where its address has the id
 * @param title as the page is headed
 */
record About(Kind kind, UUID id, String slug, String title) {

    enum Kind {
        AUTHOR("/authors/"),
        PIECE("/pieces/"),
        FORECAST("/forecasts/"),
        QUESTION("/questions/");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        public String word() {
            return name().toLowerCase();
        }
    }

    private static final Pattern PATH = Pattern
            .compile("(/authors/|/pieces/|/forecasts/|/questions/)([^/?#]{1,200})/?([?#].*)?");

    /**
     * @param address a path, or the whole address where it begins with one of {@code origins}
     * @return null where no page of these four kinds is there
     */
    static About at(String address, String... origins) {
        return OwnPage.at(address, origins, PATH, About::named);
    }

    private static About named(String folder, String name) {
        return switch (folder) {
            case "/authors/" -> of(Author.bySlug(name));
            case "/pieces/" -> of(Piece.bySlug(name));
            case "/questions/" -> of(Question.byId(UUID.fromString(name)));
            default -> of(Forecast.byId(UUID.fromString(name)));
        };
    }

    static About of(MistakeReport report) {
        return switch (report.aboutKind) {
            case AUTHOR -> of(Author.<Author> findById(report.aboutId));
            case PIECE -> of(Piece.<Piece> findById(report.aboutId));
            case FORECAST -> of(Forecast.byId(report.aboutId));
            case QUESTION -> of(Question.byId(report.aboutId));
        };
    }

    private static About of(Author author) {
        return new About(Kind.AUTHOR, author.id, author.slug, author.name);
    }

    private static About of(Piece piece) {
        return new About(Kind.PIECE, piece.id, piece.slug, piece.title);
    }

    /** A draft has no page yet. */
    private static About of(Forecast forecast) {
        return forecast.status == Forecast.Life.DRAFT ? null
                : new About(Kind.FORECAST, forecast.id, null, forecast.claim.statement());
    }

    private static About of(Question question) {
        return new About(Kind.QUESTION, question.id, null, question.criteria.question());
    }

    /** The path of the page where it is corrected or withdrawn; null where there is none. */
    public String edit() {
        return kind == Kind.FORECAST ? "/edit" + address() : null;
    }

    /** Its path with us. */
    public String address() {
        return kind.folder + (slug == null ? id : slug);
    }
}
