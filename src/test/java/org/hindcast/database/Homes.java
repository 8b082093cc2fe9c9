package org.hindcast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Folders to start a database in, with the programs already there: unpacking them takes most of a first start. */
final class Homes {

    private static final Path BASE = base();
    private static Binaries unpacked;
    private static Path used;

    private Homes() {
    }

    static synchronized Path fresh() throws IOException {
        if (unpacked == null) {
            unpacked = Binaries.unpackInto(readable(Files.createDirectory(BASE.resolve("unpacked"))));
        }
        Path home = bare();
        Path target = readable(Files.createDirectory(home.resolve("postgres"))).resolve(unpacked.folder().getFileName());
        copy(unpacked.folder(), target, Files::createLink);
        return home;
    }

    /** With a database that was stopped in good order: copying one is faster than making one. */
    static synchronized Path used() throws IOException {
        if (used == null) {
            used = fresh();
            EmbeddedPostgres.start(used).close();
        }
        Path home = fresh();
        for (String part : List.of("postgres/data", "postgres/passwords")) {
            copy(used.resolve(part), home.resolve(part),
                    (target, source) -> Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES));
        }
        return home;
    }

    /** Without programs, and reachable for every user, unlike JUnit's temporary folders. */
    static Path bare() throws IOException {
        return readable(Files.createTempDirectory(BASE, "home-"));
    }

    static Binaries binariesOf(Path home) {
        return new Binaries(home.resolve("postgres").resolve(unpacked.folder().getFileName()));
    }

    static Path readable(Path folder) throws IOException {
        new Tree(folder).permit("rwxr-xr-x");
        return folder;
    }

    private static void copy(Path source, Path target, Copy copy) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, target.resolve(source.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copy.make(target.resolve(source.relativize(file)), file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private interface Copy {
        void make(Path target, Path source) throws IOException;
    }

    private static Path base() {
        try {
            Path base = readable(Files.createTempDirectory("hindcast-homes-")).toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    new Tree(base).delete();
                } catch (IOException e) {
                    System.err.println("Left behind: " + base + " (" + e + ")");
                }
            }));
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
