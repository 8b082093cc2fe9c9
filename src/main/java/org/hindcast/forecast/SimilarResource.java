package org.hindcast.forecast;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.web.Form;
import org.hindcast.web.Page;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestQuery;

/** Questions that a claim may already be an answer to, for whoever is about to make one. */
@Path("/api/v1/similar")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class SimilarResource {

    private static final int LONGEST = 2000;
    private static final String FEW = "5";

    /**
     * @param text the claim: its statement, or the question that it would be
     * @param due the last day that counts, where it is known: what is due on another day is less near
     * @param limit 5 where missing
     */
    @GET
    @Transactional
    public Page<SimilarQuestion> similar(@RestQuery String text, @RestQuery String due, @RestQuery String limit) {
        int size = Page.limit(limit == null ? FEW : limit);
        Violations violations = new Violations();
        String claim = violations.required("text", Form.text("text", text), LONGEST);
        violations.throwIfAny();
        LocalDate date = violations.optional("due", Form.date("due", due));
        violations.throwIfAny();
        return new Page<>(List.copyOf(SimilarQuestions.to(claim, date, size)), null);
    }
}
