package org.hindcast.account;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to go on after signing in: a page of ours, whatever the address of the sign-in page says. */
final class LocalPath {

    private LocalPath() {
    }

    /** @return {@code wanted} where it is a path of ours, else {@code otherwise} */
    static String of(String wanted, String otherwise) {
        if (wanted == null || !wanted.startsWith("/") || wanted.length() > 2000) {
            return otherwise;
        }
        // Browsers read "\" as "/" and skip tabs and line ends: "//", "/\" and "/<tab>/" would lead elsewhere
        if (wanted.startsWith("//") || wanted.chars().anyMatch(c -> c <= 0x20 || c >= 0x7f || c == '\\')) {
            return otherwise;
        }
        try {
            URI uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null ? wanted : otherwise;
        } catch (URISyntaxException e) {
            return otherwise;
        }
    }
}
