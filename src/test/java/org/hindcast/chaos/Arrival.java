package org.hindcast.chaos;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.outbox.OpenedMail;
import org.hindcast.outbox.SmtpSink.Mail;

/** A mail that a mail server kept, and when. */
record Arrival(String id, String recipient, Mail mail, Instant at) {

    private static final Pattern KEY = Pattern.compile("\\[([a-z0-9-]+)]");
    private static final Pattern MANY = Pattern.compile("^(\\d+) questions");

    static Arrival of(Mail mail) {
        return new Arrival(mail.header("Message-ID"), mail.recipient(), mail, Instant.now());
    }

    /** Of the questions that it lists, which are the first of those it asks about. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Matcher key = KEY.matcher(OpenedMail.of(mail).text()); key.find();) {
            keys.add(key.group(1));
        }
        return keys;
    }

    /** How many it says it asks about. */
    int asks() {
        Matcher many = MANY.matcher(OpenedMail.of(mail).subject());
        return many.find() ? Integer.parseInt(many.group(1)) : 1;
    }
}
