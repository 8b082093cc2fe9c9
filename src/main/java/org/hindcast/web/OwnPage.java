package org.hindcast.web;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of this service, as people name them. */
public final class OwnPage {

    private OwnPage() {
    }

    /**
     * What the page is about.
     *
     * @param address a path, or the whole address where it begins with one of {@code origins}
     * @param path of such pages: the first group is the folder, the second the name in it
     * @param named what a folder and a name stand for; throws {@link NotFound} or IllegalArgumentException where there is none
     * @return null where no such page is there
     */
    public static <T> T at(String address, String[] origins, Pattern path, BiFunction<String, String, T> named) {
        String local = address;
        for (String origin : origins) {
            local = local.startsWith(origin + "/") ? local.substring(origin.length()) : local;
        }
        Matcher parts = path.matcher(local);
        try {
            return parts.matches() ? named.apply(parts.group(1), parts.group(2)) : null;
        } catch (NotFound | IllegalArgumentException e) {
            return null;
        }
    }
}
