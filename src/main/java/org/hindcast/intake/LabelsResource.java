package org.hindcast.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.piece.Piece;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.identity.SecurityIdentity;

/** What editors made of candidates, in and out: the second is what the extractor is trained from. */
@Path("/api/v1/extractions/labels")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class LabelsResource {

    record LabelView(int start, int end, ExtractionLabel.Verdict verdict, Float confidence, String model,
            String promptHash, Offered.By offeredBy, String by, Instant at) {

        static LabelView of(ExtractionLabel label) {
            return new LabelView(label.startsAt, label.endsAt, label.verdict, label.confidence, label.model,
                    label.promptHash, label.offeredBy(), label.labelledBy, label.labelledAt);
        }
    }

    record LabelledPiece(String piece, String title, LocalDate publishedOn, String text, List<LabelView> labels) {
    }

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    public LabelledPiece put(NewLabels sent) {
        Piece piece = Body.of(sent).store(identity.getPrincipal().getName(), clock.instant());
        return view(piece, ExtractionLabel.of(List.of(piece)));
    }

    @GET
    @Transactional
    public Page<LabelledPiece> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        List<Piece> pieces = ExtractionLabel.labelled(Cursor.parse(cursor), size);
        Map<UUID, List<ExtractionLabel>> labels = ExtractionLabel.of(pieces).stream()
                .collect(Collectors.groupingBy(label -> label.piece.id));
        return Page.of(pieces, size, piece -> new Cursor("", piece.id), piece -> view(piece, labels.get(piece.id)));
    }

    private static LabelledPiece view(Piece piece, List<ExtractionLabel> labels) {
        return new LabelledPiece(piece.slug, piece.title, piece.publishedOn, piece.text,
                labels.stream().map(LabelView::of).toList());
    }
}
