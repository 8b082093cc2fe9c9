package org.hindcast.reminder;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hindcast.account.Account;
import org.hindcast.outbox.Unsubscribed;
import org.hindcast.record.RecordedEvent;

/** Who turns reminders off by a mail finds what is asked of them in the queue from then on. */
@ApplicationScoped
class TurnedOff {

    void turnOff(@Observes Unsubscribed off) {
        if (off.isList(ReminderMail.LIST)) {
            Account account = Account.locked(off.subject());
            account.reminders = Account.Reminders.NONE;
            account.planDigest(off.now());
            RecordedEvent.record(off.now(), account.username, "account.changed", account.id,
                    Map.of("reminders", account.reminders, "by", "the address in a mail"));
        }
    }
}
