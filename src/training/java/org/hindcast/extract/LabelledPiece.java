package org.hindcast.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A text of which somebody has said where the forecasts are.
 *
 * @param set what it is counted under: "own", "dev", "essays", "editors"
 * @param author spans of the author's own forecasts
 * @param others spans of forecasts of somebody else that the author reports
 * @param doubtful spans on which annotators differ: neither hits nor misses
 */
record LabelledPiece(String set, String name, String kind, String title, LocalDate publishedOn, String text, List<Span> author,
        List<Span> others, List<Span> doubtful) {

    /** From {@code start} to {@code end}, exclusive, in UTF-16 code units. */
    record Span(int start, int end) {

        /** Whether the shorter of the two is covered by at least half, as {@code evaluate} has it. */
        boolean matches(int from, int to) {
            int overlap = Math.min(end, to) - Math.max(start, from);
            return overlap > 0 && 2 * overlap >= Math.min(end - start, to - from);
        }
    }

    boolean isPost() {
        return !kind.equals("op-ed") && !kind.equals("essay");
    }

    static List<LabelledPiece> in(Path folder, String set) throws IOException {
        if (!Files.isDirectory(folder)) {
            System.out.println("not there, left out: " + folder);
            return List.of();
        }
        List<LabelledPiece> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".json")) {
                    pieces.add(ofJson(file, set));
                } else if (file.toString().endsWith(".txt")) {
                    pieces.add(ofMarked(file, set));
                }
            }
        }
        return pieces;
    }

    private static LabelledPiece ofJson(Path file, String set) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        String text = json.get("text").asText();
        List<Span> author = new ArrayList<>();
        json.get("forecasts").forEach(forecast -> {
            String quote = forecast.get("quote").asText();
            int start = text.offsetByCodePoints(0, forecast.get("start").asInt());
            author.add(new Span(start, start + quote.length()));
        });
        List<Span> doubtful = new ArrayList<>();
        json.path("doubtful").forEach(quote -> {
            int start = text.indexOf(quote.asText());
            doubtful.add(new Span(start, start + quote.asText().length()));
        });
        List<Span> others = new ArrayList<>();
        for (int i = 0; i < json.path("nonforecast_traps").size(); i++) {
            if (json.path("trap_types").path(i).asText().equals("T-reported")) {
                String quote = json.get("nonforecast_traps").get(i).asText();
                int start = text.indexOf(quote);
                if (start >= 0) {
                    others.add(new Span(start, start + quote.length()));
                }
            }
        }
        return new LabelledPiece(set, file.getFileName().toString(), set.equals("essays") ? "op-ed" : "post",
                json.path("title").asText(""), LocalDate.parse(json.get("date").asText()), text, author, others, doubtful);
    }

    /** Header lines "name: value", an empty line, then the text with [[forecasts]], {{those of others}} and ((?doubtful?)). */
    private static LabelledPiece ofMarked(Path file, String set) throws IOException {
        String whole = Files.readString(file).replace("\r\n", "\n");
        int body = whole.indexOf("\n\n");
        Map<String, String> header = new HashMap<>();
        for (String line : whole.substring(0, body).split("\n")) {
            int colon = line.indexOf(':');
            header.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        Map<String, List<Span>> spans = Map.of("[[", new ArrayList<>(), "{{", new ArrayList<>(), "((?", new ArrayList<>());
        Map<String, String> ends = Map.of("[[", "]]", "{{", "}}", "((?", "?))");
        String marked = whole.substring(body + 2);
        StringBuilder text = new StringBuilder();
        String open = null;
        int start = 0;
        for (int i = 0; i < marked.length();) {
            int at = i;
            String begins = open != null ? null
                    : spans.keySet().stream().filter(mark -> marked.startsWith(mark, at)).findFirst().orElse(null);
            if (begins != null) {
                open = begins;
                start = text.length();
                i += begins.length();
            } else if (open != null && marked.startsWith(ends.get(open), i)) {
                spans.get(open).add(new Span(start, text.length()));
                i += ends.get(open).length();
                open = null;
            } else {
                text.append(marked.charAt(i++));
            }
        }
        if (open != null) {
            throw new IOException(file + ": \"" + open + "\" is never closed, at: "
                    + text.substring(start, Math.min(text.length(), start + 60)));
        }
        return new LabelledPiece(set, file.getFileName().toString(), header.getOrDefault("kind", "post"),
                header.getOrDefault("title", ""),
                LocalDate.parse(header.get("published")), text.toString(), spans.get("[["), spans.get("{{"), spans.get("((?"));
    }
}
