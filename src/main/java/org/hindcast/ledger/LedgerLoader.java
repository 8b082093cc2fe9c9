package org.hindcast.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/**
 * Loads the folder of the ledger: each file in a transaction of its own, as often as one likes, and a broken one stops no
 * other.
 */
@ApplicationScoped
public class LedgerLoader {

    private static final Logger LOG = Logger.getLogger(LedgerLoader.class);
    private static final String YAML = ".yaml";
    private static final Pattern LIKE_YAML = Pattern.compile("\\.ya?ml$", Pattern.CASE_INSENSITIVE);
    /** In bytes: a thousand forecasts with long texts, and their history. */
    static final int LARGEST_FILE = 32_000_000;
    /** Names the lock that lets one node load at a time. */
    private static final long LOCK = 0x4c_45_44_47_45_52L;

    @Inject
    Clock clock;
    @Inject
    ObjectMapper json;
    @Inject
    LedgerSettings settings;
    @Inject
    LedgerEntry entry;

    /** Made when the first file has to be checked: where nothing changed, none has. */
    private LedgerSchema schema;

    void atStart(@Observes @Priority(jakarta.interceptor.Interceptor.Priority.APPLICATION + 100) StartupEvent start) {
        load(settings.ledger());
    }

    /**
     * Loads every {@code .yaml} file of the folder, in the order of their names, and reports those that nearly are called so.
     */
    public void load(Path folder) {
        if (!Files.isDirectory(folder)) {
            LOG.warnf("There is no ledger folder %s; nothing is loaded", folder.toAbsolutePath());
        }
        List<Path> files = Files.isDirectory(folder) ? files(folder) : List.of();
        for (Path file : QuarkusTransaction.requiringNew().call(() -> changed(files))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> loadOne(file));
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s could not be loaded", file.getFileName());
                QuarkusTransaction.requiringNew()
                        .run(() -> report(file.getFileName().toString(), "", LedgerReport.Status.REFUSED,
                                new LedgerEntry.Done(null, 0, 0,
                                        List.of(new Problem(1, "", "could not be loaded; the log says why")))));
            }
        }
    }

    /** All but those that are as they were when all of them was loaded, which takes one statement to say of all. */
    private List<Path> changed(List<Path> files) {
        lock();
        Map<String, String> complete = LedgerReport.hashesOfComplete();
        List<Path> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            byte[] bytes = complete.containsKey(name) ? read(file) : null;
            if (bytes != null && sha256(bytes).equals(complete.get(name))) {
                unchanged.add(name);
            } else {
                changed.add(file);
            }
        }
        LedgerReport.unchanged(unchanged, clock.instant());
        LedgerReport.keepOnly(files.stream().map(file -> file.getFileName().toString()).toList());
        return changed;
    }

    private static void lock() {
        LedgerReport.getEntityManager().createNativeQuery("select pg_advisory_xact_lock(:lock)").setParameter("lock", LOCK)
                .getResultList();
    }

    private void loadOne(Path file) {
        lock();
        String name = file.getFileName().toString();
        if (!name.endsWith(YAML)) {
            refuse(name, "", List.of(new Problem(1, "", "is not loaded; a file whose name ends in .yaml is")));
            return;
        }
        byte[] bytes = read(file);
        if (bytes == null) {
            refuse(name, "",
                    List.of(new Problem(1, "", "cannot be read, or is larger than %,d bytes".formatted(LARGEST_FILE))));
            return;
        }
        String sha256 = sha256(bytes);
        LedgerReport before = LedgerReport.findById(name);
        if (before != null && before.sha256.equals(sha256) && before.problems.isEmpty()) {
            return; // another node was faster
        }
        Yaml yaml = parse(bytes);
        List<Problem> problems = yaml.content == null ? yaml.problems : schema().problems(yaml);
        if (!problems.isEmpty()) {
            refuse(name, sha256, problems);
            return;
        }
        LedgerEntry.Done done = entry.enter(name, sha256, bind(yaml), yaml);
        report(name, sha256, done.problems().isEmpty() ? LedgerReport.Status.LOADED : LedgerReport.Status.PROBLEMS, done);
    }

    private LedgerSchema schema() {
        if (schema == null) {
            schema = new LedgerSchema();
        }
        return schema;
    }

    private void refuse(String name, String sha256, List<Problem> problems) {
        report(name, sha256, LedgerReport.Status.REFUSED, new LedgerEntry.Done(null, 0, 0, problems));
    }

    private void report(String name, String sha256, LedgerReport.Status status, LedgerEntry.Done done) {
        LedgerReport known = LedgerReport.findById(name);
        LedgerReport report = known == null ? new LedgerReport() : known;
        report.name = name;
        report.sha256 = sha256;
        report.status = status;
        report.pieceId = done.piece() == null ? report.pieceId : done.piece();
        report.added = done.added();
        report.changed = done.changed();
        report.problems = done.problems();
        report.loadedAt = clock.instant();
        report.persist();
        for (Problem problem : done.problems()) {
            LOG.warnf("%s:%d %s %s", name, problem.line(), problem.field(), problem.message());
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> LIKE_YAML.matcher(file.getFileName().toString()).find()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("The ledger folder " + folder + " cannot be read", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.size(file) > LARGEST_FILE ? null : Files.readAllBytes(file);
        } catch (IOException e) {
            return null;
        }
    }

    private static Yaml parse(byte[] bytes) {
        try {
            return Yaml.parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Yaml.refused("is not UTF-8");
        }
    }

    private LedgerFile bind(Yaml yaml) {
        try {
            return json.treeToValue(yaml.content, LedgerFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema accepts what the format does not", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
