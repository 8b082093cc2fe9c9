package org.hindcast.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@TestProfile(ProviderSignInTest.WithProvider.class)
class ProviderSignInTest {

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(StubProvider.class));
        }
    }

    @Inject
    TestClock clock;
    @TestHTTPResource("/")
    URI service;

    private final String subject = UUID.randomUUID().toString();
    private final String name = "p" + subject.substring(0, 8);

    @BeforeEach
    void begin() {
        new World(clock);
    }

    private final class Person {

        final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpResponse<String> last;

        /** There and back again. */
        Person comesAs(String claims) {
            String toProvider = get(service.resolve("/login/provider?next=%2Freviews%3Fa%3D1"), 302);
            assertTrue(toProvider.contains("code_challenge_method=S256"), toProvider);
            String back = get(StubProvider.as(claims, toProvider), 302);
            get(URI.create(get(URI.create(back), 302)), 0);
            return this;
        }

        String get(URI address, int status) {
            try {
                last = client.send(HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            if (status > 0) {
                assertEquals(status, last.statusCode(), address + " " + last.body());
            }
            return last.headers().firstValue("Location").orElse(null);
        }

        String cookie() {
            return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(SessionCookie.PLAIN))
                    .map(HttpCookie::getValue).findFirst().orElse(null);
        }

        JsonPath me() {
            return given().cookie(SessionCookie.PLAIN, cookie()).get("/api/v1/me").then().statusCode(200).extract().jsonPath();
        }
    }

    private String claims(String groups) {
        return "{\"sub\":\"%s\",\"preferred_username\":\"%s\",\"email\":\"%s@example.org\",\"email_verified\":true,\"groups\":%s}"
                .formatted(subject, name.toUpperCase(), name, groups);
    }

    @Test
    void makesAnAccountAtTheFirstSignInAndKnowsItAtTheNext() {
        Person person = new Person().comesAs(claims("[\"staff\",\"reviewer\"]"));
        assertEquals(303, person.last.statusCode(), person.last.body());
        assertTrue(person.last.headers().firstValue("Location").orElse("").endsWith("/reviews?a=1"));
        assertEquals(name, person.me().getString("username"));
        assertEquals(List.of("reviewer"), person.me().getList("roles"));
        assertTrue(person.cookies.getCookieStore().getCookies().stream().noneMatch(c -> c.getName().startsWith("q_session")));

        Person again = new Person().comesAs(claims("[\"editor\"]"));
        assertEquals(name, again.me().getString("username"));
        assertEquals(List.of("editor"), again.me().getList("roles"));
        assertNotEquals(person.cookie(), again.cookie());
        given().auth().preemptive().basic(name, "").get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void theSessionEndsLikeAnyOther() {
        Person person = new Person().comesAs(claims("[\"reviewer\"]"));
        as(ADMIN).body(Map.of("active", false)).patch("/api/v1/accounts/" + name).then().statusCode(200);
        given().cookie(SessionCookie.PLAIN, person.cookie()).get("/api/v1/me").then().statusCode(401);
        assertEquals(403, new Person().comesAs(claims("[\"reviewer\"]")).last.statusCode());
    }

    @Test
    void withoutARoleNobodyComesIn() {
        Person person = new Person().comesAs(claims("[\"staff\"]"));
        assertEquals(403, person.last.statusCode());
        assertEquals(null, person.cookie());
        as(ADMIN).body(Map.of("active", false)).patch("/api/v1/accounts/" + name).then().statusCode(404);
    }

    @Test
    void anAccountWithTheVerifiedAddressIsLinked() {
        as(ADMIN).body(Map.of("username", name + "-local", "password", World.PASSWORD, "email", name + "@example.org", "roles",
                List.of("reviewer"))).post("/api/v1/accounts").then().statusCode(201);
        Person person = new Person().comesAs(claims("[\"reviewer\"]"));
        assertEquals(name + "-local", person.me().getString("username"));
        as(name + "-local").get("/api/v1/me").then().statusCode(200).body("email", equalTo(name + "@example.org"));
    }

    @Test
    void whatTheProviderDidNotMeanForUsIsRefused() {
        for (String forged : List.of("\"aud\":\"somebody-else\"", "\"iss\":\"https://evil.example\"")) {
            Person person = new Person();
            String claims = claims("[\"admin\"]").replaceFirst("\\{", "{" + forged + ",");
            String back = person.get(StubProvider.as(claims, person.get(service.resolve("/login/provider"), 302)), 302);
            person.get(URI.create(back), 0);
            assertEquals(401, person.last.statusCode());
            assertEquals(null, person.cookie());
        }
        // A code that somebody else was given, without the state of this browser
        Person other = new Person();
        String stolen = other.get(StubProvider.as(claims("[\"admin\"]"), other.get(service.resolve("/login/provider"), 302)),
                302);
        Person victim = new Person();
        victim.get(URI.create(stolen), 0);
        assertEquals(null, victim.cookie());
        assertNotEquals(303, victim.last.statusCode());
    }

    @Test
    void theFormStaysAndTokensAndPasswordsWork() {
        given().accept("text/html").get("/login?next=/reviews").then().statusCode(200)
                .body(org.hamcrest.Matchers
                        .containsString("href=\"/login/provider?next=%2Freviews\">Sign in with Example &amp; Sons"));
        PageClient browser = PageClient.signedIn(World.REVIEWER);
        browser.get("/me").then().statusCode(200);
        String token = as(ADMIN).body(Map.of("name", "beside a provider")).post("/api/v1/tokens").then().statusCode(201)
                .extract()
                .path("token");
        given().auth().oauth2(token).get("/api/v1/accounts").then().statusCode(200);
        given().auth().oauth2("hc_unknown").get("/api/v1/accounts").then().statusCode(401);
        as(ADMIN).get("/api/v1/accounts").then().statusCode(200);
        given().get("/api/v1/accounts").then().statusCode(401);
        new PageClient().get("/me").then().statusCode(303);
    }
}
