package org.hindcast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Threads that do the same, each with a number of its own. */
public final class AtOnce {

    public interface Work<T> {
        T of(int thread) throws Exception;
    }

    private AtOnce() {
    }

    public static <T> List<T> run(int threads, Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads).<Callable<T>> mapToObj(i -> () -> work.of(i)).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            assertTrue(pool.shutdownNow().isEmpty());
        }
    }

    /** The same, all of them beginning in the same moment. */
    public static <T> List<T> together(int threads, Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        return run(threads, thread -> {
            start.await();
            return work.of(thread);
        });
    }
}
