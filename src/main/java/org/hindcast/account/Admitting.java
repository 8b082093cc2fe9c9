package org.hindcast.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hindcast.record.RecordedEvent;
import org.hindcast.web.NotFound;

import io.quarkus.security.identity.SecurityIdentity;

/** Lets people in, changes what they may do, and shuts them out; for the API and for the pages. */
@ApplicationScoped
class Admitting {

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;
    @Inject
    Event<ReviewerCame> reviewerCame;
    @Inject
    Event<ReviewerLeft> reviewerLeft;

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    @Transactional
    Account create(NewAccount wanted) {
        Instant now = clock.instant();
        Account account = wanted.create(now);
        account.persist();
        record(account, "account.created", now);
        return account;
    }

    /**
     * @throws NotFound if there is no such account
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     */
    @Transactional
    Account change(String username, NewAccount wanted) {
        Instant now = clock.instant();
        Account account = known(username, Account.locked(username));
        boolean reviewed = account.isReviewer();
        wanted.change(account, now);
        record(account, "account.changed", now);
        if (reviewed && !account.isReviewer()) {
            reviewerLeft.fire(new ReviewerLeft(account.id, now));
        }
        Access access = new Access(account, actor(), now);
        if (!account.active) {
            access.deactivated();
        } else if (wanted.password() != null) {
            access.passwordChanged(null);
        }
        return account;
    }

    static Account known(String username) {
        return known(username, Account.named(username));
    }

    private static Account known(String username, Account account) {
        if (account == null) {
            throw new NotFound("account", username);
        }
        return account;
    }

    private void record(Account account, String kind, Instant now) {
        RecordedEvent.record(now, actor(), kind, account.id,
                Map.of("username", account.username, "roles", account.roles, "active", account.active));
        if (account.isReviewer()) {
            reviewerCame.fire(new ReviewerCame(now));
        }
    }

    private String actor() {
        return identity.getPrincipal().getName();
    }
}
