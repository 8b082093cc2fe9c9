package org.hindcast.outbox;

/** The ways out. */
public enum Channel {
    MAIL,
    WEBHOOK
}
