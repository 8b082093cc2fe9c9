package org.hindcast.outbox;

/** A mail as it is written: what its subject line says, and the same in both forms. */
public record Letter(String subject, String text, String html) {
}
