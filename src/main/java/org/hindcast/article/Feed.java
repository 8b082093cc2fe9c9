package org.hindcast.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;

/**
 * An RSS or Atom feed, as far as it could be read.
 *
 * @param title null where it gives none
 * @param items in its order
 */
public record Feed(String title, List<Item> items) {

    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+(?: \\((.{1,200})\\))?");
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 200_000;

    /**
     * @param key what the feed knows it by
     * @param url an http or https address; null where there is none
     * @param byline null where it names nobody, as the next where it gives no date
     * @param html what came of it, not to be shown to anybody
     */
    public record Item(String key, String url, String title, String byline, LocalDate publishedOn, String html) {

        /** As a document of its own, so that it is read as pages are. */
        public String document() {
            Document page = Document.createShell(url == null ? "" : url);
            page.outputSettings().prettyPrint(false);
            page.title(title);
            meta(page, "og:title", title);
            meta(page, "author", byline);
            meta(page, "date", publishedOn == null ? null : publishedOn.toString());
            page.body().appendElement("div").attr("itemprop", "articleBody").html(html);
            return page.outerHtml();
        }

        private static void meta(Document page, String name, String content) {
            if (content != null) {
                page.head().appendElement("meta").attr("name", name).attr("content", content);
            }
        }
    }

    /** What was sent is no feed; the message says why, without a subject. */
    public static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * @param contentType as it came with it; null where it did not
     * @param most how many items are read, from the top
     */
    public static Feed read(byte[] bytes, String contentType, URI address, int most) throws Unreadable {
        String xml = decoded(bytes, contentType);
        check(xml);
        try {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            SyndFeed feed = input.build(new StringReader(xml));
            return new Feed(Article.line(plain(feed.getTitle()), Article.LONGEST_TITLE),
                    feed.getEntries().stream().limit(most).map(entry -> item(entry, address)).filter(Objects::nonNull)
                            .toList());
        } catch (FeedException | RuntimeException e) { // it throws what it likes at what is odd
            throw new Unreadable("is no RSS or Atom feed that can be read");
        }
    }

    private static String decoded(byte[] bytes, String contentType) throws Unreadable {
        try (Reader reader = new XmlReader(new ByteArrayInputStream(bytes), contentType, true)) {
            StringWriter xml = new StringWriter();
            reader.transferTo(xml);
            return xml.toString().strip();
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("is written in characters that are not known");
        }
    }

    /** Refuses what a reader of XML can be made to do too much by, before the whole is built. */
    private static void check(String xml) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is looked up");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            int elements = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                elements += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Unreadable("declares a document type, or entities, which no feed needs");
                }
                if (depth > DEEPEST || elements > MOST_ELEMENTS) {
                    throw new Unreadable("is nested deeper, or has more elements, than is read");
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new Unreadable("is not well-formed XML");
        }
    }

    /** Null where it has neither a title nor a text. */
    private static Item item(SyndEntry entry, URI address) {
        String url = url(first(entry.getLink(), entry.getUri()), address);
        String html = Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .filter(content -> content.getValue() != null).map(Feed::html)
                .max(java.util.Comparator.comparingInt(String::length)).orElse("");
        String title = Article.line(plain(entry.getTitle()), Article.LONGEST_TITLE);
        String byline = byline(plain(entry.getAuthor()));
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        String called = title != null ? title : Article.line(Html.text(html), 120);
        String key = first(entry.getUri(), first(url, called));
        return called == null || key == null ? null
                : new Item(key, url, called, byline, date == null ? null
                        : LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC), html);
    }

    /** RSS has "jane@paper.example (Jane Doe)", where an address alone names nobody. */
    private static String byline(String author) {
        String line = Article.line(author, Article.LONGEST_NAME);
        Matcher mail = MAIL.matcher(line == null ? "" : line);
        return mail.matches() ? mail.group(1) : line;
    }

    private static String html(SyndContent content) {
        boolean plain = content.getType() != null && content.getType().toLowerCase(Locale.ROOT).matches("text|text/plain");
        return plain ? new Element("p").text(content.getValue()).outerHtml() : content.getValue();
    }

    private static String url(String given, URI address) {
        try {
            URI url = given == null ? null : address.resolve(given.strip());
            return url != null && url.getHost() != null && url.getScheme().matches("(?i)https?")
                    && url.toString().length() <= 2000
                            ? url.toString()
                            : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Titles are text, or HTML, or HTML that is escaped once more; what looks like an element is none that is meant. */
    private static String plain(String title) {
        return title == null ? null : Jsoup.parse(title).text();
    }

    private static String first(String one, String other) {
        return one != null && !one.isBlank() ? one : other;
    }
}
