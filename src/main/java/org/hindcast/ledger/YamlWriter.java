package org.hindcast.ledger;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes JSON as YAML that people like to read and that {@link Yaml} reads back exactly: plain words as they are, texts of
 * several lines as blocks, and whatever could be misread in double quotes, with escapes for what an editor or a transfer could
 * change.
 */
final class YamlWriter {

    /** What every reader of YAML takes for this text and nothing else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]([A-Za-z0-9,.;()/+'-]| (?=[A-Za-z0-9(]))*"
            + "|\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z)?"
            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MISREAD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    private static final int LONGEST_PLAIN = 500;

    private final Appendable out;

    YamlWriter(Appendable out) {
        this.out = out;
    }

    /** The fields of a mapping, each on a line of its own. */
    void fields(ObjectNode mapping) throws IOException {
        fields(mapping, 0, false);
    }

    /** One item of a list that is a field of the outermost mapping. */
    void item(JsonNode item) throws IOException {
        item(item, 2);
    }

    private void fields(ObjectNode mapping, int indent, boolean begun) throws IOException {
        boolean first = begun;
        for (Map.Entry<String, JsonNode> field : mapping.properties()) {
            out.append(first ? "" : " ".repeat(indent)).append(field.getKey()).append(':');
            value(field.getValue(), indent);
            first = false;
        }
    }

    private void value(JsonNode value, int indent) throws IOException {
        if (value instanceof ObjectNode mapping && !mapping.isEmpty()) {
            out.append('\n');
            fields(mapping, indent + 2, false);
        } else if (value.isArray() && !value.isEmpty()) {
            list(value, indent);
        } else {
            out.append(' ');
            scalar(value, indent);
        }
    }

    private void list(JsonNode list, int indent) throws IOException {
        boolean words = true;
        for (JsonNode item : list) {
            words &= item.isTextual() && WORD.matcher(item.textValue()).matches()
                    && !MISREAD.matcher(item.textValue()).matches();
        }
        if (words) {
            String separator = " [";
            for (JsonNode item : list) {
                out.append(separator).append(item.textValue());
                separator = ", ";
            }
            out.append("]\n");
        } else {
            out.append('\n');
            for (JsonNode item : list) {
                item(item, indent + 2);
            }
        }
    }

    private void item(JsonNode item, int indent) throws IOException {
        out.append(" ".repeat(indent)).append("- ");
        if (item instanceof ObjectNode mapping && !mapping.isEmpty()) {
            fields(mapping, indent + 2, true);
        } else {
            scalar(item, indent);
        }
    }

    private void scalar(JsonNode value, int indent) throws IOException {
        if (value.isNumber()) {
            out.append(value.decimalValue().toPlainString()).append('\n');
        } else if (!value.isTextual()) {
            out.append(value.toString()).append('\n'); // true, false, null, [], {}
        } else if (isBlock(value.textValue())) {
            block(value.textValue(), " ".repeat(indent + 2));
        } else {
            line(value.textValue());
            out.append('\n');
        }
    }

    /** The figure says how far it is indented, the sign what becomes of the line ends at its end. */
    private void block(String text, String indent) throws IOException {
        int end = text.length();
        while (text.charAt(end - 1) == '\n') {
            end--;
        }
        out.append("|2").append(end == text.length() ? "-" : end == text.length() - 1 ? "" : "+").append('\n');
        for (String line : text.substring(0, end).split("\n", -1)) {
            out.append(line.isEmpty() ? "" : indent).append(line).append('\n');
        }
        for (int more = end + 1; more < text.length(); more++) {
            out.append('\n');
        }
    }

    /** Whether a text of several lines stays the same as a block. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0 && text.charAt(0) != '\n' && !text.isBlank()
                && text.stripTrailing().length() == text.replaceFirst("\n+$", "").length()
                && text.codePoints().allMatch(c -> c == '\n' || isVisible(c));
    }

    private void line(String text) throws IOException {
        if (text.length() <= LONGEST_PLAIN && PLAIN.matcher(text).matches() && !MISREAD.matcher(text).matches()) {
            out.append(text);
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (isVisible(c)) {
                out.append(Character.toString(c));
            } else if (c <= 0xffff) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append("\\U%08x".formatted(c));
            }
        }
        out.append('"');
    }

    /** Whether it goes through editors and parsers as it is: no control, no other line end, no mark of the byte order. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED,
                    Character.SURROGATE, Character.PRIVATE_USE ->
                false;
            default -> c != 0xfeff;
        };
    }
}
