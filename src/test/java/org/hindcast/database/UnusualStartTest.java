package org.hindcast.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class UnusualStartTest {

    @Test
    void aFirstStartThatWasInterruptedBeforeTheDatabaseIsCompleted() throws Exception {
        Path home = Homes.fresh();
        Path postgres = home.resolve("postgres");
        Secrets secrets = Secrets.keptIn(postgres);
        Files.createDirectories(postgres.resolve(Leftovers.PREFIX + "1/data/base"));
        Files.writeString(postgres.resolve(Leftovers.PREFIX + "1/data/PG_VERSION"), "18");
        Files.writeString(postgres.resolve(Leftovers.PREFIX + "2"), "half a password");
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home)) {
            assertTrue(Sql.answers(database));
            assertEquals(secrets.owner(), database.owner());
            try (var files = Files.list(postgres)) {
                assertFalse(files.anyMatch(file -> file.getFileName().toString().startsWith(Leftovers.PREFIX)));
            }
        }
    }

    @Test
    void aFirstStartThatWasInterruptedBeforeTheRolesIsCompleted() throws Exception {
        Path home = Homes.fresh();
        Path postgres = home.resolve("postgres").toRealPath();
        Binaries binaries = Homes.binariesOf(home);
        new Cluster(postgres.resolve("data"), RunAs.firstThatWorks(RunAs.ways(), binaries), binaries)
                .makeReady(Secrets.keptIn(postgres));
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home)) {
            assertTrue(Sql.answers(database));
        }
    }

    @Test
    void lostPasswordsAreMadeAnew() throws Exception {
        Path home = Homes.used();
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            Sql.asOwner(first, "CREATE TABLE kept AS SELECT 1 AS n");
        }
        Files.delete(home.resolve("postgres/passwords"));
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            assertEquals(List.of("1"), Sql.asOwner(second, "SELECT n FROM kept"));
        }
    }

    @Test
    void thePasswordsOfAnotherDatabaseAreRefused() throws Exception {
        Path home = Homes.used();
        Files.write(home.resolve("postgres/passwords"), List.of("a", "b", "c"));
        assertSentence(home, "The file " + home + "/postgres/passwords does not hold the passwords of this database: ");
        Files.delete(home.resolve("postgres/passwords"));
        EmbeddedPostgres.start(home).close();
    }

    @Test
    void aStalePidThatNowIsSomebodyElsesIsNoObstacle() throws Exception {
        Path home = Homes.used();
        Process foreign = new ProcessBuilder("cat").start();
        for (String stale : List.of(foreign.pid() + "\n" + home + "/postgres/data\n1\n1\n\n127.0.0.1\n", "", "garbled\n",
                ProcessHandle.current().pid() + "\n")) {
            Files.writeString(home.resolve("postgres/data/postmaster.pid"), stale);
            try (EmbeddedPostgres database = EmbeddedPostgres.start(home)) {
                assertTrue(Sql.answers(database));
            }
        }
        assertTrue(foreign.isAlive());
        foreign.destroy();
    }

    @Test
    void anotherMajorVersionIsNamed() throws Exception {
        Path home = Homes.fresh();
        Path data = Files.createDirectories(home.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        assertSentence(home, "The database in " + data + " was made by PostgreSQL 17 and this Hindcast brings PostgreSQL 18: ");
    }

    @Test
    void foreignFilesAreNotTouched() throws Exception {
        Path home = Homes.fresh();
        Path letter = Files.writeString(Files.createDirectories(home.resolve("postgres/data")).resolve("letter"), "dear");
        assertSentence(home, "The folder " + letter.getParent() + " holds files that are no database of PostgreSQL: ");
        assertEquals("dear", Files.readString(letter));
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(Homes.bare().resolve("file"), "");
        assertSentence(file, "The database cannot be kept in the folder " + file + ": ");
        assertSentence(file.resolve("below"), "The database cannot be kept in the folder " + file.resolve("below") + ": ");
    }

    @Test
    void aDamagedDatabaseIsExplainedByPostgresItself() throws Exception {
        Path home = Homes.used();
        Files.delete(home.resolve("postgres/data/global/pg_control"));
        String sentence = assertSentence(home, "PostgreSQL did not start on " + home + "/postgres/data: ");
        assertTrue(sentence.contains("could not find the database system") && sentence.endsWith("(exit code 2)."), sentence);
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        Path home = Homes.bare();
        assumeTrue(Command.run(home, List.of("sh", "-c", "mount -t tmpfs -o size=75m tmpfs " + home), "").succeeded(),
                "needs a root that may mount");
        try {
            String sentence = assertSentence(home, "The database could not be made in " + home + "/postgres/data: ");
            assertTrue(sentence.contains("No space left on device"), sentence);
        } finally {
            Command.run(Path.of("/"), List.of("umount", home.toString()), "");
        }
    }

    private static String assertSentence(Path home, String start) {
        String sentence = assertThrows(DatabaseUnavailable.class, () -> EmbeddedPostgres.start(home).close()).getMessage();
        assertTrue(sentence.startsWith(start) && sentence.lines().count() == 1 && sentence.endsWith("."), sentence);
        return sentence;
    }
}
