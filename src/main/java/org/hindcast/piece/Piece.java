package org.hindcast.piece;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.author.Author;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NameLock;
import org.hindcast.web.NotFound;
import org.hindcast.web.Slugs;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A text published by an author, stored as it was read. */
@Entity
public class Piece extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public String slug;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Author author;
    public String title;
    public String publisher;
    public String url;
    public LocalDate publishedOn;
    /** As it was read; null where it is not kept, or not here. */
    public String text;
    /** Whether readers see the whole text, or only what forecasts quote of it. */
    public boolean republished = true;
    /**
     * SHA-256 of the text as UTF-8, in lower-case hexadecimal; null without a text. Alone where the piece came by an export,
     * which carries no text that readers do not see.
     */
    public String sha256;
    /** What a reader should know about the source. */
    public String note;
    public Instant createdAt;

    /** @throws NotFound if there is none */
    public static Piece bySlug(String slug) {
        return Piece.<Piece> find("from Piece p join fetch p.author where p.slug = ?1", slug).firstResultOptional()
                .orElseThrow(() -> new NotFound("piece", slug));
    }

    /**
     * The piece of this author that has this address or this text already; null where there is none, and then nobody else
     * stores one of this author before the transaction has ended.
     */
    public static Piece same(Author author, String url, String text) {
        return sameByHash(author, url, text == null ? null : sha256(text));
    }

    /** The same, of a text of which only the SHA-256 is known. */
    public static Piece sameByHash(Author author, String url, String sha256) {
        return NameLock.find("pieces", author.id.toString(),
                () -> find("author = ?1 and (url = ?2 or sha256 = ?3) order by id", author, url, sha256).firstResult());
    }

    /** The piece, of whichever author, that was stored first with one of these addresses; null where there is none. */
    public static Piece at(Collection<String> addresses) {
        return find("from Piece p join fetch p.author where p.url in ?1 order by p.id", addresses).firstResult();
    }

    /** The same by its text. */
    public static Piece withText(String text) {
        return find("from Piece p join fetch p.author where p.sha256 = ?1 order by p.id", sha256(text)).firstResult();
    }

    /** @param given has been validated; the slug is made from date and title where it gives none */
    public static Piece create(NewPiece given, String slug, Author author, Instant now) {
        Piece piece = new Piece();
        piece.slug = slug != null ? slug
                : Slugs.unique(given.publishedOn() + "-" + given.title(), 100, "piece",
                        candidate -> count("slug", candidate) > 0);
        piece.author = author;
        piece.title = given.title();
        piece.publisher = given.publisher();
        piece.url = given.url();
        piece.publishedOn = given.publishedOn();
        piece.text = given.text();
        piece.sha256 = given.text() == null ? null : sha256(given.text());
        piece.note = given.note();
        piece.createdAt = now;
        piece.persist();
        return piece;
    }

    /** Newest first. */
    public static List<Piece> page(Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (after != null) {
            LocalDate date = after.keyAs(key -> LocalDate.parse(key));
            conditions.and("(p.publishedOn, p.id) < (:date, :id)", "date", date).with("id", after.id());
        }
        return find("from Piece p join fetch p.author where " + conditions + " order by p.publishedOn desc, p.id desc",
                conditions.parameters).range(0, limit).list();
    }

    /** Those last stored, with their authors. */
    public static List<Piece> lastStored(int limit) {
        return find("from Piece p join fetch p.author order by p.id desc").range(0, limit - 1).list();
    }

    public static List<Piece> of(Author author, int limit) {
        return find("author = ?1 order by publishedOn desc, id desc", author).range(0, limit - 1).list();
    }

    /** The slugs of the pieces with these ids; null among them is passed over. */
    public static Map<UUID, String> slugs(Collection<UUID> ids) {
        List<Piece> pieces = list("id in ?1", ids.stream().filter(Objects::nonNull).toList());
        return pieces.stream().collect(Collectors.toMap(piece -> piece.id, piece -> piece.slug));
    }

    /** The text as readers see it; null where they do not. */
    public String publicText() {
        return republished ? text : null;
    }

    /** Whether quotes have their places in a text that is kept elsewhere: nobody can hold them against it here. */
    public boolean isTextElsewhere() {
        return text == null && sha256 != null;
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
