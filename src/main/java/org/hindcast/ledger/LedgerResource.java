package org.hindcast.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/ledger")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {

    private static final UUID NO_ID = new UUID(0, 0);

    record FileView(String file, String sha256, LedgerReport.Status status, int added, int changed, List<Problem> problems,
            Instant loadedAt) {

        static FileView of(LedgerReport report) {
            return new FileView(report.name, report.sha256, report.status, report.added, report.changed, report.problems,
                    report.loadedAt);
        }
    }

    @GET
    @Transactional
    public Page<FileView> files(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(LedgerReport.page(Cursor.parse(cursor), size), size, report -> new Cursor(report.name, NO_ID),
                FileView::of);
    }
}
