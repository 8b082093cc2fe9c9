package org.hindcast.scorecard;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.web.Enums;
import org.hindcast.web.InvalidInput;
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
    public Leaderboard leaderboard(@RestQuery String board, @RestQuery String topic, @RestQuery String minimum,
            @RestQuery String reference) {
        Leaderboard.Board wanted = Enums.parse("board", board, Leaderboard.Board.class);
        return boards.of(wanted == null ? Leaderboard.Board.probabilities : wanted, topic, minimum(minimum),
                reference(reference),
                clock.instant());
    }

    static Integer minimum(String value) {
        try {
            Integer minimum = value == null ? null : Integer.valueOf(value);
            if (minimum == null || minimum >= 1) {
                return minimum;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidInput("minimum", "a whole number from 1 on is accepted");
    }

    static boolean reference(String value) {
        if (value == null || value.equals("false") || value.equals("true")) {
            return "true".equals(value);
        }
        throw new InvalidInput("reference", "true or false is accepted");
    }
}
