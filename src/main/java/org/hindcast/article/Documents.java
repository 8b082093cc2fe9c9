package org.hindcast.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.hindcast.article.Article.Writer;

/** Reads documents of whatever kind is accepted: HTML, Markdown, plain text. */
public final class Documents {

    public enum Kind {
        HTML,
        MARKDOWN,
        TEXT
    }

    /** The time that brackets take grows with their square; nobody writes so many. */
    private static final int MOST_BRACKETS = 5000;
    /** Each is kept until its paragraph ends. */
    private static final int MOST_EMPHASES = 50_000;
    private static final Parser MARKDOWN = Parser.builder().maxOpenBlockParsers(100).build();
    private static final HtmlRenderer AS_HTML = HtmlRenderer.builder().build();
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A---[ \\t]*\\R(.{0,10000}?)\\R(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)",
            Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("^(\\w[\\w-]*)[ \\t]*:[ \\t]*(.+?)[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern FIRST_HEADING = Pattern.compile("\\A\\s*#[ \\t]+(.{1,500}?)[ \\t#]*(?:\\R|\\z)");
    private static final Pattern TITLE_LINE = Pattern.compile("\\A\\s*(\\S.{0,118}[^\\s.,;:])[ \\t]*\\R\\s*\\R");

    private Documents() {
    }

    /** By the media type, else by the ending of the name; empty where neither is accepted. */
    public static Optional<Kind> kind(String mediaType, String fileName) {
        String type = mediaType == null ? "" : mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        if (type.equals("text/html") || type.equals("application/xhtml+xml") || name.matches(".*\\.x?html?")) {
            return Optional.of(Kind.HTML);
        } else if (type.equals("text/markdown") || type.equals("text/x-markdown")
                || name.matches(".*\\.(md|markdown|mdown|mkd)")) {
            return Optional.of(Kind.MARKDOWN);
        }
        return type.equals("text/plain") || name.matches(".*\\.(txt|text)") ? Optional.of(Kind.TEXT) : Optional.empty();
    }

    /** Whether it is no text in any encoding that is read. */
    public static boolean isBinary(byte[] bytes) {
        if (Encoding.marked(bytes) != null) {
            return false;
        }
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    /** @param address where it was read from; null for a file */
    public static Article read(Kind kind, byte[] bytes, String contentType, URI address) {
        return switch (kind) {
            case HTML -> Html.read(bytes, contentType, address);
            case MARKDOWN -> {
                String source = Encoding.decode(bytes, contentType);
                yield count(source, "[") > MOST_BRACKETS || count(source, "*_") > MOST_EMPHASES ? text(source, address)
                        : markdown(source, address);
            }
            case TEXT -> text(Encoding.decode(bytes, contentType), address);
        };
    }

    private static long count(String source, String marks) {
        return source.chars().filter(c -> marks.indexOf(c) >= 0).count();
    }

    private static Article markdown(String source, URI address) {
        String title = null;
        List<Writer> writers = List.of();
        LocalDate publishedOn = null;
        Matcher front = FRONT_MATTER.matcher(source);
        String body = source;
        if (front.find()) {
            body = source.substring(front.end());
            Matcher setting = SETTING.matcher(front.group(1));
            while (setting.find()) {
                String value = setting.group(2).replaceAll("^([\"'])(.*)\\1$", "$2");
                switch (setting.group(1).toLowerCase(Locale.ROOT)) {
                    case "title" -> title = Article.line(value, Article.LONGEST_TITLE);
                    case "author", "by" -> writers = About.names(value).stream().map(name -> new Writer(name, false)).toList();
                    case "date", "published" -> publishedOn = Dates.read(value);
                    default -> {
                        // not for us
                    }
                }
            }
        }
        Matcher heading = FIRST_HEADING.matcher(body);
        if (heading.find() && (title == null || title.equals(heading.group(1)))) {
            title = Article.line(heading.group(1), Article.LONGEST_TITLE);
            body = body.substring(heading.end());
        }
        return article(title, writers, publishedOn, Html.text(AS_HTML.render(MARKDOWN.parse(body))), address);
    }

    private static Article text(String source, URI address) {
        String text = source.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\x00\\p{Cs}]", "").strip();
        Matcher title = TITLE_LINE.matcher(text);
        return article(title.find() ? Article.line(title.group(1), Article.LONGEST_TITLE) : null, List.of(), null, text,
                address);
    }

    private static Article article(String title, List<Writer> writers, LocalDate publishedOn, String text, URI address) {
        return new Article(title, writers,
                publishedOn != null || address == null ? publishedOn : Dates.inAddress(String.valueOf(address.getPath())),
                address == null ? null : address.getHost(), address == null ? null : address.toString(),
                text.isBlank() ? null : text);
    }
}
