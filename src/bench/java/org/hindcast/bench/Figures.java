package org.hindcast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openjdk.jmh.results.RunResult;

/** What was measured, and how it is written down: medians of the rounds, with the lowest and the highest. */
final class Figures {

    static final String SQL = "the stored counts alone, by SQL";
    static final String CONSTANT = "a constant file, by HTTP";
    static final String SCORECARD = "a scorecard of any author";
    static final String SCORECARD_OF = "the scorecard of an author with %,d forecasts";
    static final String PAGE = "the page of an author";
    static final String BOARD = "the leaderboard";
    static final String VERDICTS = "verdicts";
    static final String COMMITS = "bare commits of one row";

    private static final String BEGIN = "<!-- figures: written by ./mvnw -Pbench verify, not by hand -->";
    private static final String END = "<!-- end of figures -->";

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, List<Double>> costs = new LinkedHashMap<>();
    private final Map<String, List<Double>> starts = new LinkedHashMap<>();
    private final List<String> memory = new ArrayList<>();
    private final List<HttpLoad.Result> latencies = new ArrayList<>();
    private double offered;
    private String ledger = "";
    private String kernels = "";
    private String version;
    private String size;

    void rate(String what, double perSecond) {
        rates.computeIfAbsent(what, key -> new ArrayList<>()).add(perSecond);
    }

    /** Seconds of processor time that one answer took of the service. */
    void cost(String what, double seconds) {
        costs.computeIfAbsent(what, key -> new ArrayList<>()).add(seconds);
    }

    /** After warming up. */
    void forgetCosts() {
        costs.clear();
    }

    double median(String what) {
        return median(rates.get(what));
    }

    void start(String what, List<Double> seconds) {
        starts.put(what, seconds);
    }

    void memory(String when, double service, double postgres) {
        memory.add("| %s | %s | %s |".formatted(when, mebibytes(service), mebibytes(postgres)));
    }

    void latency(double perSecond, HttpLoad.Result result) {
        offered = perSecond;
        latencies.add(result);
    }

    void database(String itsVersion, String itsSize) {
        version = itsVersion.replaceFirst("^(PostgreSQL [\\d.]+).*", "$1");
        size = itsSize;
    }

