package org.hindcast.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** There is a model, played by whatever a test opens at its port. */
public final class WithModel implements QuarkusTestProfile {

    private static final String PORT = WithModel.class.getName();

    /** The same one in every class loader. */
    public static int port() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer
                    .parseInt(System.getProperties().computeIfAbsent(PORT, key -> "" + free.getLocalPort()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("hindcast.llm.base-url", "http://127.0.0.1:" + port() + "/v1", "hindcast.llm.model", "stub-1",
                "hindcast.llm.api-key",
                "sk-secret-key");
    }
}
