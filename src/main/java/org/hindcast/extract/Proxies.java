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
     * @param forms in which the verb occurs, as alternatives of a regular expression
     */
    public record Proxy(String verb, int needed, List<Indicator> indicators, String forms) {
    }

    /** @param source who says so */
    public record Indicator(String observation, String source) {
    }

    private static final Proxies STANDARD = read("proxies.tsv");

    private final List<Proxy> all;
    /** A group for each of them: looked for together they are found much faster than one by one. */
    private final Pattern any;

    private Proxies(List<Proxy> all) {
        this.all = List.copyOf(all);
        this.any = words(all.stream().map(each -> "(" + each.forms + ")").collect(Collectors.joining("|")));
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
        Matcher m = any.matcher(statement);
        if (m.find()) {
            for (int i = 0; i < all.size(); i++) {
                if (m.group(i + 1) != null) {
                    return Optional.of(all.get(i));
                }
            }
        }
        return Optional.empty();
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
                .map(each -> new Proxy(each.verb, each.needed, List.copyOf(each.indicators), each.forms)).toList());
    }

    private static String anyOf(String forms) {
        return Pattern.compile(", ").splitAsStream(forms).map(Pattern::quote).collect(Collectors.joining("|"));
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![\\w-])(?:" + alternatives + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
    }
}
