package org.hindcast.outbox;

import java.time.Instant;
import java.util.UUID;

import org.hindcast.account.Secret;

/**
 * A mail is about to be sent: whoever knows its kind writes it, from what holds now. Fired in a transaction just before the
 * attempt, at every attempt. Where nothing is left to say nobody writes anything, and the mail is cancelled.
 */
public final class Rendering {

    public final Leased item;
    private String address;
    public final Instant now;
    private final String baseUrl;
    private boolean known;
    private Letter letter;
    private String unsubscribe;

    Rendering(Leased item, String address, Instant now, String baseUrl) {
        this.item = item;
        this.address = address;
        this.now = now;
        this.baseUrl = baseUrl;
    }

    /** Whether it is of this kind; who asks for the right one is taken to know it. */
    public boolean isKind(String kind) {
        boolean is = item.kind().equals(kind);
        known |= is;
        return is;
    }

    /** Where it goes; null where the account has no address or is shut out, or until who writes it has said so. */
    public String address() {
        return address;
    }

    /** Where it goes, of a parcel that does not say. Before {@link #unsubscribe}. */
    public void sendTo(String to) {
        address = to;
    }

    /** The public address of a page. @param path with a slash in front */
    public String link(String path) {
        return baseUrl + path;
    }

    /**
     * The address that turns this list off, to be shown in the mail; its headers get it too (RFC 8058).
     *
     * @param list what it turns off, such as {@code reminders}; see {@link Unsubscribed}
     * @param subject for whom: an account, or what a reader follows
     */
    public String unsubscribe(String list, UUID subject) {
        Secret token = Secret.random("");
        UnsubscribeToken.keep(token.hash(), list, subject, address, now);
        unsubscribe = link(UnsubscribePages.PATH + token.text);
        return unsubscribe;
    }

    public void write(Letter written) {
        letter = written;
    }

    boolean isKnown() {
        return known;
    }

    Letter letter() {
        return letter;
    }

    /** Null where the mail turns nothing off. */
    String unsubscribe() {
        return unsubscribe;
    }
}
