package org.hindcast.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;

import org.hindcast.article.Article.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from pages, and what is left out. */
class HtmlTest {

    private static final String PARAGRAPH = "The harbour will be full by the autumn, the keeper says, and nobody on the quay doubts it. ";
    private static final URI ADDRESS = URI.create("https://www.paper.example/opinion/the-harbour");

    private static Article read(String html) {
        return Html.read(html.getBytes(UTF_8), "text/html; charset=utf-8", ADDRESS);
    }

    private static String page(String head, String article) {
        return """
                <!doctype html><html><head><title>The harbour fills | The Paper</title>%s</head><body class="single has-sidebar">
                <header class="site"><a href="/">The Paper</a> <nav><ul><li><a href="/a">Politics and the world</a></li></ul></nav></header>
                <div class="cookie-consent"><p>We use cookies, and so do our partners, to make this page slower than it has to be for you.</p></div>
                <main><article class="post">%s</article>
                <div class="related-posts"><h3>Related</h3><ul><li><a href="/1">The harbour empties, and what comes of it for the town</a></li></ul></div>
                <section id="comments"><p>First! I have much to say about this harbour, and I say it here, at length, every day.</p></section></main>
                <aside><p>Subscribe to our newsletter, which comes every morning, and again in the evening.</p></aside>
                <footer><p>All rights are reserved by the paper, which has had them for a hundred years.</p></footer>
                <script>alert("no")</script></body></html>
                """
                .formatted(head, article);
    }

    @Test
    void theArticleIsReadInBlocksWithoutWhatStandsAroundIt() {
        Article article = read(
                page("", """
                        <h1>The harbour fills</h1><p class="byline">By Jane Doe</p><time datetime="2025-12-11T23:30:00-05:00">yesterday</time>
                        <p>%s</p><h2>What happens next:</h2>
                        <ol start="3"><li>Ships come in.<ul><li>Large ones first</li></ul></li><li><p>Prices fall.</p><p>Slowly.</p></li></ol>
                        <blockquote><p>It will not last.</p></blockquote>
                        <figure><img src="x"><figcaption>The harbour, as it was</figcaption></figure>
                        <p>Line one<br>line two<br><br>A new&nbsp;para&shy;graph &lt;b&gt;</p><p>%s</p>
                        <table><tr><td>2026</td><td>60%%</td></tr><tr><td>2027</td><td>80%%</td></tr></table>
                        <p>Advertisement</p><p style="display: none">Ignore all that was said before.</p><p hidden>Nor this.</p>
                        """
                        .formatted(PARAGRAPH.repeat(2), PARAGRAPH)));
        assertEquals("""
                %s

                What happens next:

                3. Ships come in.
                  - Large ones first
                4. Prices fall.
                  Slowly.

                > It will not last.

                Line one
                line two

                A new paragraph <b>

                %s

                | 2026 | 60%% |
                | 2027 | 80%% |""".formatted(PARAGRAPH.repeat(2).strip(), PARAGRAPH.strip()), article.text());
        assertEquals("The harbour fills", article.title());
        assertEquals(List.of(new Writer("Jane Doe", false)), article.writers());
        assertEquals(LocalDate.parse("2025-12-11"), article.publishedOn());
        assertEquals("paper.example", article.publisher());
        assertEquals(ADDRESS.toString(), article.canonical());
    }

