package org.hindcast.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hindcast.net.StubSite.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hindcast.net.CallFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.MemorySize;

/** What comes back from sites that behave, and from those that do not. {@code 127.0.0.1} plays the public internet. */
class FetcherTest {

    private static final Set<String> HTML = Set.of("text/html");
    private static final int LARGEST = 100_000;

    private final StubSite site = new StubSite();
    private final FakeHosts hosts = FakeHosts.knowing("127.0.0.1", "127.0.0.1").then("site.example", "127.0.0.1");

    @AfterEach
    void close() {
        site.close();
    }

    private Fetcher fetcher(Duration timeout) {
        NetSettings settings = new NetSettings() {
            @Override
            public boolean loopback() {
                return false;
            }

            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public MemorySize largest() {
                return new MemorySize(BigInteger.valueOf(LARGEST));
            }
        };
        return new Fetcher(settings, new Guard(hosts, FetcherTest::playsPublic, true), "Hindcast/1.0 (+test)");
    }

    static boolean playsPublic(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1");
    }

    private Fetched fetch(String path) {
        return fetcher(Duration.ofSeconds(10)).fetch(Wanted.of(site.url(path), HTML));
    }

    private Reason refusal(String url) {
        return assertThrows(CallFailed.class, () -> fetcher(Duration.ofSeconds(10)).fetch(Wanted.of(url, HTML))).reason;
    }

    @Test
    void aPageIsReadAsItWasSent() {
        site.html("/a", "<p>Ä</p>");
        Fetched fetched = fetch("/a");
        assertEquals("<p>Ä</p>", new String(fetched.body(), UTF_8));
        assertEquals("text/html; charset=utf-8", fetched.contentType());
        assertEquals(site.url("/a"), fetched.address().toString());
        StubSite.Request request = site.requests.get(1);
        assertEquals("Hindcast/1.0 (+test)", request.header("User-agent"));
        assertNull(request.header("Cookie"));
        assertEquals(List.of("/robots.txt", "/a"), site.paths());
    }

    @Test
    void compressionOfTheTransferIsTakenOff() {
        site.on("/a", exchange -> StubSite.send(exchange, 200,
                Map.of("Content-Type", "text/html", "Content-Encoding", "gzip"), StubSite.gzip(bytes("unpacked"))));
        assertArrayEquals(bytes("unpacked"), fetch("/a").body());
    }

