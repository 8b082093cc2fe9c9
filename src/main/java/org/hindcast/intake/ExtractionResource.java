package org.hindcast.intake;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.extract.Candidate;
import org.hindcast.extract.EventDates;
import org.hindcast.question.KnownEvent;
import org.hindcast.web.Body;
import org.hindcast.web.ChangesNothing;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;

/** What may be forecasts in a text. Stores nothing. */
@Path("/api/v1/extractions")
@Produces(MediaType.APPLICATION_JSON)
class ExtractionResource {

    /** See {@link Extraction}. */
    @JsonInclude
    record Answer(List<CandidateView> candidates, String extractor, String model, String promptHash, String note) {
    }

    private record Read(Candidate.Source source, EventDates events) {
    }

    @Inject
    Extracting extracting;

    @POST
    @RolesAllowed(Role.EDITOR)
    @ChangesNothing
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer extract(ExtractionRequest sent) {
        ExtractionRequest request = Body.of(sent);
        // A long text takes its time; no connection waits for it
        Read read = QuarkusTransaction.requiringNew().call(() -> new Read(request.source(), KnownEvent.dates()));
        Extraction found = extracting.extract(read.source, read.events);
        return new Answer(found.offered().stream()
                .map(offered -> CandidateView.of(offered, read.source.publishedOn())).toList(), found.extractor(),
                found.model(), found.promptHash(), found.note());
    }
}
