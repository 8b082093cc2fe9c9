package org.hindcast.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.hindcast.article.Article.Writer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What an HTML document says of itself: first to machines (JSON-LD, then meta elements), then to people. */
final class About {

    private static final Pattern BY = Pattern.compile(
            "(?i)^\\s*(?:(?:written|posted|analysis|opinion|column|commentary)\\s+)?by\\s*:?\\s+|^\\s*author\\s*:\\s*");
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|del|della|di|da|dos|van|von|der|den|la|le|el|al|bin|ibn|y)){1,4}");
    private static final Pattern TITLE_AND_SITE = Pattern
            .compile("^(.{15,}?)\\s+[|–—·»]\\s+.{2,60}$|^(.{15,}?)\\s+-\\s+.{2,40}$");

    private final Document document;
    private final LinkedData data;

    About(Document document) {
        this.document = document;
        this.data = LinkedData.in(document);
    }

    String title() {
        String heading = document.select("h1").size() == 1 ? document.select("h1").text() : null;
        return Article.line(first(unescaped(data.headline()), meta("og:title", "twitter:title", "citation_title", "dc.title",
                "parsely-title"), heading, withoutSite(document.title())), Article.LONGEST_TITLE);
    }

    List<Writer> writers() {
        if (!data.writers().isEmpty()) {
            return data.writers();
        }
        List<String> several = contents("citation_author", "author", "article:author", "parsely-author", "dc.creator",
                "sailthru.author", "byl");
        if (several.isEmpty()) {
            several = Stream.of("[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]",
                    ".byline [class*=name]", ".byline", ".post-author", ".entry-author", ".author-name")
                    .map(where -> document.select(where).eachText().stream().distinct().toList())
                    .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        }
        return several.stream().flatMap(byline -> names(byline).stream()).distinct().limit(10)
                .map(name -> new Writer(name, false)).toList();
    }

    LocalDate publishedOn(String path) {
        return first(Dates.read(data.datePublished()),
                contents("article:published_time", "datePublished", "og:published_time", "parsely-pub-date",
                        "citation_publication_date", "citation_date", "dc.date", "dc.date.issued", "dcterms.created",
                        "sailthru.date",
                        "pubdate", "publish-date", "date").stream().map(Dates::read).filter(Objects::nonNull).findFirst()
                        .orElse(null),
                time("[itemprop=datePublished], time[pubdate]"), time("article time, header time, main time"),
                time("time[class*=publish], time[class*=posted], time[class*=entry-date]"), Dates.inAddress(path),
                onlyTime());
    }

    String publisher() {
        return Article.line(
                first(meta("og:site_name"), unescaped(data.publisher()), meta("application-name", "citation_journal_title")),
                Article.LONGEST_NAME);
    }

    /** As it is given; null where it is not. */
    String canonical() {
        Element link = document.selectFirst("link[rel=canonical][href]");
        return first(link == null ? null : blankAsNull(link.absUrl("href")), meta("og:url"));
    }

    private LocalDate time(String where) {
        for (Element time : document.select(where)) {
            LocalDate day = first(Dates.read(time.attr("datetime")), Dates.read(time.attr("content")), Dates.read(time.text()));
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** Where a page has no more than one. */
    private LocalDate onlyTime() {
        return document.select("time").size() == 1 ? time("time") : null;
    }

    /** The first of these that says something. */
    private String meta(String... names) {
        return contents(names).stream().findFirst().orElse(null);
    }

    /** What the first of these says, as often as it is there. Addresses are no names of anything. */
    private List<String> contents(String... names) {
        for (String name : names) {
            List<String> found = new ArrayList<>();
            for (Element meta : document.select("meta")) {
                if (Stream.of("name", "property", "itemprop").anyMatch(key -> meta.attr(key).equalsIgnoreCase(name))
                        && !meta.attr("content").isBlank()
                        && (name.endsWith("url") || !meta.attr("content").strip().matches("(?i)https?://.*"))) {
                    found.add(meta.attr("content").strip());
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The names in a byline. Where a comma stands, what follows it is a name only where all parts look like names. */
    static List<String> names(String byline) {
        String line = Article.line(byline, 1000);
        if (line == null) {
            return List.of();
        }
        String named = BY.matcher(line).replaceFirst("");
        List<String> names = Stream.of(named.split("\\s+(?:and|&)\\s+|\\s*[;|·•]\\s*")).map(String::strip).toList();
        return names.stream().flatMap(About::commas).map(name -> Article.line(name, Article.LONGEST_NAME))
                .filter(name -> name != null && name.length() > 1 && !name.contains("@")).toList();
    }

    private static Stream<String> commas(String part) {
        List<String> parts = Stream.of(part.split("\\s*,\\s*")).filter(one -> !one.isBlank()).toList();
        boolean allNames = parts.size() > 1 && parts.stream().allMatch(one -> NAME.matcher(one).matches());
        return allNames ? parts.stream() : parts.stream().limit(1);
    }

    private static String withoutSite(String title) {
        var parts = TITLE_AND_SITE.matcher(title.strip());
        return blankAsNull(parts.matches() ? first(parts.group(1), parts.group(2)) : title);
    }

    private static String unescaped(String text) {
        return text == null ? null : Parser.unescapeEntities(text, false);
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @SafeVarargs
    private static <T> T first(T... values) {
        return Stream.of(values).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
