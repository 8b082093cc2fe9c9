package org.hindcast.web;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Every route there is, and who may take it. A new one has to be entered here. */
@QuarkusTest
class RouteWalkTest {

    private static final Map<String, String> ROUTES = new TreeMap<>();
    static {
        """
                GET    /                                       all
                GET    /authors                                all
                GET    /authors/{slug}                         all
                GET    /edit                                   editor
                GET    /edit/forecasts/{id}                    editor
                POST   /edit/forecasts/{id}                    editor
                POST   /edit/forecasts/{id}/corrections        editor
                POST   /edit/forecasts/{id}/throw-away         editor
                POST   /edit/forecasts/{id}/withdrawals        editor
                GET    /edit/pieces/new                        editor
                POST   /edit/pieces/new                        editor
                GET    /edit/read                              editor
                POST   /edit/read                              editor
                GET    /edit/read/{id}                         editor
                POST   /edit/read/{id}                         editor
                GET    /edit/pieces/{slug}                     editor
                POST   /edit/pieces/{slug}                     editor
                GET    /edit/pieces/{slug}/desk                editor
                POST   /edit/pieces/{slug}/desk                editor
                GET    /edit/pieces/{slug}/desk/readings       editor
                POST   /edit/pieces/{slug}/desk/readings       editor
                GET    /edit/pieces/{slug}/desk/cards/{id}     editor
                POST   /edit/pieces/{slug}/desk/cards/{id}     editor
                GET    /api/v1/pieces/{slug}/cards             editor
                GET    /api/v1/desks                           editor
                POST   /edit/forecasts/{id}/unresolvable       editor
                GET    /authors/{slug}/unresolvable            all
                GET    /api/v1/authors/{slug}/unresolvable     all
                GET    /api/v1/unresolvable/{id}               all
                POST   /api/v1/unresolvable/{id}/draft         editor
                POST   /api/v1/forecasts/{id}/unresolvable     editor
                GET    /edit/questions                         editor
                GET    /edit/feeds                             editor
                POST   /edit/feeds                             editor
                POST   /edit/feeds/{id}                        editor
                POST   /edit/feeds/items/{id}                  editor
                GET    /api/v1/feeds                           editor
                POST   /api/v1/feeds                           editor
                GET    /api/v1/feeds/{id}                      editor
                DELETE /api/v1/feeds/{id}                      editor
                GET    /api/v1/feeds/items                     editor
                POST   /api/v1/feeds/items/{id}/pass           editor
                POST   /api/v1/feeds/items/{id}/take           editor
                GET    /edit/events                            editor
                POST   /edit/events                            editor
                GET    /edit/events/{id}                       editor
                POST   /edit/events/{id}                       editor
                GET    /api/v1/known-events                    all
                POST   /api/v1/known-events                    editor
                PUT    /api/v1/known-events/{id}               editor
                DELETE /api/v1/known-events/{id}               editor
                GET    /forecasts                              all
                GET    /forecasts/{id}                         all
                GET    /compare                                all
                GET    /leaderboard                            all
                GET    /pieces/{slug}                          all
                GET    /questions/{id}                         all
                POST   /questions/{id}/disputes                account
                GET    /reviews                                reviewer
                GET    /reviews/{id}                           reviewer
                POST   /reviews/{id}                           reviewer
                POST   /reviews/{id}/hand-over                 reviewer
                POST   /reviews/{id}/later                     reviewer
                POST   /api/v1/questions/{id}/hand-overs       reviewer
                POST   /api/v1/questions/{id}/snoozes          reviewer
                GET    /topics/{topic}                         all
                GET    /score                                  all
                POST   /score                                  all
                POST   /api/v1/scores                          all
                GET    /about/corrections                      all
                GET    /about/scoring                          all
                GET    /admin                                  admin
                GET    /admin/accounts                         admin
                POST   /admin/accounts                         admin
                GET    /admin/accounts/{username}              admin
                POST   /admin/accounts/{username}/active       admin
                POST   /admin/accounts/{username}/password     admin
                POST   /admin/accounts/{username}/roles        admin
                GET    /admin/disputes                         admin
                GET    /admin/disputes/{id}                    admin
                POST   /admin/disputes/{id}/decision           admin
                GET    /admin/events                           admin
                GET    /admin/ledger                           admin
                GET    /admin/mistakes                         admin
                GET    /admin/mistakes/{id}                    admin
                POST   /admin/mistakes/{id}/decision           admin
                GET    /admin/outbox                           admin
                POST   /admin/outbox/retry                     admin
                POST   /admin/outbox/{id}/retry                admin
                GET    /admin/reminders                        admin
                GET    /unsubscribe/{token}                    all
                POST   /unsubscribe/{token}                    all
                GET    /report                                 all
                POST   /report                                 all
                GET    /report/{token}                         all
                GET    /api/v1/accounts                        admin
                POST   /api/v1/accounts                        admin
                PATCH  /api/v1/accounts/{username}             admin
                GET    /login                                  all
                POST   /login                                  all
                GET    /login/provider                         provider
                POST   /logout                                 all
                GET    /follow                                 all
                POST   /follow                                 all
                GET    /follow/{token}                         all
                POST   /follow/{token}                         all
                GET    /following                              all
                POST   /following                              all
                GET    /following/{token}                      all
                POST   /following/{token}/end                  all
                POST   /following/{token}/forget               all
                POST   /following/{token}/mail                 all
                GET    /me/follows                             account
                POST   /me/follows/end                         account
                POST   /me/follows/mail                        account
                GET    /api/v1/follows                         account
                POST   /api/v1/follows                         account
                DELETE /api/v1/follows/{id}                    account
                GET    /inbox                                  account
                POST   /inbox/read                             account
                POST   /inbox/{id}/read                        account
                GET    /api/v1/inbox                           account
                POST   /api/v1/inbox/read                      account
                POST   /api/v1/inbox/{id}/read                 account
                GET    /calendar.ics                           all
                GET    /authors/{slug}/calendar.ics            all
                GET    /calendar/{token}.ics                   all
                GET    /me/webhooks                            account
                POST   /me/webhooks                            account
                POST   /me/webhooks/{id}/delete                account
                POST   /me/webhooks/{id}/on                    account
                POST   /me/webhooks/{id}/rotate                account
                POST   /me/webhooks/{id}/test                  account
                GET    /api/v1/webhooks                        account
                POST   /api/v1/webhooks                        account
                DELETE /api/v1/webhooks/{id}                   account
                POST   /api/v1/webhooks/{id}/rotations         account
                POST   /api/v1/webhooks/{id}/tests             account
                GET    /me/calendar                            account
                POST   /me/calendar                            account
                POST   /me/calendar/revoke                     account
                GET    /me                                     account
                POST   /me                                     account
                GET    /me/disputes                            account
                POST   /me/password                            account
                POST   /me/sessions/end                        account
                POST   /me/tokens                              account
                POST   /me/tokens/{id}/revoke                  account
                GET    /api/v1/me                              account
                PATCH  /api/v1/me                              account
                PUT    /api/v1/me/password                     account
                GET    /api/v1/tokens                          account
                POST   /api/v1/tokens                          account
                DELETE /api/v1/tokens/{id}                     account
                GET    /api/v1/authors                         all
                GET    /api/v1/authors/{slug}                  all
                GET    /api/v1/authors/{slug}/scorecard        all
                POST   /api/v1/checklists                      editor
                GET    /api/v1/similar                         editor
                POST   /api/v1/extractions                     editor
                GET    /api/v1/extractions/labels              editor
                POST   /api/v1/extractions/labels              editor
                GET    /api/v1/forecasts                       all
                POST   /api/v1/forecasts                       editor
                GET    /api/v1/forecasts/{id}                  all
                PATCH  /api/v1/forecasts/{id}                  editor
                POST   /api/v1/forecasts/{id}/publish          editor
                POST   /api/v1/forecasts/{id}/corrections      editor
                POST   /api/v1/forecasts/{id}/withdrawals      editor
                POST   /api/v1/forecasts/{id}/verdicts         reviewer
                GET    /api/v1/forecasts/{id}/history          all
                GET    /api/v1/comparisons                     all
                GET    /api/v1/leaderboard                     all
                GET    /api/v1/ledger                          editor
                GET    /api/v1/exports/ledger                  all
                GET    /api/v1/pieces                          all
                POST   /api/v1/pieces                          editor
                GET    /api/v1/pieces/{slug}                   all
                GET    /api/v1/pieces/{slug}/received          editor
                POST   /api/v1/pieces/fetch                    editor
                POST   /api/v1/pieces/upload                   editor
                GET    /api/v1/received/{id}                   editor
                GET    /api/v1/questions                       all
                GET    /api/v1/questions/{id}                  all
                GET    /api/v1/questions/{id}/history          all
                GET    /api/v1/questions/{id}/disputes         all
                POST   /api/v1/questions/{id}/disputes         account
                GET    /api/v1/disputes                        admin
                GET    /api/v1/disputes/{id}                   all
                POST   /api/v1/disputes/{id}/decision          admin
                POST   /api/v1/questions/{id}/verdicts         reviewer
                POST   /api/v1/questions/{id}/reopenings       admin
                GET    /api/v1/reminders                       reviewer
                GET    /api/v1/reports                         admin
                POST   /api/v1/reports                         all
                POST   /api/v1/reports/{id}/decision           admin
                GET    /api/v1/reviews                         reviewer
                """.lines().map(line -> line.split(" +"))
                .forEach(words -> ROUTES.put(words[0] + " " + words[1], words[2]));
    }

