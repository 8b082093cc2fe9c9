package org.hindcast.clock;

import java.time.Duration;

/**
 * What is to happen again and again on some node: a bean for each. Quartz wakes it, or the {@link Heartbeat} where Quartz does
 * not. It runs through {@link SweepLog#record}, and two at once do no harm.
 */
public abstract class Sweep {

    public abstract String identity();

    public abstract Duration every();

    public abstract void sweep();
}
