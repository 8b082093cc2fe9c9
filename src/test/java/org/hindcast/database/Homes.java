package org.hindcast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders to start a database in, with the programs already there: unpacking them takes most of a first start. */
final class Homes {

    private static final Path BASE = base();
    private static Binaries unpacked;

    private Homes() {
    }

    static synchronized Path fresh() throws IOException {
        if (unpacked == null) {
            unpacked = Binaries.unpackInto(readable(Files.createDirectory(BASE.resolve("unpacked"))));
        }
        Path home = bare();
        Path target = readable(Files.createDirectory(home.resolve("postgres"))).resolve(unpacked.folder().getFileName());
        link(unpacked.folder(), target);
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

    private static void link(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                readable(Files.createDirectory(target.resolve(source.relativize(folder))));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.createLink(target.resolve(source.relativize(file)), file);
                return FileVisitResult.CONTINUE;
            }
        });
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
