package org.hindcast.outbox;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.web.Site;

/** Who our mail is from. */
@ApplicationScoped
class Sender {

    @Inject
    Site site;
    @Inject
    MailSettings settings;

    /** Our name on the net, for greetings and the right side of a Message-ID: the host of the public address. */
    String host() {
        String host = URI.create(site.baseUrl()).getHost();
        return host == null ? "localhost" : host;
    }

    String from() {
        return settings.from().orElse("Hindcast <hindcast@" + host() + ">");
    }
}
