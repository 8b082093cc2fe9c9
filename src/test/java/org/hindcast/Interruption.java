package org.hindcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hindcast.question.QuestionsMoved;

/** Something that fails in the middle of a change, when a test wants it to. */
@ApplicationScoped
public class Interruption {

    private volatile boolean armed;

    public void during(Runnable change) {
        armed = true;
        try {
            change.run();
        } finally {
            armed = false;
        }
    }

    void moved(@Observes QuestionsMoved moved) {
        if (armed) {
            throw new IllegalStateException("interrupted by a test");
        }
    }
}
