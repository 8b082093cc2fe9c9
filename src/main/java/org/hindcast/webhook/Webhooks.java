package org.hindcast.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.account.Account;
import org.hindcast.inbox.Inbox;
import org.hindcast.inbox.News;
import org.hindcast.inbox.Told;
import org.hindcast.net.NetSettings;
import org.hindcast.net.Poster;
import org.hindcast.outbox.Channel;
import org.hindcast.outbox.Entry;
import org.hindcast.outbox.Outbox;
import org.hindcast.outbox.Parcel;
import org.hindcast.outbox.Settled;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;

/** People's webhooks: made, ended, and what is to be sent there. Within the transaction of the caller. */
@ApplicationScoped
class Webhooks {

    static final int MOST = 10;
    static final String KIND = "webhook";
    /** In a parcel: which webhook it goes to. */
    static final String WEBHOOK = "webhook";

    /** Where nothing has been taken for so long, and something was given up, it is turned off. */
    private static final Duration FAILING = Duration.ofDays(5);

    @Inject
    Outbox outbox;
    @Inject
    Inbox inbox;
    @Inject
    Poster poster;
    @Inject
    NetSettings net;

    /**
     * @throws Conflict where there are too many
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     */
    Webhook make(NewWebhook wanted, Account account, Instant now) {
        wanted.validate(poster, net);
        Account.locked(account.id);
        if (Webhook.count("accountId", account.id) >= MOST) {
            throw new Conflict("You have %d webhooks; delete one first.".formatted(MOST));
        }
        Webhook webhook = Webhook.create(account.id, wanted.url().strip(), wanted.format(), now);
        record(webhook, "webhook.made", account, now);
        return webhook;
    }

    /** A new secret; for a day the old one signs as well. */
    Webhook rotate(UUID id, Account account, Instant now) {
        Webhook webhook = Webhook.locked(account.id, id);
        webhook.rotate(now);
        record(webhook, "webhook.rotated", account, now);
        return webhook;
    }

    void delete(UUID id, Account account, Instant now) {
        Webhook webhook = Webhook.locked(account.id, id);
        record(webhook, "webhook.deleted", account, now);
        webhook.delete();
    }

    void turnOn(UUID id, Account account, Instant now) {
        Webhook webhook = Webhook.locked(account.id, id);
        webhook.turnOn();
        record(webhook, "webhook.on", account, now);
    }

    /** @throws Conflict where it is off */
    void test(UUID id, Account account, Instant now) {
        Webhook webhook = Webhook.locked(account.id, id);
        if (!webhook.isOn()) {
            throw new Conflict("The webhook is off; turn it on first.");
        }
        put(webhook, null, now);
    }

    /** What they are told goes there in the same transaction. */
    void tell(@Observes Told told) {
        Map<UUID, UUID> notices = new LinkedHashMap<>();
        for (int i = 0; i < told.accounts().size(); i++) {
            notices.put(told.accounts().get(i), told.notices().get(i));
        }
        Webhook.on(told.accounts()).forEach(webhook -> put(webhook, notices.get(webhook.accountId), told.now()));
    }

    private void put(Webhook webhook, UUID notice, Instant now) {
        outbox.put(new Parcel(null, KIND, Channel.WEBHOOK, webhook.accountId, null, notice, Map.of(WEBHOOK, webhook.id)), now);
    }

    /** The other side says that nothing is ever to be sent there again. */
    void gone(UUID id, Instant now) {
        Webhook webhook = Webhook.locked(id);
        if (webhook != null && webhook.isOn()) {
            turnOff(webhook, "It answered 410: gone.", now);
        }
    }

    void settle(@Observes Settled settled) {
        if (!settled.isKind(KIND)) {
            return;
        }
        Webhook webhook = Webhook.locked(webhook(settled.item().payload()));
        if (webhook == null) {
            return;
        }
        if (settled.status() == Entry.Status.SENT) {
            webhook.takenAt = settled.now();
            webhook.failingSince = null;
            webhook.lastError = null;
        } else if (settled.status() != Entry.Status.CANCELLED) {
            webhook.failingSince = webhook.failingSince == null ? settled.now() : webhook.failingSince;
            webhook.lastError = settled.error();
            if (settled.status() == Entry.Status.DEAD && webhook.isOn()
                    && !webhook.failingSince.isAfter(settled.now().minus(FAILING))) {
                turnOff(webhook, "Nothing has been taken for %d days.".formatted(FAILING.toDays()), settled.now());
            }
        }
    }

    private void turnOff(Webhook webhook, String because, Instant now) {
        webhook.turnOff(because, now);
        record(webhook, "webhook.off", "system", now);
        webhook.flush();
        inbox.tell(webhook.accountId, new News("webhook.off", webhook.id, "Your webhook to " + webhook.shown() + " is off",
                because + " What you are told is still here; you can turn it on again.", "/me/webhooks",
                Map.of("webhook", webhook.id)), now);
    }

    static UUID webhook(Map<String, Object> payload) {
        return UUID.fromString(payload.get(WEBHOOK).toString());
    }

    private static void record(Webhook webhook, String kind, Account by, Instant now) {
        record(webhook, kind, by.username, now);
    }

    private static void record(Webhook webhook, String kind, String by, Instant now) {
        RecordedEvent.record(now, by, kind, webhook.accountId,
                Map.of("webhook", webhook.id, "format", webhook.format, "to", webhook.shown()));
    }
}
