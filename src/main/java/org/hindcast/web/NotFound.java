package org.hindcast.web;

/** Nothing is known under this address; answered with 404. */
public class NotFound extends RuntimeException {

    public NotFound(String what, Object id) {
        this("There is no " + what + " '" + id + "'.");
    }

    /** @param sentence says why, or what to do: for addresses that are secret and are not repeated */
    public NotFound(String sentence) {
        super(sentence);
    }
}
