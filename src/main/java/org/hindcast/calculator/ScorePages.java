package org.hindcast.calculator;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.score.Report;
import org.hindcast.scorecard.LevelRow;
import org.hindcast.web.ChangesNothing;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The calculator for people: a file or a paste in, what it means out. Stores nothing. */
@Path("/score")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ScorePages {

    private static final Pattern STARTS_WITH_A_NUMBER = Pattern.compile("\\s*[-+.\\d]");

    /**
     * A report with its sentences.
     *
     * @param levels the rows of the table, from which the diagram is drawn
     * @param pooled whether the rows are whole per cents, there being so many levels
     * @param evidence how many forecasts of equal weight say as much; null without weights
     */
    record Result(Report report, List<LevelRow> levels, boolean pooled, List<String> sentences, String evidence) {

        static Result of(Report report) {
            return new Result(report, LevelRow.of(report.levels()), LevelRow.pools(report.levels()),
                    List.of(Statement.skill(report), Statement.calibration(report), Statement.confidence(report)),
                    report.effectiveN().equals(report.n()) ? null
                            : String.format(Locale.ROOT, "%.1f", report.effectiveN().doubleValue()));
        }
    }

    @CheckedTemplate(basePath = "calculator")
    static class Templates {
        static native TemplateInstance score(String rows, List<Violation> violations, Result result);
    }

    @GET
    public TemplateInstance form() {
        return Templates.score("", List.of(), null);
    }

    @POST
    @ChangesNothing
    @Blocking
    @Consumes({ MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED })
    public Response score(@RestForm String rows, @RestForm FileUpload file) {
        String pasted = rows == null ? "" : rows;
        if (!isGiven(file) && pasted.isBlank()) {
            return refused(pasted,
                    List.of(new Violation("Nothing", "was pasted, and no file chosen; one of the two is needed")));
        }
        try {
            Report report = isGiven(file) ? ofFile(file) : ofPaste(pasted);
            return Response.ok(Templates.score(pasted, List.of(), Result.of(report)).render()).build();
        } catch (InvalidInput e) {
            return refused(pasted, e.violations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response refused(String pasted, List<Violation> violations) {
        return Response.status(422).entity(Templates.score(pasted, violations, null).render()).build();
    }

    private static boolean isGiven(FileUpload file) {
        return file != null && file.fileName() != null && !file.fileName().isEmpty();
    }

    private static Report ofFile(FileUpload file) throws IOException {
        try (Reader input = Files.newBufferedReader(file.uploadedFile(), StandardCharsets.UTF_8)) {
            return CsvRows.report(input);
        }
    }

    /** Who pastes two columns of numbers, as from a spreadsheet, need not know what they are called here. */
    private static Report ofPaste(String pasted) {
        String first = pasted.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String table = first.indexOf(',') < 0 ? pasted.replace('\t', ',').replace(';', ',') : pasted;
        Reader input = new StringReader(table);
        if (!STARTS_WITH_A_NUMBER.matcher(pasted).lookingAt()) {
            return CsvRows.report(input);
        }
        long commas = first.chars().filter(c -> ",\t;".indexOf(c) >= 0).count();
        return commas > 1 ? CsvRows.headless(input, "probability", "outcome", "reference")
                : CsvRows.headless(input, "probability", "outcome");
    }
}
