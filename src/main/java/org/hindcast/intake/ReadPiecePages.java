package org.hindcast.intake;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.article.Article;
import org.hindcast.author.Author;
import org.hindcast.piece.Piece;
import org.hindcast.piece.PieceEntered;
import org.hindcast.piece.PieceForm;
import org.hindcast.piece.Stored;
import org.hindcast.web.Filled;
import org.hindcast.web.Form;
import org.hindcast.web.InvalidInput;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** A piece is read from the web or from a file; the editor looks over what was read and stores it. */
@Path("/edit/read")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class ReadPiecePages {

    /** @param writers those that it names, where there are several */
    public record ReadPiece(Received received, String writers, Filled form, List<String> authors) {
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance read(Filled form);

        static native TemplateInstance readPiece(ReadPiece page);
    }

    @Inject
    Reading reading;
    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Event<PieceEntered> entered;

    @GET
    public TemplateInstance form() {
        return Templates.read(Filled.empty());
    }

    @POST
    @Consumes({ MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED })
    @Blocking
    public Response read(@RestForm String url, @RestForm FileUpload file) {
        try {
            String address = Form.text("url", url);
            boolean fromFile = file != null && file.fileName() != null && !file.fileName().isEmpty();
            if (address == null && !fromFile) {
                throw new InvalidInput("url", "is missing, and no file was chosen; one of the two is needed");
            }
            String known = fromFile ? null : known(address);
            return Response.seeOther(URI.create(known != null ? known
                    : keep(fromFile ? ReadPieceResource.read(reading, file, me.username())
                            : reading.fromWeb(address, me.username()), null, me.username())))
                    .build();
        } catch (InvalidInput e) {
            return Response.status(422).type(MediaType.TEXT_HTML)
                    .entity(Templates.read(Filled.empty().with("url", url).refused(e.violations))).build();
        }
    }

    @GET
    @Path("{id}")
    @Transactional
    public Response one(@RestPath UUID id) {
        Received received = Received.byId(id);
        if (received.piece != null) {
            return Response.seeOther(URI.create(edit(received.piece))).build();
        }
        return Response.ok(page(received, null)).build();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response store(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        try {
            Stored done = QuarkusTransaction.requiringNew().call(() -> {
                Received received = Received.byId(id);
                Instant now = clock.instant();
                Stored stored = received.piece != null ? new Stored(received.piece, false)
                        : PieceForm.store(form, me.username(), now);
                if (stored.isNew()) {
                    stored.piece().republished = form.ticked("republish");
                }
                if (received.piece == null) {
                    received.became(stored.piece(), me.username(), now);
                    if (received.item != null) {
                        received.item.take(stored.piece(), me.username());
                    }
                }
                return stored;
            });
            if (done.isNew()) {
                entered.fire(new PieceEntered(done.piece().slug, me.username()));
            }
            return Response.seeOther(URI.create(done.isNew()
                    ? "/edit/pieces/" + done.piece().slug + (done.piece().text == null ? "" : "/desk")
                    : edit(done.piece()))).build();
        } catch (InvalidInput e) {
            return QuarkusTransaction.requiringNew().call(() -> Response.status(422).type(MediaType.TEXT_HTML)
                    .entity(page(Received.byId(id), form.refused(e.violations))).build());
        }
    }

    /** The page of the piece that has this address; null where there is none. */
    private static String known(String address) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Piece piece = Piece.at(Addresses.variants(address));
            return piece == null ? null : edit(piece);
        });
    }

    /**
     * Keeps the document until the editor has looked it over.
     *
     * @param item of a feed, that it was taken up from; null where it was not
     * @return where that is done, or the page of the piece that it is already
     */
    static String keep(Document document, UUID item, String by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Piece known = document.known();
            if (known != null) {
                if (item != null) {
                    FeedItem.byId(item).take(known, by);
                }
                return edit(known);
            }
            document.received().item = item == null ? null : FeedItem.byId(item);
            document.received().persist();
            return "/edit/read/" + document.received().id;
        });
    }

    private static String edit(Piece piece) {
        return "/edit/pieces/" + piece.slug + "?done=known";
    }

    /** @param again the form as it was filled in; null at first, when it says what was read */
    private static TemplateInstance page(Received received, Filled again) {
        Article article = received.article();
        List<Article.Writer> writers = article.writers();
        String several = writers.size() < 2 ? null : String.join(", ", writers.stream().map(Article.Writer::name).toList());
        Filled form = again != null ? again : filled(article, writers.size() == 1 ? writers.get(0) : null);
        if (again == null && received.item != null) {
            fillIn(form, received.item);
        }
        return Templates.readPiece(new ReadPiece(received, several, form, PieceForm.authors()));
    }

    /** What the feed says, where the document says nothing. */
    private static void fillIn(Filled form, FeedItem item) {
        fillIn(form, "title", item.title);
        fillIn(form, "publishedOn", item.publishedOn);
        fillIn(form, "author.name", item.byline != null || item.feed.author == null ? item.byline : item.feed.author.name);
    }

    private static void fillIn(Filled form, String field, Object value) {
        if (!form.has(field)) {
            form.with(field, value);
        }
    }

    private static Filled filled(Article article, Article.Writer writer) {
        return Filled.empty().with("author.name", writer == null ? null : writer.name())
                .with("author.kind", writer != null && writer.organisation() ? Author.Kind.OUTLET : null)
                .with("title", article.title()).with("publishedOn", article.publishedOn())
                .with("publisher", article.publisher())
                .with("url", article.canonical() == null ? null : Addresses.clean(article.canonical()))
                .with("text", article.text());
    }
}
