package org.hindcast.webhook;

import org.hindcast.net.CallFailed;
import org.hindcast.net.NetSettings;
import org.hindcast.net.Poster;
import org.hindcast.web.Violations;

/** What is sent to have things sent. */
record NewWebhook(String url, Webhook.Format format) {

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    void validate(Poster poster, NetSettings settings) {
        Violations violations = new Violations();
        String address = violations.required("url", url, 2000);
        if (address != null) {
            if (!address.strip().startsWith("https://") && !(settings.loopback() && address.strip().startsWith("http://"))) {
                violations.add("url", "an https:// address is accepted");
            } else {
                check(address, poster, violations);
            }
        }
        if (format == null) {
            violations.add("format", "is missing; STANDARD, SLACK or DISCORD is accepted");
        }
        violations.throwIfAny();
    }

    private static void check(String address, Poster poster, Violations violations) {
        try {
            poster.check(address);
        } catch (CallFailed e) {
            violations.add("url", e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "a webhook";
    }
}
