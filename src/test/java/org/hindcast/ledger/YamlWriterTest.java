package org.hindcast.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written is read back as it was. */
class YamlWriterTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 3000)
    void textsComeBackAsTheyWere(@ForAll("texts") String text) throws IOException {
        ObjectNode content = JSON.objectNode().put("first", text);
        ObjectNode nested = content.putObject("nested").put("text", text).put("more", 0.25).put("yes", true);
        ArrayNode list = nested.putArray("list");
        list.add(text).add(7).add(text);
        list.addObject().put("a", text).put("b", text);
        list.addObject();
        nested.putArray("none");
        nested.putNull("nothing");
        nested.putArray("words").add("economy").add("on-time");
        content.put("last", text);
        assertEquals(content, read(written(content)));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nasty = Arbitraries.of(" ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", "\u0085", "\u2028", "\u2029",
                "\ufeff",
                "\u00a0", "\u0001", "\u007f", "\u009f", "\ue000", "\ufffe", "\uffff", "\ud83d\ude00", "\udbff\udfff", "#", " #",
                ":", ": ", "- ", "? ", "|",
                ">", "&a", "*a", "!", "%", "@", "`", "'", "\"", "\\", "{", "}", "[", "]", ",", "---", "...", "---\n", "true",
                "null", "~", "YES", "1", "0.5", "1e3", "2026-12-31", "x", "word", "é", "漢");
        Arbitrary<String> texts = nasty.list().ofMaxSize(12).map(parts -> String.join("", parts));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20)
                .filter(text -> text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, texts), net.jqwik.api.Tuple.of(1, any));
    }

    @Test
    void aLongTextComesBackAsItWas() throws IOException {
        String text = ("A line that goes on and on, for ever. ".repeat(300) + "\n  \n\n\tIndented: #no comment\n").repeat(80);
        assertTrue(text.length() > 900_000);
        for (String one : new String[] { text, "  " + text, text.strip(), text + "\n\n", text.replace("\n", " ") }) {
            assertEquals(JSON.objectNode().put("text", one), read(written(JSON.objectNode().put("text", one))));
        }
    }

    @Test
    void peopleCanReadIt() throws IOException {
        ObjectNode content = JSON.objectNode().put("title", "What is to come");
        content.put("published", "2026-12-31").put("text", "It will rain.\n  Not here: there.\n").put("outcome", "YES");
        ObjectNode item = content.putArray("forecasts").addObject().put("key", "rain").put("probability", 0.5);
        item.putArray("topics").add("weather").add("europe");
        item.put("quote", "It \"will\" rain.");
        assertEquals("""
                title: What is to come
                published: 2026-12-31
                text: |2
                  It will rain.
                    Not here: there.
                outcome: "YES"
                forecasts:
                  - key: rain
                    probability: 0.5
                    topics: [weather, europe]
                    quote: "It \\"will\\" rain."
                """, written(content));
    }

    /** What a later parser could take for something else stands in quotes. */
    @ParameterizedTest
    @ValueSource(strings = { "yes", "No", "on", "TRUE", "null", "~", "12", "1.5", "0x1f", "1_000", "12:30:00", ".inf", "=", "",
            " ", "a: b", "a #b", "- a",
            "a ", " a", "2026-12-31T00:00:00Z x" })
    void whatCouldBeMisreadIsQuoted(String text) throws IOException {
        assertTrue(written(JSON.objectNode().put("a", text)).startsWith("a: \""));
    }

    private static String written(ObjectNode content) throws IOException {
        StringBuilder text = new StringBuilder();
        new YamlWriter(text).fields(content);
        return text.toString();
    }

    private static JsonNode read(String text) {
        Yaml yaml = Yaml.parse(text);
        assertEquals(java.util.List.of(), yaml.problems, text);
        return yaml.content;
    }
}
