package org.hindcast.account;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;

import org.hindcast.record.RecordedEvent;

/** What people set for themselves; what is null stays as it is, an empty e-mail address is none. */
record Settings(String email, String timeZone, Account.Reminders reminders, LocalTime digestAt) {

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    void change(Account account, Instant now) {
        boolean without = email != null && email.isBlank();
        new NewAccount(null, null, without ? null : email, null, timeZone, reminders, digestAt, null).change(account, now);
        if (without) {
            account.email = null;
        }
        RecordedEvent.record(now, account.username, "account.changed", account.id,
                Map.of("timeZone", account.timeZone, "reminders", account.reminders, "mail", account.email != null));
    }
}
