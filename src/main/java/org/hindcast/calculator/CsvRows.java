package org.hindcast.calculator;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hindcast.score.Report;
import org.hindcast.web.InvalidInput;

/**
 * Reads {@code probability,outcome[,reference][,weight]} with that header, line by line. Columns come in any order, names in
 * any case; blank lines, spaces around values, quotes, a byte order mark and any line ends are accepted.
 */
final class CsvRows {

    private static final Set<String> REQUIRED = Set.of("probability", "outcome");
    private static final Set<String> KNOWN = Set.of("probability", "outcome", "reference", "weight");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final List<String> header;
    /** What says how many columns there are. */
    private final String model;
    private final Rows rows = new Rows();

    private CsvRows(CSVParser parser, String model) {
        this.parser = parser;
        this.model = model;
        this.header = parser.getHeaderNames().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** @throws InvalidInput naming line and column of what is not accepted */
    static Report report(Reader csv) {
        return report(csv, "header");
    }

    /**
     * @param columns what its columns hold, where it has no header that says so
     * @throws InvalidInput naming line and column of what is not accepted
     */
    static Report headless(Reader csv, String... columns) {
        return report(csv, "first line", columns);
    }

    private static Report report(Reader csv, String model, String... columns) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(columns).setSkipHeaderRecord(columns.length == 0)
                .setIgnoreEmptyLines(true).setAllowMissingColumnNames(true).get();
        try (CSVParser parser = CSVParser.builder().setReader(withoutMark(csv)).setFormat(format).get()) {
            return new CsvRows(parser, model).report();
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            throw new InvalidInput("body", "is not CSV: " + e.getMessage());
        }
    }

    private static Reader withoutMark(Reader csv) throws IOException {
        var reader = new PushbackReader(csv);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private Report report() {
        if (!header.containsAll(REQUIRED) || !KNOWN.containsAll(header) || new HashSet<>(header).size() < header.size()) {
            throw new InvalidInput("line 1",
                    "the header 'probability,outcome' is accepted, with 'reference' and 'weight' as further columns");
        }
        int probability = header.indexOf("probability");
        int outcome = header.indexOf("outcome");
        int weight = header.indexOf("weight");
        int reference = header.indexOf("reference");
        for (CSVRecord row : parser) {
            if (isBlank(row)) {
                continue;
            }
            long line = parser.getCurrentLineNumber();
            if (row.size() != header.size()) {
                rows.refuse("line " + line,
                        "has %d %s; %d are accepted, as in the %s".formatted(row.size(),
                                row.size() == 1 ? "column" : "columns", header.size(), model));
                continue;
            }
            Rows.Place place = field -> "line %d, column %d (%s)".formatted(line, header.indexOf(field) + 1, field);
            try {
                rows.add(number(row, probability), number(row, outcome), number(row, weight), number(row, reference), place);
            } catch (NotANumber e) {
                rows.refuse(place.of(header.get(e.column)), e.getMessage());
            }
        }
        return rows.report();
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    /** Null for an empty cell and for a column that is not there. */
    private static Double number(CSVRecord row, int column) {
        String text = column < 0 ? "" : row.get(column).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (isPlain(text)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new NotANumber(column, text.endsWith("%") ? "is in percent; a number such as 0.8 is accepted"
                : "is not a number; a number such as 0.8 is accepted");
    }

    /** Java would also read 1f, 0x1p3 and Infinity. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static final class NotANumber extends RuntimeException {

        private final int column;

        private NotANumber(int column, String message) {
            super(message, null, false, false);
            this.column = column;
        }
    }
}
