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
