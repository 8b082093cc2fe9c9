package org.hindcast.intake;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import org.hindcast.account.Role;
import org.hindcast.author.AuthorRef;
import org.hindcast.net.Fetcher;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.smallrye.common.annotation.Blocking;

/** Feeds that are followed, and what came by them. */
@Path("/api/v1/feeds")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class FeedResource {

    @JsonInclude
    record FeedView(UUID id, String url, String title, AuthorRef author, boolean active, Instant readAt, Instant nextAt,
            int failures, String lastError) {

        static FeedView of(FollowedFeed feed) {
            return new FeedView(feed.id, feed.url, feed.title, feed.author == null ? null : AuthorRef.of(feed.author),
                    feed.active,
                    feed.readAt, feed.active ? feed.nextAt : null, feed.failures, feed.lastError);
        }
    }

    @JsonInclude
    record ItemView(UUID id, UUID feed, String url, String title, String byline, LocalDate publishedOn, int characters,
            Integer candidates, Instant seenAt) {

        static ItemView of(FeedItem item) {
            return new ItemView(item.id, item.feed.id, item.url, item.title, item.byline, item.publishedOn, item.characters,
                    item.candidates, item.seenAt);
        }
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Fetcher fetcher;
    @Inject
    TakingItems items;
    @Inject
    Taking taking;

    @GET
    @Transactional
    public Page<FeedView> feeds(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(FollowedFeed.page(Cursor.parse(cursor), size), size, feed -> new Cursor("", feed.id), FeedView::of);
    }

    /** Follows a feed; it is read with the next sweep. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    public Response follow(NewFeed sent) {
        FollowedFeed feed = Body.of(sent).follow(fetcher, me.username(), clock.instant());
        return Response.created(URI.create("/api/v1/feeds/" + feed.id)).entity(FeedView.of(feed)).build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public FeedView feed(@RestPath UUID id) {
        return FeedView.of(FollowedFeed.byId(id));
    }

    /** Follows it no longer. What came by it stays. */
    @DELETE
    @Path("{id}")
    @Transactional
    public void stop(@RestPath UUID id) {
        FollowedFeed.byId(id).stop(me.username(), clock.instant());
    }

    /** What waits for an editor, the last that came first. */
    @GET
    @Path("items")
    @Transactional
    public Page<ItemView> items(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(FeedItem.unread(Cursor.parse(cursor), size), size, item -> new Cursor("", item.id), ItemView::of);
    }

    /** Makes a piece of it; what is sent goes before what it says itself. */
    @POST
    @Path("items/{id}/take")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Idempotent(further = true)
    public Response take(@RestPath UUID id, NewFetch sent) {
        TakingItems.Taken taken = items.read(id, Body.of(sent), me.username());
        return taking.take(taken, me.username());
    }

    @POST
    @Path("items/{id}/pass")
    @Transactional
    @Idempotent
    public void pass(@RestPath UUID id) {
        FeedItem.byId(id).pass(me.username());
    }
}
