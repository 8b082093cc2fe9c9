package org.hindcast.web;

/** What was sent cannot be read as a request at all; answered with 400. */
public class Malformed extends RuntimeException {

    public Malformed(String sentence) {
        super(sentence);
    }
}
