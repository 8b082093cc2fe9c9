package org.hindcast.piece;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A text cut where marks begin and end, however these overlap, and at its paragraphs. */
public final class MarkedText {

    /** What is marked, from {@code start}, to {@code end} exclusive, in UTF-16 code units. */
    public record Mark<T>(int start, int end, T of) {

        int length() {
            return end - start;
        }
    }

    /**
     * A part of the text that lies in the same marks throughout.
     *
     * @param gap nothing but the end of a paragraph, however many blank lines that is
     * @param marks that it lies in, the shortest first
     * @param ends those of them that end with it, in the order in which they were given
     */
    public record Part<T>(String text, boolean gap, List<Mark<T>> marks, List<Mark<T>> ends) {
    }

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R(\\h*\\R)+");

    private MarkedText() {
    }

    /** The parts in order; together they are the text. Marks that reach beyond it are left out. */
    public static <T> List<Part<T>> of(String text, List<Mark<T>> marks) {
        List<Mark<T>> within = marks.stream()
                .filter(mark -> mark.start >= 0 && mark.end > mark.start && mark.end <= text.length()).toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        PARAGRAPH_END.matcher(text).results().forEach(end -> cuts.addAll(List.of(end.start(), end.end())));
        within.forEach(mark -> cuts.addAll(List.of(mark.start, mark.end)));
        List<Part<T>> parts = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(from, false)) {
            parts.add(part(text, from, to, within));
            from = to;
        }
        return parts;
    }

    private static <T> Part<T> part(String text, int from, int to, List<Mark<T>> marks) {
        String part = text.substring(from, to);
        List<Mark<T>> covering = marks.stream().filter(mark -> mark.start <= from && mark.end >= to).toList();
        return new Part<>(part, PARAGRAPH_END.matcher(part).matches(),
                covering.stream().sorted(Comparator.comparingInt(Mark::length)).toList(),
                covering.stream().filter(mark -> mark.end == to).toList());
    }
}
