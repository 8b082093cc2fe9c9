package org.hindcast.outbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** A mail of the sink, as a mail program shows it. */
public record OpenedMail(String subject, String text, String html) {

    public static OpenedMail of(SmtpSink.Mail mail) {
        try {
            MimeMessage message = new MimeMessage((Session) null,
                    new ByteArrayInputStream(mail.raw().getBytes(StandardCharsets.ISO_8859_1)));
            MimeMultipart both = (MimeMultipart) message.getContent();
            return new OpenedMail(message.getSubject(), ((String) both.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                    (String) both.getBodyPart(1).getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