    @Test
    void redirectsAreFollowedFiveTimes() {
        for (int i = 1; i <= 6; i++) {
            site.redirect("/" + i, i % 2 == 0 ? "/" + (i + 1) : site.url("/" + (i + 1)));
        }
        site.html("/7", "there");
        assertEquals(site.url("/7"), fetch("/2").address().toString());
        assertEquals(Reason.TOO_MANY_REDIRECTS, refusal(site.url("/1")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "http://127.0.0.2/", "http://[::1]/", "//10.0.0.1/" })
    void noRedirectLeadsInside(String inside) {
        site.redirect("/a", inside);
        assertEquals(Reason.NOT_PUBLIC, refusal(site.url("/a")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "file:///etc/passwd", "http://2130706433/", "http://user:word@127.0.0.1/", "gopher://127.0.0.1/" })
    void noRedirectLeadsOutOfTheWeb(String elsewhere) {
        site.redirect("/a", elsewhere);
        assertEquals(Reason.NOT_ACCEPTED, refusal(site.url("/a")));
    }

    /** The name means something else each time; what was checked is connected to, and each connection is checked anew. */
    @Test
    void aNameThatTurnsInwardsGainsNothing() {
        try (StubSite secret = new StubSite("127.0.0.2")) {
            secret.html("/a", "secret");
            String url = "http://flip.example:%d/a";
            hosts.then("flip.example", "127.0.0.2");
            assertEquals(Reason.NOT_PUBLIC, refusal(url.formatted(secret.port())));

            hosts.then("turn.example", "127.0.0.1").then("turn.example", "127.0.0.1").then("turn.example", "127.0.0.2");
            site.redirect("/a", "http://turn.example:" + secret.port() + "/a"); // robots.txt, the page, and then inwards
            assertEquals(Reason.NOT_PUBLIC, refusal("http://turn.example:" + site.port() + "/a"));
            assertEquals(3, hosts.asked.stream().filter("turn.example"::equals).count(), "looked up once a connection");
            assertEquals(List.of(), secret.paths());
        }
    }

    @Test
    void aBombIsNotUnpacked() {
        site.on("/a", exchange -> StubSite.send(exchange, 200,
                Map.of("Content-Type", "text/html", "Content-Encoding", "gzip"), StubSite.gzip(new byte[50_000_000])));
        assertEquals(Reason.TOO_LARGE, refusal(site.url("/a")));
    }

    @Test
    void whatIsLargerIsNotTaken() {
        site.endless("/endless", "text/html").html("/said", "x".repeat(LARGEST + 1)).html("/just", "x".repeat(LARGEST));
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(Reason.TOO_LARGE, refusal(site.url("/endless"))));
        assertEquals(Reason.TOO_LARGE, refusal(site.url("/said")));
        assertEquals(LARGEST, fetch("/just").body().length);
    }

    @Test
    void whoIsSlowIsNotWaitedFor() {
        site.silent("/silent").dripping("/dripping", "text/html", "<p>").status("/robots.txt", 404, Map.of());
        Fetcher fetcher = fetcher(Duration.ofMillis(700));
        for (String path : List.of("/silent", "/dripping")) {
            assertTimeout(Duration.ofSeconds(5), () -> assertEquals(Reason.TIMED_OUT,
                    assertThrows(CallFailed.class, () -> fetcher.fetch(Wanted.of(site.url(path), HTML))).reason));
        }
    }

    @Test
    void whatIsNotAskedForIsNotRead() {
        site.endless("/film", "video/mp4").status("/gone", 410, Map.of()).status("/error", 500, Map.of());
        assertEquals(Reason.TYPE, refusal(site.url("/film")));
        assertEquals(Reason.STATUS, refusal(site.url("/gone")));
        assertEquals(Reason.STATUS, refusal(site.url("/error")));
        site.on("/br", exchange -> StubSite.send(exchange, 200,
                Map.of("Content-Type", "text/html", "Content-Encoding", "br"), bytes("?")));
        assertEquals(Reason.UNREACHABLE, refusal(site.url("/br")));
        assertEquals(Reason.UNKNOWN_HOST, refusal("http://nobody.example/"));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        site.status("/feed", 304, Map.of());
        Fetched fetched = fetcher(Duration.ofSeconds(10))
                .fetch(new Wanted(site.url("/feed"), HTML, "\"v1\"", "Sat, 01 Nov 2025 10:00:00 GMT"));
        assertTrue(fetched.notModified());
        assertEquals("\"v1\"", site.requests.get(1).header("If-none-match"));
        assertEquals("Sat, 01 Nov 2025 10:00:00 GMT", site.requests.get(1).header("If-modified-since"));
        assertEquals(Reason.STATUS, refusal(site.url("/feed")));
    }

    @Test
    void aSiteMayAskToBeLeftAlone() {
        site.html("/open", "open").html("/closed/a", "closed").on("/robots.txt", exchange -> StubSite.send(exchange, 200,
                Map.of("Content-Type", "text/plain"), bytes("""
                        User-agent: *
                        Disallow: /
                        User-agent: hindcast
                        Disallow: /closed
                        """)));
        site.redirect("/way-in", "/closed/a");
        Fetcher fetcher = fetcher(Duration.ofSeconds(10));
        assertEquals("open", new String(fetcher.fetch(Wanted.of(site.url("/open"), HTML)).body(), UTF_8));
        for (String path : List.of("/closed/a", "/way-in")) {
            assertEquals(Reason.ROBOTS,
                    assertThrows(CallFailed.class, () -> fetcher.fetch(Wanted.of(site.url(path), HTML))).reason);
        }
        assertEquals(List.of("/robots.txt", "/open", "/way-in"), site.paths());
    }

    @Test
    void aSiteWhoseRobotsTxtIsInTroubleIsLeftAlone() {
        site.html("/a", "open").status("/robots.txt", 503, Map.of());
        assertEquals(Reason.STATUS, refusal(site.url("/a")));
        assertEquals(List.of("/robots.txt"), site.paths());
    }
}
