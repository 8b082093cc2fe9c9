package org.hindcast.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Every refusal, as problem+json or as a page, by what the client accepts. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** Where Quarkus REST reads forms. */
    private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

    @Inject
    ProblemAnswers answers;
    @Inject
    AllowedMethods allowed;

    @ServerExceptionMapper
    Response invalid(InvalidInput e, RoutingContext request) {
        return answers.of(request, Problem.of(422, "Some of what was sent is not accepted.", e.violations));
    }

    @ServerExceptionMapper
    Response malformed(Malformed e, RoutingContext request) {
        return answers.of(request, Problem.of(400, e.getMessage()));
    }

    @ServerExceptionMapper
    Response notFound(NotFound e, RoutingContext request) {
        return answers.of(request, Problem.of(404, e.getMessage()));
    }

    @ServerExceptionMapper
    Response conflict(Conflict e, RoutingContext request) {
        return answers.of(request, Problem.of(409, e.getMessage()));
    }

    @ServerExceptionMapper
    Response forbidden(Forbidden e, RoutingContext request) {
        return answers.of(request, Problem.of(403, e.getMessage()));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, RoutingContext request) {
        return answers.of(request, Problem.of(403, "This account may not do that."));
    }

    @ServerExceptionMapper
    Response tooMany(TooManyRequests e, RoutingContext request) {
        Response response = answers.of(request, Problem.of(429, e.getMessage()));
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds);
        return response;
    }

    @ServerExceptionMapper({ UnauthorizedException.class, AuthenticationFailedException.class })
    Response unauthorized(SecurityException e, RoutingContext request) {
        if (e instanceof UnauthorizedException && ProblemAnswers.acceptsPage(request)) {
            // A form that was sent after its session had ended is answered with 401, not lost on the way to another page
            return request.request().method() == HttpMethod.GET ? toSignIn(request)
                    : answers.of(request, Problem.of(401, "Your session has ended. Sign in again at /login, in another tab, "
                            + "then go back to this form and send it again: what you typed is still there."));
        }
        Response response = answers.of(request, Problem.of(401, e instanceof AuthenticationFailedException
                ? "The name and password, or the token, are not those of an active account."
                : "Sign in with an account: HTTP Basic or a Bearer token is accepted."));
        response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Hindcast\", charset=\"UTF-8\"");
        return response;
    }

    private static Response toSignIn(RoutingContext request) {
        String next = URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8);
        return Response.seeOther(URI.create("/login?next=" + next)).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** The subclass is named because Quarkus brings a mapper for it, which answers in a form of its own. */
    @ServerExceptionMapper({ JsonProcessingException.class, MismatchedInputException.class })
    Response malformed(JsonProcessingException e, RoutingContext request) {
        return answers.of(request, JsonProblems.of(e));
    }

    /** A form that is cut off is no fault of ours; that it could not be kept, as on a full disk, is one. */
    @ServerExceptionMapper
    Response unread(IOException e, RoutingContext request) {
        return Stream.of(e.getStackTrace()).limit(1).anyMatch(thrown -> thrown.getClassName().startsWith(FORMS))
                ? answers.of(request, Problem.of(400, "The form ends before its last part does."))
                : failure(e, request);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, RoutingContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answers.of(request, JsonProblems.of(json));
        }
        int status = e.getResponse().getStatus();
        Response response = answers.of(request, Problem.of(status, ProblemAnswers.detail(status)));
        e.getResponse().getHeaders().forEach((name, values) -> {
            if (!HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) && !HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
                response.getHeaders().put(name, values);
            }
        });
        if (status == 405) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, allowed.at(request.request().path()));
        }
        return response;
    }

    /** Two requests at once can both find a name free; the database lets one of them have it. */
    @ServerExceptionMapper
    Response database(PersistenceException e, RoutingContext request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violated
                    && violated.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
                return answers.of(request, Problem.of(409, "Somebody else was faster by a moment, and what they stored "
                        + "and this exclude each other. Ask for what is there now."));
            }
        }
        return failure(e, request);
    }

    @ServerExceptionMapper
    Response failure(Throwable e, RoutingContext request) {
        LOG.errorf(e, "%s %s failed", request.request().method(), withoutSecret(request.request().path()));
        return answers.of(request, Problem.of(500, ProblemAnswers.detail(500)));
    }

    /** Private links hold a secret, and a log is no place for it. */
    private static String withoutSecret(String path) {
        return path.replaceFirst("^(/report/).+", "$1…");
    }
}
