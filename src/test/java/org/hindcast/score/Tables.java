package org.hindcast.score;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Level tables of all kinds: few levels and many, round probabilities and raw ones, the ends, weights. */
public class Tables extends DomainContextBase {

    @Provide
    static Arbitrary<Double> probabilities() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 1000).map(k -> k / 1000.0)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 10).map(k -> k / 10.0)),
                net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(0, 1L << 53).map(k -> k * 0x1p-53)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0.0, -0.0, 1.0, Double.MIN_VALUE, 1e-300, Math.nextDown(1.0), 0.5,
                        Math.nextUp(0.5), 0.3 - 1e-16)));
    }

    @Provide
    static Arbitrary<LevelTable> tables() {
        Arbitrary<Double> counts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.integers().between(0, 40).map(Integer::doubleValue)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0.25, 1e-6, 1 / 3.0, 1e6)));
        Arbitrary<LevelTable> row = Combinators.combine(probabilities(), counts, counts)
                .as((p, a, b) -> LevelTable.of(new double[] { p }, new double[] { Math.max(a, b) },
                        new double[] { Math.min(a, b) }));
        return row.list().ofMaxSize(25).map(rows -> rows.stream().reduce(LevelTable.EMPTY, LevelTable::plus));
    }
}
