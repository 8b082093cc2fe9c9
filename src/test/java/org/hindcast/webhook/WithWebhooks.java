package org.hindcast.webhook;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Webhooks may go to this machine, and nobody waits long for an answer. */
public class WithWebhooks implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("hindcast.net.loopback", "true", "hindcast.net.timeout", "1s", "hindcast.base-url",
                "https://hindcast.example.org");
    }
}
