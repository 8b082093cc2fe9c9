package org.hindcast.scorecard;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.author.Author;
import org.hindcast.author.AuthorRef;
import org.hindcast.score.Lexicon;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/authors")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ScorecardResource {

    @Inject
    Clock clock;
    @Inject
    Cells cells;

    @GET
    @Path("{slug}/scorecard")
    @Transactional
    public Scorecard scorecard(@RestPath String slug, @RestQuery String topic, @RestQuery String from, @RestQuery String to,
            @RestQuery String lexicon, @RestQuery String undated) {
        Scope scope = Scope.parse(topic, from, to, undated);
        Lexicon read = Lexicons.parse(lexicon);
        Author author = Author.bySlug(slug);
        return Scorecard.of(AuthorRef.of(author), cells.of(author, scope), scope, read, clock.instant());
    }
}
