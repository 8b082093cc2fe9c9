package org.hindcast.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * A plain HTTP/1.1 client on kept connections. Closed loop: each connection asks again when it has its answer, which shows the
 * throughput. Open loop: requests begin when a clock says so, and are timed from then on, so that waiting in line counts.
 */
final class HttpLoad {

    /** @param seconds time of each answer, ascending */
    record Result(long answers, long failures, double elapsed, double[] seconds) {

        double perSecond() {
            return answers / elapsed;
        }

        double percentile(double share) {
            return seconds.length == 0 ? Double.NaN : seconds[(int) Math.min(seconds.length - 1, share * seconds.length)];
        }
    }

    private final int port;
    private final int connections;

    HttpLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** @param request the n-th request as bytes; null ends the run */
    Result closed(LongFunction<byte[]> request, Duration time) {
        return run(request, time, 0);
    }

    Result open(LongFunction<byte[]> request, Duration time, double perSecond) {
        return run(request, time, perSecond);
    }

    static byte[] get(String path, String... headers) {
        return request("GET", path, "", headers);
    }

    static byte[] request(String method, String path, String body, String... headers) {
        StringBuilder request = new StringBuilder(
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Type: application/json\r\nContent-Length: ").append(body.length()).append("\r\n");
        }
        return request.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    private Result run(LongFunction<byte[]> request, Duration time, double perSecond) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        AtomicLong next = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        Callable<List<Long>> client = () -> {
            List<Long> times = new ArrayList<>();
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
                while (true) {
                    long n = next.getAndIncrement();
                    long due = perSecond == 0 ? System.nanoTime() : begin + (long) (n * 1e9 / perSecond);
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    byte[] bytes = due < end ? request.apply(n) : null;
                    if (bytes == null) {
                        return times;
                    }
                    socket.getOutputStream().write(bytes);
                    int status = answer(in);
                    if (status >= 200 && status < 400) {
                        times.add(System.nanoTime() - due);
                    } else {
                        failures.incrementAndGet();
                    }
                }
            }
        };
        try {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(client));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> one : all) {
                times.addAll(one.get());
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            double[] seconds = times.stream().mapToDouble(nanos -> nanos / 1e9).toArray();
            Arrays.sort(seconds);
            return new Result(seconds.length, failures.get(), elapsed, seconds);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads one answer to its end. @return its status */
    private static int answer(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase();
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        if (chunked) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                in.skipNBytes(size + 2);
            }
            line(in);
        } else if (status != 304) {
            in.skipNBytes(length);
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
