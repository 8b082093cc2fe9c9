package org.hindcast.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PerMilleTableTest {

    @Property
    void addingThenSubtractingChangesNothing(@ForAll("tables") PerMilleTable a, @ForAll("tables") PerMilleTable b) {
        assertEquals(a, a.plus(b).minus(b));
        assertEquals(PerMilleTable.EMPTY, b.minus(b));
        assertEquals(a, PerMilleTable.EMPTY.minus(b).plus(a).plus(b));
    }

    @Property
    void orderAndGroupingOfMergesDoNotMatter(@ForAll("tables") PerMilleTable a, @ForAll("tables") PerMilleTable b,
            @ForAll("tables") PerMilleTable c, @ForAll Random random) {
        PerMilleTable expected = a.plus(b).plus(c);
        assertEquals(expected, a.plus(b.plus(c)));
        List<PerMilleTable> shuffled = new java.util.ArrayList<>(List.of(a, b, c));
        Collections.shuffle(shuffled, random);
        assertEquals(expected, shuffled.stream().reduce(PerMilleTable.EMPTY, PerMilleTable::plus));
        assertEquals(expected.levels(), c.levels().plus(a.levels()).plus(b.levels()));
    }

    @Test
    void millionthsOfAQuestionCountAsMillionths() {
        LevelTable levels = PerMilleTable.of(700, 250_000, 250_000).plus(PerMilleTable.of(800, 750_000, 750_000))
                .levels(1_000_000);
        assertEquals(LevelTable.of(new double[] { 0.7, 0.8 }, new double[] { 0.25, 0.75 }, new double[] { 0.25, 0.75 }),
                levels);
    }

    @Test
    void refusesWhatIsNoProbabilityAndNoCount() {
        assertThrows(IllegalArgumentException.class, () -> PerMilleTable.of(1001, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> PerMilleTable.of(-1, 1, 0));
        assertThrows(IllegalStateException.class, () -> PerMilleTable.EMPTY.minus(PerMilleTable.of(1, 1, 0)).levels());
        PerMilleTable full = PerMilleTable.of(1, Long.MAX_VALUE, 0);
        assertThrows(ArithmeticException.class, () -> full.plus(full));
    }

    @Provide
    static Arbitrary<PerMilleTable> tables() {
        Arbitrary<PerMilleTable> cell = Combinators
                .combine(Arbitraries.integers().between(0, 1000), Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((k, a, b) -> PerMilleTable.of(k, Math.max(a, b), Math.min(a, b)));
        return cell.list().ofMaxSize(12).map(cells -> cells.stream().reduce(PerMilleTable.EMPTY, PerMilleTable::plus));
    }
}
