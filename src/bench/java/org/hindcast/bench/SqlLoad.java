package org.hindcast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the database alone can do: pgbench where it is installed, else prepared statements over JDBC from as many connections.
 */
final class SqlLoad {

    private static final String READ = """
            select t.basis, t.level, t.phrase, t.stance, t.reference, t.undated, t.state, t.n, t.hits
            from author a join level_total t on t.author_id = a.id and t.n > 0 where a.slug = 'author-' || %s""";

    private final Server server;
    private final int connections;

    SqlLoad(Server server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    static boolean hasPgbench() {
        try {
            return new ProcessBuilder("pgbench", "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** Reads of the stored counts of one author after the other, as a scorecard needs them, a second. */
    double reads(int authors, Duration time) throws IOException, SQLException, InterruptedException {
        return hasPgbench() ? pgbench(authors, time) : jdbc(authors, time);
    }

    private double pgbench(int authors, Duration time) throws IOException, InterruptedException {
        Path script = Files.createTempFile("hindcast-bench", ".sql");
        Files.writeString(script,
                "\\set author random(0, " + (authors - 1) + ")\n" + READ.formatted(":author").replace("\n", " ") + ";\n");
        ProcessBuilder pgbench = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", "" + connections, "-j", "2", "-T",
                "" + time.toSeconds(), "-f", script.toString(), "-h", "127.0.0.1", "-p", "" + server.port(), "-U",
                server.service().user(),
                "hindcast");
        pgbench.environment().put("PGPASSWORD", server.service().password());
        Process process = pgbench.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        Files.delete(script);
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private double jdbc(int authors, Duration time) throws SQLException, InterruptedException {
        return inParallel(time, connection -> {
            PreparedStatement read = connection.prepareStatement(READ.formatted("?"));
            return () -> {
                read.setString(1, "" + ThreadLocalRandom.current().nextInt(authors));
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
            };
        });
    }

    /** Rows of a few hundred bytes added and committed one by one, a second: what one durable change costs at least. */
    double commits(Duration time) throws SQLException, InterruptedException {
        return inParallel(time, connection -> {
            PreparedStatement insert = connection.prepareStatement(
                    "insert into event (at, actor, kind, subject, data) values (now(), 'bench', 'bench.commit', gen_random_uuid(), cast(? as jsonb))");
            insert.setString(1, "{\"outcome\": \"YES\", \"evidence\": [{\"url\": \"https://example.org/seen\"}]}");
            return insert::execute;
        });
    }

    private interface Work {
        void run() throws SQLException;
    }

    private interface Prepared {
        Work on(Connection connection) throws SQLException;
    }

    private double inParallel(Duration time, Prepared prepared) throws SQLException, InterruptedException {
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> {
                try (Connection connection = server.connect(server.service())) {
                    Work work = prepared.on(connection);
                    while (System.nanoTime() < end) {
                        work.run();
                        done.incrementAndGet();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
