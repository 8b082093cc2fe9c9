package org.hindcast.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Account;
import org.hindcast.account.Role;
import org.hindcast.forecast.QuestionView;
import org.hindcast.question.Question;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.identity.SecurityIdentity;

/** The queue of a reviewer. */
@Path("/api/v1/reviews")
@RolesAllowed(Role.REVIEWER)
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;
    @Inject
    Site site;

    @GET
    @Transactional
    public Page<QuestionView> queue(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        Instant now = clock.instant();
        Account reviewer = Account.named(identity.getPrincipal().getName());
        List<Question> questions = ReviewQueue.of(ReviewQueue.Asked.ANYBODY, reviewer, now, Cursor.parse(cursor), size);
        Map<UUID, QuestionView> views = QuestionView.of(questions, now, site.baseUrl()).stream()
                .collect(Collectors.toMap(QuestionView::id, Function.identity()));
        return Page.of(questions, size, q -> new Cursor(q.dueAt.toString(), q.id), q -> views.get(q.id));
    }
}
