package org.hindcast.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.account.Account;
import org.hindcast.account.Account.Reminders;
import org.hindcast.outbox.Entry;
import org.hindcast.outbox.Letter;
import org.hindcast.outbox.Rendering;
import org.hindcast.outbox.Retried;
import org.hindcast.outbox.Settled;
import org.hindcast.review.Assignment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The mail that asks for verdicts: written when it is sent, from what is still to be decided then. */
@ApplicationScoped
class ReminderMail {

    /** Tells what came due just now. */
    static final String AT_ONCE = "reminders";
    /** Tells what came due within a day. */
    static final String DIGEST = "digest";
    /** What the one-click address turns off. */
    static final String LIST = "reminders";

    private static final int MOST_LISTED = 20;

    @CheckedTemplate(basePath = "reminder")
    static class Templates {
        static native TemplateInstance mailText(AskingMail mail);

        static native TemplateInstance mailHtml(AskingMail mail);
    }

    @Inject
    EntityManager database;

    void write(@Observes Rendering mail) {
        boolean digest = mail.isKind(DIGEST);
        boolean atOnce = mail.isKind(AT_ONCE);
        if (!digest && !atOnce) {
            return;
        }
        Account reviewer = Account.findById(mail.item.account());
        if (mail.address() == null || reviewer.reminders == Reminders.NONE) {
            toQueue(mail.item.id());
            return;
        }
        if (atOnce && reviewer.reminders == Reminders.DAILY) {
            toDigest(mail.item.id());
            return;
        }
        cancelSettled(mail.item.id(), mail.now);
        long asked = lease(mail.item.id());
        if (asked > 0) {
            AskingMail asking = new AskingMail(reviewer, asked, digest, listed(mail, reviewer), mail.link("/reviews"),
                    mail.link("/me"), mail.unsubscribe(LIST, reviewer.id));
            mail.write(new Letter(asking.subject(), Templates.mailText(asking).render(), Templates.mailHtml(asking).render()));
        }
    }

    /** Those that are told now. @return on how many questions */
    private long lease(UUID mail) {
        return (Long) database.createNativeQuery("""
                with told as (
                    update reminder set status = 'LEASED' where mail = :mail and status in ('READY', 'LEASED', 'UNKNOWN')
                    returning question_id)
                select count(distinct question_id) from told""", Long.class).setParameter("mail", mail).getSingleResult();
    }

    private List<AskingMail.Line> listed(Rendering mail, Account reviewer) {
        List<Reminder> first = Reminder.inMail(mail.item.id(), MOST_LISTED);
        Map<UUID, Assignment> turns = Assignment.of(first.stream().map(reminder -> reminder.questionId).toList(), reviewer);
        return first.stream().map(reminder -> AskingMail.Line.of(reminder, turns.get(reminder.questionId), mail)).toList();
    }

    /** What became of the mail became of what it tells. */
    void settle(@Observes Settled settled) {
        if (!settled.isKind(DIGEST) && !settled.isKind(AT_ONCE)) {
            return;
        }
        database.createNativeQuery("""
                update reminder set status = :status, attempts = :attempts, last_error = cast(:error as text)
                where mail = :mail and status = 'LEASED'""")
                .setParameter("status", settled.status().name()).setParameter("attempts", settled.attempts())
                .setParameter("error", settled.error()).setParameter("mail", settled.item().id()).executeUpdate();
        if (settled.status() == Entry.Status.READY || settled.status() == Entry.Status.UNKNOWN) {
            cancelSettled(settled.item().id(), settled.now());
        }
    }

    /** An admin has it tried again. */
    void retry(@Observes Retried retried) {
        database.createNativeQuery("update reminder set status = 'READY' where mail = :mail and status = 'DEAD'")
                .setParameter("mail", retried.id()).executeUpdate();
    }

    /** What somebody has decided, withdrawn, dated anew, put off or handed over since it was put in. */
    private void cancelSettled(UUID mail, Instant now) {
        database.createNativeQuery("""
                update reminder r set status = 'CANCELLED' from question q
                where r.mail = :mail and r.status in ('READY', 'LEASED', 'UNKNOWN') and q.id = r.question_id
                  and (q.status <> 'OPEN' or q.asked_for <> r.asked_for or exists (
                      select from verdict v where v.question_id = q.id and v.round = q.round
                      and v.reviewer_id = r.reviewer_id and v.outcome <> 'NOT_YET') or exists (
                      select from assignment t where t.question_id = q.id and t.reviewer_id = r.reviewer_id
                      and (t.ended_at >= r.created_at and t.ended_because <> 'PASSED_ON'
                           or t.ended_at is null and t.snoozed_until > :now)))""")
                .setParameter("mail", mail).setParameter("now", now).executeUpdate();
    }

    /** Whoever has no address, or wants no mail any more, finds it in the queue. */
    private void toQueue(UUID mail) {
        database.createNativeQuery("""
                update reminder set channel = 'INBOX', status = 'SENT' where mail = :mail
                and status in ('READY', 'LEASED', 'UNKNOWN')""").setParameter("mail", mail).executeUpdate();
    }

    private void toDigest(UUID mail) {
        database.createNativeQuery("update reminder set mail = null where mail = :mail and status = 'READY'")
                .setParameter("mail", mail).executeUpdate();
    }
}
