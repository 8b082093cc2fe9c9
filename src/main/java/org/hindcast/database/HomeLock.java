package org.hindcast.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held as long as a service uses the folder. The system lets go of it when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {

    /** A lock that nobody refers to is collected, its channel closed, and the folder free for the next one. */
    private static final Set<HomeLock> HELD = ConcurrentHashMap.newKeySet();

    private final String claim;
    private final FileLock lock;

    private HomeLock(String claim, FileLock lock) {
        this.claim = claim;
        this.lock = lock;
    }

    static HomeLock on(Path home) throws IOException {
        // On POSIX, a process that closes any channel of a file loses its locks on it: a second try within this JVM must
        // not even open the file. System properties are the one place that several class loaders share.
        String claim = HomeLock.class.getName() + ":" + home;
        if (System.getProperties().putIfAbsent(claim, "held") != null) {
            throw taken(home);
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held within this JVM, by other means than ours: taken all the same
        } finally {
            if (lock == null) {
                System.getProperties().remove(claim);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        if (lock == null) {
            throw taken(home);
        }
        HomeLock held = new HomeLock(claim, lock);
        HELD.add(held);
        return held;
    }

    @Override
    public void close() throws IOException {
        HELD.remove(this);
        lock.acquiredBy().close();
        System.getProperties().remove(claim);
    }

    private static DatabaseUnavailable taken(Path home) {
        return new DatabaseUnavailable("Another Hindcast is running on the folder " + home.getParent()
                + ": stop it first, or give this one a folder of its own.");
    }
}
