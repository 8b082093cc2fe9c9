package org.hindcast.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Vague verbs and what can be observed in their place: so many of these indicators, each with who says so. */
public final class Proxies {

    /**
     * @param verb in its base form, such as intensify
     * @param needed how many of the indicators must be seen
     */
    public record Proxy(String verb, int needed, List<Indicator> indicators, Pattern words) {
    }

    /** @param source who says so */
    public record Indicator(String observation, String source) {
    }

    private static final Proxies STANDARD = read("proxies.tsv");

    private final List<Proxy> all;

    private Proxies(List<Proxy> all) {
        this.all = List.copyOf(all);
    }

    /** Those that ship with the service. */
    public static Proxies standard() {
        return STANDARD;
    }

    public List<Proxy> all() {
        return all;
    }

    /** The one for the first vague verb in the statement. */
    public Optional<Proxy> of(String statement) {
        Proxy first = null;
        int at = Integer.MAX_VALUE;
        for (Proxy proxy : all) {
            Matcher m = proxy.words.matcher(statement);
            if (m.find() && m.start() < at) {
                first = proxy;
                at = m.start();
            }
        }
        return Optional.ofNullable(first);
    }

    private static Proxies read(String resource) {
        List<Proxy> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Proxies.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).forEach(cells -> {
                if (cells[0].isEmpty()) {
                    all.get(all.size() - 1).indicators.add(new Indicator(cells[1], cells[2]));
                } else {
                    all.add(new Proxy(cells[0], Integer.parseInt(cells[1]), new ArrayList<>(), anyOf(cells[2])));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Proxies(all.stream()
                .map(each -> new Proxy(each.verb, each.needed, List.copyOf(each.indicators), each.words)).toList());
    }

    private static Pattern anyOf(String forms) {
        return Pattern.compile(Pattern.compile(", ").splitAsStream(forms).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])")), Pattern.CASE_INSENSITIVE);
    }
}
