package org.hindcast.author;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NameLock;
import org.hindcast.web.NotFound;
import org.hindcast.web.Slugs;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A person, an outlet or a model whose forecasts are on record. */
@Entity
public class Author extends PanacheEntityBase {

    public enum Kind {
        PERSON,
        OUTLET,
        MODEL
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public String slug;
    public String name;
    @Enumerated(EnumType.STRING)
    public Kind kind;
    public String description;
    public String url;
    public Instant createdAt;

    /** @throws NotFound if there is none */
    public static Author bySlug(String slug) {
        return Author.<Author> find("slug", slug).firstResultOptional().orElseThrow(() -> new NotFound("author", slug));
    }

    /**
     * The author that is meant: the one with the slug, else the one with the name, else a new one.
     *
     * @param given has been validated
     */
    public static Author findOrCreate(NewAuthor given, Instant now) {
        Author known = NameLock.find("author", Slugs.stem(given.slug() != null ? given.slug() : given.name()),
                () -> known(given));
        return known != null ? known : create(given, now);
    }

    private static Author known(NewAuthor given) {
        return given.slug() != null ? find("slug", given.slug()).firstResult()
                : find("lower(name) = ?1 order by id", given.name().toLowerCase()).firstResult();
    }

    /** Whether a new piece of this author would be of one who is on record. */
    public static boolean isKnown(NewAuthor given) {
        return given.slug() != null ? count("slug", given.slug()) > 0 : count("lower(name)", given.name().toLowerCase()) > 0;
    }

    /** Names on record to choose from, those last added first. */
    public static List<String> names(int limit) {
        return getEntityManager().createQuery("select a.name from Author a order by a.id desc", String.class)
                .setMaxResults(limit).getResultList();
    }

    /** The one that somebody means: by slug, or by the whole name where only one has it. */
    public static Optional<Author> named(String given) {
        String lower = given.toLowerCase(Locale.ROOT);
        return Author.<Author> find("slug", lower).firstResultOptional().or(() -> {
            List<Author> namesakes = find("lower(name) = ?1", lower).range(0, 1).list();
            return namesakes.size() == 1 ? Optional.of(namesakes.get(0)) : Optional.empty();
        });
    }

    /** Those whose names are spelt like this one, the nearest first. */
    public static List<Author> like(String name, int limit) {
        return find("""
                from Author a where function('similarity', a.name, ?1) > 0.3
                order by function('similarity', a.name, ?1) desc, a.name, a.id""", name).range(0, limit - 1).list();
    }

    private static Author create(NewAuthor given, Instant now) {
        Author author = new Author();
        author.slug = given.slug() != null ? given.slug()
                : Slugs.unique(given.name(), 80, "author", candidate -> count("slug", candidate) > 0);
        author.name = given.name();
        author.kind = given.kind() == null ? Kind.PERSON : given.kind();
        author.description = given.description();
        author.url = given.url();
        author.createdAt = now;
        author.persist();
        return author;
    }

    /** Authors by name, those that hold {@code q} in their name where it is given. */
    static List<Author> page(String q, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("name ilike :q escape '!'", "q", Conditions.containing(q));
        if (after != null) {
            conditions.and("(name, id) > (:name, :id)", "name", after.key()).with("id", after.id());
        }
        return find(conditions + " order by name, id", conditions.parameters).range(0, limit).list();
    }
}
