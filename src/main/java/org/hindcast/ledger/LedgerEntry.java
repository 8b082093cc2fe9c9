package org.hindcast.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hindcast.author.Author;
import org.hindcast.forecast.Correcting;
import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.NewForecast;
import org.hindcast.forecast.Publishing;
import org.hindcast.piece.NewPiece;
import org.hindcast.piece.Piece;
import org.hindcast.question.Criteria;
import org.hindcast.question.Question;
import org.hindcast.question.QuestionAmended;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violation;
import org.hindcast.web.Violations;

import com.fasterxml.jackson.databind.JsonNode;

/** Puts one file on record: what is new is added, what may still change is changed, the rest is reported. */
@ApplicationScoped
class LedgerEntry {

    static final String ACTOR = "ledger";

    /** What came of a file. */
    record Done(UUID piece, int added, int changed, List<Problem> problems) {
    }

    @Inject
    Clock clock;
    @Inject
    Restoring restoring;
    @Inject
    Event<QuestionsMoved> moved;
    @Inject
    Event<QuestionAmended> amended;

    /** In the caller's transaction. @param file has passed the schema */
    Done enter(String name, String sha256, LedgerFile file, Yaml yaml) {
        Work work = new Work(name, sha256, yaml, clock.instant());
        lockQuestions(file);
        Piece piece = piece(file.piece(), work);
        if (piece == null) {
            return new Done(null, 0, 0, work.problems);
        }
        Map<String, Forecast> known = Forecast.in(piece).stream()
                .collect(Collectors.toMap(LedgerEntry::key, Function.identity()));
        Set<String> keys = new HashSet<>();
        Map<Integer, Forecast> entered = new LinkedHashMap<>();
        for (int i = 0; i < file.forecasts().size(); i++) {
            LedgerFile.ForecastEntry entry = file.forecasts().get(i);
            if (!keys.add(entry.key())) {
                work.problem(i, "key", "is used twice in this file");
            } else {
                Forecast forecast = forecast(piece, i, entry, known.get(entry.key()), work);
                if (forecast != null) {
                    entered.put(i, forecast);
                }
            }
        }
        // When all of them stand on their questions: an outcome may be known before the later ones were made, not before the first.
        entered.forEach((i, forecast) -> new LedgerResolution(work).enter(forecast.question, i, file.forecasts().get(i)));
        reportMissing(known, keys, work);
        if (work.restored) {
            RecordedEvent.record(work.now, ACTOR, "piece.restored", piece.id, work.source());
        }
        if (!work.questions.isEmpty()) {
            moved.fire(new QuestionsMoved(work.questions, work.now));
        }
        return new Done(piece.id, work.added, work.changed, work.problems);
    }

    /** Who loads while others decide waits for them, and always in the same order. */
    private static void lockQuestions(LedgerFile file) {
        List<LedgerFile.CriteriaEntry> criteria = file.forecasts().stream().map(LedgerFile.ForecastEntry::criteria).toList();
        List<String> keys = criteria.stream().map(LedgerFile.CriteriaEntry::key).filter(Objects::nonNull).toList();
        List<UUID> ids = criteria.stream().map(LedgerFile.CriteriaEntry::carriedId).filter(Objects::nonNull).toList();
        List<Question> known = keys.isEmpty() && ids.isEmpty() ? List.of()
                : Question.list("key in ?1 or id in ?2", keys, ids);
        if (!known.isEmpty()) {
            Question.lock(known.stream().map(question -> question.id).toList());
            known.forEach(Question.getEntityManager()::refresh);
        }
    }

    private Piece piece(LedgerFile.PieceEntry entry, Work work) {
        NewPiece given;
        try {
            given = entry.newPiece().validated();
            if (entry.record() == null) {
                given.refuseUnlessPublished(work.now);
            }
        } catch (InvalidInput e) {
            e.violations.forEach(violation -> work.problem(
                    "piece." + violation.field().replace("publishedOn", "published"), violation.message()));
            return null;
        }
        String slug = work.name.replaceFirst("\\.yaml$", "");
        if (entry.author().record() != null) {
            restoring.author(work.yaml.content.at("/piece/author"));
        }
        Author author = Author.findOrCreate(given.author(), work.now);
        Piece known = Piece.find("slug", slug).firstResult();
        if (known == null) {
            known = entry.withheld() == null ? Piece.same(author, given.url(), given.text())
                    : Piece.sameByHash(author, given.url(), entry.withheld());
        }
        if (known == null && entry.record() != null) {
            work.restored = true;
            return restoring.piece(work.yaml.content.get("piece"), slug);
        }
        if (known == null) {
            Piece created = Piece.create(given, slug, author, work.now);
            RecordedEvent.record(work.now, ACTOR, "piece.created", created.id, work.source());
            return created;
        }
        if (!known.author.id.equals(author.id)) {
            work.problem("piece.author", "is not the author of the piece as it is on record");
            return null;
        }
        update(known, given, entry.withheld(), work);
        return known;
    }

