package org.hindcast.account;

/** What an account may do. Names as in {@code @RolesAllowed}; {@code admin} includes the other two. */
public final class Role {

    public static final String ADMIN = "admin";
    /** Pieces, forecasts, imports. */
    public static final String EDITOR = "editor";
    /** Verdicts. */
    public static final String REVIEWER = "reviewer";

    private Role() {
    }
}
