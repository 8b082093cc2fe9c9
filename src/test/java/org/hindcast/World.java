package org.hindcast;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.hindcast.account.Account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** People, pieces and forecasts of one test, made over HTTP under names that no other test uses. */
public final class World {

    public static final String ADMIN = "admin";
    public static final String EDITOR = "editor";
    public static final String REVIEWER = "reviewer";
    public static final String PASSWORD = "correct horse battery staple";
    public static final String QUOTE = "Prices will rise by the summer";
    public static final List<Map<String, String>> EVIDENCE = List.of(Map.of("url", "https://example.org/seen"));

    private static final Set<String> PRESENT = ConcurrentHashMap.newKeySet();

    /** A published forecast, or a draft. */
    public record Forecast(String id, String question) {
    }

    public final String name = "w" + UUID.randomUUID().toString().substring(0, 8);
    private final TestClock clock;
    private String piece;

    public World(TestClock clock) {
        this.clock = clock;
        QuarkusTransaction.requiringNew().run(() -> cheapen(ADMIN));
        account(EDITOR, EDITOR);
        account(REVIEWER, REVIEWER);
        knows(REVIEWER, "economy"); // and so is asked first about what forecasts here are about
    }

    /** The slug of the author of all that this world holds. */
    public String author() {
        return "author-" + name;
    }

    public static RequestSpecification as(String username) {
        return anonymous().auth().preemptive().basic(username, PASSWORD);
    }

    public static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    public static JsonPath get(String path) {
        return get(path, ADMIN);
    }

    public static JsonPath get(String path, String username) {
        return as(username).get("/api/v1/" + path).then().statusCode(200).extract().jsonPath();
    }

