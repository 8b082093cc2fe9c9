package org.hindcast.intake;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of one page that differ in what makes no difference. */
final class Addresses {

    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_\\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ocid|smid|_hsenc|_hsmi)(=.*)?");

    private Addresses() {
    }

    /** Without a fragment, and without what tells a site by which link somebody came. */
    static String clean(String address) {
        String page = address.replaceFirst("#.*$", "");
        int query = page.indexOf('?');
        if (query < 0) {
            return page;
        }
        String kept = Stream.of(page.substring(query + 1).split("&"))
                .filter(parameter -> !TRACKING.matcher(parameter).matches()).collect(Collectors.joining("&"));
        return page.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }

    /** By which the page may have been stored; none for null. */
    static Set<String> variants(String address) {
        Set<String> variants = new LinkedHashSet<>();
        if (address != null) {
            String given = address.strip();
            variants.add(given);
            String clean = clean(given);
            String other = clean.endsWith("/") ? clean.substring(0, clean.length() - 1)
                    : clean.contains("?") ? clean : clean + "/";
            for (String one : new String[] { clean, other }) {
                String rest = one.replaceFirst("(?i)^https?:", "");
                variants.add("https:" + rest);
                variants.add("http:" + rest);
            }
        }
        return variants;
    }
}
