package org.hindcast.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.web.Cursor;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Somebody who signs in: an admin, an editor, a reviewer. */
@Entity
public class Account extends PanacheEntityBase {

    public enum Reminders {
        AT_ONCE,
        DAILY,
        NONE
    }

    /** Longest password in bytes of UTF-8; bcrypt would silently leave out what comes after. */
    public static final int LONGEST_PASSWORD = 72;
    public static final int SHORTEST_PASSWORD = 8;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public String username;
    /** Null where an organisation's provider signs them in. */
    public String passwordHash;
    /** Who vouches for them, where it is a provider; with {@link #subject}, what they are known by there. */
    public String issuer;
    public String subject;
    public String email;
    public List<String> roles;
    public String timeZone;
    @Enumerated(EnumType.STRING)
    public Reminders reminders;
    public LocalTime digestAt;
    /** When the next digest is due, of whoever wants one a day; otherwise null. */
    public Instant nextDigestAt;
    public boolean active;
    /** That a reviewer knows about and is asked about first; empty: all. */
    public List<String> topics = List.of();
    /** The first day, in their time zone, on which they are not to be asked; null: any. */
    public LocalDate awayFrom;
    /** The last day; null: they are not away. */
    public LocalDate awayUntil;
    public Instant createdAt;

    public static Account named(String username) {
        return find("username", username).firstResult();
    }

    /** Nobody else changes it until the end of the transaction, nor signs in with it. */
    static Account locked(String username) {
        return find("username", username).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** Nobody else changes it until the end of the transaction. */
    public static Account locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The account as it is now, kept from changing until the end of the transaction.
     *
     * @param verified as it was when the password was looked at
     * @return null where it has been shut out or has another password by now
     */
    static Account unchanged(Account verified) {
        Account now = locked(verified.username);
        return now.active && Objects.equals(now.passwordHash, verified.passwordHash) ? now : null;
    }

    static List<Account> page(Cursor after, int limit) {
        return find("username > ?1 order by username", after == null ? "" : after.key()).range(0, limit).list();
    }

    static boolean otherActiveAdmin(Account than) {
        return count("active and id <> ?1 and array_contains(roles, 'admin')", than.id) > 0;
    }

    /** Whether there is an admin who can sign in, other than these. */
    public static boolean activeAdminBeside(Set<String> usernames) {
        return count("active and array_contains(roles, 'admin') and username not in ?1", usernames) > 0;
    }

    void setPassword(String password) {
        passwordHash = BcryptUtil.bcryptHash(password);
    }

    boolean isPassword(String password) {
        return BcryptUtil.matches(password, passwordHash);
    }

    public DigestHour digestHour() {
        return new DigestHour(ZoneId.of(timeZone), digestAt);
    }

    /** The next digest is the first one after now; none for whoever does not want one a day. */
    public void planDigest(Instant now) {
        nextDigestAt = reminders == Reminders.DAILY ? digestHour().after(now) : null;
    }

    /** The roles of the account with all that they include. */
    Set<String> allRoles() {
        Set<String> all = new TreeSet<>(roles);
        if (all.contains(Role.ADMIN)) {
            all.addAll(List.of(Role.EDITOR, Role.REVIEWER));
        }
        return all;
    }

    /** Whether they may give verdicts now. */
    public boolean isReviewer() {
        return active && allRoles().contains(Role.REVIEWER);
    }

    public boolean isAdmin() {
        return active && roles.contains(Role.ADMIN);
    }
}
