package org.hindcast.calculator;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.score.Report;
import org.hindcast.web.ChangesNothing;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.common.annotation.Blocking;

/** The calculator: everybody's forecasts and outcomes in, every score out. Stores nothing and needs no account. */
@Path("/api/v1/scores")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ScoresResource {

    @Inject
    ObjectMapper json;

    @POST
    @ChangesNothing
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Report ofJson(InputStream body) throws IOException {
        return JsonRows.report(body, json);
    }

    @POST
    @ChangesNothing
    @Blocking
    @Consumes("text/csv")
    public Report ofCsv(InputStream body) {
        return CsvRows.report(new InputStreamReader(body, StandardCharsets.UTF_8));
    }
}
