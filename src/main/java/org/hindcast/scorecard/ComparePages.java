package org.hindcast.scorecard;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.author.Author;
import org.hindcast.author.Sought;
import org.hindcast.score.Comparison;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Cursor;
import org.hindcast.web.Formats;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Two authors, on the questions that both took a position on. */
@Path("/compare")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ComparePages {

    /** From so many questions on a test for one planned look says anything. */
    private static final long ENOUGH = 20;
    private static final int NAMES = 200;
    private static final double CERTAIN = Math.log(20);

    record Row(HeadToHead.Line line, String a, String b, String difference) {
    }

    /** The figures, as they are written. */
    record Result(HeadToHead pair, String brierA, String brierB, String difference, String deviation, String sequence,
            Whisker whisker, String evidence, String dieboldMariano, List<Row> rows, String next) {
    }

    /**
     * What the form holds.
     *
     * @param same whether both are the same author
     * @param names of authors to choose from
     */
    record Choices(Sought a, Sought b, boolean same, String lexicon, Set<String> lexicons, List<String> names) {

        /** What is wrong with the second; null where nothing is. */
        public String problem() {
            return same ? "this is the first author again" : b.problem();
        }

        /** Who may have been meant by the first. */
        public List<Sought.Offer> first() {
            return a.offers(slug -> address(slug, b.slug()).toString());
        }

        public List<Sought.Offer> second() {
            return b.offers(slug -> address(a.slug(), slug).toString());
        }

        private Query address(String a, String b) {
            return new Query("/compare").with("a", a).with("b", b).with("lexicon", lexicon);
        }
    }

    @CheckedTemplate(basePath = "scorecard")
    static class Templates {
        static native TemplateInstance compare(Choices choices, Result result, Author first,
                List<HeadToHeads.Partner> partners);
    }

    @Inject
    Clock clock;
    @Inject
    HeadToHeads comparisons;

    @GET
    @Transactional
    public Response compare(@RestQuery String a, @RestQuery String b, @RestQuery String lexicon,
            @RestQuery String cursor) {
        Sought first = Sought.of(a);
        Sought second = Sought.of(b);
        Lexicon read = ComparisonResource.lexicon(Query.given(lexicon));
        boolean same = first.found() != null && first.found() == second.found();
        var choices = new Choices(first, second, same, read.id(), Lexicon.ids(), Author.names(NAMES));
        if (same || first.isLost() || second.isLost()) {
            return page(same ? 422 : 404, Templates.compare(choices, null, null, List.of()));
        }
        Author one = first.found() == null ? second.found() : first.found();
        if (first.found() == null || second.found() == null) {
            return page(200, Templates.compare(choices, null, one, one == null ? List.of() : comparisons.partners(one)));
        }
        HeadToHead pair = comparisons.read(one, second.found(), read, Cursor.parse(Query.given(cursor)), Page.DEFAULT_LIMIT,
                clock.instant());
        return page(200, Templates.compare(choices, result(pair, choices), one,
                pair.questions() == 0 ? comparisons.partners(one) : List.of()));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    private static Result result(HeadToHead pair, Choices choices) {
        List<Row> rows = pair.items().stream()
                .map(line -> new Row(line, said(line.a()), said(line.b()), Formats.score(line.difference()))).toList();
        String next = pair.next() == null ? null
                : choices.address(pair.a().slug(), pair.b().slug()).with("cursor", pair.next()).toString();
        Comparison comparison = pair.comparison();
        if (comparison == null) {
            return new Result(pair, null, null, null, null, null, null, null, null, rows, next);
        }
        return new Result(pair, Formats.score(pair.brierA()), Formats.score(pair.brierB()),
                Formats.score(comparison.meanDifference()), Formats.score(comparison.standardDeviation()),
                Figures.scores(comparison.confidenceSequence()),
                Whisker.of(comparison.meanDifference(), comparison.confidenceSequence(), 0, -0.5, 0.5), evidence(pair),
                dieboldMariano(pair), rows, next);
    }

    /** A probability, or a call in words. */
    private static String said(HeadToHead.Position position) {
        String call = position.stance() == null ? "a call" : "a call of " + position.stance();
        return position.probability() == null ? call
                : Formats.percent(position.probability()) + (position.phrase() == null ? ""
                        : " (“" + position.phrase().replace('-', ' ') + "”" + ("NO".equals(String.valueOf(position.stance()))
                                ? " of no)"
                                : ")"));
    }

    private static String evidence(HeadToHead pair) {
        double forFirst = pair.comparison().logEValue();
        double forSecond = pair.comparison().logEValueReverse();
        return "%s for %s, %s for %s; 20 is called evidence here, and above it %s".formatted(times(forFirst), pair.a().name(),
                times(forSecond), pair.b().name(),
                Math.max(forFirst, forSecond) >= CERTAIN ? "one of them is." : "neither is yet.");
    }

    private static String times(double logarithm) {
        return logarithm > Math.log(1e6) ? "over a million"
                : String.format(java.util.Locale.ROOT, logarithm >= Math.log(10) ? "%.0f" : "%.2f", Math.exp(logarithm));
    }

    private static String dieboldMariano(HeadToHead pair) {
        Comparison.DieboldMariano test = pair.comparison().dieboldMariano();
        return pair.n() < ENOUGH || test.pValue() == null ? null
                : "statistic %s, p = %s".formatted(Formats.score(test.statistic()), Formats.score(test.pValue()));
    }
}
