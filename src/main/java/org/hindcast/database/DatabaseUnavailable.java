package org.hindcast.database;

/**
 * The embedded database cannot be used. The message is one sentence for the person who started the service: what is
 * wrong, where, and what to do. It carries no stack trace of its own, because there is nothing in ours to correct.
 */
public class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String sentence) {
        this(sentence, null);
    }

    public DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause, true, false);
    }
}
