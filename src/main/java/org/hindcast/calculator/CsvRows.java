package org.hindcast.calculator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hindcast.score.Report;
import org.hindcast.web.InvalidInput;

/** Reads {@code probability,outcome[,reference]} with that header, line by line. */
final class CsvRows {

    private static final List<String> REQUIRED = List.of("probability", "outcome");
    private static final String REFERENCE = "reference";

    private final CSVParser parser;
    private final List<String> header;
    private final Rows rows = new Rows();

    private CsvRows(CSVParser parser) {
        this.parser = parser;
        this.header = parser.getHeaderNames().stream().map(name -> name.strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @throws InvalidInput naming line and column of what is not accepted */
    static Report report(Reader csv) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true).get();
        try (CSVParser parser = CSVParser.builder().setReader(csv).setFormat(format).get()) {
            return new CsvRows(parser).report();
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            throw new InvalidInput("body", "is not CSV: " + e.getMessage());
        }
    }

    private Report report() {
        if (!header.containsAll(REQUIRED) || header.size() > 3 || (header.size() == 3 && !header.contains(REFERENCE))) {
            throw new InvalidInput("line 1", "the header 'probability,outcome' or 'probability,outcome,reference' is accepted");
        }
        int probability = header.indexOf("probability");
        int outcome = header.indexOf("outcome");
        int reference = header.indexOf(REFERENCE);
        for (CSVRecord row : parser) {
            long line = parser.getCurrentLineNumber();
            if (row.size() != header.size()) {
                rows.refuse("line " + line,
                        "has %d columns; %d are accepted, as in the header".formatted(row.size(), header.size()));
                continue;
            }
            Rows.Place place = field -> "line %d, column %d (%s)".formatted(line, header.indexOf(field) + 1, field);
            try {
                rows.add(number(row, probability), number(row, outcome), null, reference < 0 ? null : number(row, reference),
                        place);
            } catch (NotANumber e) {
                rows.refuse(place.of(header.get(e.column)), "is not a number");
            }
        }
        return rows.report();
    }

    private static Double number(CSVRecord row, int column) {
        String text = row.get(column).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            // Java would also read 1f, 0x1p3 and Infinity
            if (text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new NotANumber(column);
    }

    private static final class NotANumber extends RuntimeException {

        private final int column;

        private NotANumber(int column) {
            super(null, null, false, false);
            this.column = column;
        }
    }
}
