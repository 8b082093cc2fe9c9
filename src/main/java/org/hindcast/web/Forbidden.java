package org.hindcast.web;

/** The account may do such things, but not this one now; answered with 403. */
public class Forbidden extends RuntimeException {

    public Forbidden(String sentence) {
        super(sentence);
    }
}
