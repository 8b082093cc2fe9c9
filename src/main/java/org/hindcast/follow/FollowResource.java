package org.hindcast.follow;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;

/** What an account follows. */
@Path("/api/v1/follows")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class FollowResource {

    /** @param about path, or whole address, of the page of a question, an author or a topic */
    record Wanted(String about) {
    }

    record FollowView(UUID id, String kind, String title, String about, Instant since) {

        static FollowView of(Follow follow) {
            Target target = follow.target();
            return new FollowView(follow.id, target.word().toUpperCase(), target.title(), target.path(), follow.confirmedAt);
        }
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;
    @Inject
    Following following;

    @GET
    @Transactional
    public Page<FollowView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        Follower mine = Follower.of(me.id());
        return Page.of(mine == null ? List.of() : Follow.page(mine.id, after, size), size, follow -> new Cursor("", follow.id),
                FollowView::of);
    }

    /** Where they follow it already, 201 as well, and the follow that is there. */
    @POST
    @Transactional
    @Idempotent
    public Response begin(Wanted sent) {
        Violations violations = new Violations();
        Target target = NewFollow.target(Body.of(sent).about(), violations, site.baseUrl());
        violations.throwIfAny();
        Follow follow = following.begin(target, me.get(), clock.instant());
        return Response.created(URI.create("/api/v1/follows/" + follow.id)).entity(FollowView.of(follow)).build();
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void end(@RestPath UUID id) {
        Follower mine = Follower.of(me.id());
        if (mine == null) {
            throw new NotFound("follow", id);
        }
        following.end(mine, id, clock.instant());
    }
}
