package org.hindcast.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Names for addresses that people read. */
public final class Slugs {

    private Slugs() {
    }

    /**
     * The first of {@code text}, {@code text-2}, {@code text-3} … as a slug that is not taken; {@code otherwise} where no
     * letter is left.
     */
    public static String unique(String text, int longest, String otherwise, Predicate<String> taken) {
        String slug = of(text, longest - 4);
        String base = slug.isEmpty() ? otherwise : slug;
        String candidate = base;
        for (int i = 2; taken.test(candidate); i++) {
            candidate = base + "-" + i;
        }
        return candidate;
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
