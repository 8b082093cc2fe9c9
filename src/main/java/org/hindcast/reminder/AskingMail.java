package org.hindcast.reminder;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.account.Account;
import org.hindcast.outbox.Rendering;
import org.hindcast.question.Question;
import org.hindcast.review.Assignment;

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
     * @param handed null where nobody handed it over
     * @param silent what the criteria say of a source that stays silent, where it was put off too often; otherwise null
     */
    public record Line(String question, LocalDate askedFor, boolean again, boolean last, Handed handed, boolean putOff,
            String silent, String link) {

        /** @param turn null where it is theirs no longer */
        static Line of(Reminder reminder, Assignment turn, Rendering mail) {
            Question question = reminder.question;
            boolean putOff = question.notYet >= Question.PUT_OFF_TOO_OFTEN;
            return new Line(Handed.oneLine(question.criteria.question()), reminder.askedFor, reminder.step > 0,
                    turn != null && turn.isLastResort() && !putOff,
                    turn == null || turn.handedBy == null ? null : Handed.of(turn.handedBy.username, turn.handedNote), putOff,
                    putOff && question.criteria.ifSilent() != null ? Handed.oneLine(question.criteria.ifSilent()) : null,
                    mail.link("/reviews/" + question.id));
        }
    }

    private static final int LONGEST = 120;

    /** Says what is asked. */
    public String subject() {
        if (asked > 1) {
            return digest ? asked + " questions of the day wait for your verdict" : asked + " questions wait for your verdict";
        }
        Line only = lines.get(0);
        String question = Handed.cut(only.question, LONGEST);
        return (only.handed != null ? only.handed.title() + ": "
                : only.putOff ? "Put off three times, please decide: "
                        : only.last ? "Nobody has answered, please decide: "
                                : only.again ? "Still waits for your verdict: " : "Your verdict, please: ")
                + question;
    }

    /** How many are not listed. */
    public long more() {
        return asked - lines.size();
    }
}
