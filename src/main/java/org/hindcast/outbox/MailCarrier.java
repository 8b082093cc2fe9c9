package org.hindcast.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** Writes each mail from what holds now, and takes it to the mail server. */
@ApplicationScoped
class MailCarrier extends Carrier {

    private final Circuit circuit = new Circuit(2, Duration.ofSeconds(5), Duration.ofSeconds(30));

    @Inject
    Clock clock;
    @Inject
    MailSettings settings;
    @Inject
    Sender sender;
    @Inject
    Writing writing;
    @Inject
    Smtp smtp;

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isReady(Instant now) {
        return settings.host().isPresent() && !circuit.isOpen(now);
    }

    @Override
    public Result carry(Leased item) {
        Optional<Writing.Written> written = writing.write(item);
        if (written.isEmpty()) {
            return Result.POINTLESS;
        }
        Address to;
        MimeMessage message;
        try {
            to = new InternetAddress(written.get().address(), true);
            message = new MailMessage(smtp.session(), sender.from(), to, item.messageId(), written.get());
        } catch (AddressException e) {
            return Result.refused("the address is not one");
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be written", e);
        }
        Result result = smtp.send(message, to, item.lease());
        if (result.is() == Result.Is.UNTRIED || result.is() == Result.Is.UNANSWERED) {
            circuit.failed(clock.instant());
        } else {
            circuit.passed();
        }
        return result;
    }

    @Override
    public void rest() {
        smtp.closeIdle();
    }
}
