package org.hindcast.scorecard;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/leaderboard")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class LeaderboardResource {

    @Inject
    Clock clock;
    @Inject
    Boards boards;

    @GET
    @Transactional
    public Leaderboard leaderboard(@RestQuery String board, @RestQuery String topic, @RestQuery String from,
            @RestQuery String to, @RestQuery String minimum, @RestQuery String reference, @RestQuery String cursor,
            @RestQuery String limit) {
        var scope = BoardScope.parse(Enums.parse("board", board, Leaderboard.Board.class), topic, from, to, minimum, reference);
        return boards.read(scope, Cursor.parse(cursor), Page.limit(limit), clock.instant());
    }
}
