package org.hindcast.outbox;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Connections to the mail server, kept open from one mail to the next. */
@ApplicationScoped
class Smtp {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    @Inject
    MailSettings settings;
    @Inject
    Sender sender;

    private Session session;

    synchronized Session session() {
        if (session == null) {
            session = Session.getInstance(properties());
        }
        return session;
    }

    /** Hands the message over to the server, or says what came instead. */
    Result send(MimeMessage message, Address to, Lease lease) {
        SmtpConnection connection;
        try {
            connection = connected();
        } catch (MessagingException e) {
            return Result.untried("the mail server cannot be reached: " + SmtpAnswer.words(e), SOON);
        }
        connection.begin(lease, settings.timeout());
        try {
            connection.sendMessage(message, new Address[] { to });
            idle.push(connection);
            return Result.SENT;
        } catch (MessagingException e) {
            close(connection);
            return SmtpAnswer.result(e, connection.handedOver());
        }
    }

    private SmtpConnection connected() throws MessagingException {
        for (SmtpConnection open = idle.poll(); open != null; open = idle.poll()) {
            if (open.isConnected()) {
                return open;
            }
        }
        SmtpConnection anew = new SmtpConnection(session(), settings.tls());
        anew.connect(settings.host().orElseThrow(), settings.port().orElse(settings.tls() ? 465 : 25),
                settings.username().orElse(null), settings.password().orElse(null));
        return anew;
    }

    @PreDestroy
    void closeIdle() {
        for (SmtpConnection open = idle.poll(); open != null; open = idle.poll()) {
            close(open);
        }
    }

    private static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // it is gone either way
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        String timeout = String.valueOf(settings.timeout().toMillis());
        for (String protocol : new String[] { "mail.smtp.", "mail.smtps." }) {
            properties.put(protocol + "connectiontimeout", timeout);
            properties.put(protocol + "timeout", timeout);
            properties.put(protocol + "writetimeout", timeout);
            properties.put(protocol + "auth", String.valueOf(settings.username().isPresent()));
            properties.put(protocol + "localhost", sender.host());
            properties.put(protocol + "quitwait", "false");
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(protocol + "starttls.enable",
                    String.valueOf(settings.startTls() != MailSettings.StartTls.DISABLED));
            properties.put(protocol + "starttls.required",
                    String.valueOf(settings.startTls() == MailSettings.StartTls.REQUIRED));
        }
        return properties;
    }
}
