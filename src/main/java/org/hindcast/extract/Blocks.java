package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the {@link Block}s of a plain text: lines first, then what they are. */
final class Blocks {

    private static final Pattern MARKER = Pattern.compile(
            "(?:[-•–—·‣◦▪●○■□►➤✓→]|\\(?\\d{1,3}[.)/]|\\(?[a-z][.)]|[ivx]{1,4}[.)]|\\+)[ ]{1,8}(?:\\[[ xX]?\\][ ]{1,4})?");
    private static final Pattern HASHES = Pattern.compile("#{1,6}[ ]{1,8}");
    private static final Pattern RULE = Pattern.compile("[-=_~# ]{3,}+");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?…]['\")\\]]{0,3}$");
    private static final int LONGEST_HEADING = 90;
    private static final int LONGEST_WRAPPED_LINE = 110;
    private static final int SHORTEST_WRAPPED_LINE = 40;

    /** @param mark the first character as it was given, which plain text may no longer show */
    private record Line(int start, int end, String mark, boolean indented, boolean blankBefore) {
    }

    private final String text;
    private final String plain;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> run = new ArrayList<>();
    private int lists;
    private boolean inList;
    private boolean fenced;

    private Blocks(String text, String plain) {
        this.text = text;
        this.plain = plain;
    }

    /** @param text as given; {@code plain} is the same, made plain */
    static List<Block> of(String text, String plain) {
        Blocks blocks = new Blocks(text, plain);
        blocks.read();
        blocks.numberedHeadings();
        return List.copyOf(blocks.blocks);
    }

    /** "2. The long attrition": a list of one, with text under it, is a heading. */
    private void numberedHeadings() {
        int[] items = new int[lists];
        blocks.stream().filter(block -> block.list() >= 0).forEach(block -> items[block.list()]++);
        for (int i = 0; i + 1 < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.list() >= 0 && items[block.list()] == 1 && block.length() <= LONGEST_HEADING
                    && !block.marker().isEmpty() && Character.isLetterOrDigit(block.marker().charAt(0))
                    && blocks.get(i + 1).is(Block.Kind.PARAGRAPH)
                    && !ENDS_SENTENCE.matcher(plain.substring(block.start(), block.end())).find()) {
                blocks.set(i, new Block(Block.Kind.HEADING, block.start(), block.end(), block.marker(), -1, block.wrapped()));
            }
        }
    }

    private void read() {
        boolean blank = true;
        for (int start = 0; start < plain.length();) {
            int newline = plain.indexOf('\n', start);
            int end = newline < 0 ? plain.length() : newline;
            int first = start;
            while (first < end && plain.charAt(first) == ' ') {
                first++;
            }
            int last = end;
            while (last > first && plain.charAt(last - 1) == ' ') {
                last--;
            }
            String given = text.substring(start, end).strip();
            boolean fence = given.startsWith("```") || given.startsWith("~~~");
            if (fence) {
                fenced = !fenced;
            }
            if (first == last || fence || fenced) {
                endRun();
                if (RULE.matcher(given.length() > LONGEST_HEADING ? "" : given).matches()) {
                    inList = false;
                }
                blank = true;
            } else {
                line(new Line(first, last, mark(given), first - start >= 2 && given.charAt(0) != '*' && given.charAt(0) != '>',
                        blank));
                blank = false;
            }
            start = end + 1;
        }
        endRun();
    }

    private static String mark(String given) {
        return given.startsWith("**") || given.startsWith("__") ? "**" : given.startsWith("* ") ? "* " : given.substring(0, 1);
    }

    private void line(Line line) {
        String words = plain.substring(line.start, line.end);
        Matcher marker = MARKER.matcher(words);
        Matcher hashes = HASHES.matcher(words);
        if (RULE.matcher(words).matches()) {
            underline();
        } else if (line.mark.equals(">")) {
            quotation(line);
        } else if (hashes.lookingAt()) {
            endRun();
            inList = false;
            add(Block.Kind.HEADING, line.start + hashes.end(), skipBack(line.start, line.end, "# "), hashes.group().trim(), -1);
        } else if (line.mark.equals("|")) {
            endRun();
            add(Block.Kind.ROW, skip(line.start, line.end, "| "), skipBack(line.start, line.end, "| "), "", -1);
        } else if (line.mark.equals("* ")) {
            item(line.start, line.end, "*");
        } else if (marker.lookingAt() && marker.end() < words.length()) {
            item(line.start + marker.end(), line.end, marker.group().trim());
        } else if (inList && !line.blankBefore && run.isEmpty() && continuesItem(line)) {
            prolong(line);
        } else {
            run.add(line);
        }
    }

    private void item(int start, int end, String marker) {
        endRun();
        if (!inList) {
            lists++;
            inList = true;
        }
        add(Block.Kind.ITEM, start, end, marker, lists - 1);
    }

    private void quotation(Line line) {
        boolean first = line.blankBefore || blocks.isEmpty() || !blocks.get(blocks.size() - 1).is(Block.Kind.QUOTATION);
        endRun();
        inList = false;
        if (first) {
            add(Block.Kind.QUOTATION, line.start, line.end, "", -1);
        } else {
            prolong(line);
        }
    }

    /** The last block runs on to the end of this line. */
    private void prolong(Line line) {
        Block last = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(last.kind(), last.start(), line.end, last.marker(), last.list(), true));
    }

    private boolean continuesItem(Line line) {
        Block item = blocks.get(blocks.size() - 1);
        boolean lowerCase = Character.isLowerCase(plain.charAt(line.start));
        return line.indented || lowerCase || item.length() >= SHORTEST_WRAPPED_LINE && item.length() <= LONGEST_WRAPPED_LINE
                && !ENDS_SENTENCE.matcher(plain.substring(item.start(), item.end())).find();
    }

    /** A rule under a line makes that a heading; elsewhere it only divides. */
    private void underline() {
        if (run.size() == 1 && run.get(0).end - run.get(0).start <= LONGEST_HEADING) {
            Line heading = run.remove(0);
            inList = false;
            add(Block.Kind.HEADING, heading.start, heading.end, "=", -1);
        } else {
            endRun();
        }
        inList = false;
    }

    /** The lines since the last blank one, or marker: one paragraph that was wrapped, or each line its own. */
    private void endRun() {
        if (run.isEmpty()) {
            return;
        }
        inList = false;
        if (run.size() > 1 && isWrapped()) {
            blocks.add(new Block(Block.Kind.PARAGRAPH, run.get(0).start, run.get(run.size() - 1).end, "", -1, true));
        } else {
            run.forEach(line -> add(isHeading(line) ? Block.Kind.HEADING : Block.Kind.PARAGRAPH, line.start, line.end, "", -1));
        }
        run.clear();
    }

    /** Lines are wrapped when the first word of the next would not have fitted on them. */
    private boolean isWrapped() {
        int longest = run.stream().mapToInt(line -> line.end - line.start).max().orElseThrow();
        if (longest > LONGEST_WRAPPED_LINE || longest < SHORTEST_WRAPPED_LINE) {
            return false;
        }
        int full = 0;
        for (int i = 0; i + 1 < run.size(); i++) {
            Line next = run.get(i + 1);
            int word = plain.indexOf(' ', next.start);
            int length = (word < 0 || word > next.end ? next.end : word) - next.start;
            if (run.get(i).end - run.get(i).start + 1 + length > longest - 6
                    || Character.isLowerCase(plain.charAt(next.start))) {
                full++;
            }
        }
        return full * 10 >= (run.size() - 1) * 7;
    }

    private boolean isHeading(Line line) {
        String words = plain.substring(line.start, line.end);
        if (words.endsWith(":")) {
            return words.length() <= LONGEST_HEADING && !words.contains(". ");
        }
        if (words.length() > LONGEST_HEADING) {
            return words.length() <= 2 * LONGEST_HEADING && words.equals(words.toUpperCase(java.util.Locale.ROOT))
                    && !ENDS_SENTENCE.matcher(words).find();
        }
        if (line.mark.equals("**") && run.size() == 1 && isEmphasisedWhole(line)) {
            return true;
        }
        if (words.endsWith("?")) {
            return run.size() == 1 && words.length() <= 60 && !words.contains(". ");
        }
        return run.size() == 1 && !ENDS_SENTENCE.matcher(words).find() && !words.endsWith(",") && !words.endsWith(";")
                && Character.isLetterOrDigit(plain.charAt(line.start)) | "\"'($".indexOf(plain.charAt(line.start)) >= 0
                && !Character.isLowerCase(plain.charAt(line.start));
    }

    private boolean isEmphasisedWhole(Line line) {
        int newline = text.indexOf('\n', line.end);
        String given = text.substring(line.start, newline < 0 ? text.length() : newline).strip();
        return given.indexOf("**") >= given.length() - 3;
    }

    private void add(Block.Kind kind, int start, int end, String marker, int list) {
        int from = skip(start, end, " ");
        if (from < end) {
            blocks.add(new Block(kind, from, end, marker, list, false));
        }
    }

    private int skip(int from, int end, String characters) {
        int i = from;
        while (i < end && characters.indexOf(plain.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private int skipBack(int start, int from, String characters) {
        int i = from;
        while (i > start && characters.indexOf(plain.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }
}
