package org.hindcast.web;

import java.util.List;

/** Well-formed input that cannot be accepted; answered with 422 and every violation at once. */
public class InvalidInput extends RuntimeException {

    public final List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(violations.get(0).field() + ": " + violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new Violation(field, message)));
    }
}
