package org.hindcast.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes iCalendar (RFC 5545): lines end with CRLF and are folded so that none has more than 75 octets of UTF-8. */
final class Ics {

    static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    /** @param value as the standard writes it, without line ends */
    Ics line(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                out.append("\r\n ");
                octets = 1; // the blank counts
            }
            out.append(character);
            octets += more;
        }
        out.append("\r\n");
        return this;
    }

    /** A text as it is (§3.3.11); of characters that none may have, nothing. */
    Ics text(String name, String value) {
        return line(name, value.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").replace("\\", "\\\\")
                .replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n"));
    }

    Ics date(String name, LocalDate date) {
        return line(name + ";VALUE=DATE", DATE.format(date));
    }

    Ics time(String name, Instant time) {
        return line(name, TIME.format(time));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
