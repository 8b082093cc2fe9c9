package org.hindcast.calendar;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Secret;

/** A calendar as it is sent: not again where it is as it was. */
final class CalendarFile {

    static final String TYPE = "text/calendar;charset=UTF-8";
    static final String PUBLIC = "public, max-age=900";
    static final String PRIVATE = "private, no-cache";

    private CalendarFile() {
    }

    static Response of(String text, String caching, Request request) {
        EntityTag tag = new EntityTag(Secret.hash(text).substring(0, 32));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(text.getBytes(StandardCharsets.UTF_8))).tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, caching).header("X-Robots-Tag", "noindex").build();
    }
}
