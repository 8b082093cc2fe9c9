package org.hindcast.extract;

/** Whose seasons a writer means who does not say. */
public enum Hemisphere {
    NORTHERN,
    SOUTHERN
}
