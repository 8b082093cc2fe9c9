package org.hindcast.inbox;

import jakarta.enterprise.event.Event;

/**
 * A notice is about to leave by another way than the inbox: whoever knows its kind says when nothing is left to say. Fired in a
 * transaction just before the attempt.
 */
public final class Delivering {

    private final Notice notice;
    private boolean dropped;

    private Delivering(Notice notice) {
        this.notice = notice;
    }

    public static boolean isStillDue(Notice notice, Event<Delivering> asked) {
        Delivering delivering = new Delivering(notice);
        asked.fire(delivering);
        return !delivering.dropped;
    }

    public boolean isKind(String kind) {
        return notice.kind.equals(kind);
    }

    public Notice notice() {
        return notice;
    }

    /** It is not sent. */
    public void drop() {
        dropped = true;
    }
}
