package org.hindcast.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledServiceTest {

    private static final int ROWS = 300;

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void postgresEndsWithTheService(boolean killed) throws Exception {
        assumeTrue(RunAs.ways().get(0).words().contains("setpriv"), "death signals are Linux'");
        Path home = Homes.used();
        List<Long> acknowledged = new ArrayList<>();
        try (ChildService child = ChildService.start(home, List.of())) {
            long postgres = child.postgres();
            writeSome(child, acknowledged);
            if (killed) {
                child.kill();
            } else {
                child.terminate();
            }
            acknowledged.addAll(child.acknowledged());
            ChildService.awaitEnd(postgres);
        }
        assertNothingLost(home, acknowledged);
    }

    @Test
    void nothingIsLostWhenBothAreKilled() throws Exception {
        Path home = Homes.used();
        List<Long> acknowledged = new ArrayList<>();
        try (ChildService child = ChildService.start(home, List.of())) {
            long postgres = child.postgres();
            writeSome(child, acknowledged);
            ProcessHandle.of(postgres).orElseThrow().destroyForcibly();
            child.kill();
            acknowledged.addAll(child.acknowledged());
        }
        assertNothingLost(home, acknowledged); // at once: children of the killed server may be there still
    }

    /** As on systems without death signals. */
    @Test
    void aServerThatOutlivedItsServiceIsStoppedFirst() throws Exception {
        Path home = Homes.used();
        Path folder = home.resolve("postgres").toRealPath();
        RunAs runAs = RunAs.firstThatWorks(RunAs.ways(), Homes.binariesOf(home));
        List<String> words = runAs.words().stream().map(word -> word.equals("SIGINT") ? "clear" : word).toList();
        Cluster cluster = new Cluster(folder.resolve("data"), new RunAs(words, runAs.owner(), runAs.major()),
                Homes.binariesOf(home));
        Door door = new Door(Secrets.keptIn(folder).superuser());
        Process orphan = Command.in(folder, cluster.runAs().command(cluster.binaries().program("postgres"),
                door.serverOptions(cluster.data()))).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Sql.await("the orphan's answer", () -> {
            try (var connection = door.superuser("postgres")) {
                return connection.isValid(1);
            } catch (java.sql.SQLException e) {
                return false;
            }
        });
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home)) {
            assertTrue(orphan.waitFor(1, TimeUnit.SECONDS));
            assertEquals(0, orphan.exitValue(), "it was shut down, not killed");
            assertTrue(Sql.answers(database));
        }
    }

    private static void writeSome(ChildService child, List<Long> acknowledged) throws Exception {
        while (acknowledged.size() < ROWS) {
            acknowledged.add(Long.valueOf(child.line()));
        }
    }

    private static void assertNothingLost(Path home, List<Long> acknowledged) throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home)) {
            List<Long> found = Sql.asOwner(database, "SELECT id FROM acknowledged").stream().map(Long::valueOf).toList();
            assertTrue(found.containsAll(acknowledged), () -> {
                List<Long> lost = new ArrayList<>(acknowledged);
                lost.removeAll(found);
                return "lost: " + lost;
            });
        }
    }
}
