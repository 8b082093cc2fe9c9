package org.hindcast.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.hindcast.record.RecordedEvent;

/**
 * What lets people in, made and ended, each on record. Within the transaction of the caller.
 *
 * @param actor who does it: the account itself, or an admin
 */
record Access(Account account, String actor, Instant now) {

    /** A new session, also where the browser had one: an id that somebody planted there is worth nothing. */
    Secret signIn(String userAgent, String way, String oldId, SessionSettings settings) {
        if (oldId != null) {
            Session.delete("idHash", Secret.hash(oldId));
        }
        if (account.allRoles().contains(Role.ADMIN)) {
            record("account.signed-in", account.id, Map.of("way", way));
        }
        return Session.open(account, userAgent, now, settings);
    }

    /** @param except the session to keep, as its hash; null: none */
    void endSessions(String except, String because) {
        long ended = Session.delete("account = ?1 and idHash <> ?2", account, except == null ? "" : except);
        sessionsEnded(ended, because);
    }

    void endSession(String idHash, String because) {
        sessionsEnded(Session.delete("account = ?1 and idHash = ?2", account, idHash), because);
    }

    private void sessionsEnded(long ended, String because) {
        if (ended > 0) {
            record("sessions.ended", account.id, Map.of("sessions", ended, "because", because));
        }
    }

    NewToken.Made makeToken(NewToken wanted) {
        NewToken.Made made = wanted.create(account, now);
        Map<String, Object> data = new HashMap<>(Map.of("token", made.token().id, "name", made.token().name));
        data.put("expiresOn", made.token().expiresOn);
        record("token.made", account.id, data);
        return made;
    }

    void revokeToken(UUID id) {
        Token token = Token.of(account, id);
        token.delete();
        record("token.revoked", account.id, Map.of("token", id, "name", token.name));
    }

    void revokeTokens(String because) {
        long revoked = Token.delete("account", account);
        if (revoked > 0) {
            record("tokens.revoked", account.id, Map.of("tokens", revoked, "because", because));
        }
    }

    /** The password was changed: whoever knew the old one is out. */
    void passwordChanged(String keptSession) {
        record("password.changed", account.id, Map.of());
        endSessions(keptSession, "the password was changed");
    }

    /** The account was shut out. */
    void deactivated() {
        endSessions(null, "the account was deactivated");
        revokeTokens("the account was deactivated");
    }

    private void record(String kind, UUID subject, Map<String, Object> data) {
        RecordedEvent.record(now, actor, kind, subject, data);
    }
}