    /** All items of a list, page by page. */
    public static List<Map<String, Object>> all(String path, String username) {
        List<Map<String, Object>> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        for (String next = ""; next != null;) {
            JsonPath page = get(path + separator + "limit=200" + next, username);
            items.addAll(page.getList("items"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return items;
    }

    /** From now on this reviewer is asked first about these topics. */
    public static void knows(String reviewer, String... topics) {
        as(reviewer).body(Map.of("topics", topics)).patch("/api/v1/me").then().statusCode(200);
    }

    /** A further reviewer, of this world alone. */
    public String reviewer(String suffix) {
        return account(name + "-" + suffix, REVIEWER);
    }

    public static String account(String username, String... roles) {
        if (!PRESENT.contains(username)) {
            as(ADMIN).body(Map.of("username", username, "password", PASSWORD, "roles", roles)).post("/api/v1/accounts").then()
                    .statusCode(oneOf(201, 422));
            QuarkusTransaction.requiringNew().run(() -> cheapen(username));
            PRESENT.add(username);
        }
        return username;
    }

    /** Tests sign in thousands of times: the password stays, its hash costs less. */
    private static void cheapen(String username) {
        Account.named(username).passwordHash = BcryptUtil.bcryptHash(PASSWORD, 4);
    }

    /** The piece that forecasts of this world stand in unless they name another: two months old, with a text. */
    public String piece() {
        if (piece == null) {
            piece = piece(author(), clock.today().minusDays(60));
        }
        return piece;
    }

    public String piece(String author, LocalDate publishedOn) {
        return as(EDITOR).body(Map.of("author", Map.of("name", "Author " + author, "slug", author),
                "title", "What is to come, said by " + author, "publishedOn", publishedOn.toString(),
                "text", "It is known to " + author + ". " + QUOTE + ". 😀 " + QUOTE + " again."))
                .post("/api/v1/pieces").then().statusCode(oneOf(200, 201)).extract().path("slug");
    }

    /** A forecast to be, with a probability of 0.8 and criteria that are due in ten days. */
    public Draft forecast() {
        return new Draft();
    }

    /** One that is due. */
    public Draft dueForecast() {
        return forecast().due(clock.today().minusDays(1));
    }

    /** Ids of the questions that ask this reviewer for a verdict. */
    public static List<Object> queue(String reviewer) {
        return all("reviews", reviewer).stream().map(question -> question.get("id")).toList();
    }

    /** What this reviewer was asked on the question, each as {@code askedFor step status}, in order. */
    public static List<String> asked(String question, String reviewer) {
        return all("reminders?question=" + question, ADMIN).stream().filter(one -> one.get("reviewer").equals(reviewer))
                .map(one -> one.get("askedFor") + " " + one.get("step") + " " + one.get("status")).sorted().toList();
    }

    public static void activate(String account, boolean active) {
        as(ADMIN).body(Map.of("active", active)).patch("/api/v1/accounts/" + account).then().statusCode(200);
    }

    public static Map<String, Object> verdict(String outcome) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("outcome", outcome));
        body.put("evidence", outcome.equals("YES") || outcome.equals("NO") ? EVIDENCE : List.of());
        body.put("note", outcome.equals("VOID") ? "The criteria cannot be applied." : null);
        return body;
    }

    public static Response decide(String question, String reviewer, String outcome) {
        return as(reviewer).body(verdict(outcome)).post("/api/v1/questions/" + question + "/verdicts");
    }

    public static void resolve(Forecast forecast, String outcome) {
        decide(forecast.question, REVIEWER, outcome).then().statusCode(201);
    }

    public static Response reopen(String question) {
        return as(ADMIN).body(Map.of("reason", "The source was retracted."))
                .post("/api/v1/questions/" + question + "/reopenings");
    }

    public static Response withdraw(String forecast) {
        return as(ADMIN).body(Map.of("reason", "Entered twice.")).post("/api/v1/forecasts/" + forecast + "/withdrawals");
    }

    public static Response correct(String forecast, Map<String, Object> changes) {
        Map<String, Object> body = new LinkedHashMap<>(changes);
        body.put("reason", "Misread.");
        return as(ADMIN).body(body).post("/api/v1/forecasts/" + forecast + "/corrections");
    }

    /** How many the scorecard counts under each of these names. */
    public List<Integer> counts(String... fields) {
        JsonPath scorecard = scorecard();
        return Stream.of(fields).map(scorecard::getInt).toList();
    }

    public JsonPath scorecard() {
        return get("authors/" + author() + "/scorecard");
    }

    /** The scorecard as it is sent, but for the time at which it was asked for. */
    public String scorecardText() {
        return as(ADMIN).get("/api/v1/authors/" + author() + "/scorecard").then().statusCode(200).extract().asString()
                .replaceFirst("\"asOf\":\"[^\"]*\",?", "");
    }

    /** What is sent to make a forecast. */
    public final class Draft {

        public final Map<String, Object> fields = new LinkedHashMap<>();
        public final Map<String, Object> criteria = new LinkedHashMap<>();

        private Draft() {
            with("statement", "Prices will be higher in the summer.").with("basis", "STATED").with("probability", 0.8)
                    .with("topics", List.of("economy"));
            criterion("question", "Will prices be higher?").criterion("yesWhen", "The index is above that of today.")
                    .criterion("sourceOfTruth", "The statistical office.").due(clock.today().plusDays(10));
        }

        public Draft with(String field, Object value) {
            fields.put(field, value);
            return this;
        }

        public Draft without(String field) {
            fields.remove(field);
            return this;
        }

        public Draft criterion(String field, Object value) {
            criteria.put(field, value);
            return this;
        }

        public Draft due(LocalDate date) {
            return criterion("dueOn", date.toString());
        }

        public Draft topic(String topic) {
            return with("topics", List.of(topic));
        }

        public Draft probability(double probability) {
            return with("probability", probability);
        }

        public Draft worded(String phrase, String stance) {
            return words("WORDED", stance).with("phrase", phrase);
        }

        /** ASSERTED, BET or HEDGED. */
        public Draft words(String basis, String stance) {
            return without("probability").with("basis", basis).with("stance", stance);
        }

        public Draft joining(String question) {
            return withoutCriteria().with("question", question);
        }

        public Draft withoutCriteria() {
            criteria.clear();
            return this;
        }

        public Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>(fields);
            body.putIfAbsent("piece", piece());
            if (!criteria.isEmpty()) {
                body.put("criteria", criteria);
            }
            return body;
        }

        public Response send() {
            return as(EDITOR).body(body()).post("/api/v1/forecasts");
        }

        public Forecast draft() {
            JsonPath made = send().then().statusCode(201).extract().jsonPath();
            return new Forecast(made.getString("id"), made.getString("question"));
        }

        public Forecast publish() {
            return with("publish", true).draft();
        }
    }
}
