package org.hindcast.net;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.DnsResolver;
import org.hindcast.net.CallFailed.Reason;

/**
 * Keeps addresses that others have named from reaching what only this machine can reach (server-side request forgery). The
 * form is checked when an address is taken up; the machines behind its host are checked when they are looked up for a
 * connection, and the connection goes to what was checked: a name that means something else the next moment gains nothing.
 */
public final class Guard implements DnsResolver {

    private static final int LONGEST = 2000;
    private static final Set<Integer> PORTS = Set.of(-1, 80, 443);
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\.)(?:\\d+|0[xX][\\da-fA-F]*)\\.?$");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
    /** The one name that means the same everywhere (RFC 6761, 6.3). */
    private static final Pattern LOCALHOST = Pattern.compile("(?i)(?:^|\\.)localhost\\.?$");
    private static final String NOT_PUBLIC = "leads to an address that is not on the public internet";

    /** Thrown where connections are made, which know only exceptions of this kind. */
    static final class NotPublic extends UnknownHostException {
        NotPublic(String host) {
            super(host + " " + NOT_PUBLIC);
        }
    }

    private final DnsResolver asked;
    private final Predicate<InetAddress> exempt;
    private final boolean anyPort;

    /**
     * @param asked who knows the addresses of a host
     * @param exempt addresses that may be reached although they are not public
     */
    Guard(DnsResolver asked, Predicate<InetAddress> exempt, boolean anyPort) {
        this.asked = asked;
        this.exempt = exempt;
        this.anyPort = anyPort;
    }

    /**
     * The address as one that may be asked for: http or https at the usual port, without a name or password in it. Nobody is
     * asked what its host means.
     *
     * @throws CallFailed saying what is accepted
     */
    public URI check(String url) {
        URI uri = parsed(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused("is not a web address; an absolute http:// or https:// address is accepted");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw refused("has a name or password before its host; an address without is accepted");
        }
        String host = uri.getHost();
        if (host == null || isNumber(host) && !DOTTED.matcher(host).matches()) {
            throw refused("has no host that is accepted; a name such as example.org is");
        }
        if (!anyPort && !PORTS.contains(uri.getPort())) {
            throw refused("asks for port %d; 80 and 443 are accepted".formatted(uri.getPort()));
        }
        if (isLiteral(host)) {
            refuseUnlessPublic(host);
        } else if (LOCALHOST.matcher(host).find()) {
            refuseUnlessPublic("127.0.0.1");
        }
        return rebuilt(scheme, host.endsWith(".") ? host.substring(0, host.length() - 1) : host, uri);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = asked.resolve(host);
        if (found == null || found.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : found) {
            if (!PublicAddress.is(address) && !exempt.test(address)) {
                throw new NotPublic(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static CallFailed refused(String message) {
        return new CallFailed(Reason.NOT_ACCEPTED, message);
    }

    private void refuseUnlessPublic(String literal) {
        try {
            for (InetAddress address : InetAddress.getAllByName(literal)) {
                if (!PublicAddress.is(address) && !exempt.test(address)) {
                    throw new CallFailed(Reason.NOT_PUBLIC, NOT_PUBLIC);
                }
            }
        } catch (UnknownHostException e) {
            throw refused("has no host that is accepted; a name such as example.org is");
        }
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || isNumber(host);
    }

    /** Whether somebody takes it for an address of version 4: whole, octal, hexadecimal, with fewer than four parts. */
    private static boolean isNumber(String host) {
        return NUMBER.matcher(host).find();
    }

    private static URI parsed(String url) {
        String given = url == null ? "" : url.strip();
        if (given.isEmpty() || given.length() > LONGEST) {
            throw refused("is %s; an address of 1 to %,d characters is accepted".formatted(
                    given.isEmpty() ? "missing" : "%,d characters long".formatted(given.length()), LONGEST));
        }
        if (given.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\')) {
            throw refused("has a backslash or a control character in it, which no web address has");
        }
        try {
            URI uri = new URI(escaped(given));
            return uri.getHost() == null && uri.getRawAuthority() != null ? international(uri) : uri;
        } catch (URISyntaxException e) {
            throw refused("is not a web address; an absolute http:// or https:// address is accepted");
        }
    }

    /** People copy, and sites redirect to, addresses that leave out some escaping; browsers mend it in the same way. */
    private static String escaped(String url) {
        int authority = url.indexOf("//") < 0 ? 0 : url.indexOf("//") + 2;
        StringBuilder escaped = new StringBuilder(url.substring(0, authority));
        boolean inPath = false;
        for (int i = authority; i < url.length();) {
            int c = url.codePointAt(i);
            inPath |= c == '/' || c == '?' || c == '#';
            if (" \"<>^`{|}".indexOf(c) >= 0 || c == '%' && !isHexadecimal(url, i + 1)
                    || inPath && (c > 126 || c == '[' || c == ']') || c == '#' && url.indexOf('#') < i) {
                for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append("%%%02X".formatted(one));
                }
            } else {
                escaped.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return escaped.toString();
    }

    private static boolean isHexadecimal(String url, int at) {
        return at + 2 <= url.length() && url.substring(at, at + 2).matches("[0-9A-Fa-f]{2}");
    }

    /** A host in another script than that of ASCII, as the name servers know it. Java's URI takes it for no host. */
    private static URI international(URI uri) throws URISyntaxException {
        String authority = uri.getRawAuthority();
        if (authority.chars().allMatch(c -> c < 128) || authority.contains("@")) {
            return uri;
        }
        int colon = authority.lastIndexOf(':');
        try {
            String host = IDN.toASCII(colon < 0 ? authority : authority.substring(0, colon));
            return new URI(uri.getScheme() + "://" + host + (colon < 0 ? "" : authority.substring(colon))
                    + uri.toString().substring(uri.toString().indexOf(authority) + authority.length()));
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    /** Without a fragment, which is for browsers only. */
    private static URI rebuilt(String scheme, String host, URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }
}
