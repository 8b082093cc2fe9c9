package org.hindcast.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Date;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** A mail in text and HTML, with a Message-ID that stays the same at every attempt. */
class MailMessage extends MimeMessage {

    private final String messageId;

    MailMessage(Session session, String from, Address to, String messageId, Writing.Written written)
            throws MessagingException {
        super(session);
        this.messageId = messageId;
        setFrom(new InternetAddress(from, true));
        setRecipient(RecipientType.TO, to);
        setSubject(oneLine(written.letter().subject()), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(written.at()));
        setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        if (written.unsubscribe() != null) {
            setHeader("List-Unsubscribe", "<" + written.unsubscribe() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }
        MimeMultipart both = new MimeMultipart("alternative", part(written.letter().text(), "plain"),
                part(written.letter().html(), "html"));
        setContent(both);
        saveChanges();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** A line end in a header would begin another header. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
