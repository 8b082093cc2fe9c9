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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What this is, what was just resolved, what is due, and whose scorecards say most. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class HomePages {

    private static final int QUESTIONS = 6;
    private static final int AUTHORS = 10;

    @CheckedTemplate(basePath = "scorecard")
    static class Templates {
        static native TemplateInstance home(List<QuestionLine> resolved, List<QuestionLine> due, List<Summary> authors);
    }

    @Inject
    Clock clock;
    @Inject
    Boards boards;

    @GET
    @Transactional
    public TemplateInstance home() {
        Instant now = clock.instant();
        List<Question> resolved = Question.lastResolved(QUESTIONS);
        List<Question> due = Question.dueBefore(now, QUESTIONS);
        List<Question> all = new ArrayList<>(resolved);
        all.addAll(due);
        Map<UUID, QuestionLine> lines = QuestionLine.of(all, now);
        return Templates.home(resolved.stream().map(q -> lines.get(q.id)).toList(),
                due.stream().map(q -> lines.get(q.id)).toList(),
                boards.supported(null, AUTHORS).stream().map(Summary::of).toList());
    }
}
