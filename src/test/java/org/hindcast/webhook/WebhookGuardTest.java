package org.hindcast.webhook;

import static org.hamcrest.Matchers.equalTo;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.outbox.OutboxSweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** As it is installed: nothing is sent to what only this machine can reach. */
@QuarkusTest
@TestProfile(WebhookGuardTest.Installed.class)
class WebhookGuardTest {

    public static class Installed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hindcast.net.loopback", "false");
        }
    }

    @Inject
    TestClock clock;
    @Inject
    OutboxSweep sweep;

    private String me;

    @BeforeEach
    void begin() {
        me = new World(clock).reviewer("guarded");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://example.org/", "https://127.0.0.1/", "https://localhost/", "https://a.LocalHost./",
            "https://[::1]/", "https://[::ffff:127.0.0.1]/",
            "https://10.0.0.1/", "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/",
            "https://[fd00::1]/", "https://[64:ff9b::7f00:1]/", "https://2130706433/", "https://user:secret@example.org/",
            "https://example.org:22/", "https:///", "gopher://example.org/", "https://exa mple.org\\@127.0.0.1/" })
    void addressesThatLeadNowhereAreRefused(String url) {
        as(me).body(Map.of("url", url, "format", "STANDARD")).post("/api/v1/webhooks").then().statusCode(422)
                .body("violations[0].field", equalTo("url"));
    }

    /** What a name means is looked at when something is sent, and is not sent. */
    @Test
    void aNameThatLeadsHereIsRefusedWhenItIsLookedUp() throws SQLException {
        String id = as(me).body(Map.of("url", "https://example.org/", "format", "STANDARD")).post("/api/v1/webhooks").then()
                .statusCode(201).extract().path("id");
        Database.asService("update webhook set url = 'https://localhost/' where id = '" + id + "'");
        as(me).post("/api/v1/webhooks/" + id + "/tests").then().statusCode(204);
        sweep.sweep();
        assertEquals(List.of("DEAD leads to an address that is not on the public internet"), Database.asOwner(
                "select status || ' ' || last_error from outbox where channel = 'WEBHOOK' and account_id ="
                        + " (select id from account where username = '" + me + "')"));
    }
}
