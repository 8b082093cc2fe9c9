package org.hindcast.scorecard;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.forecast.QuestionLine;
import org.hindcast.question.Question;
import org.hindcast.question.QuestionFilter;
import org.hindcast.web.NotFound;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The questions of a topic, and who is scored on it. */
@Path("/topics")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class TopicPages {

    private static final int QUESTIONS = 20;
    private static final int AUTHORS = 50;

    record Section(String title, String none, List<QuestionLine> questions) {
    }

    @CheckedTemplate(basePath = "scorecard")
    static class Templates {
        static native TemplateInstance topic(String topic, boolean classics, List<Section> sections, List<Summary> authors);
    }

    @Inject
    Clock clock;
    @Inject
    Boards boards;

    @GET
    @Path("{topic}")
    @Transactional
    public TemplateInstance one(@RestPath String topic) {
        Instant now = clock.instant();
        List<Question> due = open(topic, "true", now);
        List<Question> open = open(topic, "false", now);
        List<Question> resolved = Question.lastResolved(topic, QUESTIONS);
        List<Question> all = new ArrayList<>(due);
        all.addAll(open);
        all.addAll(resolved);
        if (all.isEmpty()) {
            throw new NotFound("topic", topic);
        }
        Map<UUID, QuestionLine> lines = QuestionLine.of(all, now);
        return Templates.topic(topic, topic.equals(BoardScope.CLASSICS), List.of(
                section("Waiting for a verdict", "Nothing is due.", due, lines),
                section("Open", "Nothing is open.", open, lines),
                section("Resolved", "Nothing has been resolved yet.", resolved, lines)),
                boards.supported(topic, AUTHORS).stream().map(Summary::of).toList());
    }

    private static List<Question> open(String topic, String due, Instant now) {
        return Question.page(new QuestionFilter(Question.Status.OPEN, topic, due), now, null, QUESTIONS - 1);
    }

    private static Section section(String title, String none, List<Question> questions, Map<UUID, QuestionLine> lines) {
        return new Section(title, none, questions.stream().map(q -> lines.get(q.id)).toList());
    }
}
