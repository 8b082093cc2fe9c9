package org.hindcast.forecast;

/** Which answer to the question the author's words stand for. */
public enum Stance {
    YES,
    NO
}
