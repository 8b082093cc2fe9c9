package org.hindcast.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hindcast.World.PASSWORD;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@TestProfile(LimitsTest.WithLimits.class)
class LimitsTest {

    /** And behind a proxy that says who asks, so that a test can come from several addresses. */
    public static class WithLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hindcast.limits.writes", "20", "hindcast.limits.search", "6", "hindcast.limits.sign-in", "5",
                    "quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.allow-forwarded", "false",
                    "quarkus.http.proxy.allow-x-forwarded", "true", "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    @Inject
    TestClock clock;

    private String somebody;
    private String other;

    @BeforeEach
    void begin() {
        clock.advance(Duration.ofMinutes(5));
        World world = new World(clock);
        somebody = world.reviewer("limit");
        other = world.reviewer("other");
        clock.advance(Duration.ofMinutes(5));
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static Response fail(String address, String username) {
        return from(address).auth().preemptive().basic(username, "wrong").get("/api/v1/me");
    }

    @Test
    void failuresToSignInAreCountedByName() {
        for (int i = 0; i < 5; i++) {
            fail("192.0.2." + i, somebody).then().statusCode(401);
        }
        fail("192.0.2.9", somebody).then().statusCode(429).header("Retry-After", "12")
                .contentType("application/problem+json").body("status", equalTo(429));
        from("192.0.2.10").redirects().follow(false).accept("text/html").formParam("username", somebody)
                .formParam("password", "wrong").post("/login").then().statusCode(429).header("Retry-After", "12");
        // also who knows the password waits, or guessing on would tell; others do not wait, and an unknown name counts the same
        as(somebody).header("X-Forwarded-For", "192.0.2.11").get("/api/v1/me").then().statusCode(429);
        as(other).header("X-Forwarded-For", "192.0.2.11").get("/api/v1/me").then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            fail("192.0.2.1" + i, "nobody-" + somebody).then().statusCode(401);
        }
        fail("192.0.2.20", "nobody-" + somebody).then().statusCode(429);
        clock.advance(Duration.ofSeconds(12));
        as(somebody).get("/api/v1/me").then().statusCode(200);
        for (int i = 0; i < 10; i++) {
            as(somebody).get("/api/v1/me").then().statusCode(200);
        }
    }

    @Test
    void failuresToSignInAreCountedByAddress() {
        for (int i = 0; i < 5; i++) {
            fail("2001:db8:0:1::" + i, "name-" + i).then().statusCode(401);
        }
        fail("2001:db8:0:1:ffff::", "name-6").then().statusCode(429);
        fail("2001:db8:0:2::", "name-6").then().statusCode(401);
    }

    @Test
    void aPasswordThatWasJustSeenToBeRightGoesOn() {
        as(somebody).get("/api/v1/me").then().statusCode(200);
        for (int i = 0; i < 6; i++) {
            fail("192.0.2.1", somebody);
        }
        as(somebody).get("/api/v1/me").then().statusCode(200);
        fail("192.0.2.1", somebody).then().statusCode(429);
    }

    @Test
    void whatChangesSomethingIsCountedByAccount() {
        for (int i = 0; i < 20; i++) {
            as(somebody).body(Map.of("timeZone", "UTC")).patch("/api/v1/me").then().statusCode(200);
        }
        as(somebody).body(Map.of("timeZone", "UTC")).patch("/api/v1/me").then().statusCode(429).header("Retry-After", "3");
        as(somebody).get("/api/v1/me").then().statusCode(200);
        as(other).body(Map.of("timeZone", "UTC")).patch("/api/v1/me").then().statusCode(200);
        clock.advance(Duration.ofSeconds(3));
        as(somebody).body(Map.of("timeZone", "UTC")).patch("/api/v1/me").then().statusCode(200);
        as(somebody).body(Map.of("timeZone", "UTC")).patch("/api/v1/me").then().statusCode(429);
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            as(somebody).body(Map.of("timeZone", "UTC")).patch("/api/v1/me").then().statusCode(200);
        }
    }

    @Test
    void searchesAreCountedByAddress() {
        for (int i = 0; i < 6; i++) {
            from("192.0.2.77").get("/api/v1/forecasts?q=prices").then().statusCode(200);
        }
        from("192.0.2.77").get("/api/v1/forecasts?q=prices").then().statusCode(429).header("Retry-After", "10");
        from("192.0.2.77").accept("text/html").get("/forecasts?q=prices").then().statusCode(429).header("Retry-After", "10");
        from("192.0.2.77").get("/api/v1/forecasts?q=").then().statusCode(200);
        from("192.0.2.77").get("/api/v1/forecasts").then().statusCode(200);
        from("192.0.2.78").get("/api/v1/forecasts?q=prices").then().statusCode(200);
    }

    @Test
    void behindAProxyWithTlsTheCookieIsSecure() {
        String cookie = from("192.0.2.5").redirects().follow(false).header("X-Forwarded-Proto", "https")
                .formParam("username", somebody).formParam("password", PASSWORD).post("/login").then().statusCode(303)
                .extract().header("Set-Cookie");
        assertEquals(true, cookie.startsWith("__Host-hindcast=") && cookie.contains("Secure") && cookie.contains("HttpOnly")
                && cookie.contains("Path=/") && !cookie.contains("Domain"), cookie);
        String id = cookie.replaceFirst("__Host-hindcast=([^;]*);.*", "$1");
        RequestSpecification secure = from("192.0.2.5").header("X-Forwarded-Proto", "https");
        secure.cookie(SessionCookie.SECURE, id).get("/api/v1/me").then().statusCode(200);
        // neither name stands in for the other
        from("192.0.2.5").cookie(SessionCookie.SECURE, id).get("/api/v1/me").then().statusCode(401);
        from("192.0.2.5").header("X-Forwarded-Proto", "https").cookie(SessionCookie.PLAIN, id).get("/api/v1/me").then()
                .statusCode(401);
    }
}
