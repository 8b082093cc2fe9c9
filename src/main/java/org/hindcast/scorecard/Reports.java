package org.hindcast.scorecard;

import org.hindcast.score.Differences;
import org.hindcast.score.LevelTable;
import org.hindcast.score.Report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Reports by what they are made of. Most of what reading a scorecard costs is the resampling behind its bands, and that is the
 * same until a count changes. The counts are the key, read anew each time: so what is kept is never stale, on any node, and
 * nobody has to throw it away.
 */
final class Reports {

    /** A level takes some hundred bytes: about 40 MB when full. */
    private static final long MOST_LEVELS = 100_000;

    private record Parts(LevelTable table, Differences differences, long seed) {
    }

    private static final Cache<Parts, Report> MADE = Caffeine.newBuilder().maximumWeight(MOST_LEVELS)
            .weigher((Parts parts, Report report) -> 1 + parts.table.size()).build();

    private Reports() {
    }

    /** As {@link Report#of(LevelTable, Differences, long)}. */
    static Report of(LevelTable table, Differences differences, long seed) {
        return MADE.get(new Parts(table, differences, seed), parts -> Report.of(parts.table, parts.differences, parts.seed));
    }
}
