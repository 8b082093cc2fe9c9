package org.hindcast.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A day in somebody's calendar.
 *
 * @param asked whether a verdict is asked of them; else it is a due date to come
 * @param on the day, in the time zone of the question
 * @param since when it became so
 */
record DueDate(UUID question, boolean asked, String title, String yesWhen, LocalDate on, Instant since) {

    static String calendar(String name, List<DueDate> dates, String baseUrl) {
        Ics calendar = new Ics().line("BEGIN", "VCALENDAR").line("VERSION", "2.0").line("PRODID", "-//Hindcast//Due dates//EN")
                .line("CALSCALE", "GREGORIAN").text("NAME", name).text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT3H").line("X-PUBLISHED-TTL", "PT3H");
        dates.forEach(date -> date.write(calendar, baseUrl));
        return calendar.line("END", "VCALENDAR").toString();
    }

    /** All of that day, whatever the time zone of who looks: an event of a date floats (RFC 5545 §3.6.1). */
    private void write(Ics calendar, String baseUrl) {
        String link = baseUrl + (asked ? "/reviews/" : "/questions/") + question;
        calendar.line("BEGIN", "VEVENT").line("UID", question + "@" + URI.create(baseUrl).getHost()).time("DTSTAMP", since)
                .date("DTSTART", on).date("DTEND", on.plusDays(1))
                .text("SUMMARY", (asked ? "Your verdict: " : "Due: ") + title)
                .text("DESCRIPTION", "Yes when: " + yesWhen + "\n\n" + link)
                .line("URL", link).line("TRANSP", "TRANSPARENT").line("END", "VEVENT");
    }
}