    private static void update(Piece piece, NewPiece given, String withheld, Work work) {
        boolean sameText = given.text() != null || piece.republished ? Objects.equals(piece.text, given.text())
                : withheld == null || withheld.equals(piece.sha256);
        if (!sameText) {
            work.problem("piece.text", "differs from the text on record, on which quotes stand; it is left as it was");
        }
        if (!piece.title.equals(given.title()) || !Objects.equals(piece.publisher, given.publisher())
                || !Objects.equals(piece.url, given.url()) || !piece.publishedOn.equals(given.publishedOn())
                || !Objects.equals(piece.note, given.note())) {
            piece.title = given.title();
            piece.publisher = given.publisher();
            piece.url = given.url();
            piece.publishedOn = given.publishedOn();
            piece.note = given.note();
            work.changed++;
            RecordedEvent.record(work.now, ACTOR, "piece.changed", piece.id, work.source());
        }
    }

    /** @return as it now stands on record; null where it could not be entered */
    private Forecast forecast(Piece piece, int i, LedgerFile.ForecastEntry entry, Forecast onRecord, Work work) {
        Forecast known = onRecord;
        try {
            if (known == null) {
                known = entry.record() == null ? add(piece, entry, work) : restore(piece, i, entry, work);
            } else if (known.status == Forecast.Life.PUBLISHED) {
                change(known, i, entry.newForecast(), work);
            }
        } catch (InvalidInput e) {
            for (Violation violation : e.violations) {
                work.problem(i, violation.field(), violation.message());
            }
            return null;
        }
        return known;
    }

    /** The name in a file of one on record: its id where it came from no file. */
    private static String key(Forecast forecast) {
        return forecast.key == null ? forecast.id.toString() : forecast.key;
    }

    private static Forecast add(Piece piece, LedgerFile.ForecastEntry entry, Work work) {
        Forecast added = new Publishing(ACTOR, work.now).publishNew(piece, entry.newForecast(), entry.key());
        work.questions.add(added.question.id);
        work.added++;
        return added;
    }

    /** With all that the export it comes from says of it, and of its question where that is not on record yet. */
    private Forecast restore(Piece piece, int i, LedgerFile.ForecastEntry entry, Work work) {
        JsonNode content = work.yaml.content.get("forecasts").get(i);
        NewForecast given = entry.newForecast();
        given.check(piece);
        if (Forecast.findById(Restoring.id(content)) != null) {
            throw new InvalidInput("record.id", "is the id of a forecast in another piece");
        }
        Criteria criteria = given.criteria().finished(null, new Violations());
        Question question = entry.criteria().onRecord();
        if (question == null) {
            question = restoring.question(content.get("criteria"), work.now);
        } else if (!question.criteria.equals(criteria) || !Objects.equals(question.key, entry.criteria().key())) {
            throw new InvalidInput("criteria", "are not those of the question as it is on record");
        }
        Forecast restored = restoring.forecast(content, piece, question, work.now);
        work.restored = true;
        work.questions.add(question.id);
        work.added++;
        return restored;
    }

    private void change(Forecast known, int i, NewForecast wanted, Work work) {
        List<String> differences = known.differences(wanted);
        if (differences.isEmpty()) {
            return;
        }
        if (!known.question.dueAt.isAfter(work.now)) {
            differences.forEach(field -> work.problem(i, field,
                    "differs from what is on record; from the due date on only a correction by an admin changes that"));
        } else if (!known.lastWrittenBy(ACTOR)) {
            differences.forEach(field -> work.problem(i, field,
                    "differs from what is on record, which somebody corrected since; it is left as it is"));
        } else {
            String reason = "The ledger file " + work.name + " was changed.";
            work.questions.addAll(new Correcting(ACTOR, reason, work.now, amended::fire).correct(known, wanted));
            work.changed++;
        }
    }

    private static void reportMissing(Map<String, Forecast> known, Set<String> keys, Work work) {
        for (Forecast forecast : known.values()) {
            if (forecast.key != null && forecast.status == Forecast.Life.PUBLISHED && !keys.contains(forecast.key)) {
                work.problem("forecasts",
                        "no longer holds '%s', which stays on record until it is withdrawn".formatted(forecast.key));
            }
        }
    }

    /** One file under way. */
    static final class Work {

        final String name;
        final String sha256;
        final Instant now;
        final Set<UUID> questions = new HashSet<>();
        final List<Problem> problems = new ArrayList<>();
        private final Yaml yaml;
        int added;
        int changed;
        /** Whether anything was put back as an export carries it. */
        boolean restored;

        Work(String name, String sha256, Yaml yaml, Instant now) {
            this.name = name;
            this.sha256 = sha256;
            this.yaml = yaml;
            this.now = now;
        }

        void problem(int forecast, String field, String message) {
            problem(LedgerFile.path(forecast, field), message);
        }

        void problem(String path, String message) {
            problems.add(new Problem(yaml.line(path), path, message));
        }

        Map<String, Object> source() {
            return Map.of("file", name, "sha256", sha256);
        }
    }
}
