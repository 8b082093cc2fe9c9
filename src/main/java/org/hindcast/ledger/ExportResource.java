package org.hindcast.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hindcast.web.TooManyRequests;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

/** Everything that is on record, for everybody. */
@Path("/api/v1/exports")
@PermitAll
@Blocking
class ExportResource {

    private static final int AT_ONCE = 2;
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Inject
    Clock clock;
    @Inject
    LedgerExport ledger;
    @Inject
    RoutingContext request;

    /** Each takes a connection for as long as its reader reads. */
    private static final Semaphore FREE = new Semaphore(AT_ONCE);

    @GET
    @Path("ledger")
    @Produces("application/zip")
    @Operation(summary = "The whole ledger as a zip", description = "One YAML file a piece, as of one moment. Unpacked into the "
            + "ledger folder of an empty service it gives the same record.")
    public Response ledger() {
        if (!FREE.tryAcquire()) {
            throw new TooManyRequests("Two exports are under way, which is all at once. Try again in a while.", A_WHILE);
        }
        request.addEndHandler(ended -> FREE.release());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        StreamingOutput zip = out -> {
            try {
                ledger.write(out);
            } catch (SQLException e) {
                throw new IOException("The export broke off", e);
            }
        };
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hindcast-ledger-" + today + ".zip\"").build();
    }
}
