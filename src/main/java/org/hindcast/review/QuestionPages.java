package org.hindcast.review;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.question.Question;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A question, who took which position on it, how it was decided, and who disputes that. */
@Path("/questions/{id}")
@Produces(MediaType.TEXT_HTML)
class QuestionPages {

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance question(QuestionPage page);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Disputing disputing;

    /** @param disputed set on the way back from the form */
    @GET
    @PermitAll
    @Transactional
    public TemplateInstance one(@RestPath UUID id, @RestQuery String disputed) {
        Question question = Question.byId(id);
        return Templates.question(QuestionPage.of(question, Filled.empty(), said(question, disputed), null, clock.instant()));
    }

    @POST
    @Path("disputes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response dispute(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        if (form.has("more")) {
            return again(200, id, form, null);
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> disputing.open(id, read(form), me.get(), clock.instant()));
            return Response.seeOther(URI.create("/questions/" + id + "?disputed=1#disputes")).build();
        } catch (InvalidInput e) {
            return again(422, id, form.refused(e.violations), null);
        } catch (Conflict e) {
            return again(409, id, form, e.getMessage());
        }
    }

    private static NewDispute read(Filled form) {
        Violations violations = new Violations();
        NewDispute dispute = new NewDispute(form.verbatim("reason", violations),
                new EvidenceForm(form).evidence(violations));
        violations.throwIfAny();
        return dispute;
    }

    private Response again(int status, UUID id, Filled form, String refused) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(Templates.question(QuestionPage.of(Question.byId(id), form, null, refused, clock.instant()))).build());
    }

    /** To who has just disputed the outcome: where they will see what becomes of it. */
    private String said(Question question, String disputed) {
        return disputed == null || !me.isSignedIn() ? null
                : Dispute.openOn(question.id).stream().filter(one -> one.account.id.equals(me.id())).findFirst()
                        .map(one -> "Your dispute is on record. Admins decide by %s; the decision will stand on this page."
                                .formatted(Formats.date(one.dueOn)))
                        .orElse(null);
    }
}
