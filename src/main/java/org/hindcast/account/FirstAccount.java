package org.hindcast.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hindcast.record.RecordedEvent;

import io.quarkus.runtime.StartupEvent;

/** While there is no account, makes {@code admin}, so that somebody can let the others in. */
class FirstAccount {

    @Inject
    Clock clock;

    @Inject
    FirstAccountSettings settings;

    @Transactional
    void create(@Observes StartupEvent start) {
        if (Account.count() > 0) {
            return;
        }
        String secret = settings.password().orElseGet(Secret::password);
        Account admin = new NewAccount("admin", secret, null, List.of(Role.ADMIN), null, null, null, null)
                .create(clock.instant());
        admin.persist();
        RecordedEvent.record(clock.instant(), "system", "account.created", admin.id,
                Map.of("username", "admin", "roles", admin.roles));
        if (settings.password().isEmpty()) {
            System.out.printf("%n    The first account is 'admin', its password is '%s'. It is shown this once.%n%n", secret);
        }
    }
}
