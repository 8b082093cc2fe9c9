package org.hindcast.outbox;

import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What an answer of a mail server, or none, says of the mail. */
final class SmtpAnswer {

    private static final int CLOSING = 421;
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>]+>?");

    private SmtpAnswer() {
    }

    /** @param handedOver whether the final dot was sent */
    static Result result(MessagingException e, boolean handedOver) {
        int code = code(e);
        boolean ours = e instanceof SMTPSenderFailedException; // they do not take mail of this sender, whatever it is
        if (code <= 0 && handedOver) {
            return Result.unanswered("no answer after the message was handed over");
        }
        if (code <= 0 || code == CLOSING || ours) {
            return Result.untried("the mail server did not take part: " + words(e), Duration.ofSeconds(5));
        }
        return code >= 500 ? Result.refused(words(e)) : Result.failed(words(e));
    }

    /** The first code in what went wrong; 0 or less where there was no answer. */
    private static int code(MessagingException e) {
        for (Exception cause = e; cause instanceof MessagingException one; cause = one.getNextException()) {
            int code = cause instanceof SMTPAddressFailedException address ? address.getReturnCode()
                    : cause instanceof SMTPSenderFailedException sender ? sender.getReturnCode()
                            : cause instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    /** What the server said, without addresses. */
    static String words(MessagingException e) {
        Exception last = e;
        while (last instanceof MessagingException one && one.getNextException() != null) {
            last = one.getNextException();
        }
        String said = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return ADDRESS.matcher(said).replaceAll("…");
    }
}
