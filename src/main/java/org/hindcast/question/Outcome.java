package org.hindcast.question;

/** What a question was resolved to. VOID: the criteria cannot be applied, and nobody is scored. */
public enum Outcome {
    YES,
    NO,
    VOID
}
