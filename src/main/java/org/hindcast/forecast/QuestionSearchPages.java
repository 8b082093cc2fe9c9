package org.hindcast.forecast;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.web.Form;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where editors look for questions that a forecast may join. */
@Path("/edit/questions")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class QuestionSearchPages {

    @CheckedTemplate(basePath = "forecast")
    static class Templates {
        static native TemplateInstance editQuestions(String q, String back, List<FoundQuestion> found);
    }

    @Inject
    Clock clock;

    /**
     * @param piece slug of the piece whose new forecast the question is for
     * @param forecast id of the draft that it is for
     * @param near a claim: then those that it may already be an answer to, instead of those that have the words
     * @param due of that claim
     */
    @GET
    @Transactional
    public TemplateInstance questions(@RestQuery String q, @RestQuery String piece, @RestQuery String forecast,
            @RestQuery String near, @RestQuery String due) {
        String back = given(piece, "[a-z0-9-]+") ? "/edit/pieces/" + piece
                : given(forecast, "[0-9a-f-]{36}") ? "/edit/forecasts/" + forecast : null;
        String words = Query.given(q);
        String claim = Query.given(near);
        return Templates.editQuestions(words == null ? "" : words, back, claim == null
                ? FoundQuestion.of(words, null, clock.instant())
                : FoundQuestion.near(claim, Form.date("due", due), clock.instant()));
    }

    private static boolean given(String value, String form) {
        return value != null && value.matches(form);
    }
}
