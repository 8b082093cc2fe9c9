package org.hindcast.intake;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.article.Article;
import org.hindcast.article.Documents;
import org.hindcast.piece.Piece;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A document as it was received, from the web or as a file. */
@Entity
public class Received extends PanacheEntityBase {

    private static final int MOST = 50;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    /** Where it was read, after redirects; null for a file. */
    public String address;
    public String fileName;
    /** As it came with it; null where it did not. */
    public String contentType;
    @Basic(fetch = FetchType.LAZY)
    public byte[] body;
    /** Of the body, in lower-case hexadecimal. */
    public String sha256;
    public Instant receivedAt;
    public String receivedBy;
    /** What was made of it; null while nothing was. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Piece piece;

    /** The item of a feed that it was taken up from; null where it was not. */
    @ManyToOne(fetch = FetchType.LAZY)
    public FeedItem item;

    /** @throws NotFound if there is none */
    static Received byId(UUID id) {
        return Received.<Received> findByIdOptional(id).orElseThrow(() -> new NotFound("document", id));
    }

    /** What the piece was made from, the last first. */
    static List<Received> of(Piece piece) {
        return find("piece = ?1 order by id desc", piece).range(0, MOST - 1).list();
    }

    /** From now on it is what the piece was made from. */
    void became(Piece piece, String by, Instant now) {
        this.piece = piece;
        if (id == null) {
            persist();
        }
        RecordedEvent.record(now, by, "piece.received", piece.id, address == null ? Map.of("file", fileName, "sha256", sha256)
                : Map.of("address", address, "sha256", sha256));
    }

    Article article() {
        return Documents.read(Documents.kind(contentType, fileName).orElse(Documents.Kind.HTML), body, contentType,
                address == null ? null : URI.create(address));
    }
}
