package org.hindcast.intake;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.author.Author;
import org.hindcast.author.NewAuthor;
import org.hindcast.net.Fetcher;
import org.hindcast.piece.PieceForm;
import org.hindcast.web.Conflict;
import org.hindcast.web.Cursor;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Query;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** Where editors follow feeds, and take up or pass over what comes by them. */
@Path("/edit/feeds")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class FeedPages {

    private static final int PAGE = 50;
    private static final int MOST_FEEDS = 200;

    /** @param trouble why an item was not taken; null where there is no such reason */
    public record Feeds(List<FeedItem> items, String next, List<FollowedFeed> feeds, Filled form, List<String> authors,
            String trouble) {
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance feeds(Feeds page);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Fetcher fetcher;
    @Inject
    TakingItems taking;
    @Inject
    FeedReading reading;
    @Inject
    FeedSettings settings;

    /** @param followed id of the feed that has just been followed, and read for the first time */
    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String cursor, @RestQuery UUID followed) {
        return page(cursor, Filled.empty(), trouble(followed));
    }

    /** Follows a feed, and reads it at once. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response follow(MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        try {
            FollowedFeed feed = QuarkusTransaction.requiringNew().call(() -> {
                FollowedFeed followed = newFeed(form).follow(fetcher, me.username(), clock.instant());
                followed.nextAt = clock.instant().plus(settings.interval());
                return followed;
            });
            reading.read(feed);
            return Response.seeOther(URI.create("/edit/feeds?followed=" + feed.id)).build();
        } catch (InvalidInput e) {
            return again(422, form.refused(e.violations), null);
        }
    }

    /** Stops following it, or begins again, which is to read it now. */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response change(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        boolean stop = Filled.of(sent).is("action", "stop");
        FollowedFeed feed = QuarkusTransaction.requiringNew().call(() -> {
            FollowedFeed known = FollowedFeed.byId(id);
            if (stop) {
                known.stop(me.username(), clock.instant());
            } else {
                FollowedFeed.follow(known.url, null, me.username(), clock.instant());
                known.nextAt = clock.instant().plus(settings.interval());
            }
            return known;
        });
        if (!stop) {
            reading.read(feed);
        }
        return Response.seeOther(URI.create("/edit/feeds#followed")).build();
    }

    /** Takes an item up, to be looked over as what is read from the web, or passes it over. */
    @POST
    @Path("items/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response decide(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        try {
            if (form.is("action", "take")) {
                TakingItems.Taken taken = taking.read(id, new NewFetch(null, null, null, null, null, null, null),
                        me.username());
                return Response.seeOther(URI.create(ReadPiecePages.keep(taken.document(), id, me.username()))).build();
            }
            QuarkusTransaction.requiringNew().run(() -> FeedItem.byId(id).pass(me.username()));
            return Response.seeOther(URI.create("/edit/feeds")).build();
        } catch (InvalidInput e) {
            return again(422, Filled.empty(), "The item was not taken up: its address " + e.violations.get(0).message() + ".");
        } catch (Conflict e) {
            return again(409, Filled.empty(), e.getMessage());
        }
    }

    /** What went wrong with it; null where nothing did. */
    private static String trouble(UUID followed) {
        FollowedFeed feed = followed == null ? null : FollowedFeed.findById(followed);
        return feed == null || feed.lastError == null ? null
                : "%s could not be read: the address %s. It is %s.".formatted(feed.name(), feed.lastError,
                        feed.active ? "followed all the same, and tried again on " + Formats.time(feed.nextAt)
                                : "not followed");
    }

    private static NewFeed newFeed(Filled form) {
        Violations violations = new Violations();
        String name = form.text("author.name", violations);
        NewFeed feed = new NewFeed(form.text("url", violations),
                name == null ? null : new NewAuthor(name, null, Author.Kind.PERSON, null, null));
        violations.throwIfAny();
        if (name != null && !Author.isKnown(feed.author())) {
            throw new InvalidInput("author.name", "is not on record; leave it empty, and name the author with the first piece");
        }
        return feed;
    }

    private Response again(int status, Filled form, String trouble) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(page(null, form, trouble)).build());
    }

    private TemplateInstance page(String cursor, Filled form, String trouble) {
        List<FeedItem> items = FeedItem.unread(Cursor.parse(cursor), PAGE);
        boolean more = items.size() > PAGE;
        List<FeedItem> shown = more ? items.subList(0, PAGE) : items;
        String next = more
                ? new Query("/edit/feeds").with("cursor", new Cursor("", shown.get(PAGE - 1).id).toString()).toString()
                : null;
        return Templates
                .feeds(new Feeds(shown, next, FollowedFeed.page(null, MOST_FEEDS - 1), form, PieceForm.authors(), trouble));
    }
}
