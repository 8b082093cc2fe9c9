package org.hindcast.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;

/**
 * How PostgreSQL's programs are started, found by trying. PostgreSQL refuses to run as root, it must not get the signals
 * that a terminal sends to the service's process group (it would be gone before the service has finished), and it should
 * end when the service does. Every word before the program replaces itself by the next ({@code exec}), so that
 * PostgreSQL stays the child of the thread that started it: the death signal depends on that.
 *
 * @param owner the user id that must own the data, or the service's own
 * @param major the PostgreSQL that runs this way, for example 18
 */
record RunAs(List<String> words, int owner, int major) {

    /** Between the ids that systemd hands out and "nobody": reserved, and assigned to no one. */
    static final int UNASSIGNED = 65_525;

    /** "nobody", whom every system knows: initdb looks its user up by name, unlike the server. */
    private static final int KNOWN = 65_534;

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** A way that has not been tried. */
    record Way(int owner, List<String> words) {

        private static Way of(int owner, String words) {
            return new Way(owner, words.isEmpty() ? List.of() : List.of(words.split(" ")));
        }

        private Stream<Way> inSessionOfItsOwn() {
            return Stream.of(new Way(owner, Stream.concat(Stream.of("setsid"), words.stream()).toList()), this);
        }
    }

    /** The best first: every way with a death signal comes before those without. */
    static List<Way> ways() {
        if (!Tree.POSIX) {
            return List.of(Way.of(0, ""));
        }
        int self = (int) new UnixSystem().getUid();
        if (self != 0) {
            return Stream.of(Way.of(self, "setpriv --pdeathsig SIGINT"), Way.of(self, "")).flatMap(Way::inSessionOfItsOwn)
                    .toList();
        }
        String other = "setpriv --reuid=" + UNASSIGNED + " --regid=" + UNASSIGNED + " --clear-groups";
        return Stream
                .of(Way.of(0, "unshare -U -- setpriv --pdeathsig SIGINT"),
                        Way.of(UNASSIGNED, other + " --pdeathsig SIGINT"),
                        Way.of(0, "unshare -U --"), Way.of(UNASSIGNED, other))
                .flatMap(Way::inSessionOfItsOwn).toList();
    }

    static RunAs firstThatWorks(List<Way> ways, Binaries binaries) {
        String failure = "";
        for (Way way : ways) {
            List<String> words = new ArrayList<>(way.words);
            words.add(binaries.program("postgres").toString());
            words.add("--version");
            try {
                Command version = Command.run(binaries.folder(), words, "");
                Matcher matcher = VERSION.matcher(version.output());
                if (version.succeeded() && matcher.find()) {
                    return new RunAs(way.words, way.owner, Integer.parseInt(matcher.group(1)));
                }
                // The last failure is the one of the simplest way: what it says is about PostgreSQL, not about the tools
                failure = way.owner == UNASSIGNED && closed(binaries.folder()) != null
                        ? "it may not pass " + closed(binaries.folder())
                        : version.decisiveLine();
            } catch (IOException e) {
                failure = e.getMessage();
            }
        }
        boolean root = ways.stream().anyMatch(way -> way.owner == UNASSIGNED);
        throw new DatabaseUnavailable(root
                ? "PostgreSQL refuses to run as root, and neither unshare nor the user id " + UNASSIGNED + " can run it in "
                        + binaries.folder() + ": start Hindcast as an ordinary user, or choose a folder that every user can"
                        + " reach (" + failure + ")."
                : "PostgreSQL cannot be run in " + binaries.folder() + " (" + failure + ").");
    }

    List<String> command(Path program, String... arguments) {
        return Stream.of(words.stream(), Stream.of(program.toString()), Stream.of(arguments)).flatMap(s -> s).toList();
    }

    /** The same way as a user with a name. What it has made must be handed over. */
    RunAs named() {
        return owner != UNASSIGNED ? this
                : new RunAs(words.stream().map(word -> word.replace("=" + UNASSIGNED, "=" + KNOWN)).toList(), KNOWN, major);
    }

    /** Makes files usable for PostgreSQL, also after a start as root under another way than the last one. */
    void own(Path path) throws IOException {
        if (Tree.POSIX && (int) Files.getAttribute(path, "unix:uid") != owner) {
            new Tree(path).giveTo(owner);
        }
    }

    /** The folder above that other users may not pass, or null. */
    private static Path closed(Path folder) throws IOException {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return above;
            }
        }
        return null;
    }
}
