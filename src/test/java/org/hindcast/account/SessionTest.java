package org.hindcast.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.PASSWORD;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class SessionTest {

    @Inject
    TestClock clock;

    private String somebody;

    @BeforeEach
    void begin() {
        somebody = new World(clock).reviewer("session");
    }

    @Test
    void signsInAndOut() {
        PageClient browser = PageClient.signedIn(somebody);
        browser.get("/me").then().statusCode(200).header("Cache-Control", "no-store").body(containsString(somebody));
        browser.get("/").then().statusCode(200).header("Cache-Control", "no-store").body(containsString(somebody));
        String old = browser.cookie;
        browser.post("/logout").then().statusCode(303);
        assertNull(browser.cookie);
        browser.cookie = old;
        browser.get("/me").then().statusCode(303).header("Location", containsString("/login?next=%2Fme"));
        browser.get("/").then().statusCode(200).body(not(containsString(somebody)));
    }

    @Test
    void theCookieIsForUsAlone() {
        new PageClient().signIn(somebody, PASSWORD).then().header("Set-Cookie", allOf(containsString("hindcast="),
                containsString("HttpOnly"), containsString("SameSite=Lax"), containsString("Path=/"),
                not(containsString("Secure")), not(containsString("Domain"))));
    }

    @Test
    void wrongPasswordAndUnknownNameHaveTheSameAnswer() {
        String wrong = failed(somebody, "not the password");
        assertEquals(wrong, failed("nobody-" + somebody, PASSWORD));
        assertEquals(wrong, failed("nul\0" + somebody, PASSWORD));
        assertEquals(wrong, failed(somebody, "x".repeat(100)));
        assertEquals(apiFailure(somebody), apiFailure("nobody-" + somebody));
    }

    private String failed(String username, String password) {
        Response answer = new PageClient().signIn(username, password);
        answer.then().statusCode(401).header("WWW-Authenticate", (String) null).header("Set-Cookie", (String) null);
        return answer.body().asString().replace(username, "").replace(" autofocus", "");
    }

    private String apiFailure(String username) {
        return given().auth().preemptive().basic(username, "not the password").get("/api/v1/me").then().statusCode(401)
                .contentType("application/problem+json").extract().asString();
    }

    @Test
    void signingInGivesANewIdAndEndsTheOldSession() {
        PageClient planted = PageClient.signedIn(somebody);
        String before = planted.cookie;
        planted.signIn(somebody, PASSWORD).then().statusCode(303);
        assertNotEquals(before, planted.cookie);
        planted.get("/me").then().statusCode(200);
        planted.cookie = before;
        planted.get("/me").then().statusCode(303);

        PageClient victim = new PageClient();
        victim.cookie = "an-id-that-somebody-else-chose";
        victim.signIn(somebody, PASSWORD).then().statusCode(303);
        assertNotEquals("an-id-that-somebody-else-chose", victim.cookie);
    }

    @Test
    void signsOutEverywhere() {
        PageClient here = PageClient.signedIn(somebody);
        PageClient there = PageClient.signedIn(somebody);
        here.post("/me/sessions/end").then().statusCode(303);
        assertNull(here.cookie);
        there.get("/me").then().statusCode(303);
    }

    @Test
    void endsOneOtherSession() {
        PageClient here = PageClient.signedIn(somebody);
        PageClient there = PageClient.signedIn(somebody);
        here.post("/me/sessions/end", "session", Secret.hash(there.cookie)).then().statusCode(303);
        there.get("/me").then().statusCode(303);
        here.get("/me").then().statusCode(200);
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        PageClient somebodyElse = PageClient.signedIn(ADMIN);
        PageClient.signedIn(somebody).post("/me/sessions/end", "session", Secret.hash(somebodyElse.cookie));
        somebodyElse.get("/me").then().statusCode(200);
    }

    @Test
    void endsWhenItIsNotUsed() {
        PageClient browser = PageClient.signedIn(somebody);
        clock.advance(Duration.ofDays(13));
        browser.get("/me").then().statusCode(200);
        clock.advance(Duration.ofDays(13));
        browser.get("/me").then().statusCode(200);
        clock.advance(Duration.ofDays(14));
        browser.get("/me").then().statusCode(303);
    }

    @Test
    void endsAfterNinetyDaysThoughItIsUsed() {
        PageClient browser = PageClient.signedIn(somebody);
        for (int day = 10; day < 90; day += 10) {
            clock.advance(Duration.ofDays(10));
            browser.get("/me").then().statusCode(200);
        }
        clock.advance(Duration.ofDays(10));
        browser.get("/me").then().statusCode(303);
    }

    @Test
    void deactivationEndsSessionsTokensAndPasswordsAtOnce() {
        PageClient browser = PageClient.signedIn(somebody);
        String token = as(somebody).body(Map.of("name", "program")).post("/api/v1/tokens").then().statusCode(201).extract()
                .path("token");
        as(somebody).get("/api/v1/me").then().statusCode(200);
        as(ADMIN).body(Map.of("active", false)).patch("/api/v1/accounts/" + somebody).then().statusCode(200);
        browser.get("/me").then().statusCode(303);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        as(somebody).get("/api/v1/me").then().statusCode(401);
        as(ADMIN).body(Map.of("active", true)).patch("/api/v1/accounts/" + somebody).then().statusCode(200);
        browser.get("/me").then().statusCode(303);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        as(somebody).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void aNewPasswordEndsWhatTheOldOneOpened() {
        PageClient here = PageClient.signedIn(somebody);
        PageClient there = PageClient.signedIn(somebody);
        as(somebody).get("/api/v1/me").then().statusCode(200);
        here.post("/me/password", "current", "wrong", "password", "quite another one").then().statusCode(422);
        there.get("/me").then().statusCode(200);
        String before = here.cookie;
        here.post("/me/password", "current", PASSWORD, "password", "quite another one").then().statusCode(303);
        assertNotEquals(before, here.cookie);
        here.get("/me?done=password").then().statusCode(200).body(containsString("all other sessions have ended"));
        there.get("/me").then().statusCode(303);
        as(somebody).get("/api/v1/me").then().statusCode(401);
        given().auth().preemptive().basic(somebody, "quite another one").contentType("application/json")
                .body(Map.of("current", "quite another one", "password", PASSWORD)).put("/api/v1/me/password").then()
                .statusCode(204);
        here.get("/me").then().statusCode(303);
        as(somebody).get("/api/v1/me").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /reviews,               /reviews
            /questions/1?a=b&c=%20, /questions/1?a=b&c=%20
            '',                     /me
            //evil.example,         /me
            /\\evil.example,        /me
            https://evil.example,   /me
            '/\t/evil.example',     /me
            javascript:alert(1),    /me
            """)
    void goesOnToOurPagesOnly(String next, String expected) {
        String location = new PageClient().post("/login", "username", somebody, "password", PASSWORD, "next", next).then()
                .statusCode(303).extract().header("Location");
        assertTrue(location.endsWith(expected) && !location.contains("evil"), location);
    }

    @Test
    void withoutASessionPagesLeadToTheFormAndTheApiSaysSo() {
        new PageClient().get("/me?done=x").then().statusCode(303).header("Location",
                containsString("/login?next=%2Fme%3Fdone%3Dx"));
        new PageClient().post("/me", "email", "").then().statusCode(401).header("WWW-Authenticate", (String) null);
        given().get("/api/v1/me").then().statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Basic"));
        new PageClient().get("/login?next=%22%3E%3Cscript%3E").then().statusCode(200).body(not(containsString("<script>")));
    }
}
