package org.hindcast.database;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import org.flywaydb.core.Flyway;
import org.hindcast.Await;
import org.hindcast.Database;
import org.hindcast.LogLines;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.account.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Rows that the database refuses hold what is for nobody's eyes: nothing of them is in a message or in the log. */
@QuarkusTest
class RefusedRowsTest {

    @Inject
    TestClock clock;
    @Inject
    Flyway flyway;

    private String username;

    @BeforeEach
    void begin() {
        username = new World(clock).name;
    }

    @Test
    void anAccountThatCameAMomentTooLate() throws Exception {
        try (LogLines log = LogLines.open()) {
            CompletableFuture<Response> second = QuarkusTransaction.requiringNew().call(() -> {
                persist(username, List.of("editor"));
                CompletableFuture<Response> sent = CompletableFuture.supplyAsync(this::send);
                Await.until("the second account waits for the first",
                        () -> !Database.asService("select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query ilike 'insert into account%'").isEmpty());
                return sent;
            });
            second.get().then().statusCode(409).contentType("application/problem+json")
                    .body("detail", containsString("faster by a moment")).body("detail", not(containsString("username")));
            assertTrue(log.text().contains("account_username_unique"), log.text());
            assertKeepsQuiet(log.text());
        }
    }

    /** What the server says of such a row begins with "Failing row contains". */
    @Test
    void aRowThatBreaksARule() {
        try (LogLines log = LogLines.open()) {
            PersistenceException refused = assertThrows(PersistenceException.class,
                    () -> QuarkusTransaction.requiringNew().run(() -> persist("Not a username, " + username, List.of("king"))));
            StringBuilder said = new StringBuilder();
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                said.append(cause).append('\n');
            }
            assertTrue(said.toString().contains("check constraint"), said.toString());
            assertKeepsQuiet(said.toString());
            assertKeepsQuiet(log.text());
        }
    }

    @Test
    void aMigrationThatFails() throws SQLException {
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection();
                PreparedStatement insert = owner.prepareStatement("insert into account (email) values (?)")) {
            insert.setString(1, email());
            String said = assertThrows(SQLException.class, insert::execute).getMessage();
            assertTrue(said.contains("not-null constraint"), said);
            assertKeepsQuiet(said);
        }
    }

    private Response send() {
        return as(ADMIN).body(Map.of("username", username, "password", World.PASSWORD, "email", email(), "roles",
                List.of("editor"))).post("/api/v1/accounts");
    }

    private String email() {
        return username + "@example.org";
    }

    private void persist(String name, List<String> roles) {
        Account like = Account.named(ADMIN);
        Account account = new Account();
        account.username = name;
        account.passwordHash = like.passwordHash;
        account.email = email();
        account.roles = roles;
        account.timeZone = like.timeZone;
        account.reminders = like.reminders;
        account.digestAt = like.digestAt;
        account.createdAt = like.createdAt;
        account.persistAndFlush();
    }

    private void assertKeepsQuiet(String said) {
        assertFalse(said.contains("@example.org"), said);
        assertFalse(said.contains("$2a$"), said);
        assertEquals(-1, said.indexOf("Failing row"), said);
    }
}
