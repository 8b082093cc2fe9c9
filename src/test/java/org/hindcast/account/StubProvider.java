package org.hindcast.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An OpenID Connect provider that believes everybody: who they are is said in the parameter {@code person}, as JSON. */
public class StubProvider implements QuarkusTestResourceLifecycleManager {

    private static final String CLIENT = "hindcast-in-tests";
    private static final String SECRET = "a secret of more than thirty-two characters";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Asked(String person, String nonce, String challenge, String redirect) {
    }

    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private HttpServer server;
    private KeyPair keys;

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, Map.of(
                "issuer", url(), "authorization_endpoint", url() + "/authorize", "token_endpoint", url() + "/token",
                "jwks_uri", url() + "/keys")));
        server.createContext("/keys", exchange -> answer(exchange, 200, Map.of("keys", new Object[] { publicKey() })));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
        return Map.of("hindcast.provider.enabled", "true", "hindcast.provider.url", url(), "hindcast.provider.client-id",
                CLIENT,
                "hindcast.provider.client-secret", SECRET, "hindcast.provider.roles-claim", "groups",
                "hindcast.provider.link-by-email", "true", "hindcast.provider.name", "Example & Sons");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id")) || !"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Asked(asked.get("person"), asked.get("nonce"), asked.get("code_challenge"),
                asked.get("redirect_uri")));
        exchange.getResponseHeaders().add("Location",
                asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Asked asked = codes.remove(sent.get("code"));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization")) || asked == null
                || !asked.redirect.equals(sent.get("redirect_uri"))
                || !asked.challenge.equals(base64(sha256(sent.getOrDefault("code_verifier", ""))))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        Map<String, Object> claims = new HashMap<>(JSON.readValue(asked.person, Map.class));
        long now = Instant.now().getEpochSecond();
        claims.putIfAbsent("iss", url());
        claims.putIfAbsent("aud", CLIENT);
        claims.put("iat", now);
        claims.put("exp", now + 300);
        if (asked.nonce != null) {
            claims.put("nonce", asked.nonce);
        }
        answer(exchange, 200, Map.of("access_token", "opaque", "token_type", "Bearer", "expires_in", 300, "id_token",
                signed(claims)));
    }

    private String signed(Map<String, Object> claims) throws JsonProcessingException {
        try {
            String content = base64(JSON.writeValueAsBytes(Map.of("alg", "RS256", "kid", "1", "typ", "JWT"))) + "."
                    + base64(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of("kty", "RSA", "use", "sig", "alg", "RS256", "kid", "1", "n", base64(unsigned(key.getModulus())), "e",
                base64(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] both = pair.split("=", 2);
            parameters.put(both[0], URLDecoder.decode(both.length > 1 ? both[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) {
        try (exchange) {
            byte[] json = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, json.length);
            exchange.getResponseBody().write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URI as(String person, String location) {
        return URI.create(location + "&person=" + java.net.URLEncoder.encode(person, StandardCharsets.UTF_8));
    }
}
