package org.hindcast.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an interrupted start leaves behind. Everything half made carries this prefix until it is renamed. */
final class Leftovers {

    static final String PREFIX = "unfinished-";

    private Leftovers() {
    }

    static void removeFrom(Path home) throws IOException {
        try (var leftovers = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (Path leftover : leftovers) {
                new Tree(leftover).delete();
            }
        }
    }
}
