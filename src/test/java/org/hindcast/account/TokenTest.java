package org.hindcast.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class TokenTest {

    @Inject
    TestClock clock;

    private String somebody;

    @BeforeEach
    void begin() {
        somebody = new World(clock).reviewer("token");
    }

    private JsonPath make(Map<String, Object> body) {
        return as(somebody).body(body).post("/api/v1/tokens").then().statusCode(201)
                .header("Location", startsWith("http")).header("Cache-Control", "no-store")
                .body("token", startsWith("hc_")).extract().jsonPath();
    }

    @Test
    void isMadeUsedListedAndRevoked() {
        JsonPath made = make(Map.of("name", "my program"));
        String token = made.getString("token");
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200).body("username", equalTo(somebody));
        given().auth().oauth2(token).get("/api/v1/reviews").then().statusCode(200);
        given().auth().oauth2(token).get("/api/v1/accounts").then().statusCode(403);
        as(somebody).get("/api/v1/tokens").then().statusCode(200).body("items.name", hasItem("my program"))
                .body(not(containsString(token))).body(not(containsString(Secret.hash(token))));
        as(REVIEWER).delete("/api/v1/tokens/" + made.getString("id")).then().statusCode(404);
        as(somebody).delete("/api/v1/tokens/" + made.getString("id")).then().statusCode(204);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        as(somebody).delete("/api/v1/tokens/" + made.getString("id")).then().statusCode(404);
    }

    @Test
    void isAcceptedOnItsLastDayAndNoLonger() {
        String token = make(Map.of("name", "for a day", "expiresOn", clock.today().plusDays(1).toString())).getString("token");
        clock.advance(Duration.ofDays(1));
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
        clock.advance(Duration.ofDays(1));
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void refusesWhatIsNotAccepted() {
        as(somebody).body(Map.of("name", " ")).post("/api/v1/tokens").then().statusCode(422)
                .body("violations.field", hasItem("name"));
        as(somebody).body(Map.of("name", "late", "expiresOn", clock.today().minusDays(1).toString())).post("/api/v1/tokens")
                .then().statusCode(422).body("violations.field", hasItem("expiresOn"));
        given().auth().oauth2("hc_made-up").get("/api/v1/me").then().statusCode(401);
        given().header("Authorization", "Bearer").get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void makesNoOther() {
        String token = make(Map.of("name", "one")).getString("token");
        anonymous().auth().oauth2(token).body(Map.of("name", "two")).post("/api/v1/tokens").then().statusCode(403);
    }

    @Test
    void isShownOnceOnThePage() {
        PageClient browser = PageClient.signedIn(somebody);
        String page = browser.post("/me/tokens", "name", "<b>mine</b>", "expiresOn", "").then().statusCode(201)
                .header("Cache-Control", "no-store").body(containsString("&lt;b&gt;mine")).extract().asString();
        String token = page.replaceFirst("(?s).*>(hc_[\\w-]{43})<.*", "$1");
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
        browser.get("/me").then().body(not(containsString(token)));
        browser.post("/me/tokens", "name", "nul\0", "expiresOn", "").then().statusCode(422);
        browser.post("/me/tokens", "name", "x", "expiresOn", "tomorrow").then().statusCode(422);
    }
}
