package org.hindcast.net;

import java.util.Set;

/**
 * What is to be read.
 *
 * @param types the media types that are taken
 * @param etag of what is there already; null where nothing is, as the next
 */
public record Wanted(String url, Set<String> types, String etag, String lastModified) {

    public static Wanted of(String url, Set<String> types) {
        return new Wanted(url, types, null, null);
    }

    String accept() {
        return String.join(", ", types.stream().sorted().toList()) + ", */*;q=0.1";
    }
}
