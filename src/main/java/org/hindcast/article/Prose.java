package org.hindcast.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Writes what stands in an element as plain text, in blocks that are told apart as in Markdown. */
final class Prose implements NodeFilter {

    private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "body", "center", "dd",
            "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
            "h6",
            "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
            "thead",
            "tr", "ul");
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF\\p{Cs}]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    /** A line of its own that reads as a heading without a mark. */
    private static final Pattern PLAIN_HEADING = Pattern.compile("[\\p{Lu}\\d\"“‘'($].{0,88}[^.!?…,;]");
    private static final Pattern FURNITURE = Pattern.compile(
            "(?i)(advertisement|share( this)?( article| story| post)?|subscribe( now)?|sign up\\b.*|(read|see) (more|also)\\b.*"
                    + "|related( articles| stories)?\\b:?.*|continue reading\\b.*|most popular|listen to this article.*"
                    + "|skip to .*|leave a comment|comments?|print|copy link|\\d+ comments?|thanks for reading.*)");
    private static final int LONGEST_FURNITURE = 80;

    private enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        ROW,
        QUOTATION
    }

    /** @param list number of the list that it is of */
    private record Written(Kind kind, String text, int list) {
    }

    /** A list that is being written. */
    private static final class Listed {
        final boolean ordered;
        final int number;
        int next;
        boolean marked = true;

        Listed(boolean ordered, int first, int number) {
            this.ordered = ordered;
            this.next = first;
            this.number = number;
        }
    }

    private final List<Written> written = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Listed> lists = new ArrayDeque<>();
    private int listCount;
    private int headings;
    private int quotations;
    private int verbatim;
    private int rows;

    private final Set<Element> dropped;

    private Prose(Set<Element> dropped) {
        this.dropped = dropped;
    }

    /** @param dropped what in it is passed over */
    static String of(Element root, Set<Element> dropped) {
        Prose prose = new Prose(dropped);
        NodeTraversor.filter(prose, root);
        prose.flush();
        return prose.joined();
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /** In one line, without what nobody sees. */
    static String squeezed(String text) {
        return SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (dropped.contains(node)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (node instanceof TextNode text) {
            line.append(verbatim > 0 ? text.getWholeText() : text.getWholeText().replace('\n', ' '));
        } else if (node instanceof Element element) {
            String tag = element.normalName();
            if (tag.equals("br")) {
                line.append('\n');
            } else if (tag.equals("td") || tag.equals("th")) {
                line.append(line.toString().isBlank() ? "" : " | ");
            } else if (BLOCKS.contains(tag)) {
                flush();
                enter(element, tag);
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            String tag = element.normalName();
            if (BLOCKS.contains(tag) && !tag.equals("td") && !tag.equals("th")) {
                flush();
                leave(tag);
            }
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element, String tag) {
        switch (tag) {
            case "ul", "ol" -> lists.push(new Listed(tag.equals("ol"), first(element),
                    lists.isEmpty() ? ++listCount : lists.peek().number));
            case "li" -> {
                if (!lists.isEmpty()) {
                    lists.peek().marked = false;
                }
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headings++;
            case "blockquote" -> quotations++;
            case "pre" -> verbatim++;
            case "tr" -> rows++;
            default -> {
                // nothing but a block
            }
        }
    }

    private void leave(String tag) {
        switch (tag) {
            case "ul", "ol" -> lists.pop();
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headings--;
            case "blockquote" -> quotations--;
            case "pre" -> verbatim--;
            case "tr" -> rows--;
            default -> {
                // nothing but a block
            }
        }
    }

    private static int first(Element list) {
        return list.attr("start").matches("\\d{1,4}") ? Integer.parseInt(list.attr("start")) : 1;
    }

    /** The line so far becomes a block, or several where it breaks off twice. */
    private void flush() {
        String all = line.toString();
        line.setLength(0);
        for (String paragraph : all.split("\n[\\s\\p{Z}]*\n")) {
            List<String> lines = paragraph.lines().map(Prose::squeezed).filter(one -> !one.isEmpty()).toList();
            if (!lines.isEmpty()) {
                write(lines);
            }
        }
    }

    private void write(List<String> lines) {
        String text = String.join("\n", lines);
        if (text.length() <= LONGEST_FURNITURE && FURNITURE.matcher(text).matches()) {
            return;
        }
        if (headings > 0) {
            String heading = String.join(" ", lines);
            written.add(new Written(Kind.HEADING, PLAIN_HEADING.matcher(heading).matches() ? heading : "## " + heading, 0));
        } else if (rows > 0) {
            written.add(new Written(Kind.ROW, "| " + String.join(" ", lines) + " |", 0));
        } else if (!lists.isEmpty()) {
            item(String.join(" ", lines));
        } else if (quotations > 0) {
            written.add(new Written(Kind.QUOTATION, "> " + String.join("\n> ", lines), 0));
        } else {
            written.add(new Written(Kind.PARAGRAPH, text, 0));
        }
    }

    private void item(String text) {
        Listed list = lists.peek();
        String indent = "  ".repeat(Math.min(lists.size() - 1, 4));
        if (list.marked) {
            // more of the same item, or something between two of them
            written.add(new Written(Kind.ITEM, indent + "  " + text, list.number));
            return;
        }
        list.marked = true;
        written.add(new Written(Kind.ITEM, indent + (list.ordered ? list.next++ + ". " : "- ") + text, list.number));
    }

    private String joined() {
        StringBuilder text = new StringBuilder();
        Written before = null;
        for (Written block : written) {
            if (before != null) {
                boolean together = before.kind == block.kind
                        && (block.kind == Kind.ROW || block.kind == Kind.ITEM && before.list == block.list);
                text.append(together ? "\n" : "\n\n");
            }
            text.append(block.text);
            before = block;
        }
        return text.toString();
    }
}
