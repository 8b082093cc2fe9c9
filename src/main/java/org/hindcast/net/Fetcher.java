package org.hindcast.net;

import java.net.URI;
import java.util.Set;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.hindcast.net.CallFailed.Reason;
import org.hindcast.web.Site;

/** Reads addresses that others have named, as the {@link Guard} and the site's robots.txt allow. */
@ApplicationScoped
public class Fetcher {

    static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final NetSettings settings;
    private final Guard guard;
    private final Wire wire;
    private final Robots robots;

    @Inject
    public Fetcher(NetSettings settings, Site site) {
        this(settings, Outward.guard(settings), Outward.userAgent(site));
    }

    Fetcher(NetSettings settings, Guard guard, String userAgent) {
        this.settings = settings;
        this.guard = guard;
        this.wire = new Wire(guard, userAgent);
        this.robots = new Robots(this);
    }

    @PreDestroy
    void close() throws java.io.IOException {
        wire.close();
    }

    /**
     * Whether the address has the form of one that may be read. Nobody is asked what its host means.
     *
     * @throws CallFailed saying what is accepted
     */
    public void check(String url) {
        guard.check(url);
    }

    /** @throws CallFailed saying why it was not read */
    public Fetched fetch(Wanted wanted) {
        return fetch(wanted, Deadline.in(settings.timeout()), settings.largest().asLongValue(), true);
    }

    /** The same for what is asked of any site, whatever its robots.txt says. */
    Fetched fetchUnasked(Wanted wanted, Deadline deadline, long largest) {
        return fetch(wanted, deadline, largest, false);
    }

    private Fetched fetch(Wanted wanted, Deadline deadline, long largest, boolean asking) {
        URI address = guard.check(wanted.url());
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            if (asking) {
                robots.allow(address, deadline);
            }
            Wire.Answer answer = wire.exchange(request(address, wanted), deadline,
                    head -> head.status() == 200 && isTaken(head, wanted) ? largest : 0);
            String location = answer.head().header("Location").orElse(null);
            if (!REDIRECTS.contains(answer.status()) || location == null) {
                return fetched(address, answer, wanted);
            }
            address = guard.check(target(address, location.strip()));
        }
        throw new CallFailed(Reason.TOO_MANY_REDIRECTS,
                "was redirected more than %d times".formatted(MOST_REDIRECTS));
    }

    private static HttpGet request(URI address, Wanted wanted) {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", wanted.accept());
        request.setHeader("Accept-Language", "en, *;q=0.5");
        request.setHeader("Accept-Encoding", "gzip");
        if (wanted.etag() != null) {
            request.setHeader("If-None-Match", wanted.etag());
        }
        if (wanted.lastModified() != null) {
            request.setHeader("If-Modified-Since", wanted.lastModified());
        }
        return request;
    }

    private static boolean isTaken(Wire.Head head, Wanted wanted) {
        return head.mediaType().isEmpty() || wanted.types().contains(head.mediaType());
    }

    private static Fetched fetched(URI address, Wire.Answer answer, Wanted wanted) {
        Wire.Head head = answer.head();
        boolean notModified = head.status() == 304 && (wanted.etag() != null || wanted.lastModified() != null);
        if (!notModified && head.status() != 200) {
            throw new CallFailed(Reason.STATUS, "answered with status %d".formatted(head.status()), head.status());
        }
        if (!notModified && !isTaken(head, wanted)) {
            throw new CallFailed(Reason.TYPE, "is of type %s; %s is accepted".formatted(
                    head.mediaType().replaceAll("[^\\w./+-]", "?"),
                    String.join(", ", wanted.types().stream().sorted().toList())));
        }
        return new Fetched(address, notModified, answer.body(), head.header("Content-Type").orElse(null),
                head.header("ETag").orElse(null), head.header("Last-Modified").orElse(null));
    }

    private static String target(URI from, String location) {
        if (location.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return location;
        }
        String origin = from.getScheme() + "://" + from.getRawAuthority();
        if (location.startsWith("//")) {
            return from.getScheme() + ":" + location;
        } else if (location.startsWith("/")) {
            return origin + location;
        } else if (location.startsWith("?")) {
            return origin + from.getRawPath() + location;
        }
        return origin + from.getRawPath().replaceFirst("[^/]*$", "") + location;
    }
}
