package org.hindcast.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.hindcast.author.Author;
import org.hindcast.author.AuthorRef;
import org.hindcast.forecast.Basis;
import org.hindcast.forecast.Stance;
import org.hindcast.score.Comparison;
import org.hindcast.score.Differences;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Cursor;
import org.hindcast.web.Formats;
import org.hindcast.web.Page;
import org.hindcast.web.Sql;

/** Reads comparisons of two authors: the sums in one statement, a page of the questions in another. */
@ApplicationScoped
class HeadToHeads {

    private static final String COMMON = Sql.read(HeadToHeads.class, "common.sql");
    private static final int PARTNERS = 20;
    /** Before any other: where the first page begins. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    EntityManager database;

    /** An author with whom another one shares questions. */
    record Partner(AuthorRef author, long questions) {
    }

    HeadToHead read(Author a, Author b, Lexicon lexicon, Cursor after, int limit, Instant now) {
        Tuple sums = (Tuple) parameters(database.createNativeQuery("""
                select count(*), count(own), coalesce(sum(own), 0), coalesce(sum(other), 0), coalesce(sum(other - own), 0),
                       coalesce(sum((other - own) ^ 2), 0)
                from (select cast(case when scored and b is not null then (a - y) * (a - y) end as numeric) as own,
                             cast(case when scored and a is not null then (b - y) * (b - y) end as numeric) as other
                      from (select *, case when outcome = 'YES' then 1000 else 0 end as y from (%s) common) decided) squared"""
                .formatted(COMMON), Tuple.class), a, b, lexicon).getSingleResult();
        long n = whole(sums, 1);
        Differences differences = n == 0 ? null
                : new Differences(n, number(sums, 4) / 1e6, number(sums, 5) / 1e12, number(sums, 3) / 1e6);
        Comparison comparison = Comparison.of(differences);
        Page<HeadToHead.Line> page = lines(a, b, lexicon, after, limit);
        return new HeadToHead(AuthorRef.of(a), AuthorRef.of(b), now, lexicon.id(), whole(sums, 0), n,
                n == 0 ? null : number(sums, 2) / 1e6 / n, n == 0 ? null : number(sums, 3) / 1e6 / n, comparison,
                conclusion(a.name, b.name, n, comparison), page.items(), page.next());
    }

    /** With whom an author shares most questions. */
    @SuppressWarnings("unchecked")
    List<Partner> partners(Author author) {
        return ((List<Tuple>) database.createNativeQuery("""
                select a.slug, a.name, count(distinct q.question_id) as questions
                from standing q join standing r on r.question_id = q.question_id and r.author_id <> q.author_id
                    join author a on a.id = r.author_id
                where q.author_id = :author and q.state in ('SCORED', 'PROVISIONAL', 'UNRESOLVED', 'VOID')
                  and r.state in ('SCORED', 'PROVISIONAL', 'UNRESOLVED', 'VOID')
                group by a.slug, a.name order by questions desc, a.slug limit :limit""", Tuple.class)
                .setParameter("author", author.id).setParameter("limit", PARTNERS).getResultList()).stream()
                .map(row -> new Partner(new AuthorRef(row.get(0, String.class), row.get(1, String.class)),
                        row.get(2, Long.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Page<HeadToHead.Line> lines(Author a, Author b, Lexicon lexicon, Cursor after, int limit) {
        Query query = parameters(database.createNativeQuery(
                """
                        select question, text, due_on, outcome, scored and a is not null and b is not null, a_forecast, a_basis, a, a_phrase,
                               a_stance, b_forecast, b_basis, b, b_phrase, b_stance, due_at
                        from (%s) common
                        where cast(:dueAt as timestamptz) is null
                           or (due_at, question) < (cast(:dueAt as timestamptz), cast(:question as uuid))
                        order by due_at desc, question desc limit :limit"""
                        .formatted(COMMON),
                Tuple.class), a, b, lexicon)
                .setParameter("dueAt", after == null ? LATEST : after.keyAs(Instant::parse))
                .setParameter("question", after == null ? LAST : after.id()).setParameter("limit", limit + 1);
        return Page.of((List<Tuple>) query.getResultList(), limit,
                row -> new Cursor(row.get(15, Instant.class).toString(), row.get(0, UUID.class)), HeadToHeads::line);
    }

    private static Query parameters(Query query, Author a, Author b, Lexicon lexicon) {
        return query.setParameter("a", a.id).setParameter("b", b.id).setParameter("lexicon", AuthorSums.perMille(lexicon));
    }

    private static HeadToHead.Line line(Tuple row) {
        String outcome = row.get(3, String.class);
        boolean scored = row.get(4, Boolean.class);
        HeadToHead.Position a = position(row, 5);
        HeadToHead.Position b = position(row, 10);
        double y = "YES".equals(outcome) ? 1 : 0;
        Double difference = scored
                ? (b.probability() - y) * (b.probability() - y) - (a.probability() - y) * (a.probability() - y)
                : null;
        return new HeadToHead.Line(row.get(0, UUID.class).toString(), row.get(1, String.class),
                LocalDate.parse(row.get(2).toString()), outcome, scored, a, b, difference,
                scored ? closer(Math.abs(b.probability() - y) - Math.abs(a.probability() - y)) : null);
    }

    private static HeadToHead.Closer closer(double further) {
        return Math.abs(further) < 1e-9 ? HeadToHead.Closer.NEITHER : further > 0 ? HeadToHead.Closer.A : HeadToHead.Closer.B;
    }

    private static HeadToHead.Position position(Tuple row, int at) {
        Number perMille = (Number) row.get(at + 2);
        return new HeadToHead.Position(row.get(at, UUID.class).toString(), Basis.valueOf(row.get(at + 1, String.class)),
                perMille == null ? null : perMille.intValue() / 1000.0, row.get(at + 3, String.class),
                row.get(at + 4) == null ? null : Stance.valueOf(row.get(at + 4, String.class)));
    }

    private static String conclusion(String a, String b, long n, Comparison comparison) {
        if (n == 0) {
            return "Nothing can be said: no question that both gave a probability for has been decided and is due.";
        }
        double low = comparison.confidenceSequence().low();
        double high = comparison.confidenceSequence().high();
        String questions = n == 1 ? "the one question" : "the " + n + " questions";
        String range = "%s to %s".formatted(Formats.score(low), Formats.score(high));
        if (low > 0 || high < 0) {
            return "%s was closer than %s on %s that both gave a probability for: by a Brier score of %s on average (95 %% confidence sequence %s)."
                    .formatted(low > 0 ? a : b, low > 0 ? b : a, questions,
                            Formats.score(Math.abs(comparison.meanDifference())),
                            low > 0 ? range : "%s to %s".formatted(Formats.score(-high), Formats.score(-low)));
        }
        return ("Which of the two is the better forecaster cannot be said yet: on %s that both gave a probability for, the mean difference of the "
                + "Brier scores is %s, and anything from %s may lie behind it (95 %% confidence sequence; above 0 %s is closer).")
                .formatted(questions, Formats.score(comparison.meanDifference()), range, a);
    }

    private static long whole(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }

    private static double number(Tuple row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
