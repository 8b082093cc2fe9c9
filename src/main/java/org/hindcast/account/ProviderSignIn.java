package org.hindcast.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Forbidden;

/**
 * The account of somebody whom a provider vouches for. It is known by issuer and subject, which never change; the provider's
 * word on roles holds from one sign-in to the next.
 */
@ApplicationScoped
class ProviderSignIn {

    private static final String ACTOR = "provider";

    @Inject
    Clock clock;
    @Inject
    ProviderSettings settings;
    @Inject
    Event<ReviewerCame> reviewerCame;

    /** @throws Forbidden where the provider gives them none of our roles */
    @Transactional
    public Account recognise(JsonWebToken token, Set<String> given) {
        List<String> roles = Role.ALL.stream().filter(given::contains).toList();
        if (roles.isEmpty()) {
            throw new Forbidden("The provider knows you, but gives you no role here: it lists none of "
                    + String.join(", ", Role.ALL) + " in '" + settings.rolesClaim() + "'.");
        }
        Instant now = clock.instant();
        Account account = Account.find("issuer = ?1 and subject = ?2", token.getIssuer(), token.getSubject()).firstResult();
        String happened = account == null || !Set.copyOf(account.roles).equals(Set.copyOf(roles)) ? "account.changed" : null;
        if (account == null) {
            account = settings.linkByEmail() ? known(token) : null;
            if (account == null) {
                account = made(token, now);
                happened = "account.created";
            }
            account.issuer = token.getIssuer();
            account.subject = token.getSubject();
        }
        account.roles = roles;
        if (happened != null) {
            account.persist();
            RecordedEvent.record(now, ACTOR, happened, account.id,
                    Map.of("username", account.username, "roles", roles, "issuer", account.issuer));
            if (account.isReviewer()) {
                reviewerCame.fire(new ReviewerCame(now));
            }
        }
        return account;
    }

    private static Account known(JsonWebToken token) {
        Object verified = token.getClaim("email_verified");
        String email = token.getClaim("email");
        if (email == null || !"true".equals(String.valueOf(verified))) {
            return null;
        }
        List<Account> named = Account.list("lower(email) = ?1 and subject is null", email.toLowerCase(Locale.ROOT));
        return named.size() == 1 ? named.get(0) : null;
    }

    private static Account made(JsonWebToken token, Instant now) {
        Account account = new Account();
        account.username = username(token.getClaim("preferred_username"), token.getClaim("email"));
        account.email = NewAccount.isAddress(token.getClaim("email")) ? token.getClaim("email") : null;
        account.timeZone = "UTC";
        account.reminders = Account.Reminders.AT_ONCE;
        account.digestAt = LocalTime.of(8, 0);
        account.active = true;
        account.createdAt = now;
        return account;
    }

    private static String username(String preferred, String email) {
        String wanted = preferred != null ? preferred : email != null ? email : "somebody";
        String form = wanted.toLowerCase(Locale.ROOT).replaceFirst("@.*", "").replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[._-]+", "");
        String base = form.isEmpty() ? "somebody" : form.substring(0, Math.min(form.length(), 56));
        String free = base;
        for (int i = 2; Account.named(free) != null; i++) {
            free = base + "-" + i;
        }
        return free;
    }
}
