package org.hindcast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/**
 * One database for all the tests of a JVM, new and empty, gone with the JVM. Quarkus asks for it again with every
 * profile, and in class loaders of its own: the system properties are where they all find the one that is there.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL) // for every test of the service
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String PREFIX = "test-database-";
    private static final String SHARED = TestDatabase.class.getName();

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            String shared = System.getProperty(SHARED);
            if (shared == null) {
                shared = startOnce();
                System.setProperty(SHARED, shared);
            }
            return shared.lines().map(line -> line.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }
    }

    private static String startOnce() {
        Path home = Path.of("target", PREFIX + ProcessHandle.current().pid()).toAbsolutePath();
        try {
            deleteThoseOfTheDead(Files.createDirectories(home.getParent()));
            new Tree(home).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EmbeddedPostgres database = EmbeddedPostgres.start(home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            try {
                new Tree(home).delete();
            } catch (IOException e) {
                System.err.println("Left behind: " + home + " (" + e + ")");
            }
        }));
        return String.join("\n",
                "quarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                "quarkus.datasource.username=" + database.service().user(),
                "quarkus.datasource.password=" + database.service().password(),
                "quarkus.flyway.username=" + database.owner().user(),
                "quarkus.flyway.password=" + database.owner().password());
    }

    private static void deleteThoseOfTheDead(Path target) throws IOException {
        try (var folders = Files.newDirectoryStream(target, PREFIX + "*")) {
            for (Path folder : folders) {
                String pid = folder.getFileName().toString().substring(PREFIX.length());
                if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    new Tree(folder).delete();
                }
            }
        }
    }

    @Override
    public void stop() {
        // the next profile uses it again; the end of the JVM is its end
    }
}
