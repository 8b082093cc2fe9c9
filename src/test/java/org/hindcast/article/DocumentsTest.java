package org.hindcast.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.hindcast.article.Article.Writer;
import org.hindcast.article.Documents.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Markdown and plain text; and whatever comes, it is read in bounded time. */
class DocumentsTest {

    private static final URI ADDRESS = URI.create("https://example.org/a");

    private static Article read(Kind kind, String source) {
        return Documents.read(kind, source.getBytes(UTF_8), null, null);
    }

    @Test
    void markdownKeepsItsBlocks() {
        Article article = read(Kind.MARKDOWN, """
                ---
                title: "The harbour fills"
                author: Jane Doe
                date: 2025-12-11
                ---
                # The harbour fills

                It *will* be full by [autumn](https://example.org),
                I think.

                ## What happens next.

                1. Ships come in
                2. Prices fall

                > Not so.

                <script>alert(1)</script><p onclick="x()">Raw</p>
                """);
        assertEquals("The harbour fills", article.title());
        assertEquals(List.of(new Writer("Jane Doe", false)), article.writers());
        assertEquals(LocalDate.parse("2025-12-11"), article.publishedOn());
        assertEquals("""
                It will be full by autumn, I think.

                ## What happens next.

                1. Ships come in
                2. Prices fall

                > Not so.

                Raw""", article.text());
    }

    @Test
    void plainTextStaysAsItIs() {
        Article article = read(Kind.TEXT, "\uFEFFThe harbour fills\r\n\r\nIt will be full.\r\n\r\n- a\r\n- b\r\n");
        assertEquals("The harbour fills", article.title());
        assertEquals("The harbour fills\n\nIt will be full.\n\n- a\n- b", article.text());
        byte[] utf16 = "\uFEFFIt will be full.".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertFalse(Documents.isBinary(utf16));
        assertEquals("It will be full.", Documents.read(Kind.TEXT, utf16, "text/plain", null).text());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            text/html; charset=utf-8,  ,          HTML
            application/octet-stream,  a.htm,     HTML
            text/plain,                notes.MD,  MARKDOWN
            ,                          a.txt,     TEXT
            text/plain,                ,          TEXT
            application/pdf,           a.pdf,
            """)
    void kinds(String type, String name, Kind kind) {
        assertEquals(kind, Documents.kind(type, name).orElse(null));
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries
                .of("<p>", "</p>", "<div class=related>", "</div>", "<ul>", "<ol start=9>", "<li>", "</ul>", "<table>",
                        "<tr>", "<td>", "<b>", "</i>", "<a href='x'>", "<h2>", "<blockquote>", "<pre>", "<br>", "<!--", "-->",
                        "<![CDATA[",
                        "<script>", "</script>", "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[",
                        "\"x\"]}", "<time datetime=",
                        "<meta name=author content=", "<svg>", "<math>", "<template>", "<form>", "<body>", "&#0;", "&#xD800;",
                        "&amp", "\u0000",
                        "\uD800", "𝄞", "\u202E", "word ", "It will rain, I say, and it will rain for long. ", "\n", "> ", "* ",
                        "1. ", "```", "---\n",
                        "[a](", "![", "<", ">", "'", "\"")
                .list().ofMaxSize(120).map(parts -> String.join("", parts));
    }

    @Property(tries = 700)
    void whateverComesIsReadAsPlainText(@ForAll("markup") String source) {
        for (Kind kind : Kind.values()) {
            for (String type : new String[] { "text/html; charset=utf-8", "text/html; charset=nonsense", null }) {
                Article article = Documents.read(kind, source.getBytes(UTF_8), type, ADDRESS);
                assertNotNull(article.writers());
                String text = String.valueOf(article.text()) + article.title() + article.writers();
                assertFalse(text.chars().anyMatch(c -> c == 0), "no U+0000");
                assertFalse(text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF), "no half surrogates");
            }
        }
    }

    @Property(tries = 300)
    void anyBytesAreRead(@ForAll byte[] bytes) {
        for (Kind kind : Kind.values()) {
            assertNotNull(Documents.read(kind, bytes, null, ADDRESS));
        }
    }

    /** A parser would make several objects of each: nothing is built of them. */
    @Test
    void whatIsMadeOfMarksAloneIsNotParsed() {
        assertNull(read(Kind.HTML, "<b><p>word ".repeat(60_000)).text());
        String stars = "*a_ ".repeat(60_000).strip();
        assertEquals(stars, read(Kind.MARKDOWN, stars).text());
    }

    /** Two megabytes of what is hardest to read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            HTML     | <div>
            HTML     | <b><p>
            HTML     | <i class=ad></i><i></i>
            HTML     | <ul><li>It will rain, I say, and it will rain for long.
            HTML     | <table><tr><td>
            HTML     | <p>It will rain, I say, and it will rain for long.</p>
            HTML     | <a href=x>It will rain, I say, and it will rain for long.
            HTML     | <!--
            HTML     | &amp;
            HTML     | <span> </span>
            HTML     | <p style='x' class='a b-c d_e share'>It will rain and then it will snow
            MARKDOWN | >
            MARKDOWN | *a_
            MARKDOWN | [
            MARKDOWN | [a](
            MARKDOWN | ![[]()
            MARKDOWN | `
            MARKDOWN | ~- ~
            TEXT     | It will rain.
            """)
    void theHardestIsReadInBoundedTime(Kind kind, String part) {
        byte[] hard = part.repeat(2_000_000 / part.length()).getBytes(UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertNotNull(Documents.read(kind, hard, null, ADDRESS)));
    }
}
