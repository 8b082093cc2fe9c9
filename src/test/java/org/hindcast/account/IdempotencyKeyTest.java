package org.hindcast.account;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.PASSWORD;
import static org.hindcast.World.all;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.ChangesNothing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class IdempotencyKeyTest {

    @Inject
    TestClock clock;
    @Inject
    EntityManager database;

    private World world;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    private Response send(String key, Map<String, Object> body) {
        return as(EDITOR).header("Idempotency-Key", key).body(body).post("/api/v1/forecasts");
    }

    private int forecasts() {
        return all("forecasts?author=" + world.author() + "&status=DRAFT", EDITOR).size();
    }

    @Test
    void theSameKeyAndBodyHaveOneEffectAndTheSameAnswer() {
        Map<String, Object> body = world.forecast().body();
        Response first = send(key, body);
        first.then().statusCode(201).header("Idempotency-Replayed", (String) null);
        clock.advance(Duration.ofHours(23));
        Response again = send(key, body);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("Content-Type").replace(" ", ""), again.header("Content-Type").replace(" ", ""));
        assertEquals(1, forecasts());
    }

    @Test
    void anAnswerWithoutLocationIsKeptToo() {
        World.Forecast draft = world.forecast().draft();
        String first = as(EDITOR).header("Idempotency-Key", key).post("/api/v1/forecasts/" + draft.id() + "/publish").then()
                .statusCode(200).extract().asString();
        String again = as(EDITOR).header("Idempotency-Key", key).post("/api/v1/forecasts/" + draft.id() + "/publish").then()
                .statusCode(200).header("Idempotency-Replayed", "true").extract().asString();
        assertEquals(first, again);
    }

    @Test
    void anotherBodyOrAddressIsRefused() {
        Map<String, Object> body = world.forecast().body();
        send(key, body).then().statusCode(201);
        Map<String, Object> other = new LinkedHashMap<>(body);
        other.put("statement", "Something else.");
        send(key, other).then().statusCode(422).body("violations.field", hasItem("Idempotency-Key"));
        as(EDITOR).header("Idempotency-Key", key).body(body).post("/api/v1/pieces").then().statusCode(422);
        assertEquals(1, forecasts());
    }

    @Test
    void isOneAccountsOwnAndForgottenAfterADay() {
        Map<String, Object> body = world.forecast().body();
        String first = send(key, body).then().statusCode(201).extract().path("id");
        String others = as(ADMIN).header("Idempotency-Key", key).body(body).post("/api/v1/forecasts").then().statusCode(201)
                .header("Idempotency-Replayed", (String) null).extract().path("id");
        assertNotEquals(first, others);
        clock.advance(Duration.ofHours(24));
        send(key, body).then().statusCode(201).header("Idempotency-Replayed", (String) null);
        assertEquals(3, forecasts());
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        Map<String, Object> wrong = world.forecast().with("probability", 2).body();
        send(key, wrong).then().statusCode(422);
        send(key, world.forecast().body()).then().statusCode(201);
        assertEquals(1, forecasts());
    }

    @Test
    void tenAtOnceHaveOneEffect() throws Exception {
        Map<String, Object> body = world.forecast().body();
        ExecutorService clients = Executors.newFixedThreadPool(10);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(clients.submit(() -> {
                start.await();
                return send(key, body);
            }));
        }
        start.countDown();
        int replayed = 0;
        for (Future<Response> answer : answers) {
            assertEquals(201, answer.get().statusCode(), answer.get().asString());
            assertEquals(answers.get(0).get().asString(), answer.get().asString());
            replayed += answer.get().header("Idempotency-Replayed") == null ? 0 : 1;
        }
        clients.shutdown();
        assertEquals(9, replayed);
        assertEquals(1, forecasts());
    }

    @Test
    void aTokenIsNeitherKeptNorMadeTwice() {
        String somebody = world.reviewer("key");
        String token = as(somebody).header("Idempotency-Key", key).body(Map.of("name", "once")).post("/api/v1/tokens").then()
                .statusCode(201).extract().path("token");
        as(somebody).header("Idempotency-Key", key).body(Map.of("name", "once")).post("/api/v1/tokens").then().statusCode(409);
        as(somebody).header("Idempotency-Key", key).body(Map.of("name", "other")).post("/api/v1/tokens").then().statusCode(422);
        assertEquals(1, all("tokens", somebody).size());
        assertNull(database.createNativeQuery("select body from idempotency_key where key_hash = :hash", String.class)
                .setParameter("hash", Secret.hash(key)).getSingleResult());
        assertFalse(dump().contains(token));
    }

    @Test
    void neitherKeyNorPasswordIsKept() {
        as(ADMIN).header("Idempotency-Key", key).body(Map.of("username", world.name + "-new", "password", PASSWORD, "roles",
                List.of("reviewer"))).post("/api/v1/accounts").then().statusCode(201);
        assertFalse(dump().contains(PASSWORD));
        assertFalse(dump().contains(key));
    }

    private String dump() {
        return database.createNativeQuery("select cast(k as text) from idempotency_key k", String.class).getResultList()
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a b", "ä" })
    void aKeyIsVisibleAscii(String refused) {
        send(refused, world.forecast().body()).then().statusCode(422);
        send("x".repeat(256), world.forecast().body()).then().statusCode(422);
        send(key + "x".repeat(219), world.forecast().body()).then().statusCode(201);
    }

    @Test
    void withoutAnAccountItIsStill401() {
        anonymous().header("Idempotency-Key", key).body(Map.of()).post("/api/v1/forecasts").then().statusCode(401)
                .body("status", equalTo(401));
    }

    /** A new POST that forgets it would double its effect some day. */
    @Test
    void everyPostOfTheApiIsIdempotentOrChangesNothing() {
        ArchRuleDefinition.methods().that().areAnnotatedWith(POST.class)
                .and(describe("are of the API", (JavaMethod method) -> method.getOwner().isAnnotatedWith(Path.class)
                        && method.getOwner().getAnnotationOfType(Path.class).value().startsWith("/api/")))
                .and().areNotAnnotatedWith(ChangesNothing.class)
                .and().areNotAnnotatedWith(PermitAll.class) // a key belongs to an account
                .and()
                .areNotAnnotatedWith(describe("of a file, which is recognised by its text",
                        (JavaAnnotation<?> annotation) -> annotation.getRawType().isEquivalentTo(Consumes.class)
                                && List.of((Object[]) annotation.get("value").orElseThrow())
                                        .contains(MediaType.MULTIPART_FORM_DATA)))
                .should().beAnnotatedWith(Idempotent.class)
                .andShould()
                .beAnnotatedWith(describe("that makes it one transaction, or leaves the change to what is",
                        (JavaAnnotation<?> annotation) -> annotation.getRawType().isEquivalentTo(Transactional.class)
                                || annotation.getRawType().isEquivalentTo(Idempotent.class)
                                        && annotation.get("further").filter(Boolean.TRUE::equals).isPresent()))
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.hindcast"));
    }
}
