package org.hindcast.review;

import java.time.Instant;
import java.util.List;

import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.ForecastLine;
import org.hindcast.forecast.QuestionView;
import org.hindcast.forecast.Standing;
import org.hindcast.forecast.Told;
import org.hindcast.question.Question;
import org.hindcast.web.Filled;

/**
 * What the page of a question shows.
 *
 * @param resolution in force; null while it is undecided
 * @param form of a dispute, as it was filled in
 * @param evidence the rows of that form
 * @param said what was done just now; null where nothing was
 * @param refused why nothing was done; null where there is no such reason
 */
public record QuestionPage(Question question, Standing standing, Resolution resolution, List<ForecastLine> forecasts,
        List<Dispute> disputes, List<Told> history, Filled form, EvidenceForm evidence, String said, String refused) {

    private static final int MOST_DISPUTES = 100;

    static QuestionPage of(Question question, Filled form, String said, String refused, Instant now) {
        List<Forecast> forecasts = Forecast.on(List.of(question.id), QuestionView.MOST_FORECASTS);
        return new QuestionPage(question, Standing.of(question, now), Resolution.of(question.id),
                forecasts.stream().map(forecast -> ForecastLine.of(forecast, now)).toList(),
                Dispute.on(question.id, null, MOST_DISPUTES), Told.of(List.of(question.id)), form, new EvidenceForm(form),
                said, refused);
    }

    public boolean isDisputed() {
        return disputes.stream().anyMatch(Dispute::isOpen);
    }

    /** Whether the form has been sent and is shown again. */
    public boolean formOpen() {
        return refused != null || form.has("sent");
    }

    /** Whether the account of this name has a dispute that waits. */
    public boolean isDisputedBy(String name) {
        return disputes.stream().anyMatch(dispute -> dispute.isOpen() && dispute.account.username.equals(name));
    }
}
