package org.hindcast.scorecard;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.author.Author;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Cursor;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/comparisons")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ComparisonResource {

    @Inject
    Clock clock;
    @Inject
    HeadToHeads comparisons;

    @GET
    @Transactional
    public HeadToHead compare(@RestQuery String a, @RestQuery String b, @RestQuery String lexicon, @RestQuery String cursor,
            @RestQuery String limit) {
        return comparisons.read(author("a", a), other(a, b), lexicon(lexicon), Cursor.parse(cursor), Page.limit(limit),
                clock.instant());
    }

    private static Author other(String a, String b) {
        Author other = author("b", b);
        if (b.equals(a)) {
            throw new InvalidInput("b", "is the same author as a; another one is accepted");
        }
        return other;
    }

    private static Author author(String field, String slug) {
        if (slug == null) {
            throw new InvalidInput(field, "is missing; the slug of an author is accepted");
        }
        return Author.bySlug(slug);
    }

    static Lexicon lexicon(String id) {
        return Optional.ofNullable(id).map(Lexicon::named).orElse(Optional.of(Lexicon.standard()))
                .orElseThrow(() -> new InvalidInput("lexicon", "accepted are " + String.join(", ", Lexicon.ids())));
    }
}
