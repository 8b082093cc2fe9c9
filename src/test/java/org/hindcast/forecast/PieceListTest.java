package org.hindcast.forecast;

import static org.hindcast.World.anonymous;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.piece.Piece;
import org.hindcast.web.Cursor;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PieceListTest {

    /** After every id of the same day. */
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    @Inject
    TestClock clock;

    @Test
    void piecesAreListedWithTheirForecasts() {
        World world = new World(clock);
        LocalDate day = clock.today().minusDays(1234);
        String slug = world.piece(world.author(), day);
        String first = world.forecast().with("piece", slug).with("quote", World.QUOTE).publish().id();
        World.Forecast second = world.forecast().with("piece", slug).publish();
        World.withdraw(second.id()).then().statusCode(201);
        world.forecast().with("piece", slug).draft();
        String empty = world.piece(world.author() + "-2", day);

        List<Map<String, Object>> listed = anonymous().queryParam("cursor", new Cursor(day.toString(), LAST).toString())
                .get("/api/v1/pieces?limit=10").then().statusCode(200).extract().jsonPath().getList("items");
        Map<String, Object> piece = listed.stream().filter(one -> slug.equals(one.get("slug"))).findFirst().orElseThrow();
        assertEquals(anonymous().get("/api/v1/pieces/" + slug).path("forecasts"), piece.get("forecasts"));
        assertEquals(List.of(first, second.id()), ids(piece));
        assertFalse(piece.containsKey("text"));
        assertEquals(List.of(),
                ids(listed.stream().filter(one -> empty.equals(one.get("slug"))).findFirst().orElseThrow()));
    }

    @Test
    void oneLongPieceDoesNotFillAList() {
        World world = new World(clock);
        String first = world.forecast().publish().id();
        world.forecast().publish();
        List<UUID> shown = QuarkusTransaction.requiringNew().call(() -> Forecast.in(List.of(Piece.bySlug(world.piece()).id), 1)
                .stream().map(forecast -> forecast.id).toList());
        assertEquals(List.of(UUID.fromString(first)), shown);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> ids(Map<String, Object> piece) {
        return ((List<Map<String, Object>>) piece.get("forecasts")).stream().map(one -> one.get("id")).toList();
    }
}
