package org.hindcast.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.hindcast.outbox.SmtpSink.Fault;

/** What a nemesis strikes with. Without edge nothing happens to anybody, and every round but a peaceful one has to notice. */
record Weapons(boolean sharp) {

    /** @return whether it died of that */
    boolean kill(Node node) throws InterruptedException {
        return sharp && node.kill();
    }

    void stop(Node node) throws IOException, InterruptedException {
        if (sharp) {
            node.signal("STOP");
        }
    }

    void kill(List<ProcessHandle> processes) {
        if (sharp) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }

    void takeDown(Node node) throws IOException {
        if (sharp) {
            node.sink.down();
        }
    }

    void misbehave(Node node, Function<String, Fault> how) {
        if (sharp) {
            node.sink.misbehave(how);
        }
    }

    void start(Node node, Duration ahead) throws IOException {
        node.start(sharp ? ahead : Duration.ZERO);
    }
}
