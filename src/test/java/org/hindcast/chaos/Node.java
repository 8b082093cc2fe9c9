package org.hindcast.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.outbox.SmtpSink;

/** One service of several on the same database, as it is packaged, in a JVM of its own, with a mail server of its own. */
final class Node implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Duration LONGEST_START = Duration.ofSeconds(300);
    private static final List<Path> FAKETIME = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    final String name;
    final SmtpSink sink;
    /** Of the mails that it was given the end of, whatever it heard. */
    final Set<String> handedOver = ConcurrentHashMap.newKeySet();
    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private volatile Process process;

    /** @param settings that of the database, and what is to be other than usual */
    Node(String name, Path work, Map<String, String> settings) throws IOException {
        this.name = name;
        this.folder = Files.createDirectories(work.resolve(name));
        this.settings = settings;
        this.sink = new SmtpSink(0);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** @param ahead of what the clocks of the others say; null or zero for the same */
    void start(Duration ahead) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("There is no " + JAR + ": package the service first");
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("HINDCAST_"));
        environment.putAll(Map.of("QUARKUS_HTTP_PORT", "" + port, "QUARKUS_HTTP_HOST", "127.0.0.1", "HINDCAST_HOME",
                folder.toString(), "HINDCAST_LEDGER", Files.createDirectories(folder.resolve("forecasts")).toString(),
                "HINDCAST_ADMIN_PASSWORD", PASSWORD, "HINDCAST_REMINDER_EVERY", "5s", "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", "" + sink.port(), "HINDCAST_LIMITS_WRITES", "0",
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "12"));
        environment.putAll(settings);
        if (ahead != null && !ahead.isZero()) {
            environment.put("LD_PRELOAD", FAKETIME.stream().filter(Files::exists).findFirst()
                    .orElseThrow(() -> new IllegalStateException("A wrong clock needs Debian's faketime")).toString());
            environment.put("FAKETIME", "%+ds".formatted(ahead.toSeconds()));
            environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        }
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())).start();
    }

    void awaitStart() throws Exception {
        for (long deadline = System.nanoTime() + LONGEST_START.toNanos(); !answers();) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " did not start:\n" + log());
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** At once, whatever it is doing. @return whether that is how it ended */
    boolean kill() throws InterruptedException {
        Process killed = process;
        killed.destroyForcibly();
        return killed.waitFor(20, TimeUnit.SECONDS) && killed.exitValue() == 128 + 9;
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).inheritIO().start().waitFor();
    }

    /** Whether the system says that it is stopped. */
    boolean isStopped() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    }

    boolean answers() throws InterruptedException {
        try {
            return get("/q/health/live").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** How far it says its clock is ahead, in ms, where it says that it is not ready for it. */
    long saysItIsAhead() throws IOException, InterruptedException {
        String body = get("/q/health/ready").body();
        Matcher ahead = Pattern.compile("\"millisecondsAheadOfDatabase\":\\s*(-?\\d+)").matcher(body);
        return body.contains("DOWN") && ahead.find() ? Long.parseLong(ahead.group(1)) : 0;
    }

    /** A counter or gauge, all its tags together. */
    double metric(String start) throws IOException, InterruptedException {
        return get("/q/metrics").body().lines().filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    /** An admin decides. @return when that was acknowledged */
    Instant decide(String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request("/api/v1/questions/" + question + "/verdicts")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(
                        "{\"outcome\": \"YES\", \"evidence\": [{\"url\": \"https://example.org/seen\"}]}"))
                .build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("No verdict: " + answer.statusCode() + " " + answer.body());
        }
        return Instant.now();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null) {
            process.destroyForcibly();
            process.waitFor(20, TimeUnit.SECONDS);
        }
        sink.close();
    }
}
