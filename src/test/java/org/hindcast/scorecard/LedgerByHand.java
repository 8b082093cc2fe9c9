package org.hindcast.scorecard;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The shipped ledger read anew, straight from its files and with nothing of the program: what each forecast says and came to.
 */
final class LedgerByHand {

    /** The published medians of the two phrases of likelihood that the ledger has: CAPphrase 2026, Mauboussin 2018. */
    private static final Map<String, Double> MEDIANS = Map.of("likely", 0.75, "probably", 0.70);

    /**
     * @param outcome YES, NO or VOID; null while undecided
     * @param p the probability of YES; null where none was given
     */
    record Said(String author, String statement, String question, String basis, Double p, String stance, String topic,
            boolean undated, LocalDate made, Instant due, String outcome, boolean first) {

        /** SCORED, CALL, VOID, HEDGED, UNRESOLVED, PROVISIONAL or REVISION. */
        String state(Instant now) {
            if (basis.equals("HEDGED")) {
                return "HEDGED";
            }
            if (!first) {
                return "REVISION";
            }
            if (outcome == null) {
                return "UNRESOLVED";
            }
            if (due.isAfter(now)) {
                return "PROVISIONAL";
            }
            return outcome.equals("VOID") ? "VOID" : p == null ? "CALL" : "SCORED";
        }

        boolean yes() {
            return "YES".equals(outcome);
        }

        boolean calledRight() {
            return stance.equals(outcome);
        }

        YearMonth month() {
            return YearMonth.from(due.atZone(ZoneOffset.UTC));
        }
    }

    private LedgerByHand() {
    }

    static List<Said> read() throws IOException {
        List<Map<String, Object>> pieces = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("forecasts"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                try (Reader text = Files.newBufferedReader(file)) {
                    pieces.add(yaml().load(text));
                }
                names.add(file.getFileName().toString().replace(".yaml", ""));
            }
        }
        Map<String, String> outcomes = new HashMap<>();
        List<Said> found = new ArrayList<>();
        for (boolean outcomesFirst : new boolean[] { true, false }) {
            for (int i = 0; i < pieces.size(); i++) {
                for (Map<String, Object> forecast : list(pieces.get(i).get("forecasts"))) {
                    Map<String, Object> resolution = map(forecast.get("resolution"));
                    String question = question(names.get(i), forecast);
                    if (outcomesFirst && resolution != null) {
                        outcomes.put(question, (String) resolution.get("outcome"));
                    } else if (!outcomesFirst) {
                        found.add(said(map(pieces.get(i).get("piece")), forecast, question, outcomes));
                    }
                }
            }
        }
        return marked(found);
    }

    private static Said said(Map<String, Object> piece, Map<String, Object> forecast, String question,
            Map<String, String> outcomes) {
        Map<String, Object> criteria = map(forecast.get("criteria"));
        String phrase = (String) forecast.get("phrase");
        String basis = forecast.containsKey("probability") ? "STATED"
                : phrase != null && MEDIANS.containsKey(phrase) ? "WORDED" : (String) forecast.get("basis");
        String stance = (String) forecast.getOrDefault("stance", "YES");
        Double p = null;
        if (basis.equals("STATED")) {
            p = new BigDecimal((String) forecast.get("probability")).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
        } else if (basis.equals("WORDED")) {
            p = stance.equals("NO") ? 1 - MEDIANS.get(phrase) : MEDIANS.get(phrase);
        }
        List<?> topics = (List<?>) forecast.getOrDefault("topics", List.of());
        LocalDate made = LocalDate.parse((String) forecast.getOrDefault("made", piece.get("published")));
        Instant due = LocalDate.parse((String) criteria.get("due")).plusDays(1)
                .atStartOfDay(ZoneId.of((String) criteria.getOrDefault("zone", "UTC"))).toInstant();
        return new Said((String) map(piece.get("author")).get("slug"), (String) forecast.get("statement"), question, basis, p,
                stance, topics.isEmpty() ? "" : (String) topics.get(0), "true".equals(forecast.get("undated")), made, due,
                outcomes.get(question), true);
    }

    /** Of several positions of one author on one question, the earliest is the first. */
    private static List<Said> marked(List<Said> found) {
        Set<String> taken = new HashSet<>();
        Map<Said, Boolean> first = new HashMap<>();
        found.stream().filter(one -> !one.basis.equals("HEDGED")).sorted(Comparator.comparing(Said::made))
                .forEach(one -> first.put(one, taken.add(one.author + " " + one.question)));
        return found.stream().map(one -> first.getOrDefault(one, true) ? one
                : new Said(one.author, one.statement, one.question, one.basis, one.p, one.stance, one.topic, one.undated,
                        one.made, one.due, one.outcome, false))
                .toList();
    }

    private static String question(String file, Map<String, Object> forecast) {
        String key = (String) map(forecast.get("criteria")).get("key");
        return key == null ? file + "/" + forecast.get("key") : key;
    }

    /** Every scalar as the text that stands there: no word of the file is a boolean or a date. */
    private static org.yaml.snakeyaml.Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions dumper = new DumperOptions();
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options,
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {
                        // none
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
