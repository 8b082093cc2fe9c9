package org.hindcast.reminder;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.account.Account;
import org.hindcast.outbox.Rendering;
import org.hindcast.question.Question;

/**
 * What a mail says that asks for verdicts.
 *
 * @param asked how many questions it is about
 * @param lines the first of them, those due longest first
 */
public record AskingMail(Account reviewer, long asked, boolean digest, List<Line> lines, String queue, String settings,
        String unsubscribe) {

    /**
     * @param again whether they were asked before
     * @param last whether it comes to the admins because nobody else has answered
     * @param silent what the criteria say of a source that stays silent, where it was put off too often; otherwise null
     */
    public record Line(String question, LocalDate askedFor, boolean again, boolean last, boolean putOff, String silent,
            String link) {

        static Line of(Reminder reminder, boolean last, Rendering mail) {
            Question question = reminder.question;
            boolean putOff = question.notYet >= Question.PUT_OFF_TOO_OFTEN;
            return new Line(oneLine(question.criteria.question()), reminder.askedFor, reminder.step > 0, last && !putOff,
                    putOff,
                    putOff && question.criteria.ifSilent() != null ? oneLine(question.criteria.ifSilent()) : null,
                    mail.link("/reviews/" + question.id));
        }

        private static String oneLine(String text) {
            return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        }
    }

    private static final int LONGEST = 120;

    /** Says what is asked. */
    public String subject() {
        if (asked > 1) {
            return digest ? asked + " questions of the day wait for your verdict" : asked + " questions wait for your verdict";
        }
        Line only = lines.get(0);
        String question = only.question.length() <= LONGEST ? only.question : only.question.substring(0, LONGEST - 1) + "…";
        return (only.putOff ? "Put off three times, please decide: "
                : only.last ? "Nobody has answered, please decide: "
                        : only.again ? "Still waits for your verdict: " : "Your verdict, please: ")
                + question;
    }

    /** How many are not listed. */
    public long more() {
        return asked - lines.size();
    }
}
