package org.hindcast.account;

import static io.restassured.RestAssured.given;

import org.hindcast.World;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Asks for pages over HTTP as a browser would: keeps the cookie, and says where a request comes from. */
final class PageClient {

    String cookie;

    static PageClient signedIn(String username) {
        PageClient browser = new PageClient();
        browser.signIn(username, World.PASSWORD).then().statusCode(303);
        return browser;
    }

    Response signIn(String username, String password) {
        return keep(request().formParam("username", username).formParam("password", password).post("/login"));
    }

    Response get(String path) {
        return keep(request().get(path));
    }

    Response post(String path, String... fields) {
        RequestSpecification request = request();
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return keep(request.post(path));
    }

    RequestSpecification request() {
        RequestSpecification request = given().redirects().follow(false).accept("text/html").header("Sec-Fetch-Site",
                "same-origin");
        return cookie == null ? request : request.cookie(SessionCookie.PLAIN, cookie);
    }

    private Response keep(Response response) {
        String sent = response.cookie(SessionCookie.PLAIN);
        cookie = sent == null ? cookie : sent.isEmpty() ? null : sent;
        return response;
    }
}
