package org.hindcast.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.piece.Piece;
import org.hindcast.web.AdminOverview;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What the last loading did, file by file, problems first. */
@jakarta.ws.rs.Path("/admin/ledger")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
class LedgerPages {

    private static final int PAGE = 100;

    /** @param piece slug of what it holds; null where nothing of it is in */
    public record Line(LedgerReport report, String piece) {
    }

    /** @param next address of the page after this one; null on the last */
    public record Listing(Path folder, LedgerReport.Sum sum, List<Line> lines, String next) {
    }

    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance ledger(Listing list);
    }

    @Inject
    LedgerSettings settings;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String cursor) {
        List<LedgerReport> reports = LedgerReport.problemsFirst(Cursor.parse(cursor), PAGE);
        Map<UUID, String> slugs = Piece.slugs(reports.stream().map(report -> report.pieceId).toList());
        Page<Line> page = Page.of(reports, PAGE, LedgerReport::cursor, report -> new Line(report,
                report.pieceId == null ? null : slugs.get(report.pieceId)));
        return Templates.ledger(new Listing(settings.ledger().toAbsolutePath().normalize(), LedgerReport.sum(), page.items(),
                page.next() == null ? null : new Query("/admin/ledger").with("cursor", page.next()).toString()));
    }

    void tell(@Observes AdminOverview overview) {
        LedgerReport.Sum sum = LedgerReport.sum();
        overview.add(new AdminOverview.Line(2, "Ledger", "/admin/ledger", sum.words(), sum.withProblems() > 0));
    }
}
