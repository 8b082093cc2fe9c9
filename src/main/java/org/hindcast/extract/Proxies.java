package org.hindcast.extract;

import java.util.List;
import java.util.Optional;

/**
 * Vague verbs and what can be observed in their place: so many of these indicators, each with who says so.
 */
public final class Proxies {

    /**
     * @param verb in its base form, such as intensify
     * @param needed how many of the indicators must be seen
     */
    public record Proxy(String verb, int needed, List<Indicator> indicators) {
    }

    /** @param source who says so */
    public record Indicator(String observation, String source) {
    }

    private static final Proxies STANDARD = new Proxies(List.of());

    private final List<Proxy> all;

    private Proxies(List<Proxy> all) {
        this.all = all;
    }

    public static Proxies standard() {
        return STANDARD;
    }

    public List<Proxy> all() {
        return all;
    }

    /** The one for the vague verb that the statement turns on. */
    public Optional<Proxy> of(String statement) {
        return Optional.empty();
    }
}
