package org.hindcast.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.hindcast.review.ReviewQueue.Asked;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.identity.SecurityIdentity;

/** The queue of a reviewer: what asks them; and, where they want to help, what asks others. */
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
    public Page<QuestionView> queue(@RestQuery String asked, @RestQuery String cursor, @RestQuery String limit) {
        Asked of = Objects.requireNonNullElse(Enums.parse("asked", asked, Asked.class), Asked.ME);
        int size = Page.limit(limit);
        Instant now = clock.instant();
        Account reviewer = Account.named(identity.getPrincipal().getName());
        List<Question> questions = ReviewQueue.of(of, reviewer, now, Cursor.parse(cursor), size);
        Map<UUID, QuestionView> views = QuestionView.of(questions, now, site.baseUrl()).stream()
                .collect(Collectors.toMap(QuestionView::id, Function.identity()));
        return Page.of(questions, size, ReviewQueue::cursor, q -> views.get(q.id));
    }
}
