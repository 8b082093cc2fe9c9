package org.hindcast.net;

import static org.hindcast.net.StubSite.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.hindcast.net.Posted.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of it, told apart. */
class PosterTest {

    private final StubSite site = new StubSite();
    private final FakeHosts hosts = FakeHosts.knowing("127.0.0.1", "127.0.0.1").then("inside.example", "127.0.0.2");
    private final Poster poster = new Poster(new Guard(hosts, FetcherTest::playsPublic, true), "Hindcast/1.0 (+test)",
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

    @AfterEach
    void close() {
        site.close();
    }

    private Posted post(String url) {
        return poster.post(url, Map.of("Content-Type", "application/json", "webhook-id", "msg_1"), bytes("{\"a\":1}"),
                Duration.ofMillis(1500));
    }

    private Posted post(int status, Map<String, String> headers) {
        site.status("/hook", status, headers);
        return post(site.url("/hook"));
    }

    @Test
    void whatIsSentArrives() {
        assertEquals(Outcome.TAKEN, post(200, Map.of()).outcome());
        assertEquals(Outcome.TAKEN, post(204, Map.of()).outcome());
        StubSite.Request request = site.requests.get(0);
        assertEquals("POST", request.method());
        assertEquals("{\"a\":1}", request.body());
        assertEquals("msg_1", request.header("Webhook-id"));
        assertEquals(List.of("application/json"), request.headers().get("Content-type"));
    }

    @Test
    void answersAreToldApart() {
        assertEquals(Outcome.GONE, post(410, Map.of()).outcome());
        assertEquals(Outcome.REFUSED, post(400, Map.of()).outcome());
        assertEquals(Outcome.REFUSED, post(404, Map.of()).outcome());
        assertEquals(Outcome.FAILED, post(500, Map.of()).outcome());
        assertEquals(Outcome.FAILED, post(503, Map.of()).outcome());
        assertEquals(Outcome.BUSY, post(429, Map.of()).outcome());
        assertEquals(Duration.ofSeconds(120), post(429, Map.of("Retry-After", "120")).retryAfter());
        assertEquals(Outcome.BUSY, post(503, Map.of("Retry-After", "5")).outcome());
        assertEquals(Duration.ofMinutes(1), post(429, Map.of("Retry-After", "Mon, 23 Nov 2026 12:01:00 GMT")).retryAfter());
        assertEquals(Duration.ZERO, post(429, Map.of("Retry-After", "Mon, 23 Nov 2026 11:00:00 GMT")).retryAfter());
        assertEquals(Duration.ofDays(7), post(429, Map.of("Retry-After", "999999999")).retryAfter());
        assertEquals(null, post(429, Map.of("Retry-After", "soon")).retryAfter());
    }

    @Test
    void redirectsAreNotFollowed() {
        site.status("/elsewhere", 200, Map.of());
        assertEquals(Outcome.REFUSED, post(307, Map.of("Location", site.url("/elsewhere"))).outcome());
        assertEquals(List.of("/hook"), site.paths());
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedFor() {
        site.silent("/hook");
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(Outcome.TIMED_OUT, post(site.url("/hook")).outcome()));
        String closed = site.url("/hook");
        site.close();
        assertEquals(Outcome.UNREACHABLE, post(closed).outcome());
        assertEquals("refused the connection", post(closed).detail());
        assertEquals(Outcome.UNREACHABLE, post("http://nobody.example/").outcome());
    }

    /** In words that are right for something that was sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                              | closed the connection before its answer was complete
            'HTTP/1.1 200 OK~no colon~~'                                    | answered with what is no HTTP
            'HTTP/1.1 200 OK~Content-Length: 100~Content-Encoding: gzip~~x' | answered with status 200
            'HTTP/1.1 403 Forbidden~Content-Length: 0~~'                    | answered with status 403
            """)
    void whatWentWrongIsSaid(String answer, String detail) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> {
                try (Socket taken = server.accept()) {
                    taken.getInputStream().read(new byte[65_536]);
                    taken.getOutputStream().write(bytes(answer.isEmpty() ? "" : answer.replace("~", "\r\n") + "\r\n"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            thread.start();
            assertEquals(detail, post("http://127.0.0.1:" + server.getLocalPort() + "/hook").detail());
            thread.join();
        }
    }

    @Test
    void nothingIsSentInside() {
        try (StubSite secret = new StubSite("127.0.0.2")) {
            assertEquals(Outcome.FORBIDDEN, post("http://inside.example:" + secret.port() + "/").outcome());
            assertEquals(Outcome.FORBIDDEN, post("http://127.0.0.2:" + secret.port() + "/").outcome());
            assertEquals(Outcome.FORBIDDEN, post("ftp://127.0.0.1/").outcome());
            assertEquals(List.of(), secret.paths());
        }
        assertThrows(CallFailed.class, () -> poster.check("http://user@example.org/"));
    }
}
