package org.hindcast.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerLogTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23 15:36:07.122 UTC [1] LOG:  starting; 2026-11-23 15:36:07.123 UTC [1] FATAL:  no more  | FATAL:  no more
            FATAL:  disk full; child process exited with exit code 1                                        | FATAL:  disk full
            FATAL:  the database system is starting up; PANIC:  could not locate a valid checkpoint record  | PANIC:  could not locate a valid checkpoint record
            FATAL:  terminating connection due to unexpected postmaster exit; LOG:  ready                   | LOG:  ready
            initdb: error: no such locale; initdb: removing data directory                                  | initdb: error: no such locale
            postgres: could not find the database system; Expected to find it elsewhere                     | postgres: could not find the database system
            one; two                                                                                        | two
            """)
    void theFirstComplaintDecides(String lines, String decisive) {
        assertEquals(decisive, ServerLog.decisiveLine(lines.replace("; ", "\n")).orElseThrow());
    }

    @Test
    void nothingSaidIsNothing() {
        assertEquals(true, ServerLog.decisiveLine("\n \n").isEmpty());
    }

    @Test
    void theLogIsEmptiedWhenItIsTooBig(@TempDir Path folder) throws Exception {
        ServerLog log = ServerLog.emptyIn(folder);
        Files.writeString(log.file(), "short");
        log.bound();
        assertEquals("short", log.since(0));
        Files.write(log.file(), new byte[9 << 20]);
        log.bound();
        assertEquals(0, log.size());
    }
}
