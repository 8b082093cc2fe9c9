package org.hindcast.net;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.hindcast.net.CallFailed.Reason;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;

/** What sites ask of programs in their robots.txt (RFC 9309): read once an hour, and kept to. */
final class Robots {

    static final String NAME = "hindcast";
    /** RFC 9309 has at least so much of it read. */
    private static final long LARGEST = 512 * 1024;
    private static final Set<String> TYPES = Set.of("text/plain", "text/html", "application/octet-stream", "text/x-robots");

    private final Fetcher fetcher;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Cache<String, BaseRobotRules> known = Caffeine.newBuilder().maximumSize(1000)
            .expireAfterWrite(Duration.ofHours(1)).build();

    Robots(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** @throws CallFailed where the site does not want it read, or does not say so now */
    void allow(URI address, Deadline deadline) {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        BaseRobotRules rules = known.getIfPresent(origin);
        if (rules == null) {
            rules = read(origin + "/robots.txt", deadline);
            known.put(origin, rules);
        }
        if (!rules.isAllowed(address.toString())) {
            throw new CallFailed(Reason.ROBOTS, "is closed to programs by the site's robots.txt");
        }
    }

    private BaseRobotRules read(String url, Deadline deadline) {
        try {
            Fetched robots = fetcher.fetchUnasked(Wanted.of(url, TYPES), deadline, LARGEST);
            return parser.parseContent(url, robots.body(), robots.contentType(), List.of(NAME));
        } catch (CallFailed e) {
            return switch (e.reason) {
                case STATUS -> {
                    if (e.status >= 500 || e.status == 429) {
                        throw new CallFailed(Reason.STATUS,
                                "cannot be read now: the site's robots.txt answered with status %d".formatted(e.status),
                                e.status);
                    }
                    yield parser.failedFetch(404);
                }
                case TYPE, TOO_LARGE, TOO_MANY_REDIRECTS -> parser.failedFetch(404); // none that says anything
                default -> throw e;
            };
        }
    }
}
