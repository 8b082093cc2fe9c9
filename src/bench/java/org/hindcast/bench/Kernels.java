package org.hindcast.bench;

import java.util.Collection;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** All JMH benchmarks of this package, each in a JVM of its own. */
final class Kernels {

    private Kernels() {
    }

    static Collection<RunResult> run() throws RunnerException {
        return new Runner(new OptionsBuilder().include("org\\.hindcast\\.bench\\..*").shouldFailOnError(true).build()).run();
    }
}
