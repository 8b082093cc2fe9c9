package org.hindcast.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 256 random bits that somebody holds and we know only the hash of. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** To be shown once, or set as a cookie; never kept. */
    public final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret random(String prefix) {
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
    }

    /** A password that is made up for somebody: 120 bits, short enough to be typed. */
    static String password() {
        return Base64.getUrlEncoder().encodeToString(bytes(15));
    }

    public String hash() {
        return hash(text);
    }

    /** SHA-256 in hexadecimal. Enough for random bits, not for what people think up. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC-SHA-256 in hexadecimal. */
    static String mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
