package org.hindcast.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service has a mail server: a {@link SmtpSink} that the test opens, at a port that stays the same over all tests. */
public class WithMail implements QuarkusTestProfile {

    private static final String PORT = WithMail.class.getName();

    /** The same one in every class loader. */
    public static int port() {
        synchronized (System.getProperties()) {
            String port = System.getProperty(PORT);
            if (port == null) {
                port = String.valueOf(free());
                System.setProperty(PORT, port);
            }
            return Integer.parseInt(port);
        }
    }

    /** Below the ports that connections of others are given, so that it stays free while the sink is down. */
    private static int free() {
        for (int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // somebody has it
            }
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", String.valueOf(port()),
                "quarkus.mailer.from", "Hindcast <hindcast@example.org>", "hindcast.mail.timeout", "1s",
                "hindcast.base-url", "https://hindcast.example.org");
    }
}
