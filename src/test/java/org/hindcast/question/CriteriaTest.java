package org.hindcast.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaTest {

    /** Also where clocks go forward at midnight, and where a day is left out. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            dueOn,      timeZone,           dueAt
            2026-12-31, UTC,                2027-01-01T00:00:00Z
            2026-12-31, America/New_York,   2027-01-01T05:00:00Z
            2026-12-31, Pacific/Kiritimati, 2026-12-31T10:00:00Z
            2026-06-30, Europe/Kyiv,        2026-06-30T21:00:00Z
            2018-11-03, America/Sao_Paulo,  2018-11-04T03:00:00Z
            2011-12-29, Pacific/Apia,       2011-12-30T10:00:00Z
            2024-02-28, UTC,                2024-02-29T00:00:00Z
            """, useHeadersInDisplayName = true)
    void aQuestionIsDueFromTheStartOfTheNextDayInItsZone(LocalDate dueOn, String timeZone, Instant dueAt) {
        assertEquals(dueAt, new Criteria("?", "yes", "source", dueOn, timeZone, null).dueAt());
    }
}
