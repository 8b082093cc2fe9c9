package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hindcast.author.Author;
import org.hindcast.piece.Piece;
import org.hindcast.question.Criteria;
import org.hindcast.question.NewCriteria;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.question.QuestionVersion;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;
import org.hindcast.web.Violations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** An author's position on a question, with the words of the piece it stands on. */
@Entity
public class Forecast extends PanacheEntityBase {

    /** What is stored; whether it is open or resolved is its question's to say. */
    public enum Life {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /** What a reader sees. */
    public enum Status {
        DRAFT,
        OPEN,
        RESOLVED,
        WITHDRAWN
    }

    private static final String WHOLE = "from Forecast f join fetch f.author join fetch f.piece left join fetch f.question q ";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Author author;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Piece piece;
    /** Null only in a draft that does not join a question. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Question question;
    /** Stable within the piece's ledger file; null where it did not come from one. */
    public String key;
    @Enumerated(EnumType.STRING)
    public Life status;
    public int version;
    @Embedded
    public Claim claim;
    /** What a draft has of criteria for a question of its own; its question is made when it is published. */
    @JdbcTypeCode(SqlTypes.JSON)
    public NewCriteria draftCriteria;
    /** Username of the editor who made the draft; null where it was published at once from a ledger file. */
    public String draftedBy;
    public Instant publishedAt;
    public Instant createdAt;

    static Forecast draft(Piece piece, Claim claim, Question question, NewCriteria criteria, Instant now) {
        Forecast draft = new Forecast();
        draft.author = piece.author;
        draft.piece = piece;
        draft.status = Life.DRAFT;
        draft.claim = claim;
        draft.question = question;
        draft.draftCriteria = criteria;
        draft.createdAt = now;
        draft.persist();
        return draft;
    }

    /** With all that is shown of it, in one query. @throws NotFound if there is none */
    public static Forecast byId(UUID id) {
        return Forecast.<Forecast> find(WHOLE + "where f.id = ?1", id).firstResultOptional()
                .orElseThrow(() -> new NotFound("forecast", id));
    }

    /** Newest first. */
    static List<Forecast> page(ForecastFilter filter, Instant now, Cursor after, int limit) {
        var conditions = filter.conditions(now).and("f.id < :after", "after", after == null ? null : after.id());
        return find(WHOLE + "where " + conditions + " order by f.id desc", conditions.parameters).range(0, limit).list();
    }

    /** Published and withdrawn ones in a piece, in the order of their quotes. */
    public static List<Forecast> in(Piece piece) {
        return find(WHOLE + "where f.piece = ?1 and f.status <> 'DRAFT' order by f.claim.quoteStart, f.id", piece).range(0, 999)
                .list();
    }

    /** Drafts in a piece, in the order in which they were made. */
    static List<Forecast> draftsIn(Piece piece) {
        return find(WHOLE + "where f.piece = ?1 and f.status = 'DRAFT' order by f.id", piece).range(0, 199).list();
    }

    /** Drafts of everybody, the newest first. */
    public static List<Forecast> drafts(int limit) {
        return find(WHOLE + "where f.status = 'DRAFT' order by f.id desc").range(0, limit - 1).list();
    }

    /** Published ones of an author, the latest made first. */
    public static List<Forecast> of(Author author, int limit) {
        return find(WHOLE + "where f.author = ?1 and f.status <> 'DRAFT' order by f.claim.madeOn desc, f.id desc", author)
                .range(0, limit - 1).list();
    }

    /** These, in no order. */
    public static List<Forecast> byIds(Collection<UUID> ids) {
        return list(WHOLE + "where f.id in ?1", ids);
    }

    /** Published and withdrawn ones of an author, the latest made first; one more than the limit, where there are. */
    public static List<Forecast> page(Author author, Within within, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("f.author = :author and f.status <> 'DRAFT'", "author", author)
                .and("array_get(f.claim.topics, 1) = :topic", "topic", within.topic())
                .and("q.dueAt >= :from", "from", within.dueFrom()).and("q.dueAt < :before", "before", within.dueBefore());
        if (within.datedOnly()) {
            conditions.and("not f.claim.undated");
        }
        if (after != null) {
            conditions.and("(f.claim.madeOn, f.id) < (:made, :id)", "made", after.keyAs(LocalDate::parse)).with("id",
                    after.id());
        }
        return find(WHOLE + "where " + conditions + " order by f.claim.madeOn desc, f.id desc", conditions.parameters)
                .range(0, limit).list();
    }

