package org.hindcast.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.hindcast.net.CallFailed.Reason;

/**
 * Exchanges over HTTP that are bounded in time and size whatever the other side does: one request, one answer; no redirect is
 * followed, nothing is tried again, no cookie kept, no connection used twice, no proxy asked.
 */
final class Wire implements AutoCloseable {

    private static final int AT_ONCE = 16;

    /** An answer without its body; names of headers in whatever case, the first of each. */
    record Head(int status, Map<String, String> headers) {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** Such as {@code text/html}, in lower case; empty where it is not said. */
        public String mediaType() {
            return header("Content-Type").map(type -> type.split(";")[0].strip().toLowerCase(Locale.ROOT)).orElse("");
        }
    }

    record Answer(Head head, byte[] body) {

        public int status() {
            return head.status;
        }
    }

    /** In a way that was not asked for. */
    private static final class Encoded extends IOException {
    }

    private final CloseableHttpClient client;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "wire");
                thread.setDaemon(true);
                return thread;
            });

    /** @param hosts by whom hosts are looked up: a {@link Guard} for all that is not the operator's own choice */
    Wire(DnsResolver hosts, String userAgent) {
        threads.allowCoreThreadTimeOut(true);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts)
                        .setMaxConnTotal(AT_ONCE * 2).setMaxConnPerRoute(AT_ONCE * 2)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(5)).build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16_384).build())
                                .build())
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .disableContentCompression().setUserAgent(userAgent).build();
    }

    /**
     * @param wanted how many bytes of the body are read at most, told from its head; 0: none of it
     * @throws CallFailed where no answer came in time, or a larger one
     */
    Answer exchange(HttpUriRequestBase request, Deadline deadline, ToLongFunction<Head> wanted) {
        Future<Answer> answer = threads.submit(() -> send(request, deadline, wanted));
        try {
            return answer.get(deadline.left(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw timedOut();
        } catch (ExecutionException e) {
            throw failure(e.getCause(), deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw timedOut();
        } finally {
            answer.cancel(true);
            request.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        client.close();
    }

    private Answer send(HttpUriRequestBase request, Deadline deadline, ToLongFunction<Head> wanted) throws IOException {
        request.setConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false)
                .setResponseTimeout(Timeout.ofMilliseconds(Math.max(1, deadline.left()))).build());
        request.setHeader("Connection", "close");
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Header header : response.getHeaders()) {
                headers.putIfAbsent(header.getName(), header.getValue());
            }
            Head head = new Head(response.getCode(), headers);
            long largest = wanted.applyAsLong(head);
            return new Answer(head, largest == 0 ? new byte[0] : body(response.getEntity(), head, largest));
        } finally {
            breakOff(request, response);
        }
    }

    /** To close an answer is to read the rest of it, which may have no end; unless there is no connection any more. */
    private static void breakOff(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // nothing more was wanted of it
        }
    }

    private static byte[] body(HttpEntity entity, Head head, long largest) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > largest) {
            throw new Bounded.TooLarge();
        }
        String encoding = head.header("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        InputStream sent = new Bounded(entity.getContent(), largest);
        return switch (encoding) {
            case "identity", "" -> sent.readAllBytes();
            case "gzip", "x-gzip" -> new Bounded(new GZIPInputStream(sent), largest).readAllBytes();
            default -> throw new Encoded();
        };
    }

    private static CallFailed failure(Throwable cause, Deadline deadline) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof CallFailed failed) {
                return failed;
            } else if (e instanceof Guard.NotPublic) {
                return new CallFailed(Reason.NOT_PUBLIC, "leads to an address that is not on the public internet");
            } else if (e instanceof UnknownHostException) {
                return new CallFailed(Reason.UNKNOWN_HOST, "has a host that nobody knows");
            } else if (e instanceof Bounded.TooLarge) {
                return new CallFailed(Reason.TOO_LARGE, "holds more than is read from one address");
            } else if (e instanceof java.net.SocketTimeoutException || deadline.left() == 0) {
                return timedOut();
            }
        }
        return new CallFailed(Reason.UNREACHABLE, trouble(cause));
    }

    /** In words that are right whether something was asked for or sent. Of what comes from the other side, nothing is told. */
    private static String trouble(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return String.valueOf(cause.getMessage()).contains("refused") ? "refused the connection"
                    : "could not be connected to";
        } else if (cause instanceof SSLException) {
            return "could not be connected to safely: its certificate is not valid, or it speaks no TLS that is";
        } else if (cause instanceof MessageConstraintException) {
            return "answered with longer headers than are read";
        } else if (cause instanceof HttpException || cause instanceof ClientProtocolException) {
            return "answered with what is no HTTP";
        } else if (cause instanceof ZipException || cause instanceof Encoded) {
            return "answered with what cannot be decompressed";
        }
        return "closed the connection before its answer was complete";
    }

    private static CallFailed timedOut() {
        return new CallFailed(Reason.TIMED_OUT, "did not answer in time");
    }
}
