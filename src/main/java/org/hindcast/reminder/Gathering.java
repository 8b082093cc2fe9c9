package org.hindcast.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hindcast.account.Account;
import org.hindcast.outbox.Outbox;
import org.hindcast.outbox.Parcel;

/** Puts what reviewers are asked at the same moment into one mail each; of those who want one a day, at their hour. */
@ApplicationScoped
class Gathering {

    @Inject
    EntityManager database;
    @Inject
    Outbox outbox;

    /** What was asked by mail of those who no longer want any, or have no address, is in the queue. */
    @Transactional
    void toQueue() {
        database.createNativeQuery("""
                update reminder r set channel = 'INBOX', status = 'SENT' from account a
                where a.id = r.reviewer_id and r.status = 'READY' and r.mail is null
                  and (a.reminders = 'NONE' or a.email is null or not a.active)""").executeUpdate();
    }

    /** Reviewers who were asked something, want to hear of it at once, and have not got a mail for it yet. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<UUID> toTellAtOnce() {
        return database.createNativeQuery("""
                select a.id from account a where a.reminders = 'AT_ONCE' and exists (
                    select from reminder r where r.reviewer_id = a.id and r.status = 'READY' and r.mail is null)
                order by a.id""", UUID.class).getResultList();
    }

    /** Reviewers whose hour has come. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<UUID> toTellToday(Instant now) {
        return database.createNativeQuery("""
                select id from account where reminders = 'DAILY' and next_digest_at <= :now order by next_digest_at, id""",
                UUID.class).setParameter("now", now).getResultList();
    }

    @Transactional
    void atOnce(List<UUID> reviewers, Instant now) {
        gather(reviewers, null, ReminderMail.AT_ONCE, now);
    }

    /** One a day, whatever becomes of the hour: the date is its key. */
    @Transactional
    void today(UUID reviewer, Instant now) {
        Account account = Account.locked(reviewer);
        if (account.nextDigestAt == null || account.nextDigestAt.isAfter(now)) {
            return; // another node was faster, or they changed their mind
        }
        String key = "digest/" + reviewer + "/" + account.digestHour().dateOf(account.nextDigestAt);
        if (!outbox.knows(key)) {
            gather(List.of(reviewer), key, ReminderMail.DIGEST, now);
        }
        account.planDigest(now);
    }

    /**
     * A mail that waits to be sent takes it up; otherwise there is a new one. What another node holds it is gathering itself.
     */
    private void gather(List<UUID> reviewers, String key, String kind, Instant now) {
        Map<UUID, UUID> waiting = outbox.waiting(reviewers, kind, now);
        List<UUID> mails = reviewers.stream().map(reviewer -> waiting.getOrDefault(reviewer, outbox.newId(now))).toList();
        @SuppressWarnings("unchecked")
        List<Object[]> told = database.createNativeQuery("""
                with found as (
                    select reviewer_id, question_id, asked_for, step from reminder
                    where reviewer_id = any (:reviewers) and status = 'READY' and mail is null for update skip locked),
                told as (
                    update reminder r set mail = m.mail
                    from found f join unnest(:reviewers, :mails) as m (reviewer_id, mail) using (reviewer_id)
                    where r.reviewer_id = f.reviewer_id and r.question_id = f.question_id and r.asked_for = f.asked_for
                      and r.step = f.step
                    returning r.reviewer_id, r.mail)
                select distinct reviewer_id, mail from told""")
                .setParameter("reviewers", reviewers.toArray(UUID[]::new)).setParameter("mails", mails.toArray(UUID[]::new))
                .getResultList();
        for (Object[] row : told) {
            UUID reviewer = (UUID) row[0];
            if (!waiting.containsKey(reviewer)) {
                outbox.put((UUID) row[1], Parcel.mailTo(reviewer, key, kind, null, Map.of()), now);
            }
        }
    }
}
