package org.hindcast.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the class path into a folder that is named after their content. */
record Binaries(Path folder) {

    private static final String PREFIX = "bin-";

    Path program(String name) {
        return folder.resolve("bin").resolve(Tree.POSIX ? name : name + ".exe");
    }

    static Binaries unpackInto(Path home) throws IOException {
        String archive = "/postgres-" + system() + "-" + processor() + ".txz";
        Path folder = home.resolve(PREFIX + checksum(archive));
        if (!Files.isDirectory(folder)) {
            Path unfinished = Files.createTempDirectory(home, Leftovers.PREFIX);
            unpack(archive, unfinished);
            // Under its final name the folder is complete, or it is not there at all
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            new Tree(home).force();
        }
        return new Binaries(folder);
    }

    /** Removes the programs of other releases. Nothing may be running from them any more. */
    void replaceOthers() throws IOException {
        try (var others = Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
            for (Path other : others) {
                if (!other.equals(folder)) {
                    new Tree(other).delete();
                }
            }
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null;) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry of " + archive + " points outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    makeFolders(target, path);
                } else if (entry.isSymbolicLink()) {
                    makeFolders(target, path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    makeFolders(target, path.getParent());
                    write(tar, path, (entry.getMode() & 0100) != 0);
                }
            }
        }
        new Tree(target).permit("rwxr-xr-x");
    }

    /** Readable for everyone whatever the umask: as root, PostgreSQL may have to run as another user. */
    private static void makeFolders(Path target, Path folder) throws IOException {
        if (!folder.equals(target) && !Files.isDirectory(folder)) {
            makeFolders(target, folder.getParent());
            Files.createDirectory(folder);
            new Tree(folder).permit("rwxr-xr-x");
        }
    }

    private static void write(InputStream content, Path file, boolean executable) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(false);
        }
        new Tree(file).permit(executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    /** Tells releases apart, not friend from foe: the class path is ours. SHA-256 was every sixth sample of a warm start. */
    private static String checksum(String archive) throws IOException {
        try (var checked = new CheckedInputStream(open(archive), new CRC32())) {
            long length = checked.transferTo(OutputStream.nullOutputStream());
            return "%08x-%d".formatted(checked.getChecksum().getValue(), length);
        }
    }

    private static InputStream open(String archive) {
        InputStream stream = Binaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new DatabaseUnavailable("This build of Hindcast brings no PostgreSQL for "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + ": build it on such a machine, or set quarkus.datasource.jdbc.url to a PostgreSQL of your own.");
        }
        return stream;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
