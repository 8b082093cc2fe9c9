package org.hindcast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the ledger, each of another author, each forecast with criteria of its own; half of them resolved. */
final class GeneratedLedger {

    private GeneratedLedger() {
    }

    static Path write(Path folder, int files, int each) throws IOException {
        for (int i = 0; i < files; i++) {
            StringBuilder file = new StringBuilder("""
                    piece:
                      title: Calls of the year, number %1$d
                      author: {name: Author %1$d, slug: author-%1$d, kind: PERSON}
                      published: 2024-01-04
                      url: https://example.org/calls-%1$d
                    forecasts:
                    """.formatted(i));
            for (int j = 0; j < each; j++) {
                file.append("""
                          - key: call-%2$d
                            quote: "I put the chance at %3$d percent."
                            statement: Number %2$d of author %1$d will come about by the end of 2025.
                            probability: 0.%3$d
                            topics: [economy]
                            criteria:
                              key: question-%1$d-%2$d
                              question: Will number %2$d of author %1$d come about by 31 December 2025?
                              yes: The office announces it by 31 December 2025. A draft does not count.
                              source: Press releases of the office.
                              due: 2025-12-31
                              silent: counts as no
                        """.formatted(i, j, 10 + (i + j) % 90));
                if (j % 2 == 0) {
                    file.append("""
                                resolution:
                                  outcome: "%s"
                                  on: 2025-11-05
                                  evidence: [{url: "https://example.org/seen", note: The office announced it.}]
                            """.formatted(j % 4 == 0 ? "YES" : "NO"));
                }
            }
            Files.writeString(folder.resolve("2024-01-04-calls-" + i + ".yaml"), file.toString());
        }
        return folder;
    }
}
