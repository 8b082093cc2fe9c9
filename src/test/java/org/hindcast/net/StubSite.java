package org.hindcast.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A site on this machine, which answers as a test has it. Knows no other paths. */
public final class StubSite implements AutoCloseable {

    /** How a path is answered. */
    public interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** Headers are as they were sent, names as {@code Accept-encoding}. */
    public record Request(String method, String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }
    }

    public final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public StubSite() {
        this("127.0.0.1");
    }

    public StubSite(String address) {
        this(address, 0);
    }

    public StubSite(String address, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public StubSite on(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    public StubSite html(String path, String body) {
        return on(path, exchange -> send(exchange, 200, Map.of("Content-Type", "text/html; charset=utf-8"), bytes(body)));
    }

    public StubSite status(String path, int status, Map<String, String> headers) {
        return on(path, exchange -> send(exchange, status, headers, bytes("as told")));
    }

    public StubSite redirect(String path, String to) {
        return status(path, 302, Map.of("Location", to));
    }

    /** Never answers. */
    public StubSite silent(String path) {
        return on(path, exchange -> await());
    }

    /** Sends its first bytes, and one every 20 ms from then on, without an end. */
    public StubSite dripping(String path, String type, String first) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(bytes(first));
            while (!isClosing(20)) {
                out.write(' ');
                out.flush();
            }
        });
    }

    /** Sends as fast as it can, without an end. */
    public StubSite endless(String path, String type) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[65_536];
            while (!isClosing(0)) {
                exchange.getResponseBody().write(block);
            }
        });
    }

    public List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    public static void send(HttpExchange exchange, int status, Map<String, String> headers, byte[] body) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, status == 304 || status == 204 ? -1 : body.length == 0 ? -1 : body.length);
        if (status != 304 && status != 204) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(new Request(exchange.getRequestMethod(), path, exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Page page = pages.get(path);
        if (page == null) {
            send(exchange, 404, Map.of("Content-Type", "text/html"), bytes("nothing here"));
        } else {
            page.answer(exchange);
        }
    }

    private void await() {
        while (!isClosing(1000)) {
            // still silent
        }
    }

    private boolean isClosing(long milliseconds) {
        try {
            return closing.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
