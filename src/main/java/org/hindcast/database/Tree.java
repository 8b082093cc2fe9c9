package org.hindcast.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A file or a folder with all that is in it. Symbolic links are never followed. */
record Tree(Path top) {

    static final boolean POSIX = java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    void delete() throws IOException {
        fromTheLeaves(Files::deleteIfExists);
    }

    /** Hands everything to a user and its group; the top goes last, so that an interrupted run shows and is repeated. */
    void giveTo(int user) throws IOException {
        fromTheLeaves(path -> {
            Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        });
    }

    void permit(String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(top, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Makes the names in a folder durable: a file renamed into it may otherwise be gone after a power failure. */
    void force() throws IOException {
        if (POSIX) {
            try (FileChannel folder = FileChannel.open(top, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private void fromTheLeaves(Step step) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                step.take(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // somebody else was faster
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                step.take(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private interface Step {
        void take(Path path) throws IOException;
    }
}
