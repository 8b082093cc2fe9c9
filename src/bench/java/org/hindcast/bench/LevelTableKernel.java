package org.hindcast.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.hindcast.score.PerMilleTable;
import org.hindcast.score.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole report of a record with so many levels, as every scorecard that is read needs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LevelTableKernel {

    @Param({ "5", "20", "101" })
    int levels;

    private PerMilleTable table;

    @Setup
    public void fill() {
        Map<Integer, PerMilleTable.Cell> cells = new HashMap<>();
        for (int i = 0; i < levels; i++) {
            cells.put(1000 * i / (levels - 1), new PerMilleTable.Cell(40, 40L * i / (levels - 1)));
        }
        table = PerMilleTable.of(cells);
    }

    @Benchmark
    public Report report() {
        return Report.of(table.levels(), null, 1);
    }
}
