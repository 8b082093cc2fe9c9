package org.hindcast.follow;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.account.Account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Whoever follows something: an account, or a reader of whom nothing is known but an address. */
@Entity
public class Follower extends PanacheEntityBase {

    /** How they hear by mail. */
    public enum Mail {
        AT_ONCE,
        /** In one mail a day: of accounts at their hour, of readers at 08:00 UTC. */
        DAILY,
        NONE
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    /** Null of a reader. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Account account;
    /** Null of an account: its own counts. */
    public String email;
    @Enumerated(EnumType.STRING)
    public Mail mail;
    public Instant createdAt;

    /** @return null where this account follows nothing and never has */
    static Follower of(UUID account) {
        return find("account.id", account).firstResult();
    }

    /** @return null where nobody follows anything by this address */
    static Follower at(String email) {
        return find("lower(email)", email.toLowerCase(Locale.ROOT)).firstResult();
    }

    /** Nobody else changes what they follow until the end of the transaction. */
    static Follower locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public boolean isReader() {
        return account == null;
    }

    /** Where mail goes; null where there is no address, or the account is shut out. */
    String address() {
        return isReader() ? email : account.active ? account.email : null;
    }

    /** In the record of events: nobody's address. */
    String actor() {
        return isReader() ? "a reader" : account.username;
    }
}
