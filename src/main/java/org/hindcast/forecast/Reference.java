package org.hindcast.forecast;

import java.time.LocalDate;

/** What a market, a crowd or a base rate said when the forecast was made. */
public record Reference(Double probability, String source, String url, LocalDate on) {
}
