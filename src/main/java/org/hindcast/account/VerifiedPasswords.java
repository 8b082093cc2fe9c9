package org.hindcast.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Spares a program that sends its name and password with every call the price of the password hash each time. An entry is a
 * MAC, under a key that dies with this process, over the account's stored hash and the password: as soon as the password is
 * changed, on whatever node, it fits no more. Whether the account is active is read from the database each time.
 */
@ApplicationScoped
class VerifiedPasswords {

    private static final long KEPT = Duration.ofSeconds(60).toNanos();
    private static final int MOST = 10_000;

    private final byte[] key = Secret.bytes(32);
    private final Map<String, Long> until = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST || eldest.getValue() - System.nanoTime() < 0;
        }
    });

    boolean holds(Account account, String password) {
        Long end = until.get(mac(account, password));
        return end != null && end - System.nanoTime() > 0;
    }

    void keep(Account account, String password) {
        String mac = mac(account, password);
        until.remove(mac); // so that the eldest stays the first
        until.put(mac, System.nanoTime() + KEPT);
    }

    private String mac(Account account, String password) {
        return Secret.mac(key, (account.passwordHash + "\0" + password).getBytes(StandardCharsets.UTF_8));
    }
}
