package org.hindcast.outbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Writes mail of the kind {@code test}: what its payload says, or nothing where it is empty. */
@ApplicationScoped
class TestLetters {

    static final String KIND = "test";

    void write(@Observes Rendering mail) {
        if (mail.isKind(KIND) && mail.item.payload().containsKey("subject")) {
            String says = mail.item.payload().get("says") + " " + mail.unsubscribe("test", new UUID(0, 0));
            mail.write(new Letter((String) mail.item.payload().get("subject"), says, "<p>" + says + "</p>"));
        }
    }
}
