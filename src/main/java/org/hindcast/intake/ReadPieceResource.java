package org.hindcast.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.author.NewAuthor;
import org.hindcast.piece.Piece;
import org.hindcast.piece.Stored;
import org.hindcast.web.Body;
import org.hindcast.web.Form;
import org.hindcast.web.InvalidInput;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;

/** Pieces read from the web and from files, and what they were made from. */
@Path("/api/v1/pieces")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class ReadPieceResource {

    record ReceivedView(UUID id, String address, String fileName, String contentType, String sha256, Instant receivedAt,
            String receivedBy) {

        static ReceivedView of(Received received) {
            return new ReceivedView(received.id, received.address, received.fileName, received.contentType, received.sha256,
                    received.receivedAt, received.receivedBy);
        }
    }

    record ReceivedList(List<ReceivedView> items) {
    }

    @Inject
    Reading reading;
    @Inject
    Taking taking;
    @Inject
    CurrentAccount me;

    @POST
    @Path("fetch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Idempotent(further = true)
    public Response fetch(NewFetch sent, @RestHeader("Idempotency-Key") String key) {
        NewFetch asked = Body.of(sent).validated();
        Response known = key != null ? null : QuarkusTransaction.requiringNew().call(() -> {
            Piece piece = Piece.at(Addresses.variants(asked.url()));
            return piece == null ? null : Taking.answer(new Stored(piece, false));
        });
        return known != null ? known : taking.take(reading.fromWeb(asked.url(), me.username()), asked, me.username());
    }

    /**
     * A file of HTML, Markdown or plain text, with what it does not say itself. Takes no {@code Idempotency-Key}: the same text
     * again is recognised.
     */
    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public Response upload(@RestForm FileUpload file, @RestForm String author, @RestForm String authorSlug,
            @RestForm String title, @RestForm String publisher, @RestForm String publishedOn, @RestForm String url,
            @RestForm String note, @RestForm String republish) {
        Document document = read(file);
        NewFetch asked = new NewFetch(Form.text("url", url),
                Form.text("author", author) == null ? null
                        : new NewAuthor(author.strip(), Form.text("authorSlug", authorSlug), null, null, null),
                Form.text("title", title), Form.text("publisher", publisher), Form.date("publishedOn", publishedOn),
                Form.text("note", note), "true".equals(republish));
        return taking.take(new Document(asked.url(), document.received(), document.article()), asked, me.username());
    }

    /** What the piece was made from, the last first. */
    @GET
    @Path("{slug}/received")
    @Transactional
    public ReceivedList received(@RestPath String slug) {
        return new ReceivedList(Received.of(Piece.bySlug(slug)).stream().map(ReceivedView::of).toList());
    }

    private Document read(FileUpload file) {
        return read(reading, file, me.username());
    }

    static Document read(Reading reading, FileUpload file, String by) {
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            throw new InvalidInput("file", "is missing; a file of HTML, Markdown or plain text is accepted");
        }
        try {
            return reading.fromFile(Files.readAllBytes(file.uploadedFile()), file.contentType(), file.fileName(), by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
