package org.hindcast.account;

import java.util.List;

/** What an account may do. Names as in {@code @RolesAllowed}; {@code admin} includes the other two. */
public final class Role {

    public static final String ADMIN = "admin";
    /** Pieces, forecasts, imports. */
    public static final String EDITOR = "editor";
    /** Verdicts. */
    public static final String REVIEWER = "reviewer";

    static final List<String> ALL = List.of(ADMIN, EDITOR, REVIEWER);

    private Role() {
    }
}
