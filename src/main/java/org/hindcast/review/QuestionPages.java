package org.hindcast.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.ForecastLine;
import org.hindcast.forecast.QuestionView;
import org.hindcast.forecast.Standing;
import org.hindcast.forecast.Told;
import org.hindcast.question.Question;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A question, who took which position on it, and how it was decided. */
@Path("/questions")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class QuestionPages {

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance question(Question q, Standing standing, Resolution resolution,
                List<ForecastLine> forecasts, List<Told> history);
    }

    @Inject
    Clock clock;

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance one(@RestPath UUID id) {
        Instant now = clock.instant();
        Question question = Question.byId(id);
        List<Forecast> forecasts = Forecast.on(List.of(id), QuestionView.MOST_FORECASTS);
        return Templates.question(question, Standing.of(question, now), Resolution.of(id),
                forecasts.stream().map(forecast -> ForecastLine.of(forecast, now)).toList(), Told.of(List.of(id)));
    }
}
