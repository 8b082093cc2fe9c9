package org.hindcast.account;

import static io.restassured.RestAssured.given;
import static org.hindcast.World.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class CrossSiteTest {

    @Inject
    TestClock clock;

    private String somebody;

    @BeforeEach
    void begin() {
        somebody = new World(clock).reviewer("site");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # Sec-Fetch-Site, Origin,                 Referer,                    cookie, basic
            same-origin,      -,                      -,                          true,   true
            none,             -,                      -,                          true,   true
            same-site,        -,                      -,                          false,  false
            cross-site,       -,                      -,                          false,  false
            cross-site,       own,                    -,                          false,  false
            cross-site,       -,                      own,                        false,  false
            -,                own,                    -,                          true,   true
            -,                http://localhost:8080,  -,                          true,   true
            -,                https://evil.example,   -,                          false,  false
            -,                https://evil.example,   own,                        false,  false
            -,                null,                   -,                          false,  false
            -,                -,                      own,                        true,   true
            -,                -,                      https://evil.example/own,   false,  false
            -,                -,                      -,                          false,  true
            """)
    void whatChangesSomethingComesFromHere(String site, String origin, String referer, boolean byCookie, boolean byBasic) {
        PageClient browser = PageClient.signedIn(somebody);
        assertEquals(byCookie ? 200 : 403, patched(from(site, origin, referer).cookie(SessionCookie.PLAIN, browser.cookie)));
        assertEquals(byBasic ? 200 : 403, patched(from(site, origin, referer).auth().preemptive().basic(somebody, PASSWORD)));
        String token = World.as(somebody).body(Map.of("name", "n")).post("/api/v1/tokens").then().extract().path("token");
        assertEquals(200, patched(from(site, origin, referer).auth().oauth2(token)));
        assertEquals(byCookie ? 200 : 403, patched(from(site, origin, referer).auth().oauth2(token)
                .cookie(SessionCookie.SECURE, "whatever")));
        from(site, origin, referer).cookie(SessionCookie.PLAIN, browser.cookie).get("/api/v1/me").then().statusCode(200);
    }

    private static int patched(RequestSpecification request) {
        return request.contentType("application/json").body(Map.of("timeZone", "UTC")).patch("/api/v1/me").statusCode();
    }

    private static RequestSpecification from(String site, String origin, String referer) {
        String own = "http://localhost:" + RestAssured.port;
        RequestSpecification request = given();
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("own") ? own : origin);
        }
        if (referer != null) {
            request.header("Referer", referer.equals("own") ? own + "/me" : referer);
        }
        return request;
    }

    @Test
    void nobodyIsSignedInFromElsewhere() {
        from("cross-site", null, null).formParam("username", somebody).formParam("password", PASSWORD).post("/login").then()
                .statusCode(403).header("Set-Cookie", (String) null);
        from(null, "https://evil.example", null).formParam("username", somebody).formParam("password", PASSWORD).post("/login")
                .then().statusCode(403);
    }
}
