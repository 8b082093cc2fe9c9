package org.hindcast.report;

import java.time.Instant;

import org.hindcast.account.NewAccount;
import org.hindcast.account.Secret;
import org.hindcast.web.Violations;

/**
 * What is sent to report a mistake.
 *
 * @param about the address of the page that it is on
 * @param email where to answer to; null where the private link is enough
 */
record NewReport(String about, String message, String email) {

    static final int LONGEST_MESSAGE = 4000;

    /**
     * @param origins how addresses of ours may begin
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     */
    MistakeReport create(Secret link, Instant now, String... origins) {
        Violations violations = new Violations();
        String address = violations.required("about", about, 2000);
        About page = address == null ? null : About.at(address.strip(), origins);
        if (address != null && page == null) {
            violations.add("about", "is not the address of an author, piece, forecast or question on record here");
        }
        violations.required("message", message, LONGEST_MESSAGE);
        String answerTo = email == null || email.isBlank() ? null : email.strip();
        if (answerTo != null && !NewAccount.isAddress(answerTo)) {
            violations.add("email", "an address such as name@example.org of at most 254 characters is accepted");
        }
        violations.throwIfAny();
        return MistakeReport.open(page, message, answerTo, link, now);
    }

    @Override
    public String toString() {
        return "a report about " + about;
    }
}
