package org.hindcast.scorecard;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.author.AuthorRef;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@Path("/leaderboard")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LeaderboardPages {

    /**
     * What is chosen.
     *
     * @param form as it was filled in, with what is wrong with it
     * @param scope null where something is
     */
    record Choices(Filled form, BoardScope scope) {

        public boolean calls() {
            return form.is("board", Leaderboard.Board.calls.name());
        }

        public boolean reference() {
            return form.is("reference", "true") && !calls();
        }

        /** What a score of 0, or a hit rate of one half, stands for. */
        public String against() {
            return reference() ? "the references on record" : "a coin";
        }

        /** Whether it is the board of all topics, which leaves the classics out. */
        public boolean all() {
            return scope.topic() == null;
        }

        public String classics() {
            return new Query("/leaderboard").with("board", calls() ? scope.board().name() : null)
                    .with("topic", BoardScope.CLASSICS).toString();
        }

        private String address(String cursor) {
            return cursor == null ? null
                    : new Query("/leaderboard").with("board", scope.board().name()).with("topic", scope.topic())
                            .with("from", form.typed("from")).with("to", form.typed("to"))
                            .with("minimum", form.typed("minimum")).with("reference", reference() ? "true" : null)
                            .with("cursor", cursor).toString();
        }
    }

    /**
     * @param author null for a coin and the base rate
     * @param above probability of being better than what it is compared with
     */
    record Row(String rank, String rankInterval, AuthorRef author, String name, long n, String score, String interval,
            String above, boolean better, Whisker whisker) {
    }

    @CheckedTemplate(basePath = "scorecard")
    static class Templates {
        static native TemplateInstance leaderboard(Leaderboard board, List<Row> rows, String next, Choices choices,
                boolean stale);
    }

    @Inject
    Clock clock;
    @Inject
    Boards boards;

    @GET
    @Transactional
    public Response leaderboard(@RestQuery String board, @RestQuery String topic, @RestQuery String from,
            @RestQuery String to, @RestQuery String minimum, @RestQuery String reference, @RestQuery String cursor) {
        Filled form = Filled.empty().with("board", board).with("topic", Query.topic(topic)).with("from", Query.given(from))
                .with("to", Query.given(to)).with("minimum", Query.given(minimum)).with("reference", reference);
        Cursor after = Cursor.parse(Query.given(cursor));
        BoardScope scope;
        try {
            scope = BoardScope.parse(Enums.parse("board", board, Leaderboard.Board.class), topic, from, to, minimum, reference);
        } catch (InvalidInput e) {
            return page(422,
                    Templates.leaderboard(null, List.of(), null, new Choices(form.refused(e.violations), null), false));
        }
        return page(200, shown(new Choices(form, scope), after));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    private TemplateInstance shown(Choices choices, Cursor after) {
        Instant now = clock.instant();
        Leaderboard shown = boards.read(choices.scope(), after, Page.DEFAULT_LIMIT, now);
        return Templates.leaderboard(shown, rows(shown, Boards.position(after)), choices.address(shown.next()), choices,
                shown.asOf().isBefore(now.minus(BoardHealth.STALE)));
    }

    /** The authors, with the coin and the base rate where their scores belong. */
    private static List<Row> rows(Leaderboard board, int position) {
        boolean calls = board.board() == Leaderboard.Board.calls;
        List<Row> rows = new ArrayList<>(board.items().stream().map(one -> row(one, calls)).toList());
        if (rows.isEmpty()) {
            return rows;
        }
        board.references().stream().sorted((a, b) -> b.place() - a.place()).forEach(reference -> {
            int at = reference.place() - 1 - position;
            boolean here = at >= 0 && (at < board.items().size() || at == board.items().size() && board.next() == null);
            if (here) {
                rows.add(at, row(reference, calls));
            }
        });
        return rows;
    }

    private static Row row(Leaderboard.Ranked one, boolean calls) {
        return new Row(one.rank() == null ? Formats.NONE : one.rank().toString(),
                one.rankInterval() == null ? Formats.NONE
                        : Math.round(one.rankInterval().low()) + "–" + Math.round(one.rankInterval().high()),
                one.author(), one.author().name(), one.n(), score(one.score(), calls),
                calls ? Figures.percents(one.interval()) : Figures.scores(one.interval()),
                Figures.chance(one.aboveReference()), one.better(),
                calls ? Whisker.of(one.score(), one.interval(), 0.5, 0, 1)
                        : Whisker.of(one.score(), one.interval(), 0, -0.25, 0.25));
    }

    private static Row row(Leaderboard.Reference one, boolean calls) {
        return new Row("", "", null, one.name(), one.n(), score(one.score(), calls), "known", "", false,
                calls ? Whisker.of(one.score(), null, 0.5, 0, 1) : Whisker.of(one.score(), null, 0, -0.25, 0.25));
    }

    private static String score(double score, boolean calls) {
        return calls ? Formats.percent(score) : Formats.score(score);
    }
}
