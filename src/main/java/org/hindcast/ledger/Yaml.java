package org.hindcast.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.hindcast.web.StrictJson;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A YAML file as JSON, with the line of each value. Plain words are read as YAML 1.2 has them: {@code YES}, {@code NO} and
 * {@code on} are words, dates are text, and only true, false, null and numbers are anything else. No aliases, no tags.
 */
final class Yaml {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,8}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,17})?([eE][-+]?\\d{1,2})?");

    /** The content; null where it could not be read. */
    final JsonNode content;
    final List<Problem> problems;
    private final Map<String, Integer> lines = new HashMap<>();

    private Yaml(Node root) {
        content = convert(root, "");
        problems = List.of();
    }

    private Yaml(Problem problem) {
        content = null;
        problems = List.of(problem);
    }

    static Yaml parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(LedgerLoader.LARGEST_FILE);
        try {
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(new java.io.StringReader(text));
            return root == null ? new Yaml(new Problem(1, "", "the file is empty")) : new Yaml(root);
        } catch (Refused e) {
            return new Yaml(e.problem);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return new Yaml(new Problem(line, "", "is not well-formed YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            return new Yaml(new Problem(1, "", "is not well-formed YAML: " + e.getMessage()));
        }
    }

    static Yaml refused(String message) {
        return new Yaml(new Problem(1, "", message));
    }

    /** The line of the value at this path, or of the nearest one around it. */
    int line(String path) {
        for (String at = path;; at = at.substring(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('[')))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            if (at.indexOf('.') < 0 && at.indexOf('[') < 0) {
                return lines.getOrDefault("", 1);
            }
        }
    }

    private JsonNode convert(Node node, String path) {
        lines.put(path, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                    throw new Refused(entry.getKeyNode(), path, "a key must be a word");
                }
                String field = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                if (object.has(key.getValue())) {
                    throw new Refused(key, field, "is given twice");
                }
                object.set(key.getValue(), convert(entry.getValueNode(), field));
                lines.put(field, key.getStartMark().getLine() + 1);
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, path + "[" + array.size() + "]"));
            }
            return array;
        }
        return scalar((ScalarNode) node, path);
    }

    private static JsonNode scalar(ScalarNode node, String path) {
        String value = node.getValue();
        if (!StrictJson.isStorable(value)) {
            throw new Refused(node, path, "holds U+0000 or half a surrogate pair");
        }
        if (!node.isPlain()) {
            return JSON.textNode(value);
        }
        return switch (value) {
            case "", "~", "null" -> JSON.nullNode();
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> WHOLE.matcher(value).matches() ? JSON.numberNode(Integer.parseInt(value))
                    : NUMBER.matcher(value).matches() ? JSON.numberNode(Double.parseDouble(value)) : JSON.textNode(value);
        };
    }

    private static final class Refused extends RuntimeException {

        private final transient Problem problem;

        private Refused(Node at, String path, String message) {
            super(message);
            problem = new Problem(at.getStartMark().getLine() + 1, path, message);
        }
    }
}
