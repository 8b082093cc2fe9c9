package org.hindcast.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which characters the bytes of a document are written. */
final class Encoding {

    /** What browsers take for text that is neither declared nor UTF-8, and for what is declared as Latin 1 or ASCII. */
    static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w:.+-]+)");

    private Encoding() {
    }

    /** By its mark at the beginning, what was declared, or what it can be. */
    static String decode(byte[] bytes, String contentType) {
        Charset marked = marked(bytes);
        if (marked != null) {
            String text = new String(bytes, marked);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        Charset declared = declared(contentType);
        return new String(bytes, declared != null ? declared : isUtf8(bytes) ? StandardCharsets.UTF_8 : WESTERN);
    }

    static Charset marked(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return starts(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE
                : starts(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE
                        : null;
    }

    /** The charset of a {@code Content-Type}; null where there is none that is known. */
    static Charset declared(String contentType) {
        Matcher declared = DECLARED.matcher(contentType == null ? "" : contentType);
        try {
            Charset charset = declared.find() ? Charset.forName(declared.group(1)) : null;
            return StandardCharsets.ISO_8859_1.equals(charset) || StandardCharsets.US_ASCII.equals(charset) ? WESTERN : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
