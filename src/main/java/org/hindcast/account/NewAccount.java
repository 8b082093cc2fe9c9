package org.hindcast.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.hindcast.web.Violations;

/** What is sent to make an account, or, each field optional, to change one. An empty e-mail address is none. */
public record NewAccount(String username, String password, String email, List<String> roles, String timeZone,
        Account.Reminders reminders, LocalTime digestAt, Boolean active) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+");

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    Account create(Instant now) {
        Violations violations = new Violations();
        if (username == null || !USERNAME.matcher(username).matches()) {
            violations.add("username", "1 to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit, are accepted");
        } else if (Account.named(username) != null) {
            violations.add("username", "is taken");
        }
        if (password == null) {
            violations.add("password", "is missing");
        }
        if (roles == null || roles.isEmpty()) {
            violations.add("roles", "is missing; a list of admin, editor, reviewer is accepted");
        }
        validate(violations);
        violations.throwIfAny();
        Account account = new Account();
        account.username = username;
        account.timeZone = "UTC";
        account.reminders = Account.Reminders.AT_ONCE;
        account.digestAt = LocalTime.of(8, 0);
        account.active = true;
        account.createdAt = now;
        write(account, now);
        return account;
    }

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    void change(Account account, Instant now) {
        Violations violations = new Violations();
        if (username != null && !username.equals(account.username)) {
            violations.add("username", "cannot be changed");
        }
        if (roles != null && roles.isEmpty()) {
            violations.add("roles", "is empty; to shut an account out, send active: false");
        }
        validate(violations);
        boolean staysAdmin = !Boolean.FALSE.equals(active) && (roles == null || roles.contains(Role.ADMIN));
        if (account.active && account.roles.contains(Role.ADMIN) && !staysAdmin && !Account.otherActiveAdmin(account)) {
            violations.add(roles == null ? "active" : "roles", "this is the last active admin; make another one first");
        }
        violations.throwIfAny();
        write(account, now);
    }

    /** A password as it may be set. */
    static void validatePassword(String password, Violations violations) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < Account.SHORTEST_PASSWORD || bytes > Account.LONGEST_PASSWORD) {
            violations.add("password", "at least %d characters and at most %d bytes are accepted"
                    .formatted(Account.SHORTEST_PASSWORD, Account.LONGEST_PASSWORD));
        }
    }

    /** Whether it looks like an e-mail address. */
    public static boolean isAddress(String email) {
        return email != null && email.length() <= 254 && EMAIL.matcher(email).matches();
    }

    private void validate(Violations violations) {
        if (password != null) {
            validatePassword(password, violations);
        }
        if (email != null && !email.isBlank() && !isAddress(email)) {
            violations.add("email", "an address such as name@example.org of at most 254 characters is accepted");
        }
        if (roles != null && (roles.stream().anyMatch(Objects::isNull) || !Role.ALL.containsAll(roles))) {
            violations.add("roles", "a list of admin, editor, reviewer is accepted");
        }
        violations.zone("timeZone", timeZone);
    }

    private void write(Account account, Instant now) {
        var before = List.of(account.timeZone, account.reminders, account.digestAt);
        if (password != null) {
            account.setPassword(password);
        }
        account.email = email == null ? account.email : email.isBlank() ? null : email;
        account.roles = roles == null ? account.roles : List.copyOf(Set.copyOf(roles));
        account.timeZone = timeZone == null ? account.timeZone : timeZone;
        account.reminders = reminders == null ? account.reminders : reminders;
        account.digestAt = digestAt == null ? account.digestAt : digestAt;
        account.active = active == null ? account.active : active;
        if (!before.equals(List.of(account.timeZone, account.reminders, account.digestAt))) {
            account.planDigest(now);
        }
    }
}
