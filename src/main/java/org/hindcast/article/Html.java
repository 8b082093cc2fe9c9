package org.hindcast.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads HTML documents. Nothing of their markup gets through. */
public final class Html {

    /** Deeper than anybody writes; what looks through ancestors would else be slow. */
    private static final int DEEPEST = 200;
    /** More than any page of two megabytes that was written for people; such a one is taken for empty. */
    private static final int MOST_ELEMENTS = 200_000;
    /** Counted before anything is built, since unclosed tags make several elements each. */
    private static final int MOST_TAGS = 100_000;

    private Html() {
    }

    /**
     * @param contentType as it came with the document; null where it did not
     * @param address where it was read from; null where that is not known
     */
    public static Article read(byte[] bytes, String contentType, URI address) {
        Document document = parsed(bytes, contentType, address == null ? "" : address.toString());
        if (document.getAllElements().size() > MOST_ELEMENTS) {
            return new Article(null, List.of(), null, null, canonical(null, address), null);
        }
        About about = new About(document);
        String title = about.title();
        String text = withoutTitle(MainText.of(document), title);
        return new Article(title, about.writers(),
                about.publishedOn(address == null || address.getPath() == null ? "" : address.getPath()),
                about.publisher() != null ? about.publisher() : address == null ? null : bare(address.getHost()),
                canonical(about.canonical(), address), text.isBlank() ? null : text);
    }

    /** The whole of a piece of HTML as text, in blocks: for what is known to be the article. */
    public static String text(String html) {
        if (html.chars().filter(c -> c == '<').count() > MOST_TAGS) {
            return "";
        }
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST));
        if (document.getAllElements().size() > MOST_ELEMENTS) {
            return "";
        }
        Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        dropped.addAll(document.select("script, style, noscript, template, iframe, form, button, svg, figure, [hidden]"));
        return Prose.of(document.body(), dropped);
    }

    /** The address of the feed that a page names; null where it names none. */
    public static String feed(byte[] bytes, String contentType, URI address) {
        return parsed(bytes, contentType, address.toString())
                .select("link[rel~=(?i)alternate][type~=(?i)application/(rss|atom)\\+xml][href]").stream()
                .map(link -> link.absUrl("href")).filter(url -> url.matches("(?i)https?://.*") && url.length() <= 2000)
                .findFirst().orElse(null);
    }

    private static int tags(byte[] bytes) {
        int tags = 0;
        for (byte one : bytes) {
            tags += one == '<' ? 1 : 0;
        }
        return tags;
    }

    private static Document parsed(byte[] bytes, String contentType, String address) {
        if (tags(bytes) > MOST_TAGS) {
            return Document.createShell(address);
        }
        Charset declared = Encoding.marked(bytes) != null ? null : Encoding.declared(contentType);
        Document document = parsed(bytes, declared, address);
        boolean undeclared = declared == null && Encoding.marked(bytes) == null
                && StandardCharsets.UTF_8.equals(document.charset());
        return undeclared && !Encoding.isUtf8(bytes) ? parsed(bytes, Encoding.WESTERN, address) : document;
    }

    private static Document parsed(byte[] bytes, Charset charset, String address) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), charset == null ? null : charset.name(), address,
                    Parser.htmlParser().setMaxDepth(DEEPEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page may say where it belongs on its own site. That it belongs to another one is not for it to say. */
    private static String canonical(String given, URI address) {
        if (address == null) {
            return given != null && given.matches("https?://.*") && given.length() <= 2000 ? given : null;
        }
        try {
            URI uri = given == null ? null : new URI(given);
            if (uri != null && uri.getHost() != null && uri.getScheme().matches("(?i)https?") && given.length() <= 2000
                    && isSameSite(bare(uri.getHost()), bare(address.getHost()))
                    && (uri.getRawPath().length() > 1 || address.getRawPath().length() <= 1)) {
                return given;
            }
        } catch (java.net.URISyntaxException e) {
            // none, then
        }
        return address.toString();
    }

    private static boolean isSameSite(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }

    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www\\d?|m|amp|mobile|edition)\\.(?=.*\\.)", "");
    }

    /** Where the title stands above the text once more. */
    private static String withoutTitle(String text, String title) {
        if (title == null) {
            return text;
        }
        String bare = text.startsWith("## ") ? text.substring(3) : text;
        return bare.startsWith(title + "\n") ? bare.substring(title.length()).strip() : text;
    }
}
