package org.hindcast.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files of the database. Under their name they are complete, or they are not there at all. */
record Cluster(Path data, RunAs runAs, Binaries binaries) {

    void makeReady(Secrets secrets) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            make(secrets);
            return;
        }
        String made = Files.readString(version).strip();
        if (!made.equals(String.valueOf(runAs.major()))) {
            throw new DatabaseUnavailable("The database in " + data + " was made by PostgreSQL " + made
                    + " and this Hindcast brings PostgreSQL " + runAs.major()
                    + ": export it with the Hindcast that made it, and import it into an empty folder.");
        }
        runAs.own(data);
        if (secrets.fresh()) {
            takeOver(secrets);
        }
    }

    private void make(Secrets secrets) throws IOException {
        if (!isMissingOrEmpty()) {
            throw new DatabaseUnavailable("The folder " + data + " holds files that are no database of PostgreSQL:"
                    + " move them away, or choose another folder.");
        }
        Path unfinished = Files.createTempDirectory(data.getParent(), Leftovers.PREFIX);
        Path made = Files.createDirectory(unfinished.resolve("data"));
        Path password = Files.writeString(Files.createTempFile(unfinished, "password", null), secrets.superuser().password());
        RunAs maker = runAs.named();
        maker.own(unfinished);
        Command initdb = Command.run(binaries.folder(), maker.command(binaries.program("initdb"),
                "-D", made.toString(), "-U", secrets.superuser().user(), "-A", "scram-sha-256", "--pwfile=" + password,
                "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--data-checksums"), "");
        if (!initdb.succeeded()) {
            new Tree(unfinished).delete();
            throw new DatabaseUnavailable("The database could not be made in " + data + ": " + initdb.decisiveLine() + ".");
        }
        runAs.own(made);
        new Tree(made).force(); // initdb has forced everything below
        Files.move(made, data, StandardCopyOption.ATOMIC_MOVE);
        new Tree(data.getParent()).force();
        new Tree(unfinished).delete();
    }

    private boolean isMissingOrEmpty() throws IOException {
        if (!Files.exists(data)) {
            return true;
        }
        try (var content = Files.list(data)) {
            if (content.findAny().isPresent()) {
                return false;
            }
        }
        Files.delete(data);
        return true;
    }

    /** Somebody removed our passwords and left the database: as a server nobody can enter it, by its files we can. */
    private void takeOver(Secrets secrets) throws IOException {
        String statement = "ALTER ROLE " + secrets.superuser().user() + " PASSWORD '" + secrets.superuser().password() + "'\n";
        Command single = Command.run(binaries.folder(),
                runAs.command(binaries.program("postgres"), "--single", "-D", data.toString(), "postgres"), statement);
        if (!single.succeeded() || single.output().contains("ERROR:")) {
            throw new DatabaseUnavailable("The password of the database in " + data + " could not be set again: "
                    + single.decisiveLine() + ".");
        }
    }
}
