package org.hindcast.web;

/** What is asked for no longer fits the state of things; answered with 409. */
public class Conflict extends RuntimeException {

    public Conflict(String sentence) {
        super(sentence);
    }
}
