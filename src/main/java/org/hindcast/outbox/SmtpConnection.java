package org.hindcast.outbox;

import java.io.IOException;
import java.time.Duration;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that knows whether the message was handed over: until the final dot is sent the server has surely not taken it,
 * between the dot and its answer nobody knows (RFC 1047; RFC 5321 §6.1).
 */
class SmtpConnection extends SMTPTransport {

    private Lease lease;
    private Duration answer;
    private boolean handedOver;

    SmtpConnection(Session session, boolean tls) {
        super(session, new URLName(tls ? "smtps" : "smtp", null, -1, null, null, null), tls ? "smtps" : "smtp", tls);
    }

    /** @param longest that the answer to the final dot may take: with less than that left of the lease no dot is sent */
    void begin(Lease of, Duration longest) {
        lease = of;
        answer = longest;
        handedOver = false;
    }

    boolean handedOver() {
        return handedOver;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!lease.covers(answer)) {
            throw new IOException("the lease ran out");
        }
        handedOver = true;
        super.finishData();
    }
}
