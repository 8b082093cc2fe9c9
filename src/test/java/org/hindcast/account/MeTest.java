package org.hindcast.account;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.PASSWORD;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MeTest {

    @Inject
    TestClock clock;
    @Inject
    EntityManager database;
    @Inject
    AgroalDataSource dataSource;

    private String somebody;

    @BeforeEach
    void begin() {
        somebody = new World(clock).reviewer("me");
    }

    /** Who knows the economy would be asked before all others in the tests to come. */
    @AfterEach
    void end() {
        World.activate(somebody, false);
    }

    @Test
    void nothingOfAnAccountIsNullButItsAddress() {
        String account = "/api/v1/accounts/" + somebody;
        as(ADMIN).body("{\"email\": \"a@example.org\"}").patch(account).then().statusCode(200);
        for (String field : List.of("password", "roles", "timeZone", "reminders", "digestAt", "active")) {
            as(ADMIN).body("{\"email\": null, \"%s\": null}".formatted(field)).patch(account).then().statusCode(422)
                    .body("violations.field", equalTo(List.of(field))).body("violations[0].message", containsString("is null"));
        }
        as(ADMIN).body("{\"timeZone\": \"Europe/Kyiv\"}").patch(account).then().statusCode(200)
                .body("email", equalTo("a@example.org"));
        as(ADMIN).body("{\"email\": null}").patch(account).then().statusCode(200).body("email", nullValue())
                .body("timeZone", equalTo("Europe/Kyiv")).body("roles", equalTo(List.of("reviewer")));
        as(ADMIN).body("{\"colour\": 1}").patch(account).then().statusCode(422).body("violations[0].message",
                containsString("known here are active"));
    }

    @Test
    void showsAndChangesOnesOwnSettings() {
        as(somebody).get("/api/v1/me").then().statusCode(200).body("username", equalTo(somebody))
                .body("reminders", equalTo("AT_ONCE")).body("email", nullValue());
        as(somebody).body(Map.of("email", "me@example.org", "timeZone", "Europe/Kyiv", "reminders", "DAILY", "digestAt",
                "06:30")).patch("/api/v1/me").then().statusCode(200).body("digestAt", equalTo("06:30:00"));
        as(somebody).body(Map.of("reminders", "NONE")).patch("/api/v1/me").then().statusCode(200)
                .body("email", equalTo("me@example.org")).body("timeZone", equalTo("Europe/Kyiv"));
        as(somebody).body(Map.of("email", "")).patch("/api/v1/me").then().statusCode(200).body("email", nullValue());
        as(somebody).body(Map.of("email", "nonsense", "timeZone", "Mars/Olympus")).patch("/api/v1/me").then().statusCode(422)
                .body("violations.field", hasItems("email", "timeZone"));
        as(somebody).body(Map.of("topics", List.of("Not a slug"), "away", Map.of("from", "2027-03-02", "until", "2027-03-01")))
                .patch("/api/v1/me").then().statusCode(422).body("violations.field", hasItems("topics[0]", "awayUntil"));
        as(somebody).body(Map.of("topics", List.of("chess", "chess"), "away", Map.of("from", "2027-03-01", "until",
                "2027-03-02"))).patch("/api/v1/me").then().statusCode(200).body("topics", hasItems("chess"))
                .body("away.until", equalTo("2027-03-02"));
        as(somebody).body(Map.of("away", Map.of())).patch("/api/v1/me").then().body("away", nullValue());
        as(somebody).body(Map.of("roles", List.of("admin"))).patch("/api/v1/me").then().statusCode(422);
        as(somebody).body(Map.of("active", false)).patch("/api/v1/me").then().statusCode(422);
    }

    @Test
    void thePageDoesTheSame() {
        PageClient browser = PageClient.signedIn(somebody);
        browser.post("/me", "email", "page@example.org", "timeZone", "Asia/Tokyo", "reminders", "DAILY", "digestAt", "07:15")
                .then().statusCode(303);
        browser.get("/me?done=settings").then().body(containsString("Your settings are saved."))
                .body(containsString("value=\"Asia/Tokyo\"")).body(containsString("value=\"page@example.org\""));
        browser.post("/me", "timeZone", "UTC", "topics", "Economy; Elections").then().statusCode(303);
        as(somebody).get("/api/v1/me").then().body("topics", equalTo(List.of("economy", "elections")));
        browser.post("/me", "timeZone", "UTC", "topics", "x_y, z_").then().statusCode(422)
                .body(containsString("is &#39;x_y&#39;, is &#39;z_&#39;; lower-case letters"));
        browser.post("/me", "email", "no address", "timeZone", "Asia/Seoul", "reminders", "DAILY", "digestAt", "07:30").then()
                .statusCode(422)
                .body(containsString("value=\"no address\" maxlength=\"254\" autocomplete=\"email\" aria-invalid"))
                .body(containsString("value=\"Asia/Seoul\""));
        browser.post("/me", "timeZone", "Asia/Seoul", "digestAt", "soon").then().statusCode(422)
                .body(containsString("a time such as 08:00 is accepted"));
        browser.post("/me", "email", "\"><script>x</script>@example.org").then().body(not(containsString("<script>")));
        browser.post("/me", "email", "", "timeZone", "Asia/Tokyo", "reminders", "NONE", "digestAt", "").then().statusCode(303);
        as(somebody).get("/api/v1/me").then().body("email", nullValue()).body("digestAt", equalTo("07:15:00"));
    }

    @Test
    void thePasswordIsChangedByWhoKnowsIt() {
        as(somebody).body(Map.of("current", "wrong", "password", "long enough")).put("/api/v1/me/password").then()
                .statusCode(422).body("violations.field", hasItems("current"));
        as(somebody).body(Map.of("current", PASSWORD, "password", "short")).put("/api/v1/me/password").then().statusCode(422)
                .body("violations.field", hasItems("password"));
        as(somebody).body(Map.of("current", PASSWORD)).put("/api/v1/me/password").then().statusCode(422);
        as(somebody).get("/api/v1/me").then().statusCode(200);
        as(somebody).body(Map.of("current", PASSWORD, "password", "long enough")).put("/api/v1/me/password").then()
                .statusCode(204);
        as(somebody).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void anAdminsNewPasswordForSomebodyEndsTheirSessions() {
        PageClient browser = PageClient.signedIn(somebody);
        as(somebody).get("/api/v1/me").then().statusCode(200);
        as(ADMIN).body(Map.of("password", "given by an admin")).patch("/api/v1/accounts/" + somebody).then().statusCode(200);
        as(somebody).get("/api/v1/me").then().statusCode(401);
        browser.get("/me").then().statusCode(303);
    }

    @Test
    void aLostPasswordIsResetBesideTheService() throws Exception {
        PageClient browser = PageClient.signedIn(somebody);
        as(somebody).body(Map.of("name", "n")).post("/api/v1/tokens").then().statusCode(201);
        String made;
        try (java.sql.Connection connection = dataSource.getConnection()) {
            assertEquals(null, LostPassword.reset(connection, "nobody-" + somebody));
        }
        try (java.sql.Connection connection = dataSource.getConnection()) {
            made = LostPassword.reset(connection, somebody);
        }
        browser.get("/me").then().statusCode(303);
        as(somebody).get("/api/v1/me").then().statusCode(401);
        new PageClient().signIn(somebody, made).then().statusCode(303);
        assertEquals(0, ((Number) database.createQuery("select count(*) from Token t where t.account.username = ?1")
                .setParameter(1, somebody).getSingleResult()).intValue());
        assertTrue(events().contains("password.reset"));
        assertFalse(events().contains(made));
    }

    @Test
    void noSecretIsWrittenDown() {
        StringWriter log = new StringWriter();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.append(entry.getMessage()).append(' ').append(java.util.Arrays.toString(entry.getParameters()))
                        .append(' ').append(String.valueOf(entry.getThrown())).append('\n');
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger root = Logger.getLogger("org.hindcast");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        Logger.getLogger("").addHandler(handler);
        String token;
        PageClient browser;
        try {
            browser = PageClient.signedIn(somebody);
            token = as(somebody).body(Map.of("name", "secretly")).post("/api/v1/tokens").then().statusCode(201).extract()
                    .path("token");
            as(somebody).body(Map.of("name", "secretly", "password", PASSWORD)).post("/api/v1/tokens").then().statusCode(422);
            browser.post("/me/password", "current", PASSWORD, "password", "a second password").then().statusCode(303);
            browser.post("/logout").then().statusCode(303);
        } finally {
            root.removeHandler(handler);
            Logger.getLogger("").removeHandler(handler);
            root.setLevel(before);
        }
        String written = log + events();
        assertTrue(written.contains("token.made") && written.contains("password.changed")
                && written.contains("sessions.ended"), written);
        for (String secret : List.of(PASSWORD, "a second password", token, Secret.hash(token))) {
            assertFalse(written.contains(secret), written);
        }
        PageClient admin = PageClient.signedIn(ADMIN);
        assertTrue(events().contains("account.signed-in"));
        assertFalse(events().contains(admin.cookie) || events().contains(Secret.hash(admin.cookie)));
    }

    private String events() {
        return database.createNativeQuery("select kind || ' ' || cast(data as text) from event", String.class).getResultList()
                .toString();
    }
}
