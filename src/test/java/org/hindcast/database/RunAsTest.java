package org.hindcast.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only root can try. Run by an ordinary user, all other tests show that an ordinary user can. */
class RunAsTest {

    private static final int NOBODY = 65_534;
    private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
            "--clear-groups");

    @BeforeEach
    void asRoot() throws Exception {
        assumeTrue(RunAs.ways().stream().anyMatch(way -> way.owner() == RunAs.UNASSIGNED), "needs root");
        assumeTrue(Command.run(Path.of("/"), List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
                "--clear-groups", "true"), "").succeeded(), "needs a root that may change its user id");
    }

    @Test
    void theDataFollowWhenTheWayChanges() throws Exception {
        assumeTrue(Command.run(Path.of("/"), List.of("unshare", "-U", "true"), "").succeeded(),
                "needs user namespaces");
        Path home = Homes.fresh();
        Path data = home.resolve("postgres/data");
        List<RunAs.Way> byNamespace = RunAs.ways().stream().filter(way -> way.words().contains("unshare")).toList();
        List<RunAs.Way> byOtherUser = RunAs.ways().stream().filter(way -> !way.words().contains("unshare")).toList();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home, byNamespace)) {
            assertEquals(0, Files.getAttribute(data, "unix:uid"));
            Sql.asOwner(database, "CREATE TABLE kept AS SELECT 1 AS n");
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home, byOtherUser)) {
            assertEquals(RunAs.UNASSIGNED, Files.getAttribute(data, "unix:uid"));
            assertEquals(RunAs.UNASSIGNED, Files.getAttribute(Path.of("/proc/" + database.pid()), "unix:uid"));
            Sql.asOwner(database, "INSERT INTO kept VALUES (2)");
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home, byNamespace)) {
            assertEquals(List.of("1", "2"), Sql.asOwner(database, "SELECT n FROM kept ORDER BY n"));
        }
    }

    @Test
    void anotherUserMakesTheDatabaseAndEndsWithTheService() throws Exception {
        Path home = Homes.fresh();
        try (ChildService child = ChildService.start(home, List.of(), "--reuid=" + RunAs.UNASSIGNED)) {
            long postgres = child.postgres();
            assertEquals("1", child.line());
            child.kill();
            ChildService.awaitEnd(postgres);
        }
    }

    @Test
    void anotherUserThatCannotReachTheFolderIsExplained() throws Exception {
        Path home = Homes.fresh();
        new Tree(home).permit("rwx------");
        List<RunAs.Way> byOtherUser = RunAs.ways().stream().filter(way -> way.owner() == RunAs.UNASSIGNED).toList();
        String sentence = assertThrows(DatabaseUnavailable.class, () -> EmbeddedPostgres.start(home, byOtherUser)).getMessage();
        assertTrue(sentence.contains("refuses to run as root") && sentence.contains(home.toString())
                && sentence.endsWith("(it may not pass " + home + ")."), sentence);
    }

    @Test
    void anOrdinaryUserNeedsNothingSpecial() throws Exception {
        Path home = Homes.fresh();
        new Tree(home).giveTo(NOBODY);
        try (ChildService child = ChildService.start(home, AS_NOBODY)) {
            long postgres = child.postgres();
            assertEquals("1", child.line());
            assertEquals(NOBODY, Files.getAttribute(Path.of("/proc/" + postgres), "unix:uid"));
            child.kill();
            ChildService.awaitEnd(postgres);
        }
    }

    @Test
    void anOrdinaryUserIsToldThatTheFolderIsNotWritable() throws Exception {
        Path home = Homes.bare();
        try (ChildService child = ChildService.start(home, AS_NOBODY)) {
            assertEquals("The database cannot be kept in the folder " + home + ": permission denied at " + home
                    + "/postgres.", child.line());
        }
    }
}