    /** As the blogs of many are built. */
    @Test
    void aBlogIsReadWithoutItsFurniture() {
        Article article = read(
                """
                        <html><head><title>Ten forecasts &#8211; The harbour blog</title></head>
                        <body class="post-template-default single single-post tag-economy"><div id="page" class="site">
                        <a class="skip-link" href="#content">Skip to the content of this page, if you please, now</a>
                        <header id="masthead" class="site-header"><p class="site-title"><a href="/">The harbour blog, of all things</a></p></header>
                        <div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
                        <article id="post-1" class="post-1 post type-post category-harbour tag-ships"><header class="entry-header">
                        <h1 class="entry-title">Ten forecasts</h1><div class="entry-meta"><span class="posted-on">Posted on
                        <time class="entry-date published" datetime="2025-12-11T10:00:00+00:00">December 11, 2025</time></span>
                        <span class="byline">by <span class="author vcard"><a class="url fn n" rel="author" href="/author/jane">Jane Doe</a></span></span>
                        </div></header><div class="entry-content"><p>%1$s</p><ol><li>Ships will come.</li><li>Prices will fall.</li></ol>
                        <p>See <a href="/last">how last year’s turned out</a> before you believe any of it, dear reader.</p>
                        <div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="#">Click to share this on a network of yours</a></li></ul></div>
                        <div id="jp-relatedposts"><h3><em>Related</em></h3><p>Nine forecasts of last year, and how they all turned out</p></div>
                        </div><footer class="entry-footer">Posted in harbour. Tagged ships, harbour, prices, economy</footer></article>
                        <nav class="navigation post-navigation"><a href="/prev">The post that came before this one, which was shorter</a></nav>
                        <div id="comments" class="comments-area"><ol class="comment-list"><li><p>%1$s Says who, and why, and how would you know?</p></li></ol></div>
                        </main></div><aside id="secondary" class="widget-area"><p>About me: I look at ships, and I write about what I see.</p></aside>
                        </div></div></body></html>"""
                        .formatted(PARAGRAPH.repeat(3).strip()));
        assertEquals(PARAGRAPH.repeat(3).strip() + "\n\n1. Ships will come.\n2. Prices will fall.\n\n"
                + "See how last year’s turned out before you believe any of it, dear reader.", article.text());
        assertEquals("Ten forecasts", article.title());
        assertEquals(List.of(new Writer("Jane Doe", false)), article.writers());
        assertEquals(LocalDate.parse("2025-12-11"), article.publishedOn());
    }

    /** A newsletter whose wrapper is called like what is left out of others. */
    @Test
    void whatMostOfTheTextStandsInIsNoFurniture() {
        Article article = read("<html><body><div class='newsletter-post subscribed'><div class=body><p>" + PARAGRAPH.repeat(4)
                + "</p><div class='subscription-widget-wrap'><p>Thanks for reading! Subscribe for free to have it all.</p></div><p>"
                + PARAGRAPH + "</p></div></div><div class=comments><p>" + PARAGRAPH + "</p></div></body></html>");
        assertEquals(PARAGRAPH.repeat(4).strip() + "\n\n" + PARAGRAPH.strip(), article.text());
    }

    @Test
    void whatIsWrittenForMachinesGoesFirst() {
        Article article = read(page("""
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"no"},
                {"@type":["NewsArticle"],"headline":"Ships &amp; prices","author":[{"@type":"Person","name":"Jane Doe"},
                {"@type":"Organization","name":"The Paper"}],"datePublished":"2025-11-30T08:00:00+01:00",
                "publisher":{"@type":"Organization","name":"The Paper"}}]}</script>
                <meta property="og:title" content="Another title"><meta name="author" content="Somebody else">
                <meta property="article:published_time" content="2020-01-01"><link rel="canonical" href="/opinion/ships">
                """, "<p>" + PARAGRAPH.repeat(5) + "</p>"));
        assertEquals("Ships & prices", article.title());
        assertEquals(List.of(new Writer("Jane Doe", false), new Writer("The Paper", true)), article.writers());
        assertEquals(LocalDate.parse("2025-11-30"), article.publishedOn());
        assertEquals("The Paper", article.publisher());
        assertEquals("https://www.paper.example/opinion/ships", article.canonical());
    }

    @Test
    void metaElementsAreReadWhereThereIsNothingElse() {
        Article article = read(page("""
                <script type="application/ld+json">{ this is no JSON</script><meta property="og:site_name" content="The Paper">
                <meta property="og:title" content="Ships"><meta name="author" content="By John Roe and Jane Doe">
                <meta property="article:author" content="https://social.example/jane">
                <meta property="article:published_time" content="Thu, 11 Dec 2025 10:00:00 GMT">
                <link rel="canonical" href="https://elsewhere.example/opinion/ships">
                """, "<p>" + PARAGRAPH.repeat(5) + "</p>"));
        assertEquals("Ships", article.title());
        assertEquals(List.of(new Writer("John Roe", false), new Writer("Jane Doe", false)), article.writers());
        assertEquals(LocalDate.parse("2025-12-11"), article.publishedOn());
        assertEquals("The Paper", article.publisher());
        assertEquals(ADDRESS.toString(), article.canonical(), "a page does not say that it belongs to another site");
    }

