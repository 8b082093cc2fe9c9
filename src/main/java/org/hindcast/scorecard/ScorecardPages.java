package org.hindcast.scorecard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.author.Author;
import org.hindcast.author.AuthorRef;
import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.ForecastLine;
import org.hindcast.piece.Piece;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Cursor;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An author with their scorecard, pieces and forecasts. */
@Path("/authors")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ScorecardPages {

    private static final int FORECASTS = 30;
    private static final int PIECES = 50;

    /** What the scope of the scorecard can be chosen from. */
    record Choices(Scope scope, List<String> topics, Set<String> lexicons, Filled form) {

        /** Whether the figures are about less than the author's whole record. */
        public boolean isPart() {
            return !scope.isWholeRecord() || scope.undated().equals("exclude");
        }

        public boolean isOtherTopic() {
            return scope.topic() != null && !topics.contains(scope.topic());
        }

        public boolean isRefused() {
            return !form.violations().isEmpty();
        }
    }

    /** An author's page: scorecard, its slices, and the forecasts that stand out. */
    record Whole(ScorecardView view, List<Slices.Slice> topics, List<Slices.Slice> years, Extremes.Found extremes) {

        /** Whether there is a course of time to draw. */
        public boolean isOverTime() {
            return years.stream().filter(year -> year.n() > 0).count() > 1;
        }
    }

    @CheckedTemplate(basePath = "scorecard")
    static class Templates {
        static native TemplateInstance author(Author author, Whole page, Choices choices, List<Piece> pieces,
                List<ForecastLine> forecasts, String next);
    }

    @Inject
    Clock clock;
    @Inject
    Cells cells;
    @Inject
    Extremes extremes;

    @GET
    @Path("{slug}")
    @Transactional
    public Response one(@RestPath String slug, @RestQuery String topic, @RestQuery String from, @RestQuery String to,
            @RestQuery String lexicon, @RestQuery String undated, @RestQuery String cursor) {
        Instant now = clock.instant();
        Lexicon read = Lexicons.parse(lexicon);
        Author author = Author.bySlug(slug);
        Filled form = Filled.empty().with("from", Query.given(from)).with("to", Query.given(to));
        Scope scope = Scope.WHOLE;
        try {
            scope = Scope.parse(topic, from, to, undated);
        } catch (InvalidInput e) {
            form = form.refused(e.violations);
        }
        var choices = new Choices(scope, cells.topics(author), Lexicon.ids(), form);
        Page<ForecastLine> page = Page.of(Forecast.page(author, scope.within(), Cursor.parse(cursor), FORECASTS), FORECASTS,
                forecast -> new Cursor(forecast.claim.madeOn().toString(), forecast.id),
                forecast -> ForecastLine.of(forecast, read, now));
        return Response.status(choices.isRefused() ? 422 : 200).type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(Templates.author(author,
                        whole(author, scope, read, now), choices, Piece.of(author, PIECES), page.items(),
                        page.next() == null ? null
                                : new Query("/authors/" + slug).with("topic", scope.topic()).with("from", from).with("to", to)
                                        .with("lexicon", lexicon).with("undated", undated).with("cursor", page.next())
                                        + "#forecasts")
                        .render())
                .build();
    }

    private Whole whole(Author author, Scope scope, Lexicon lexicon, Instant now) {
        List<Cell> found = cells.of(author, scope);
        Scorecard card = Scorecard.of(AuthorRef.of(author), found, scope, lexicon, now);
        Slices slices = cells.slices(author, scope);
        return new Whole(ScorecardView.of(card), slices.byTopic(lexicon), slices.byYear(lexicon),
                extremes.of(author, scope, scope.of(found), lexicon, now));
    }
}