    /** Published and withdrawn ones on these questions, the earliest made first, at most so many of each question. */
    public static List<Forecast> on(Collection<UUID> questions, int mostEach) {
        return find("""
                %s where f.id in (
                    select n.id from (
                        select o.id as id, row_number() over (partition by o.question.id order by o.claim.madeOn, o.id) as place
                        from Forecast o where o.question.id in ?1 and o.status <> 'DRAFT') n
                    where n.place <= ?2)
                order by f.claim.madeOn, f.id""".formatted(WHOLE), questions, mostEach).list();
    }

    /** When the last of the other published forecasts on a question was made; null where there is none. */
    static LocalDate lastMadeOn(Question question, Forecast than) {
        return getEntityManager().createQuery("""
                select max(f.claim.madeOn) from Forecast f
                where f.question = ?1 and f.status = 'PUBLISHED' and f.id <> ?2""", LocalDate.class)
                .setParameter(1, question).setParameter(2, than.id).getSingleResult();
    }

    /** When the first published forecast on a question was made; null where there is none. */
    public static LocalDate firstMadeOn(Question question) {
        return getEntityManager().createQuery("""
                select min(f.claim.madeOn) from Forecast f where f.question = ?1 and f.status = 'PUBLISHED'""",
                LocalDate.class).setParameter(1, question).getSingleResult();
    }

    static long countPublished(Author author) {
        return count("author = ?1 and status = 'PUBLISHED'", author);
    }

    /** When the last published forecast on a question was made; null where there is none. */
    public static LocalDate lastMadeOn(Question question) {
        return getEntityManager().createQuery("""
                select max(f.claim.madeOn) from Forecast f where f.question = ?1 and f.status = 'PUBLISHED'""",
                LocalDate.class).setParameter(1, question).getSingleResult();
    }

    /** An open question on which no forecast stands any more asks nobody. */
    public static void withdrawWhereNoneStandsOn(Question question) {
        if (question.status == Question.Status.OPEN && count("question = ?1 and status = 'PUBLISHED'", question) == 0) {
            question.withdraw();
        }
    }

    public Status status() {
        return switch (status) {
            case DRAFT -> Status.DRAFT;
            case WITHDRAWN -> Status.WITHDRAWN;
            case PUBLISHED -> question.status == Question.Status.RESOLVED ? Status.RESOLVED : Status.OPEN;
        };
    }

    /**
     * Whether it came as the author said; for a probability, whether YES came. Null while undecided, and for what is not
     * scored.
     */
    public Boolean hit() {
        if (question == null || question.outcome == null || question.outcome == Outcome.VOID
                || claim.basis() == Basis.HEDGED) {
            return null;
        }
        return question.outcome.name().equals(claim.stance() == null ? "YES" : claim.stance().name());
    }

    /**
     * What this would change of it and of its question's criteria: names of fields, as in the API.
     *
     * @throws org.hindcast.web.InvalidInput where it is not valid
     */
    public List<String> differences(NewForecast wanted) {
        Violations violations = new Violations();
        Claim anew = wanted.claim(piece, violations);
        Criteria criteria = wanted.criteria().finished(anew.madeOn(), violations);
        violations.throwIfAny();
        List<String> differences = Corrected.differing(claim.fields(), anew.fields());
        Corrected.differing(question.criteria.fields(), criteria.fields())
                .forEach(field -> differences.add("criteria." + field));
        return differences;
    }

    /** Whether this actor wrote the version that stands, of it and of its question. */
    public boolean lastWrittenBy(String actor) {
        return ForecastVersion.count("forecastId = ?1 and version = ?2 and actor = ?3", id, version, actor) > 0
                && QuestionVersion.count("questionId = ?1 and version = ?2 and actor = ?3", question.id, question.version,
                        actor) > 0;
    }

    NewCriteria newCriteria() {
        return question == null ? draftCriteria : NewCriteria.of(question);
    }

    void publishOn(Question on, Instant now) {
        question = on;
        draftCriteria = null;
        status = Life.PUBLISHED;
        publishedAt = now;
        version = 1;
    }

    void correct(Claim anew) {
        claim = anew;
        version++;
    }
}
