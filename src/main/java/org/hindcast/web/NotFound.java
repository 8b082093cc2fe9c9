package org.hindcast.web;

/** Nothing is known under this address; answered with 404. */
public class NotFound extends RuntimeException {

    public NotFound(String what, Object id) {
        super("There is no " + what + " '" + id + "'.");
    }
}
