package org.hindcast.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IcsTest {

    /** Lines as a reader puts them together again (RFC 5545 §3.1). */
    static String unfolded(String ics) {
        for (String line : ics.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\n") || line.contains("\r"), line);
        }
        assertTrue(ics.endsWith("\r\n"));
        return ics.replace("\r\n ", "");
    }

    /** What a reader makes of an escaped text (§3.3.11). */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                c = text.charAt(++i);
                plain.append(c == 'n' || c == 'N' ? '\n' : c);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Whole characters only: half a surrogate pair is no text. */
    @Property
    void everyTextComesBack(@ForAll int[] codePoints) {
        StringBuilder text = new StringBuilder();
        for (int each : codePoints) {
            int codePoint = Math.floorMod(each, Character.MAX_CODE_POINT + 1);
            text.appendCodePoint(
                    codePoint >= 0xd800 && codePoint <= 0xdfff || Character.isISOControl(codePoint) ? ',' : codePoint);
        }
        String ics = new Ics().text("SUMMARY", text.toString()).toString();
        assertEquals("SUMMARY:" + text, unescaped(unfolded(ics).replace("\r\n", "")));
    }

    @Property
    void noLineIsTooLong(@ForAll @IntRange(max = 300) int length, @ForAll @IntRange(max = 3) int which) {
        String character = new String[] { "a", "é", "€", "😀" }[which];
        unfolded(new Ics().text("DESCRIPTION", character.repeat(length)).toString());
    }

    @Example
    void aLineOfExactly75OctetsIsNotFolded() {
        assertEquals("NAME:" + "x".repeat(70) + "\r\n", new Ics().text("NAME", "x".repeat(70)).toString());
        assertEquals("NAME:" + "x".repeat(70) + "\r\n x\r\n", new Ics().text("NAME", "x".repeat(71)).toString());
    }

    @Example
    void whatTheStandardSetsApartIsEscaped() {
        assertEquals("SUMMARY:a\\, b\\; c\\\\d\\ne\\nf: \"g\"\r\n",
                new Ics().text("SUMMARY", "a, b; c\\d\r\ne\rf: \"g\"\u0007").toString());
    }

    @Example
    void datesAndTimes() {
        assertEquals("DTSTART;VALUE=DATE:20280229\r\nDTSTAMP:20261123T120000Z\r\n", new Ics()
                .date("DTSTART", LocalDate.of(2028, 2, 29)).time("DTSTAMP", Instant.parse("2026-11-23T12:00:00.5Z"))
                .toString());
    }
}
