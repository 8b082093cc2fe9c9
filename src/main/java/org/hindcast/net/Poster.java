package org.hindcast.net;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.hindcast.net.CallFailed.Reason;
import org.hindcast.net.Posted.Outcome;
import org.hindcast.web.Site;

/** Sends something to an address that somebody has named, once, as the {@link Guard} allows. Follows no redirect. */
@ApplicationScoped
public class Poster {

    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private final Guard guard;
    private final Wire wire;
    private final Clock clock;

    @Inject
    public Poster(NetSettings settings, Site site, Clock clock) {
        this(Outward.guard(settings), Outward.userAgent(site), clock);
    }

    Poster(Guard guard, String userAgent, Clock clock) {
        this.guard = guard;
        this.wire = new Wire(guard, userAgent);
        this.clock = clock;
    }

    @PreDestroy
    void close() throws java.io.IOException {
        wire.close();
    }

    /**
     * Whether the address has the form of one that anything is sent to. Nobody is asked what its host means.
     *
     * @throws CallFailed saying what is accepted
     */
    public void check(String url) {
        guard.check(url);
    }

    /** @param headers with the {@code Content-Type} */
    public Posted post(String url, Map<String, String> headers, byte[] body, Duration within) {
        try {
            URI address = guard.check(url);
            HttpPost request = new HttpPost(address);
            headers.forEach(request::setHeader);
            request.setEntity(new ByteArrayEntity(body,
                    ContentType.parseLenient(headers.getOrDefault("Content-Type", "application/octet-stream"))));
            return posted(wire.exchange(request, Deadline.in(within), head -> 0).head());
        } catch (CallFailed e) {
            return new Posted(outcome(e.reason), 0, null, e.getMessage());
        }
    }

    private Posted posted(Wire.Head head) {
        int status = head.status();
        Duration wait = head.header("Retry-After").map(this::wait).orElse(null);
        Outcome outcome = status / 100 == 2 ? Outcome.TAKEN
                : status == 410 ? Outcome.GONE
                        : status == 429 || status == 503 && wait != null ? Outcome.BUSY
                                : status >= 300 && status < 500 ? Outcome.REFUSED : Outcome.FAILED;
        return new Posted(outcome, status, wait,
                "answered with status %d%s".formatted(status, status / 100 == 3 ? ", which is not followed" : ""));
    }

    private Duration wait(String retryAfter) {
        try {
            Duration wait = retryAfter.strip().matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : Duration.between(clock.instant(),
                            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Outcome outcome(Reason reason) {
        return switch (reason) {
            case NOT_ACCEPTED, NOT_PUBLIC -> Outcome.FORBIDDEN;
            case TIMED_OUT -> Outcome.TIMED_OUT;
            case UNKNOWN_HOST, UNREACHABLE -> Outcome.UNREACHABLE;
            default -> Outcome.FAILED;
        };
    }
}
