package org.hindcast.follow;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.web.Enums;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.NotFound;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What somebody with an account follows. */
@Path("/me/follows")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class MyFollowPages {

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Following following;

    @GET
    @Transactional
    public TemplateInstance list() {
        return FollowingPages.Templates.following(FollowingPages.Listing.of(Follower.of(me.id()), "/me/follows"));
    }

    /** @param back the page to go back to; null: the list */
    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response end(@RestForm UUID follow, @RestForm String back) {
        Follower mine = mine();
        String page = back == null || follow == null ? "/me/follows" : Follow.of(mine, follow).target().path();
        following.end(mine, follow, clock.instant());
        return Response.seeOther(URI.create(page)).build();
    }

    @POST
    @Path("mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response change(@RestForm String mail) {
        following.change(mine(), mail(mail), clock.instant());
        return Response.seeOther(URI.create("/me/follows")).build();
    }

    private Follower mine() {
        Follower mine = Follower.of(me.id());
        if (mine == null) {
            throw new NotFound("follow of", me.username());
        }
        return mine;
    }

    static Follower.Mail mail(String sent) {
        Follower.Mail mail = Enums.parse("mail", Query.given(sent), Follower.Mail.class);
        if (mail == null) {
            throw new InvalidInput("mail", "is missing; AT_ONCE, DAILY or NONE is accepted");
        }
        return mail;
    }
}
