package org.hindcast.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import org.hindcast.database.EmbeddedPostgres.Login;

/**
 * The passwords of this folder's database, one a line, readable by the service alone. They are on disk before the
 * database is made, so that no database ever exists whose passwords nobody knows.
 *
 * @param fresh whether they were made just now: a database that is already there has others
 */
record Secrets(Path file, Login superuser, Login owner, Login service, boolean fresh) {

    static Secrets keptIn(Path home) throws IOException {
        Path file = home.resolve("passwords");
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.size() == 3 && lines.stream().noneMatch(String::isBlank)) {
                return of(file, lines, false);
            }
        }
        List<String> lines = List.of(random(), random(), random());
        Path unfinished = Files.createTempFile(home, Leftovers.PREFIX, null); // POSIX mode 0600
        Files.write(unfinished, lines, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new Tree(home).force();
        return of(file, lines, true);
    }

    private static Secrets of(Path file, List<String> lines, boolean fresh) {
        return new Secrets(file, new Login("hindcast_superuser", lines.get(0)), new Login("hindcast_owner", lines.get(1)),
                new Login("hindcast", lines.get(2)), fresh);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
