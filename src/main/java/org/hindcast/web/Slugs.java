package org.hindcast.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Names for addresses that people read. */
public final class Slugs {

    private Slugs() {
    }

    /**
     * The first of {@code text}, {@code text-2}, {@code text-3} … as a slug that is not taken, nor will be before the
     * transaction has ended; the {@code kind} of what it names where no letter is left.
     */
    public static String unique(String text, int longest, String kind, Predicate<String> taken) {
        String slug = of(text, longest - 4);
        String base = slug.isEmpty() ? kind : slug;
        NameLock.hold("slug of " + kind, stem(base));
        String candidate = base;
        for (int i = 2; taken.test(candidate); i++) {
            candidate = base + "-" + i;
        }
        return candidate;
    }

    /** What the slugs of this text, or of one that this slug was made of, have in common, however often they are counted up. */
    public static String stem(String text) {
        return of(text, Integer.MAX_VALUE).replaceFirst("(-\\d+)+$", "");
    }

    static String of(String text, int longest) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}|['’]", "");
        String slug = ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() <= longest) {
            return slug;
        }
        int end = slug.lastIndexOf('-', longest);
        return slug.substring(0, end > longest / 2 ? end : longest).replaceAll("-$", "");
    }
}
