package org.hindcast.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

    private static Path home;
    private static EmbeddedPostgres database;

    @BeforeAll
    static void start() throws Exception {
        home = Homes.fresh();
        database = EmbeddedPostgres.start(home);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "fsync", "full_page_writes", "synchronous_commit", "data_checksums" })
    void neverRunsWithoutWhatKeepsData(String setting) throws Exception {
        assertEquals(List.of("on"), Sql.asService(database, "SHOW " + setting));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            listen_addresses        | 127.0.0.1
            unix_socket_directories | ''
            max_connections         | 60
            log_timezone            | UTC
            server_encoding         | UTF8
            password_encryption     | scram-sha-256
            """, delimiter = '|')
    void isSetUpForOneServiceOnThisMachine(String setting, String value) throws Exception {
        assertEquals(List.of(value), Sql.run(database.jdbcUrl(), Secrets.keptIn(home.resolve("postgres")).superuser(),
                "SHOW " + setting));
    }

    @Test
    void sortsAndFoldsTheSameOnEveryMachine() throws Exception {
        assertEquals(List.of("b"),
                Sql.asService(database, "SELECT datlocprovider FROM pg_database WHERE datname = 'hindcast'"));
        assertEquals(List.of("ÄÖÜ"), Sql.asService(database, "SELECT upper('äöü')"));
        assertEquals(List.of("Lubeck"), Sql.asService(database, "SELECT unaccent('Lübeck')"));
        assertEquals(List.of("1"), Sql.asService(database, "SELECT similarity('Zürich', 'zürich')"));
    }

    @Test
    void keepsWhatWasWrittenWhenItIsStartedAgain() throws Exception {
        Path home = Homes.fresh();
        String password;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            password = first.service().password();
            Sql.asOwner(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            assertEquals(List.of("42"), Sql.asOwner(second, "SELECT answer FROM kept"));
            assertEquals(password, second.service().password());
        }
    }

    @Test
    void comesBackOnTheSameAddressWhenItIsKilled() throws Exception {
        Sql.asOwner(database, "CREATE TABLE survivor AS SELECT 7 AS number");
        String url = database.jdbcUrl();
        for (int kill = 0; kill < 2; kill++) {
            long pid = database.pid();
            assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
            Sql.await("another process", () -> database.pid() != pid);
            Sql.await("an answer", () -> Sql.answers(database));
        }
        assertEquals(url, database.jdbcUrl());
        assertEquals(List.of("7"), Sql.asOwner(database, "SELECT number FROM survivor"));
    }

    @Test
    void theServiceChangesNoSchemaAndSeesNoOtherDatabase() throws Exception {
        for (String statement : List.of("CREATE TABLE public.t (id int)", "CREATE SCHEMA s", "CREATE TEMP TABLE t (id int)")) {
            assertEquals("42501", assertThrows(SQLException.class, () -> Sql.asService(database, statement)).getSQLState());
        }
        for (String other : List.of("postgres", "template1")) {
            assertThrows(SQLException.class, () -> Sql.run(database.jdbcUrl().replace("/hindcast", "/" + other),
                    database.service(), "SELECT 1"));
        }
    }

    @Test
    void theOwnerMakesTheSchemaAndIsNoSuperuser() throws Exception {
        Sql.asOwner(database, "CREATE TABLE made (id int); GRANT SELECT ON made TO hindcast");
        assertEquals(List.of(), Sql.asService(database, "SELECT id FROM made"));
        assertEquals(List.of("off"), Sql.asOwner(database, "SHOW is_superuser"));
        assertThrows(SQLException.class, () -> Sql.asOwner(database, "COPY made FROM PROGRAM 'id'"));
    }

    @Test
    void nobodyEntersWithoutThePassword() {
        assertThrows(SQLException.class, () -> Sql.run(database.jdbcUrl(),
                new EmbeddedPostgres.Login(database.service().user(), "guess"), "SELECT 1"));
        assertFalse(database.service().toString().contains(database.service().password()));
    }

    @Test
    void onlyTheServiceReadsThePasswords() throws Exception {
        assumeTrue(Tree.POSIX, "permissions are POSIX");
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(home.resolve("postgres/passwords"))));
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres/data"))));
        String log = Files.readString(home.resolve("postgres/postgres.log"));
        for (String password : Files.readAllLines(home.resolve("postgres/passwords"))) {
            assertFalse(log.contains(password));
        }
    }

    @Test
    void noRowsAreInTheLog() throws Exception {
        Sql.asOwner(database, "CREATE TABLE secret (word text NOT NULL UNIQUE, length int NOT NULL CHECK (length > 0));"
                + " GRANT SELECT, INSERT ON secret TO hindcast");
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.service().user(),
                database.service().password());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO secret VALUES (?, ?)")) {
            for (int length : new int[] { 7, 7, 0 }) {
                insert.setString(1, length == 0 ? "xyzzy-bad" : "xyzzy-good");
                insert.setInt(2, length);
                try {
                    insert.execute();
                } catch (SQLException e) {
                    assertTrue(e.getMessage().contains("xyzzy"), "the server tells its client");
                }
            }
        }
        Path log = home.resolve("postgres/postgres.log");
        Sql.await("both errors", () -> lines(log, "secret_word_key") && lines(log, "secret_length_check"));
        assertFalse(lines(log, "xyzzy"));
    }

    private static boolean lines(Path log, String with) {
        try {
            return Files.readString(log).contains(with);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSecondServiceOnTheFolderIsRefused() {
        DatabaseUnavailable refusal = assertThrows(DatabaseUnavailable.class, () -> EmbeddedPostgres.start(home));
        assertTrue(refusal.getMessage().startsWith("Another Hindcast is running on the folder " + home), refusal.getMessage());
        assertTrue(Sql.answers(database));
    }

    @Test
    void aSecondServiceInAnotherProcessIsRefused() throws Exception {
        try (ChildService child = ChildService.start(home, List.of())) {
            assertTrue(child.line().startsWith("Another Hindcast is running on the folder " + home));
        }
        assertTrue(Sql.answers(database));
    }

    @Test
    void aServiceThatForgetsItsDatabaseKeepsTheFolder() throws Exception {
        Path forgotten = Homes.fresh();
        WeakReference<EmbeddedPostgres> started = new WeakReference<>(EmbeddedPostgres.start(forgotten));
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        try (ChildService child = ChildService.start(forgotten, List.of())) {
            assertTrue(child.line().startsWith("Another Hindcast is running on the folder " + forgotten));
        } finally {
            Optional.ofNullable(started.get()).ifPresent(EmbeddedPostgres::close);
        }
    }

    @Test
    void isOurChildInASessionOfItsOwn() throws Exception {
        Path stat = Path.of("/proc/" + database.pid() + "/stat");
        assumeTrue(Files.exists(stat), "sessions are read from Linux' /proc");
        String[] fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
        assertEquals(ProcessHandle.current().pid(), Long.parseLong(fields[1]), "its parent");
        assertEquals(database.pid(), Long.parseLong(fields[3]), "its session");
    }
}
