package org.hindcast.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.Conflict;
import org.hindcast.web.InvalidInput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Does what has a key once. This runs within the transaction of the change (its priority is behind that of
 * {@code @Transactional}): the row of the key is written first and the answer last, and both commit with the change or not at
 * all. A crash leaves either all three or none of them. A second request with the same key waits at the row until the first
 * one's transaction has ended: then it finds the answer, or, where the first failed and left nothing, it does the work itself.
 * What was refused is not kept: nothing was changed, and the next try may succeed.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
class AnsweredOnce {

    static final Duration KEPT = Duration.ofHours(24);
    private static final String CLAIM = """
            insert into idempotency_key as known (account_id, key_hash, request_mac, created_at)
            values (:account, :key, :mac, :now)
            on conflict (account_id, key_hash) do update
            set request_mac = excluded.request_mac, status = null, location = null, body = null, created_at = excluded.created_at
            where known.created_at <= :expired""";

    @Inject
    Clock clock;
    @Inject
    EntityManager database;
    @Inject
    IdempotencyKey key;
    @Inject
    CurrentAccount account;
    @Inject
    ObjectMapper json;

    @AroundInvoke
    Object answer(InvocationContext invocation) throws Exception {
        Idempotent how = invocation.getMethod().getAnnotation(Idempotent.class);
        if (!key.isGiven() || how.further()) {
            return invocation.proceed();
        }
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException(invocation.getMethod() + " is @Idempotent without being @Transactional");
        }
        Instant now = clock.instant();
        boolean claimed = database.createNativeQuery(CLAIM).setParameter("account", account.id())
                .setParameter("key", key.hash())
                .setParameter("mac", key.mac()).setParameter("now", now).setParameter("expired", now.minus(KEPT))
                .executeUpdate() > 0;
        if (!claimed) {
            throw refusedOrKnown(how.keepsAnswer());
        }
        Object result = invocation.proceed();
        keep(result, how.keepsAnswer());
        return result;
    }

    private RuntimeException refusedOrKnown(boolean keepsAnswer) {
        Tuple known = (Tuple) database.createNativeQuery("""
                select request_mac, status, location, body from idempotency_key
                where account_id = :account and key_hash = :key""", Tuple.class).setParameter("account", account.id())
                .setParameter("key", key.hash()).getSingleResult();
        if (!known.get(0, String.class).equals(key.mac())) {
            return new InvalidInput("Idempotency-Key", "was sent with another request before; a new key is accepted");
        }
        if (!keepsAnswer) {
            return new Conflict("This was done already; its answer was shown once and is not kept.");
        }
        return new KnownAnswer(known.get(1, Integer.class), known.get(2, String.class), known.get(3, String.class));
    }

    private void keep(Object result, boolean keepsAnswer) throws JsonProcessingException {
        Response response = result instanceof Response given ? given : null;
        Object entity = response == null ? result : response.getEntity();
        int status = response != null ? response.getStatus() : entity == null ? 204 : 200;
        String location = response == null || response.getLocation() == null ? null : response.getLocation().toString();
        database.createNativeQuery("""
                update idempotency_key set status = :status, location = :location, body = :body
                where account_id = :account and key_hash = :key""")
                .setParameter("status", status).setParameter("location", location)
                .setParameter("body", entity == null || !keepsAnswer ? null : json.writeValueAsString(entity))
                .setParameter("account", account.id()).setParameter("key", key.hash()).executeUpdate();
    }
}