    @Inject
    TestClock clock;

    @BeforeEach
    void begin() {
        new World(clock);
    }

    @Test
    void everyRouteSaysWhoMayTakeIt() {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPath("target/classes")) {
            if (type.isAnnotatedWith(Path.class) || type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Path.class))) {
                Class<?> resource = type.reflect();
                for (Method method : resource.getDeclaredMethods()) {
                    httpMethod(method).forEach(verb -> found.put(verb + " " + path(resource, method), who(resource, method)));
                }
            }
        }
        assertEquals(lines(ROUTES), lines(found));
    }

    static Stream<String> closed() {
        return ROUTES.entrySet().stream().filter(route -> !Set.of("all", "provider").contains(route.getValue()))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void whoIsNotSignedInIsAskedTo(String route) {
        request(anonymous(), route).then().statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Basic realm=\"Hindcast\", charset=\"UTF-8\""));
        request(anonymous().auth().preemptive().basic("nobody", World.PASSWORD), route).then().statusCode(401);
        request(anonymous().auth().preemptive().basic(ADMIN, "wrong password"), route).then().statusCode(401);
        request(anonymous().header("Authorization", "Basic !!!"), route).then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void onlyTheRoleThatMayAndAdminsGetThrough(String route) {
        for (String account : List.of(EDITOR, REVIEWER, ADMIN)) {
            boolean may = account.equals(ADMIN) || Set.of(account, "account").contains(ROUTES.get(route));
            request(as(account), route).then().statusCode(may ? not(oneOf(401, 403, 500)) : equalTo(403));
        }
    }

    static Stream<String> open() {
        return ROUTES.entrySet().stream().filter(route -> route.getValue().equals("all") && route.getKey().startsWith("GET "))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("open")
    void readingNeedsNoAccount(String route) {
        boolean asksForMore = route.equals("GET /api/v1/comparisons"); // which two
        request(anonymous(), route).then().statusCode(route.contains("{") ? 404 : asksForMore ? 422 : 200);
    }

    @Test
    void stateChangesOnlyWithCredentials() {
        Set<String> open = new TreeSet<>();
        ROUTES.forEach((route, who) -> {
            if (!route.startsWith("GET ") && who.equals("all")) {
                open.add(route);
            }
        });
        assertEquals(Set.of("POST /login", "POST /logout", "POST /score", "POST /api/v1/scores", "POST /report",
                "POST /unsubscribe/{token}", "POST /follow", "POST /follow/{token}", "POST /following",
                "POST /following/{token}/end", "POST /following/{token}/forget", "POST /following/{token}/mail",
                "POST /api/v1/reports"), open);
    }

    /** What different parts of the stack would read differently never gets to any of them. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            /api/v1/authors;x=1
            /api/v1/authors%3bx=1
            /api/v1/authors%3Bx=1
            /api/v1%2fauthors
            /api/v1%2Fauthors
            /api/v1%5cauthors
            /api/v1%5Cauthors
            /api/v1/authors/%00
            /api/v1/accounts;x=1
            /api/v1/accounts%3bx=1
            /api/v1%2faccounts
            /api/v1%5caccounts
            /;/api/v1/accounts
            /api/v1/..;/accounts
            /q/health;x
            /authors;x
            /nothing/at;all
            """)
    void ambiguousPathsAreRefused(String path) {
        for (RequestSpecification request : List.of(given(), as(ADMIN))) {
            request.urlEncodingEnabled(false).get(path).then().statusCode(400).contentType("application/problem+json")
                    .body("status", equalTo(400));
        }
        as(ADMIN).urlEncodingEnabled(false).body("{}").post(path).then().statusCode(400);
    }

    @Test
    void aSemicolonInAQueryIsNoPath() {
        given().urlEncodingEnabled(false).get("/api/v1/authors?q=a;b%3b%2f%5c").then().statusCode(200);
    }

    private static io.restassured.response.Response request(RequestSpecification as, String route) {
        String[] words = route.split(" ");
        String path = words[1].replaceAll("\\{id}", UUID.randomUUID().toString()).replaceAll("\\{\\w+}", "nobody");
        if (!words[0].equals("GET")) {
            // pages take forms; another type is refused before anybody asks who sends it
            as = path.endsWith("/upload") ? as.contentType(ContentType.MULTIPART).multiPart("nothing", "")
                    : path.startsWith("/api/") ? as.body("{}") : as.contentType(ContentType.URLENC).formParam("nothing", "");
        }
        return as.request(words[0], path);
    }

    private static List<String> httpMethod(Method method) {
        return Stream.of(method.getAnnotations()).map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value()).toList();
    }

    private static String path(Class<?> resource, Method method) {
        String path = Stream.of(resource, method).map(RouteWalkTest::path).filter(part -> !part.isEmpty())
                .collect(joining("/", "/", ""));
        return path.replaceAll("/{2,}", "/");
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll("^/|/$", "");
    }

    private static String who(Class<?> resource, Method method) {
        List<String> found = new ArrayList<>();
        for (AnnotatedElement element : List.of(method, resource)) {
            if (element.isAnnotationPresent(PermitAll.class)) {
                found.add("all");
            }
            if (element.isAnnotationPresent(DenyAll.class)) {
                found.add("nobody");
            }
            if (element.isAnnotationPresent(AuthorizationCodeFlow.class)) {
                return "provider";
            }
            if (element.isAnnotationPresent(Authenticated.class)) {
                found.add("account");
            }
            if (element.isAnnotationPresent(RolesAllowed.class)) {
                found.add(String.join(",", element.getAnnotation(RolesAllowed.class).value()));
            }
            if (!found.isEmpty()) {
                return String.join(" and ", found);
            }
        }
        return "not said";
    }

    private static String lines(Map<String, String> routes) {
        return routes.entrySet().stream().map(route -> route.getKey() + " " + route.getValue()).collect(joining("\n"));
    }
}
