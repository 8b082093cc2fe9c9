package org.hindcast.web;

import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What is refused before any resource is asked, and a body for what the router refuses by itself. */
@ApplicationScoped
class RouterGuards {

    // Ways to write a path that different parts of the stack read differently (CVE-2026-39852, CVE-2026-50559)
    private static final Pattern AMBIGUOUS = Pattern.compile(";|%3b|%2f|%5c|\\\\|%00");

    private static final Pattern TAKES_FILES = Pattern.compile("/api/v1/scores|/score");
    private static final long LARGEST_BODY = 4 * 1024 * 1024;

    @Inject
    ProblemAnswers answers;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize largestFile;

    void filters(@Observes Filters filters) {
        filters.register(this::refuseAmbiguousPaths, 10_000);
        filters.register(this::refuseLargeBodies, 9_999);
        filters.register(this::refuseUnnamedBodies, 9_998);
    }

    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(failed -> {
            int status = failed.statusCode() < 400 ? 500 : failed.statusCode();
            answers.send(failed, Problem.of(status, ProblemAnswers.detail(status)));
        });
    }

    /** Quarkus has one limit for all addresses, and refuses without a word. */
    private void refuseLargeBodies(RoutingContext request) {
        long largest = TAKES_FILES.matcher(request.request().path()).matches() ? largestFile.asLongValue() : LARGEST_BODY;
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > largest) {
            refuse(request, 413, "The body is %s bytes long; at most %,d are accepted here.".formatted(length, largest));
        } else if (length == null && largest == LARGEST_BODY
                && request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            refuse(request, 411, "This address takes a body only with a Content-Length.");
        } else {
            request.next();
        }
    }

    /** Where an address takes several types, one that cannot be read fails, and one that is missing is guessed. */
    private void refuseUnnamedBodies(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean body = length == null ? request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : Long.parseLong(length) > 0;
        if (type == null || type.isBlank()) {
            if (body) {
                refuse(request, 415, "A body needs a Content-Type that says what it is.");
            } else {
                request.next();
            }
        } else if (isMediaType(type)) {
            request.next();
        } else {
            refuse(request, 400, "The Content-Type is none; one such as application/json is accepted.");
        }
    }

    private static boolean isMediaType(String type) {
        try {
            MediaType.valueOf(type);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(RoutingContext request, int status, String detail) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        answers.send(request, Problem.of(status, detail));
    }

    private void refuseAmbiguousPaths(RoutingContext request) {
        String uri = request.request().uri().toLowerCase(Locale.ROOT);
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        if (AMBIGUOUS.matcher(path).find() || uri.contains("%00")) {
            answers.send(request, Problem.of(400, "Paths with ';', '\\', %3b, %2f, %5c or %00 are not accepted."));
        } else {
            request.next();
        }
    }
}
