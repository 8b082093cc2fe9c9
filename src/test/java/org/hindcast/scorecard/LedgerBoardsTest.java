package org.hindcast.scorecard;

import static org.hindcast.World.anonymous;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;

/**
 * The shipped ledger once more, without any of the program: files read, first positions taken, scores added up and shrunken
 * here, and compared with what boards and comparisons say.
 */
@QuarkusTest
class LedgerBoardsTest {

    private static final YearMonth FROM = YearMonth.of(2000, 1);
    private static final YearMonth TO = YearMonth.of(2025, 6);
    private static final String PERIOD = "from=" + FROM + "&to=" + TO;
    private static final Map<String, Double> WORDS = Map.of("likely", 0.75, "probably", 0.7);

    /** A position on a question that has been decided. */
    private record Position(String author, String question, LocalDate made, String topic, YearMonth month, Double p,
            String stance,
            boolean yes) {

        double brier() {
            return Math.pow(p - (yes ? 1 : 0), 2);
        }
    }

    private static final List<Position> POSITIONS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        if (!POSITIONS.isEmpty()) {
            return;
        }
        List<Position> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("forecasts"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    all.addAll(positions(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader), file.toString()));
                }
            }
        }
        // Of several positions of an author on a question the first one counts
        all.stream().sorted(Comparator.comparing(Position::made)).forEach(position -> {
            if (POSITIONS.stream().noneMatch(
                    first -> first.author.equals(position.author) && first.question.equals(position.question))) {
                POSITIONS.add(position);
            }
        });
        POSITIONS.removeIf(position -> position.month == null);
    }

    @SuppressWarnings("unchecked")
    private static List<Position> positions(Map<String, Object> file, String name) {
        Map<String, Object> piece = (Map<String, Object>) file.get("piece");
        String author = (String) ((Map<String, Object>) piece.get("author")).get("slug");
        List<Position> positions = new ArrayList<>();
        for (Map<String, Object> forecast : (List<Map<String, Object>>) file.get("forecasts")) {
            Map<String, Object> criteria = (Map<String, Object>) forecast.get("criteria");
            Map<String, Object> resolution = (Map<String, Object>) forecast.get("resolution");
            String basis = (String) forecast.getOrDefault("basis", "STATED");
            if (basis.equals("HEDGED")) {
                continue;
            }
            Object key = criteria.get("key");
            String outcome = resolution == null ? null : resolution.get("outcome").toString();
            boolean decided = "YES".equals(outcome) || "NO".equals(outcome);
            List<String> topics = (List<String>) forecast.getOrDefault("topics", List.of());
            positions.add(new Position(author, key == null ? name + forecast.get("key") : key.toString(),
                    date(forecast.getOrDefault("made", piece.get("published"))), topics.isEmpty() ? "" : topics.get(0),
                    decided ? month(date(criteria.get("due")), (String) criteria.getOrDefault("zone", "UTC")) : null,
                    probability(forecast), (String) forecast.getOrDefault("stance", "YES"), "YES".equals(outcome)));
        }
        return positions;
    }

    /** Null for a call. */
    private static Double probability(Map<String, Object> forecast) {
        if (forecast.get("probability") != null) {
            return Double.valueOf(forecast.get("probability").toString());
        }
        if (forecast.get("phrase") == null) {
            return null;
        }
        double read = WORDS.get(forecast.get("phrase").toString().replace(' ', '-'));
        return "NO".equals(String.valueOf(forecast.get("stance"))) ? 1 - read : read;
    }

    private static LocalDate date(Object value) {
        return value instanceof java.util.Date date ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC)
                : LocalDate.parse(value.toString());
    }

    private static YearMonth month(LocalDate due, String zone) {
        return YearMonth.from(due.plusDays(1).atStartOfDay(ZoneId.of(zone)).withZoneSameInstant(ZoneOffset.UTC));
    }

    private static Map<String, List<Position>> byAuthor(boolean probabilities) {
        Map<String, List<Position>> byAuthor = new TreeMap<>();
        POSITIONS.stream().filter(one -> !one.month.isBefore(FROM) && !one.month.isAfter(TO) && !one.topic.equals("classics"))
                .filter(one -> probabilities == (one.p != null))
                .forEach(one -> byAuthor.computeIfAbsent(one.author, author -> new ArrayList<>()).add(one));
        return byAuthor;
    }

    private static JsonPath get(String path) {
        return JsonPath.from(anonymous().get("/api/v1/" + path).then().statusCode(200).extract().asString())
                .using(new JsonPathConfig(NumberReturnType.DOUBLE));
    }

    /** Moderated variances, then Paule and Mandel's spread by halving, then each author between their mean and that of all. */
    @Test
    void theBoardOfProbabilities() {
        Map<String, List<Position>> authors = byAuthor(true);
        authors.values().removeIf(positions -> positions.size() < 5);
        List<String> slugs = List.copyOf(authors.keySet());
        int k = slugs.size();
        assertTrue(k >= 5, "the ledger has a field: " + authors.keySet());
        double[] n = new double[k];
        double[] y = new double[k];
        double[] spread = new double[k];
        double pooled = 0;
        double degrees = 0;
        for (int i = 0; i < k; i++) {
            double[] d = authors.get(slugs.get(i)).stream().mapToDouble(one -> 0.25 - one.brier()).toArray();
            n[i] = d.length;
            for (double x : d) {
                y[i] += x / d.length;
            }
            for (double x : d) {
                spread[i] += (x - y[i]) * (x - y[i]);
            }
            pooled += spread[i];
            degrees += n[i] - 1;
        }
        double[] v = new double[k];
        for (int i = 0; i < k; i++) {
            v[i] = (10 * pooled / degrees + spread[i]) / (10 + n[i] - 1) / n[i];
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            double mu = mu(y, v, middle);
            double q = 0;
            for (int i = 0; i < k; i++) {
                q += (y[i] - mu) * (y[i] - mu) / (v[i] + middle);
            }
            low = q > k - 1 ? middle : low;
            high = q > k - 1 ? high : middle;
        }
        double mu = mu(y, v, high);
        JsonPath board = get("leaderboard?minimum=5&" + PERIOD);
        assertEquals(k, board.getList("items").size());
        for (int i = 0; i < k; i++) {
            Map<String, Object> item = board.getMap("items.find { it.author.slug == '" + slugs.get(i) + "' }");
            assertEquals((int) n[i], item.get("n"), slugs.get(i));
            double b = v[i] / (v[i] + high);
            assertEquals(b * mu + (1 - b) * y[i], (Double) item.get("score"), 1e-9, slugs.get(i));
        }
        Map<String, List<Position>> everybody = byAuthor(true);
        long all = everybody.values().stream().mapToLong(List::size).sum();
        double o = everybody.values().stream().flatMap(List::stream).filter(Position::yes).count() / (double) all;
        assertEquals(0, board.getDouble("references[0].score"));
        assertEquals((o - 0.5) * (o - 0.5), board.getDouble("references[1].score"), 1e-12);
        assertEquals(all, board.getLong("references[1].n"));
    }

    private static double mu(double[] y, double[] v, double tau) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < y.length; i++) {
            sum += y[i] / (v[i] + tau);
            weights += 1 / (v[i] + tau);
        }
        return sum / weights;
    }

    @Test
    void theBoardOfCallsCountsHits() {
        Map<String, List<Position>> callers = byAuthor(false);
        JsonPath board = get("leaderboard?board=calls&minimum=1&" + PERIOD);
        assertEquals(callers.size(), board.getList("items").size());
        callers.forEach(
                (slug, calls) -> assertEquals(calls.size(), board.getInt("items.find { it.author.slug == '" + slug + "' }.n"),
                        slug));
        assertEquals(callers.values().stream().mapToInt(List::size).sum(), board.getInt("references[0].n"));
    }

    /** Every pair of authors who share a question. */
    @Test
    void theComparisons() {
        List<String> authors = POSITIONS.stream().map(Position::author).distinct().sorted().toList();
        int pairs = 0;
        for (String a : authors) {
            for (String b : authors) {
                List<double[]> shared = a.compareTo(b) < 0 ? shared(a, b) : List.of();
                if (!shared.isEmpty()) {
                    JsonPath pair = get("comparisons?a=" + a + "&b=" + b + "&limit=200");
                    assertEquals(shared.size(), pair.getInt("n"), a + " " + b);
                    double mean = shared.stream().mapToDouble(d -> d[1] - d[0]).average().orElseThrow();
                    assertEquals(mean, pair.getDouble("comparison.meanDifference"), 1e-12, a + " " + b);
                    assertEquals(shared.stream().mapToDouble(d -> d[0]).average().orElseThrow(), pair.getDouble("brierA"),
                            1e-12);
                    assertEquals(mean * shared.size(), pair.<Double> getList("items.difference").stream().filter(d -> d != null)
                            .mapToDouble(d -> d).sum(), 1e-9, "the table adds up to the sums");
                    pairs++;
                }
            }
        }
        assertTrue(pairs >= 5, pairs + " pairs share questions");
    }

    private static List<double[]> shared(String a, String b) {
        List<double[]> shared = new ArrayList<>();
        for (Position one : POSITIONS) {
            for (Position other : POSITIONS) {
                if (one.author.equals(a) && other.author.equals(b) && one.question.equals(other.question) && one.p != null
                        && other.p != null) {
                    shared.add(new double[] { one.brier(), other.brier() });
                }
            }
        }
        return shared;
    }
}
