package org.hindcast.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A refusal: of a page as a page, for who asks for HTML; of anything else, and of all of the API, as problem+json. */
@ApplicationScoped
class ProblemAnswers {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance problem(Problem problem);
    }

    @Inject
    ObjectMapper json;

    Response of(RoutingContext request, Problem problem) {
        return Response.status(problem.status()).type(mediaType(request)).entity(body(request, problem)).build();
    }

    /** For what the router refuses before any resource of ours is asked. */
    void send(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (!response.ended() && !response.headWritten()) {
            response.setStatusCode(problem.status()).putHeader("Content-Type", mediaType(request))
                    .end(body(request, problem));
        }
    }

    private String body(RoutingContext request, Problem problem) {
        if (acceptsPage(request)) {
            return Templates.problem(problem).render();
        }
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mediaType(RoutingContext request) {
        return acceptsPage(request) ? MediaType.TEXT_HTML + ";charset=UTF-8" : Problem.MEDIA_TYPE;
    }

    static boolean acceptsPage(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        return !request.request().uri().startsWith("/api/") && accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is malformed.";
            case 401 -> "Sign in with an account.";
            case 403 -> "This account may not do that.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "This address cannot answer in a form that the request accepts.";
            case 413 -> "The body is larger than this address accepts.";
            case 414 -> "The address is longer than is accepted.";
            case 415 -> "This address does not take that content type; the OpenAPI document at /q/openapi names what it takes.";
            case 431 -> "The header fields are larger than is accepted.";
            default -> status < 500 ? "The request is refused."
                    : "Something went wrong here; it is in our log. Nothing was half-done: the change was taken back.";
        };
    }
}
