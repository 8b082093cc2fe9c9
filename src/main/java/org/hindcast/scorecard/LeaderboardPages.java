package org.hindcast.scorecard;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.author.AuthorRef;
import org.hindcast.web.Enums;
import org.hindcast.web.Formats;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@Path("/leaderboard")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LeaderboardPages {

    /** What the form holds. */
    record Choices(Leaderboard.Board board, String topic, String minimum, boolean reference) {

        public boolean calls() {
            return board == Leaderboard.Board.calls;
        }
    }

    record Row(String rank, String rankInterval, AuthorRef author, long n, String score, String interval, Whisker whisker) {
    }

    @CheckedTemplate(basePath = "scorecard")
    static class Templates {
        static native TemplateInstance leaderboard(Leaderboard board, List<Row> rows, Choices choices);
    }

    @Inject
    Clock clock;
    @Inject
    Boards boards;

    @GET
    @Transactional
    public TemplateInstance leaderboard(@RestQuery String board, @RestQuery String topic, @RestQuery String minimum,
            @RestQuery String reference) {
        Leaderboard.Board wanted = Enums.parse("board", board, Leaderboard.Board.class);
        var choices = new Choices(wanted == null ? Leaderboard.Board.probabilities : wanted, Query.given(topic),
                Query.given(minimum), LeaderboardResource.reference(Query.given(reference)));
        Leaderboard shown = boards.of(choices.board, choices.topic, LeaderboardResource.minimum(choices.minimum),
                choices.reference, clock.instant());
        return Templates.leaderboard(shown, shown.items().stream().map(one -> row(one, choices.calls())).toList(), choices);
    }

    private static Row row(Leaderboard.Ranked one, boolean calls) {
        return new Row(one.rank() == null ? Formats.NONE : one.rank().toString(),
                one.rankInterval() == null ? Formats.NONE
                        : Math.round(one.rankInterval().low()) + "–" + Math.round(one.rankInterval().high()),
                one.author(), one.n(), calls ? Formats.percent(one.score()) : Formats.score(one.score()),
                calls ? Figures.percents(one.interval()) : Figures.scores(one.interval()),
                calls ? Whisker.of(one.score(), one.interval(), 0.5, 0, 1)
                        : Whisker.of(one.score(), one.interval(), 0, -0.25, 0.25));
    }
}
