package org.hindcast.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who takes our mail. */
@ConfigMapping(prefix = "hindcast.mail")
public interface MailSettings {

    enum StartTls {
        DISABLED,
        /** Where the server offers it. */
        OPTIONAL,
        REQUIRED
    }

    /** The SMTP server, best one on this machine or next to it; without it mail waits in the outbox. */
    Optional<String> host();

    /** 25, or 465 with TLS from the start. */
    OptionalInt port();

    /**
     * The sender, such as {@code Hindcast <hindcast@example.org>}; otherwise {@code hindcast} at the host of the public
     * address.
     */
    Optional<String> from();

    Optional<String> username();

    Optional<String> password();

    /** TLS from the start. */
    @WithDefault("false")
    boolean tls();

    @WithDefault("OPTIONAL")
    StartTls startTls();

    /** How long one answer of the server may take; well below the lease of the outbox. */
    @WithDefault("12s")
    Duration timeout();
}
