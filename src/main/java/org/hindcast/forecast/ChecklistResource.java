package org.hindcast.forecast;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.question.Checklist;
import org.hindcast.question.NewCriteria;
import org.hindcast.web.Body;
import org.hindcast.web.ChangesNothing;

/** What publishing would refuse in criteria, and what it would let pass with a doubt; asked while an editor types. */
@Path("/api/v1/checklists")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class ChecklistResource {

    /** Criteria with what they are for; everything may be missing, or half written. */
    public record Unchecked(String statement, String quote, LocalDate madeOn, NewCriteria criteria) {
    }

    /** @param passes whether the criteria can be published */
    public record Checked(boolean passes, List<Checklist.Finding> findings) {

        static Checked of(List<Checklist.Finding> findings) {
            return new Checked(findings.stream().noneMatch(one -> one.level() == Checklist.Level.ERROR), findings);
        }
    }

    @POST
    @ChangesNothing
    @Consumes(MediaType.APPLICATION_JSON)
    public Checked check(Unchecked sent) {
        Unchecked given = Body.of(sent);
        return Checked.of(Checklist.of(given.criteria() == null ? NewCriteria.empty() : given.criteria(),
                new Checklist.Claim(given.statement(), given.quote(), given.madeOn())));
    }
}
