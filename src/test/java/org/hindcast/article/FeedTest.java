package org.hindcast.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeedTest {

    private static final URI ADDRESS = URI.create("https://paper.example/feed");
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The &amp;amp; Paper</title><link>https://paper.example</link><description>d</description>
            <item><title>Ships &lt;i&gt;come&lt;/i&gt;</title><link>/2025/12/ships</link><guid isPermaLink="false">p1</guid>
              <dc:creator>Jane Doe</dc:creator><pubDate>Thu, 11 Dec 2025 23:00:00 GMT</pubDate><description>A teaser</description>
              <content:encoded><![CDATA[<p>Ships will come.</p><script>alert(1)</script><ul><li>All of them</li></ul>]]></content:encoded></item>
            <item><description>No title, and no address. It will rain all the same.</description></item>
            <item><title>Elsewhere</title><link>javascript:alert(1)</link></item>
            <item></item>
            </channel></rss>
            """;

    private static Feed read(String xml) throws Feed.Unreadable {
        return Feed.read(xml.getBytes(UTF_8), "application/rss+xml", ADDRESS, 50);
    }

    @Test
    void rssIsRead() throws Feed.Unreadable {
        Feed feed = read(RSS);
        assertEquals("The & Paper", feed.title());
        assertEquals(3, feed.items().size(), () -> feed.items().toString());
        Feed.Item ships = feed.items().get(0);
        assertEquals("p1", ships.key());
        assertEquals("https://paper.example/2025/12/ships", ships.url());
        assertEquals("Ships come", ships.title());
        assertEquals("Jane Doe", ships.byline());
        assertEquals(LocalDate.parse("2025-12-11"), ships.publishedOn());
        assertEquals("Ships will come.\n\n- All of them", Html.text(ships.html()));
        assertEquals("No title, and no address. It will rain all the same.", feed.items().get(1).title());
        assertNull(feed.items().get(2).url());
        assertEquals(1, Feed.read(RSS.getBytes(UTF_8), null, ADDRESS, 1).items().size());
    }

    @Test
    void anItemIsReadAsADocumentOfItsOwn() throws Feed.Unreadable {
        Article article = Html.read(read(RSS).items().get(0).document().getBytes(UTF_8), "text/html; charset=utf-8",
                URI.create("https://paper.example/2025/12/ships"));
        assertEquals("Ships come", article.title());
        assertEquals("Jane Doe", article.writers().get(0).name());
        assertEquals(LocalDate.parse("2025-12-11"), article.publishedOn());
        assertEquals("Ships will come.\n\n- All of them", article.text());
    }

    @Test
    void atomIsRead() throws Feed.Unreadable {
        Feed.Item item = read(
                """
                        <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;lt;b&amp;gt; blog</title><id>x</id>
                        <entry><id>urn:1</id><title>One</title><link rel="alternate" href="https://blog.example/1"/>
                        <author><name>John Roe</name></author><updated>2025-12-11T23:30:00Z</updated>
                        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>will</b> rain.</p></div></content></entry></feed>
                        """)
                .items().get(0);
        assertEquals("https://blog.example/1", item.url());
        assertEquals("John Roe", item.byline());
        assertEquals(LocalDate.parse("2025-12-11"), item.publishedOn());
        assertEquals("It will rain.", Html.text(item.html()));
    }

    @Test
    void otherCharactersAreRead() throws Feed.Unreadable {
        String xml = RSS.replace("UTF-8", "ISO-8859-2").replace("Jane Doe", "Zażółć");
        assertEquals("Zażółć",
                Feed.read(xml.getBytes(Charset.forName("ISO-8859-2")), null, ADDRESS, 9).items().get(0).byline());
    }

    /** Nothing that a document can make a reader of XML do is done. */
    @ParameterizedTest
    @ValueSource(strings = {
            "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>&x;</title></channel></rss>",
            "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/x.dtd'><rss version='2.0'><channel><title>t</title></channel></rss>",
            "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><rss version='2.0'><channel><title>&c;</title></channel></rss>",
            "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><rss version='2.0'><channel/></rss>",
            "<rss version='2.0'><channel><title>&nbsp;</title></channel></rss>", "<html><body>No feed</body></html>", "", "{}",
            "<rss",
            "<a><b/></a>" })
    void whatIsNoFeedIsRefused(String xml) {
        assertThrows(Feed.Unreadable.class, () -> read(xml));
    }

    @Test
    void entitiesOfOthersAreNotIncluded() {
        Feed.Unreadable refused = assertThrows(Feed.Unreadable.class, () -> read("""
                <rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>t</title>
                <item><xi:include href="file:///etc/passwd" parse="text"/></item>&undefined;</channel></rss>"""));
        assertFalse(refused.getMessage().contains("root"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "<a>", "<item><title>x</title></item>", "<item><description>&lt;div&gt;</description></item>",
            "<!-- -->" })
    void theHardestIsReadInBoundedTime(String part) {
        String xml = "<rss version='2.0'><channel><title>t</title>" + part.repeat(2_000_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThrows(Feed.Unreadable.class, () -> read(xml));
            try {
                assertTrue(read(xml + "</channel></rss>").items().size() <= 50);
            } catch (Feed.Unreadable e) {
                assertTrue(e.getMessage().length() > 5);
            }
        });
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries
                .of("<rss version='2.0'>", "<channel>", "</channel>", "</rss>", "<item>", "</item>", "<title>", "</title>",
                        "<link>", "</link>", "<guid>", "</guid>", "<pubDate>", "</pubDate>", "yesterday", "<description>",
                        "</description>",
                        "<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>", "<entry>", "</entry>",
                        "<content type='xhtml'>", "</content>",
                        "<![CDATA[<p>]]>", "&lt;p&gt;", "&#0;", "\uD800", "http://[::1", "x")
                .list().ofMaxSize(60)
                .map(list -> String.join("", list));
    }

    @Property(tries = 700)
    void whateverComesIsReadOrRefused(@ForAll("parts") String xml) {
        for (String one : List.of(xml, "<rss version='2.0'><channel><title>t</title>" + xml + "</channel></rss>",
                "<rss version='2.0'><channel><title>t</title><item>" + xml + "</item></channel></rss>")) {
            try {
                read(one).items().forEach(item -> assertTrue(item.document().length() > 0));
            } catch (Feed.Unreadable e) {
                assertTrue(e.getMessage().length() > 5);
            }
        }
    }
}
