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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;

/** What may be forecasts in a text. Stores nothing. */
@Path("/api/v1/extractions")
@Produces(MediaType.APPLICATION_JSON)
class ExtractionResource {

    record Extraction(List<CandidateView> candidates) {
    }

    private record Read(Candidate.Source source, EventDates events) {
    }

    @Inject
    BuiltInExtractor extractor;

    @POST
    @RolesAllowed(Role.EDITOR)
    @ChangesNothing
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Extraction extract(ExtractionRequest sent) {
        ExtractionRequest request = Body.of(sent);
        // A long text takes its time; no connection waits for it
        Read read = QuarkusTransaction.requiringNew().call(() -> new Read(request.source(), KnownEvent.dates()));
        return new Extraction(extractor.candidates(read.source, read.events).stream()
                .map(candidate -> CandidateView.of(candidate, read.source.publishedOn())).toList());
    }
}
