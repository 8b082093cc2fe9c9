package org.hindcast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged service in a process of its own. */
final class RunningService implements AutoCloseable {

    static final String PASSWORD = "only for this benchmark";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    final int port;
    /** From the start of the process to the first answer that it is ready. */
    final double secondsToReady;
    private final Process process;

    private RunningService(int port, double secondsToReady, Process process) {
        this.port = port;
        this.secondsToReady = secondsToReady;
        this.process = process;
    }

    /** @param settings beside those that every benchmark needs: no limits, a known password */
    static RunningService start(Path jar, Path home, Path ledger, Map<String, String> settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                jar.toString()).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolve("service.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("HINDCAST_")
                || name.equals("JDK_JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", "" + port, "HINDCAST_HOME", home.toString(), "HINDCAST_LEDGER",
                ledger.toString(), "HINDCAST_ADMIN_PASSWORD", PASSWORD, "HINDCAST_LIMITS_WRITES", "0", "HINDCAST_LIMITS_SEARCH",
                "0", "HINDCAST_LIMITS_SIGN_IN", "0", "HINDCAST_REMINDER_EVERY", "1h", "HINDCAST_CELLS_CHECK_EVERY", "24h"));
        builder.environment().putAll(settings);
        long begin = System.nanoTime();
        Process process = builder.start();
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not start:\n" + Files.readString(home.resolve("service.log")));
            }
            LockSupport.parkNanos(10_000_000);
        }
        return new RunningService(port, (System.nanoTime() - begin) / 1e9, process);
    }

    private static boolean isReady(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** A token of the first account: a password would cost more than the request. */
    String token() throws IOException, InterruptedException {
        java.net.http.HttpResponse<String> answer = java.net.http.HttpClient.newHttpClient().send(
                java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tokens"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + java.util.Base64.getEncoder()
                                .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\": \"benchmark\"}")).build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(answer.body());
        if (!token.find()) {
            throw new IllegalStateException("No token: " + answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    /** Seconds of processor time that the service has used so far. */
    double processorSeconds() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Of the service in MiB; NaN where there is no /proc. */
    double memory() {
        return proportionalMemory(process.toHandle());
    }

    /** Of all processes of PostgreSQL beside it, shared pages counted once. */
    static double postgresMemory(Path home) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            List<ProcessHandle> ours = all.filter(one -> one.info().command().orElse("").startsWith(home.toString())
                    || one.info().commandLine().orElse("").contains(home.toString())
                            && one.info().command().orElse("").endsWith("postgres"))
                    .toList();
            double sum = 0;
            for (ProcessHandle one : ours) {
                double own = proportionalMemory(one);
                sum += Double.isNaN(own) ? 0 : own;
            }
            return sum == 0 ? Double.NaN : sum;
        }
    }

    private static double proportionalMemory(ProcessHandle process) {
        try {
            Matcher pss = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB")
                    .matcher(Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup")));
            return pss.find() ? Long.parseLong(pss.group(1)) / 1024.0 : Double.NaN;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
