package org.hindcast.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.hindcast.question.Checklist;
import org.hindcast.question.Checklist.Level;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class LedgerChecklistTest {

    /** What ships is held to what editors are held to. */
    @Test
    void theShippedLedgerPasses() throws IOException {
        List<String> errors = new ArrayList<>();
        int checked = 0;
        for (Path path : files()) {
            LedgerFile file = new ObjectMapper().registerModule(new JavaTimeModule())
                    .treeToValue(Yaml.parse(Files.readString(path)).content, LedgerFile.class);
            for (LedgerFile.ForecastEntry entry : file.forecasts()) {
                checked++;
                Checklist.of(entry.criteria().newCriteria(), new Checklist.Claim(entry.statement(), entry.quote(),
                        entry.made() == null ? file.piece().published() : entry.made())).stream()
                        .filter(finding -> finding.level() == Level.ERROR)
                        .forEach(finding -> errors.add(path.getFileName() + " " + entry.key() + ": " + finding));
            }
        }
        assertEquals(List.of(), errors);
        assertTrue(checked > 200, "only " + checked + " forecasts were found");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forecasts"))) {
            return files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
