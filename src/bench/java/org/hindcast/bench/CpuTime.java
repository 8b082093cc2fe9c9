package org.hindcast.bench;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.hindcast.calculator.MillionRows;
import org.hindcast.score.ScoreKernel;

/**
 * The same work as the JMH classes, measured in the time that the thread had the processor: for machines that others use as
 * well, where time on the wall says more of them than of the work. Prints the best of five, in milliseconds.
 */
public final class CpuTime {

    private static final int REPEATS = 5;

    private CpuTime() {
    }

    public static void main(String[] args) throws Exception {
        ScoreKernel kernel = new ScoreKernel();
        kernel.fill();
        Map<String, Callable<?>> work = new TreeMap<>(Map.of("recalibrate1001", kernel::recalibrate1001, "recalibrateMillion",
                kernel::recalibrateMillion, "band101", kernel::band101, "report101", kernel::report101, "shrink10000",
                kernel::shrink10000, "rank10000", kernel::rank10000));
        measure(work, "");
        for (int decimals : new int[] { 3, 16 }) {
            MillionRows rows = new MillionRows(decimals);
            rows.write();
            measure(new TreeMap<>(Map.of("csvParsed", rows::csvParsed, "csvScored", rows::csvScored, "jsonParsed",
                    rows::jsonParsed, "jsonScored", rows::jsonScored)), " " + decimals);
        }
    }

    private static void measure(Map<String, Callable<?>> work, String suffix) throws Exception {
        for (Map.Entry<String, Callable<?>> one : work.entrySet()) {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 2 * REPEATS; i++) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                one.getValue().call();
                long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                best = i < REPEATS ? best : Math.min(best, took);
            }
            System.out.printf("%-20s %10.3f%n", one.getKey() + suffix, best / 1e6);
        }
    }
}
