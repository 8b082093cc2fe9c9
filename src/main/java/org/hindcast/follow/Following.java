package org.hindcast.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.account.Account;
import org.hindcast.account.ClientAddress;
import org.hindcast.account.Secret;
import org.hindcast.account.Throttle;
import org.hindcast.outbox.Outbox;
import org.hindcast.outbox.Parcel;
import org.hindcast.outbox.Unsubscribed;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.TooManyRequests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;

/**
 * From wanting to hear of something to not wanting it any more. A reader's address is known to whoever types it in: so nothing
 * that is answered says whether it was known before, and nothing counts until it was confirmed from the mailbox.
 */
@ApplicationScoped
class Following {

    /** Of one follower. */
    static final int MOST = 200;
    static final String LIST = "follows";

    @Inject
    Clock clock;
    @Inject
    EntityManager database;
    @Inject
    Outbox outbox;
    @Inject
    Throttle throttle;
    @Inject
    FollowSettings settings;

    /**
     * A reader wants to follow this: one mail asks whether it was they.
     *
     * @throws TooManyRequests where this sender has asked too often
     */
    void ask(Target target, String email, Follower.Mail mail, HttpServerRequest request) {
        if (mayWrite(email, request)) {
            QuarkusTransaction.requiringNew().run(() -> ask(target, email, mail, clock.instant()));
        }
    }

    private void ask(Target target, String email, Follower.Mail mail, Instant now) {
        Follower follower = findOrCreate(email, mail, now);
        Follow follow = Follow.of(follower, target);
        if (follow == null && Follow.count(follower) < MOST) {
            follow = Follow.begin(follower, target, mail, now);
        }
        if (follow == null || follow.isConfirmed()) {
            outbox.put(Parcel.mailAbout(follower.id, null, FollowMail.KNOWN, Map.of()), now);
        } else {
            follow.mail = mail;
            outbox.put(Parcel.mailAbout(follow.id, null, FollowMail.CONFIRM, Map.of()), now);
        }
    }

    /** A reader wants to see what they follow: a mail brings the address of the page, where they follow anything. */
    void askForList(String email, HttpServerRequest request) {
        if (mayWrite(email, request)) {
            QuarkusTransaction.requiringNew().run(() -> {
                Follower follower = Follower.at(email);
                if (follower != null) {
                    outbox.put(Parcel.mailAbout(follower.id, null, FollowMail.KNOWN, Map.of()), clock.instant());
                }
            });
        }
    }

    /** Whoever asks too often is told so; that an address is asked about too often is not told. */
    private boolean mayWrite(String email, HttpServerRequest request) {
        Duration wait = throttle.take("follow:from:" + ClientAddress.key(request), settings.asked(), Duration.ofHours(1));
        if (!wait.isZero()) {
            throw new TooManyRequests(
                    "At most %d such mails an hour are sent for one address of the net. Try again in %d minutes."
                            .formatted(settings.asked(), wait.plusSeconds(59).toMinutes()),
                    wait);
        }
        return throttle.take("follow:to:" + Secret.hash(email.toLowerCase(Locale.ROOT)), settings.mails(), Duration.ofDays(1))
                .isZero();
    }

    /** Held until the end of the transaction. */
    private Follower findOrCreate(String email, Follower.Mail mail, Instant now) {
        return Follower.findById(database
                .createNativeQuery("""
                        insert into follower as known (id, email, mail, created_at) values (:id, :email, :mail, :now)
                        on conflict (lower(email)) where email is not null do update set email = known.email returning id""",
                        UUID.class)
                .setParameter("id", outbox.newId(now)).setParameter("email", email).setParameter("mail", mail.name())
                .setParameter("now", now).getSingleResult());
    }

    private Follower findOrCreate(Account account, Instant now) {
        return Follower.findById(database.createNativeQuery("""
                insert into follower as known (id, account_id, mail, created_at) values (:id, :account, :mail, :now)
                on conflict (account_id) do update set account_id = known.account_id returning id""", UUID.class)
                .setParameter("id", outbox.newId(now)).setParameter("account", account.id)
                .setParameter("mail", account.reminders.name()).setParameter("now", now).getSingleResult());
    }

    /**
     * Whoever has the mail says that it was they. Within the transaction of the caller. @return false where they had said so
     */
    boolean confirm(Follow follow, Instant now) {
        Follower follower = Follower.locked(follow.follower.id);
        if (follow.isConfirmed()) {
            return false;
        }
        follow.confirmedAt = now;
        follower.mail = follow.mail;
        record(follow, "follow.begun", now);
        return true;
    }

    /**
     * Somebody who is signed in follows this; where they do already, nothing changes.
     *
     * @throws Conflict where they follow too much
     */
    Follow begin(Target target, Account account, Instant now) {
        Follower follower = findOrCreate(account, now);
        Follow follow = Follow.of(follower, target);
        if (follow != null) {
            return follow;
        }
        if (Follow.count(follower) >= MOST) {
            throw new Conflict("You follow %d already; end one first, at /me/follows.".formatted(MOST));
        }
        Follow begun = Follow.begin(follower, target, Follower.Mail.AT_ONCE, now);
        begun.confirmedAt = now;
        record(begun, "follow.begun", now);
        return begun;
    }

    /** @return whether anything is followed still; of a reader who follows nothing any more nothing is kept */
    boolean end(Follower of, UUID follow, Instant now) {
        Follower follower = Follower.locked(of.id);
        Follow ended = Follow.of(follower, follow);
        record(ended, "follow.ended", now);
        ended.delete();
        ended.flush();
        boolean more = Follow.count("follower = ?1 and confirmedAt is not null", follower) > 0;
        if (!more && follower.isReader()) {
            forget(follower, now);
        }
        return more;
    }

    /** What was to come once a day comes at once from now on, and the other way round. */
    void change(Follower of, Follower.Mail mail, Instant now) {
        Follower follower = Follower.locked(of.id);
        follower.mail = mail;
        if (mail == Follower.Mail.AT_ONCE) {
            database.createNativeQuery(
                    "update news set due_at = :now where follower_id = :id and mail is null and due_at > :now")
                    .setParameter("now", now).setParameter("id", follower.id).executeUpdate();
        }
        RecordedEvent.record(now, follower.actor(), "follower.changed", follower.id, Map.of("mail", mail));
    }

    /** The address, what was followed by it, and every link to it. */
    void forget(Follower follower, Instant now) {
        outbox.forget(follower.id, now);
        RecordedEvent.record(now, follower.actor(), "follower.left", follower.id, Map.of());
        Follower.delete("id", follower.id);
    }

    /** By the one click of a mail program: no more mail. */
    void turnOff(@Observes Unsubscribed off) {
        Follower follower = off.isList(LIST) ? Follower.locked(off.subject()) : null;
        if (follower != null && follower.isReader()) {
            forget(follower, off.now());
        } else if (follower != null) {
            change(follower, Follower.Mail.NONE, off.now());
        }
    }

    /** Who follows what is nobody's business: the record, which is kept for ever, says only that somebody follows something. */
    private static void record(Follow follow, String kind, Instant now) {
        RecordedEvent.record(now, follow.follower.actor(), kind, follow.follower.id, Map.of("what", follow.target().word()));
    }
}
