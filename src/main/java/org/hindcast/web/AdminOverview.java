package org.hindcast.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What admins see first. Fired as an event: each feature adds a line on what is its own, for nobody may know them all. */
public final class AdminOverview {

    /**
     * @param place in the list, from the top
     * @param waits whether it asks for somebody to do something
     */
    public record Line(int place, String title, String address, String sentence, boolean waits) {

        /**
         * A queue that somebody has to answer.
         *
         * @param awaited what each in it waits for, such as "an answer"
         * @param overdue how many of the open ones should have had it by now
         */
        public static Line queue(int place, String title, String address, String awaited, long open, long overdue) {
            return new Line(place, title, address, open == 0 ? "None waits for " + awaited
                    : "%d wait%s for %s%s".formatted(open, open == 1 ? "s" : "", awaited,
                            overdue == 0 ? "" : ", %d overdue".formatted(overdue)),
                    open > 0);
        }
    }

    private final List<Line> lines = new ArrayList<>();

    public void add(Line line) {
        lines.add(line);
    }

    /** What waits for somebody first. */
    public List<Line> lines() {
        return lines.stream().sorted(Comparator.comparing((Line line) -> !line.waits).thenComparing(Line::place)).toList();
    }
}
