package org.hindcast.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads HTML documents. Nothing of their markup gets through. */
public final class Html {

    private Html() {
    }

    /**
     * @param contentType as it came with the document; null where it did not
     * @param address where it was read from; null where that is not known
     */
    public static Article read(byte[] bytes, String contentType, URI address) {
        Document document = parsed(bytes, contentType, address == null ? "" : address.toString());
        About about = new About(document);
        String title = about.title();
        String canonical = canonical(about.canonical(), address);
        Article read = new Article(title, about.writers(),
                about.publishedOn(address == null || address.getPath() == null ? "" : address.getPath()),
                about.publisher() != null ? about.publisher() : address == null ? null : bare(address.getHost()), canonical,
                null);
        String text = withoutTitle(MainText.of(document), title);
        return new Article(read.title(), read.writers(), read.publishedOn(), read.publisher(), read.canonical(),
                text.isBlank() ? null : text);
    }

    /** The whole of a piece of HTML as text, in blocks: for what is known to be the article. */
    public static String text(String html) {
        Document document = Jsoup.parse(html);
        Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        dropped.addAll(document.select("script, style, noscript, template, iframe, form, button, svg, figure, [hidden]"));
        return Prose.of(document.body(), dropped);
    }

    private static Document parsed(byte[] bytes, String contentType, String address) {
        Charset declared = Encoding.marked(bytes) != null ? null : Encoding.declared(contentType);
        Document document = parsed(bytes, declared, address);
        boolean undeclared = declared == null && Encoding.marked(bytes) == null
                && StandardCharsets.UTF_8.equals(document.charset());
        return undeclared && !Encoding.isUtf8(bytes) ? parsed(bytes, Encoding.WESTERN, address) : document;
    }

    private static Document parsed(byte[] bytes, Charset charset, String address) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), charset == null ? null : charset.name(), address);
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