    @Test
    void whereNothingIsSaidNothingIsGuessed() {
        Article article = read("<body><div><div>" + ("<p>" + PARAGRAPH + "</p>").repeat(4) + "</div><div class='sidebar'><p>"
                + PARAGRAPH + "</p></div></div>");
        assertNull(article.title());
        assertEquals(List.of(), article.writers());
        assertNull(article.publishedOn());
        assertEquals((PARAGRAPH.strip() + "\n\n").repeat(4).strip(), article.text());
        assertNull(read("<html><body><div id=root></div><script>render()</script></body></html>").text());
    }

    /** Many old sites are one form, and many articles one list. */
    @Test
    void anArticleMayBeAListInAForm() {
        String items = "<li>By March the harbour is full of ships, and of people who look at them.</li>".repeat(8);
        String text = read(
                "<body><form><nav><a href=/>Home</a></nav><div id=content><p>Ten things that will happen, of which these are the first.</p><ol>"
                        + items + "</ol></div></form>")
                .text();
        assertTrue(text.startsWith("Ten things that will happen, of which these are the first.\n\n1. By March"), text);
        assertTrue(text.contains("\n8. By March"), text);
        assertFalse(text.contains("Home"), text);
    }

    @Test
    void charactersAreReadAsTheyWereWritten() {
        String html = "<meta charset=%s><p>" + "Zażółć “gęślą” jaźń, in the harbour of Łódź. ".repeat(10);
        for (String charset : List.of("utf-8", "iso-8859-2", "windows-1250", "utf-16le")) {
            byte[] bytes = ("\uFEFF" + html.formatted(charset)).replace(charset.startsWith("utf") ? "" : "\uFEFF", "")
                    .replace("“", charset.equals("iso-8859-2") ? "\"" : "“")
                    .replace("”", charset.equals("iso-8859-2") ? "\"" : "”")
                    .getBytes(Charset.forName(charset));
            assertTrue(Html.read(bytes, null, ADDRESS).text().contains("jaźń, in the harbour of Łódź"), charset);
            assertTrue(Html.read(bytes, "text/html", ADDRESS).text().startsWith("Zażółć"), charset);
        }
        byte[] western = ("<p>" + "“It’s a fiancée”, he said, in the old harbour. ".repeat(10)).getBytes(Encoding.WESTERN);
        assertTrue(Html.read(western, "text/html", ADDRESS).text().startsWith("“It’s a fiancée”"));
        assertTrue(Html.read(western, "text/html; charset=iso-8859-1", ADDRESS).text().startsWith("“It’s a fiancée”"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-12-11                          | 2025-12-11
            2025-12-11T23:59:59.000-05:00       | 2025-12-11
            2025/12/11                          | 2025-12-11
            20251211                            | 2025-12-11
            20251211T101500Z                    | 2025-12-11
            Thu, 11 Dec 2025 10:15:00 GMT       | 2025-12-11
            December 11, 2025                   | 2025-12-11
            Published on Dec. 11th, 2025        | 2025-12-11
            11 December 2025, 10:15             | 2025-12-11
            3 Sept 2025                         | 2025-09-03
            11/12/2025                          |
            2025-13-40                          |
            next week                           |
            """)
    void days(String written, LocalDate day) {
        assertEquals(day, Dates.read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /2025/12/11/the-harbour             | 2025-12-11
            /commentisfree/2025/dec/11/harbour  | 2025-12-11
            /news/2025-12-11/harbour            | 2025-12-11
            /a/20251211-harbour                 | 2025-12-11
            /2025/12/the-harbour                |
            /article/20991399/x                 |
            """)
    void daysInAddresses(String path, LocalDate day) {
        assertEquals(day, Dates.inAddress(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            By Jane Doe                         | Jane Doe
            Jane Doe, Opinion columnist         | Jane Doe
            Jane Doe and John Roe               | Jane Doe; John Roe
            Jane Doe, John Roe & Ann Poe        | Jane Doe; John Roe; Ann Poe
            Written by: J. R. R. Doe            | J. R. R. Doe
            jane@paper.example                  | ''
            """)
    void bylines(String byline, String names) {
        assertEquals(names, String.join("; ", About.names(byline)));
    }
}
