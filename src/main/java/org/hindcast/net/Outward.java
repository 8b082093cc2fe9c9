package org.hindcast.net;

import java.net.InetAddress;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.hindcast.web.Site;

/** What all that goes out has in common. */
final class Outward {

    private Outward() {
    }

    static Guard guard(NetSettings settings) {
        return new Guard(SystemDefaultDnsResolver.INSTANCE,
                settings.loopback() ? InetAddress::isLoopbackAddress : address -> false, settings.loopback());
    }

    /** Whom a site's keeper can turn to. */
    static String userAgent(Site site) {
        return "Hindcast/1.0 (+" + site.baseUrl() + site.contact().map(contact -> "; " + contact).orElse("")
                .replaceAll("[^\\x20-\\x7e]", "?") + ")";
    }
}
