package org.hindcast.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.question.Question;
import org.hindcast.question.QuestionFilter;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Questions with the forecasts that stand on them. */
@Path("/api/v1/questions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class QuestionResource {

    @Inject
    Clock clock;
    @Inject
    Site site;

    @GET
    @Transactional
    public Page<QuestionView> list(@RestQuery String status, @RestQuery String topic, @RestQuery String due,
            @RestQuery String cursor,
            @RestQuery String limit) {
        int size = Page.limit(limit);
        Instant now = clock.instant();
        var filter = new QuestionFilter(Enums.parse("status", status, Question.Status.class), topic, due);
        List<Question> questions = Question.page(filter, now, Cursor.parse(cursor), size);
        Map<UUID, QuestionView> views = QuestionView.of(questions, now, site.baseUrl()).stream()
                .collect(Collectors.toMap(QuestionView::id, Function.identity()));
        return Page.of(questions, size, q -> new Cursor(q.dueAt.toString(), q.id), q -> views.get(q.id));
    }

    @GET
    @Path("{id}/history")
    @Transactional
    public Page<History.Entry> history(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        return History.of(List.of(Question.byId(id).id), cursor, limit);
    }

    @GET
    @Path("{id}")
    @Transactional
    public QuestionView one(@RestPath UUID id) {
        return QuestionView.of(Question.byId(id), clock.instant(), site.baseUrl());
    }
}
