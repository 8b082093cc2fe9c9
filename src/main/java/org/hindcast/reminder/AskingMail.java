package org.hindcast.reminder;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.account.Account;
import org.hindcast.outbox.Rendering;

/**
 * What a mail says that asks for verdicts.
 *
 * @param asked how many questions it is about
 * @param lines the first of them, those due longest first
 */
public record AskingMail(Account reviewer, long asked, boolean digest, List<Line> lines, String queue, String settings,
        String unsubscribe) {

    /** @param again whether they were asked before */
    public record Line(String question, LocalDate askedFor, boolean again, String link) {

        static Line of(Reminder reminder, Rendering mail) {
            return new Line(reminder.question.criteria.question().replaceAll("\\s+", " ").strip(), reminder.askedFor,
                    reminder.step > 0, mail.link("/reviews/" + reminder.questionId));
        }
    }

    private static final int LONGEST = 120;

    public String subject() {
        if (asked > 1) {
            return digest ? asked + " questions of today wait for your verdict" : asked + " questions wait for your verdict";
        }
        Line only = lines.get(0);
        String question = only.question.length() <= LONGEST ? only.question : only.question.substring(0, LONGEST - 1) + "…";
        return (only.again ? "Still waits for your verdict: " : "Your verdict, please: ") + question;
    }

    /** How many are not listed. */
    public long more() {
        return asked - lines.size();
    }
}