    void ledger(int files, int each, List<Double> loads, List<Double> copies) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) {
            ratios.add(loads.get(i) / copies.get(i));
        }
        ledger = """

                %,d files with %,d forecasts each, every one with a question of its own, half of them resolved; loaded by the
                service at start, against COPY of the rows that came of it into tables with the same keys and indexes.

                | | forecasts a second | lowest – highest |
                | --- | ---: | ---: |
                | loading, each file checked, in a transaction of its own, counted and recorded | %s | %s |
                | bare COPY of the same rows, in one transaction | %s | %s |
                | ratio | %.3f | %.3f – %.3f |
                """.formatted(files, each, whole(median(loads)), spread(loads), whole(median(copies)), spread(copies),
                median(ratios),
                min(ratios), max(ratios));
    }

    void kernels(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder("\n| kernel | mode | time | ± (99.9 %) |\n| --- | --- | ---: | ---: |\n");
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceFirst("^org\\.hindcast\\.bench\\.", "");
            StringBuilder parameters = new StringBuilder();
            for (String parameter : result.getParams().getParamsKeys()) {
                parameters.append(", ").append(parameter).append(' ').append(result.getParams().getParam(parameter));
            }
            var primary = result.getPrimaryResult();
            table.append("| `%s`%s | %s | %,.3f %s | %,.3f |\n".formatted(name, parameters,
                    result.getParams().getMode().shortLabel(),
                    primary.getScore(), primary.getScoreUnit(), primary.getScoreError()));
        }
        kernels = table.toString();
    }

    /** Replaces what stands between the two marks, or adds it. */
    void writeInto(Path page, int forecasts, int rounds, Duration time, String settings) throws IOException {
        String figures = BEGIN + "\n" + text(forecasts, rounds, time, settings) + "\n" + END;
        String whole = Files.exists(page) ? Files.readString(page) : "# Benchmarks\n\n" + BEGIN + END + "\n";
        Matcher marked = Pattern.compile(Pattern.quote(BEGIN) + ".*?" + Pattern.quote(END), Pattern.DOTALL).matcher(whole);
        Files.writeString(page,
                marked.find() ? marked.replaceFirst(Matcher.quoteReplacement(figures)) : whole + "\n" + figures + "\n");
    }

    private String text(int forecasts, int rounds, Duration time, String settings) throws IOException {
        StringBuilder text = new StringBuilder("""

                Measured on %s with

                    ./mvnw -Pbench verify%s

                | | |
                | --- | --- |
                | machine | %s |
                | Java | %s, service with its defaults |
                | Quarkus | %s |
                | database | %s, the embedded one, `fsync` on, %s |
                | load | a second process on the same machine, 8 kept connections, loopback; it takes its share of the cores |
                | rounds | %d of %d s each after warming up, everything in turn in each round; medians, lowest – highest |

                ## Reading

                A world of %,d forecasts of a few thousand authors, and three authors with 10, 1,000 and %,d more.
                The last column is the processor time that one answer takes of the service, which other load on the machine
                hardly moves.

                | | a second | lowest – highest | of the SQL alone | of the constant file | processor, ms |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """.formatted(Instant.now().truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace("Z", " UTC"),
                settings.isBlank() ? "" : " -Dbench.args=\"" + settings + "\"", machine(),
                System.getProperty("java.vm.name") + " "
                        + System.getProperty("java.version"),
                System.getProperty("quarkus.version", "see pom.xml"), version, size, rounds, time.toSeconds(), forecasts,
                forecasts));
        for (String what : rates.keySet()) {
            if (!what.equals(VERDICTS) && !what.equals(COMMITS)) {
                text.append("| %s%s | %s | %s | %s | %s | %s |\n".formatted(what,
                        what.equals(SQL) ? SqlLoad.hasPgbench() ? " (pgbench, prepared)" : " (JDBC, prepared)" : "",
                        whole(median(what)), spread(rates.get(what)), ratio(what, SQL), ratio(what, CONSTANT), cost(what)));
            }
        }
        double[] p = new double[3];
        for (int i = 0; i < p.length; i++) {
            double share = new double[] { 0.5, 0.99, 0.999 }[i];
            p[i] = median(latencies.stream().map(one -> one.percentile(share) * 1000).toList());
        }
        text.append(
                """

                        At half of that load (%s scorecards of any author a second, begun by the clock, waiting counted): median %.2f ms,
                        99 %% within %.2f ms, 99.9 %% within %.2f ms.

                        ## Verdicts

                        Each decides a question and moves its forecast from one level to another, in one durable transaction; 4 connections.

                        | | a second | lowest – highest | of bare commits | processor, ms |
                        | --- | ---: | ---: | ---: | ---: |
                        | %s | %s | %s | | |
                        | %s | %s | %s | %s | %s |

                        ## Loading the ledger
                        %s
                        ## Starting

                        From the start of the process to the first `200` of `/q/health/ready`.

                        | | seconds | lowest – highest |
                        | --- | ---: | ---: |
                        """
                        .formatted(whole(offered), p[0], p[1], p[2], COMMITS, whole(median(COMMITS)),
                                spread(rates.get(COMMITS)), VERDICTS,
                                whole(median(VERDICTS)), spread(rates.get(VERDICTS)), ratio(VERDICTS, COMMITS), cost(VERDICTS),
                                ledger));
        starts.forEach(
                (what, seconds) -> text.append("| %s | %.2f | %.2f – %.2f |\n".formatted(what, median(seconds), min(seconds),
                        max(seconds))));
        text.append("""

                ## Memory

                Proportional set size, so that shared pages count once; the Java heap is not limited.

                | | service | PostgreSQL |
                | --- | ---: | ---: |
                """).append(String.join("\n", memory)).append("\n\n## Kernels\n")
                .append(kernels.isEmpty() ? "\nNot measured in this run.\n" : kernels);
        return text.toString();
    }

    private String cost(String what) {
        return costs.containsKey(what) ? String.format(Locale.ROOT, "%.2f", 1000 * median(costs.get(what))) : "";
    }

    private String ratio(String what, String base) {
        if (!rates.containsKey(what) || !rates.containsKey(base)) {
            return "";
        }
        if (what.equals(base)) {
            return "1";
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rates.get(what).size(); i++) {
            ratios.add(rates.get(what).get(i) / rates.get(base).get(i));
        }
        return String.format(Locale.ROOT, "%.2f", median(ratios));
    }

    private static String machine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        Matcher model = Pattern.compile("model name\\s*: (.*)").matcher(Files.exists(cpu) ? Files.readString(cpu) : "");
        Path memory = Path.of("/proc/meminfo");
        Matcher total = Pattern.compile("MemTotal:\\s+(\\d+)").matcher(Files.exists(memory) ? Files.readString(memory) : "");
        return "%d cores%s%s, %s %s".formatted(Runtime.getRuntime().availableProcessors(),
                model.find() ? " of " + model.group(1).strip() : "",
                total.find() ? ", %d GiB".formatted(Math.round(Long.parseLong(total.group(1)) / 1048576.0)) : "",
                System.getProperty("os.name"), System.getProperty("os.version").replaceFirst("-.*", ""));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }

    private static String spread(List<Double> values) {
        return whole(min(values)) + " – " + whole(max(values));
    }

    private static String mebibytes(double value) {
        return Double.isNaN(value) ? "not known here" : "%,.0f MiB".formatted(value);
    }

    private static double median(List<Double> values) {
        if (values == null || values.isEmpty()) {
            return Double.NaN; // not measured in this run
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double min(List<Double> values) {
        return values == null ? Double.NaN : values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private static double max(List<Double> values) {
        return values == null ? Double.NaN : values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }
}
