package org.hindcast.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.hindcast.forecast.Forecast;
import org.hindcast.question.Evidence;
import org.hindcast.question.Question;
import org.hindcast.review.Decision;
import org.hindcast.review.Resolution;
import org.hindcast.web.Violations;

/**
 * The outcome a file gives to a question: recorded as given where nobody has decided, given anew where only this file has, and
 * left alone where somebody else has.
 */
final class LedgerResolution {

    private final LedgerEntry.Work work;

    LedgerResolution(LedgerEntry.Work work) {
        this.work = work;
    }

    void enter(Question question, int forecast, LedgerFile.ForecastEntry entry) {
        LedgerFile.ResolutionEntry given = entry.resolution();
        Resolution last = Resolution.last(question.id);
        if (entry.criteria().carries(last) || given != null && !isPossible(question, forecast, given)) {
            return;
        }
        if (last == null || (last.endedAt != null && last.endedBy.equals(LedgerEntry.ACTOR))) {
            if (given != null) {
                resolve(question, given);
                work.added++;
            }
        } else if (last.endedAt != null) {
            if (given != null) {
                work.problem(forecast, "resolution", "is not applied: %s reopened the question (%s)".formatted(last.endedBy,
                        last.endedBecause));
            }
        } else if (work.name.equals(last.source)) {
            replace(question, last, given);
        } else if (given != null && given.outcome() != last.outcome) {
            work.problem(forecast, "resolution.outcome",
                    "is %s; %s resolved the question %s, which stays".formatted(given.outcome(),
                            last.source == null ? last.actor : last.source, last.outcome));
        }
    }

    /** Reports a day that is still to come, or on which there was no forecast yet. */
    private boolean isPossible(Question question, int forecast, LedgerFile.ResolutionEntry given) {
        Violations violations = new Violations();
        violations.begun("resolution.on", given.on(), work.now);
        LocalDate first = Forecast.firstMadeOn(question);
        if (first != null && given.on().isBefore(first.minusDays(1))) {
            violations.add("resolution.on",
                    "is %s, before the first forecast on the question was made; a date from %s on is accepted"
                            .formatted(given.on(), first));
        }
        violations.found().forEach(violation -> work.problem(forecast, violation.field(), violation.message()));
        return violations.none();
    }

    private void replace(Question question, Resolution last, LedgerFile.ResolutionEntry given) {
        if (given != null && isAs(last, question, given)) {
            return;
        }
        last.end(LedgerEntry.ACTOR, "The ledger file " + work.name + " was changed.", work.now);
        question.reopen(work.now);
        if (given != null) {
            resolve(question, given);
        } else {
            Forecast.withdrawWhereNoneStandsOn(question);
        }
        work.questions.add(question.id);
        work.changed++;
    }

    private void resolve(Question question, LedgerFile.ResolutionEntry given) {
        Resolution.resolve(question,
                new Decision(given.outcome(), evidence(given), given.note(), LedgerEntry.ACTOR, work.name,
                        work.sha256, at(question, given)),
                work.now);
        work.questions.add(question.id);
    }

    private static boolean isAs(Resolution last, Question question, LedgerFile.ResolutionEntry given) {
        return last.outcome == given.outcome() && last.evidence.equals(evidence(given))
                && Objects.equals(last.note, given.note())
                && last.resolvedAt.equals(at(question, given));
    }

    private static List<Evidence> evidence(LedgerFile.ResolutionEntry given) {
        return given.evidence() == null ? List.of() : given.evidence();
    }

    private static Instant at(Question question, LedgerFile.ResolutionEntry given) {
        return given.on().atStartOfDay(question.zone()).toInstant();
    }
}
