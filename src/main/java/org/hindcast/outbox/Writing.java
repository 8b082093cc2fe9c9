package org.hindcast.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hindcast.account.Account;
import org.hindcast.web.Site;

/** Has a mail written by whoever knows its kind. */
@ApplicationScoped
class Writing {

    /** @param unsubscribe address that turns the like of it off; null where there is none */
    record Written(Letter letter, String address, String unsubscribe, Instant at) {
    }

    @Inject
    Clock clock;
    @Inject
    Site site;
    @Inject
    Event<Rendering> rendering;

    /** Empty where there is nothing left to say, or nobody to say it to. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Written> write(Leased item) {
        Instant now = clock.instant();
        Rendering mail = new Rendering(item, address(item), now, site.baseUrl());
        rendering.fire(mail);
        if (!mail.isKnown()) {
            throw new IllegalStateException("Nobody writes mail of the kind " + item.kind());
        }
        return mail.letter() == null || mail.address() == null ? Optional.empty()
                : Optional.of(new Written(mail.letter(), mail.address(), mail.unsubscribe(), now));
    }

    private static String address(Leased item) {
        if (item.account() == null) {
            return item.address();
        }
        Account account = Account.findById(item.account());
        return account.active ? account.email : null;
    }
}
