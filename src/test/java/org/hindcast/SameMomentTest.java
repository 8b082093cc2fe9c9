package org.hindcast;

import static org.hindcast.World.EDITOR;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What several send in the same moment ends as if they had sent it one after the other. */
@QuarkusTest
class SameMomentTest {

    private static final int SIX = 6;
    private static final int ROUNDS = 3;

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @RepeatedTest(ROUNDS)
    void theSamePieceOfANewAuthorIsStoredOnce() throws Exception {
        List<Response> answers = AtOnce.together(SIX, i -> send(piece("The same", "Once and for all.")));
        List<Integer> statuses = statuses(answers);
        assertEquals(1, Collections.frequency(statuses, 201), statuses::toString);
        assertEquals(SIX - 1, Collections.frequency(statuses, 200), statuses::toString);
        assertEquals(1, every(answers, "slug").size());
        assertEquals(List.of("1 1"), recorded());
    }

    @RepeatedTest(ROUNDS)
    void piecesOfANewAuthorAreAllHis() throws Exception {
        List<Response> answers = AtOnce.together(SIX, i -> send(piece("Different", "Number " + i)));
        assertEquals(Collections.nCopies(SIX, 201), statuses(answers));
        assertEquals(SIX, every(answers, "slug").size());
        assertEquals(List.of("1 " + SIX), recorded());
    }

    /** One by the name, the other by the slug that is made of it. */
    @RepeatedTest(ROUNDS)
    void aNewAuthorIsTheSameByNameAndBySlug() throws Exception {
        List<Response> answers = AtOnce.together(SIX, i -> {
            Map<String, Object> piece = piece("Different", "Number " + i);
            piece.put("author", i % 2 == 0 ? Map.of("name", name()) : Map.of("name", name(), "slug", "new-" + world.name));
            return send(piece);
        });
        assertEquals(Collections.nCopies(SIX, 201), statuses(answers));
        assertEquals(List.of("1 " + SIX), recorded());
    }

    @RepeatedTest(ROUNDS)
    void newAuthorsWhoseSlugsAreAlikeAreToldApart() throws Exception {
        List<Response> answers = AtOnce.together(SIX, i -> {
            Map<String, Object> piece = piece("Alike", "Number " + i);
            piece.put("author", Map.of("name", name() + "!".repeat(i)));
            return send(piece);
        });
        assertEquals(Collections.nCopies(SIX, 201), statuses(answers));
        assertEquals(SIX, every(answers, "author.slug").size());
    }

    @RepeatedTest(ROUNDS)
    void forecastsWithTheSameKeyStandOnOneQuestion() throws Exception {
        world.piece();
        List<Response> answers = AtOnce.together(SIX,
                i -> world.forecast().criterion("key", "key-" + world.name).with("publish", true).send());
        assertEquals(Collections.nCopies(SIX, 201), statuses(answers));
        assertEquals(1, every(answers, "question").size());
    }

    /** All label the same places, half of them beginning at the other end. */
    @RepeatedTest(ROUNDS)
    void labelsOfTheSamePlacesAreAllTaken() throws Exception {
        String piece = world.piece();
        List<Map<String, Object>> labels = IntStream.range(0, 20).<Map<String, Object>> mapToObj(
                i -> Map.of("start", i, "end", i + 1, "verdict", "REJECTED")).toList();
        List<Response> answers = AtOnce.together(SIX, i -> {
            List<Map<String, Object>> sent = new ArrayList<>(labels);
            if (i % 2 == 1) {
                Collections.reverse(sent);
            }
            return as(EDITOR).body(Map.of("piece", piece, "labels", sent)).post("/api/v1/extractions/labels");
        });
        assertEquals(Collections.nCopies(SIX, 200), statuses(answers));
        assertEquals(List.of(labels.size()),
                answers.stream().map(answer -> answer.jsonPath().getList("labels").size()).distinct().toList());
    }

    private String name() {
        return "New " + world.name;
    }

    private Map<String, Object> piece(String title, String text) {
        return new TreeMap<>(Map.of("author", Map.of("name", name()), "title", title + " " + world.name,
                "publishedOn", "2026-01-05", "text", text));
    }

    private static Response send(Map<String, Object> piece) {
        return as(EDITOR).body(piece).post("/api/v1/pieces");
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    private static Set<String> every(List<Response> answers, String field) {
        return answers.stream().<String> map(answer -> answer.path(field)).collect(Collectors.toSet());
    }

    /** How many authors of this name, and pieces of them, there are. */
    private List<String> recorded() throws Exception {
        return Database.asService("""
                select concat(count(distinct a.id), ' ', count(distinct p.id))
                from author a join piece p on p.author_id = a.id where a.name = '%s'""".formatted(name()));
    }
}
