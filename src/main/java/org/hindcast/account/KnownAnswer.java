package org.hindcast.account;

import java.net.URI;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A request was answered before and is answered the same, without being done again. */
class KnownAnswer extends RuntimeException {

    private final int status;
    private final String location;
    private final String body;

    KnownAnswer(int status, String location, String body) {
        super("answered before", null, false, false);
        this.status = status;
        this.location = location;
        this.body = body;
    }

    static class Answering {

        @ServerExceptionMapper
        public Response answer(KnownAnswer known) {
            return Response.status(known.status)
                    .type(known.body == null ? null : MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .entity(known.body).location(known.location == null ? null : URI.create(known.location))
                    .header("Idempotency-Replayed", true).build();
        }
    }
}
