package org.hindcast.outbox;

import java.time.Instant;

/** Takes what is in the outbox to the other side, by one channel. A bean for each; used by several threads at once. */
public abstract class Carrier {

    public abstract Channel channel();

    /** Whether anything can be carried now; while it cannot, nothing is claimed. */
    public abstract boolean isReady(Instant now);

    /** One attempt, outside any transaction. Says what came of it rather than throw. */
    public abstract Result carry(Leased item);

    /** Nothing is left to carry for now. */
    public void rest() {
        // nothing is kept open
    }
}
