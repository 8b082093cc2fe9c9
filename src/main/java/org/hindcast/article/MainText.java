package org.hindcast.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Finds the article among what stands around it. What is never part of one goes first; then paragraphs vote for what they stand
 * in by their length and commas, less so the more of them is links (the idea of Arc90's Readability, 2009).
 */
final class MainText {

    private static final String NEVER = "script, style, noscript, template, iframe, object, embed, svg, math, canvas, video, audio, "
            + "button, input, select, textarea, nav, aside, footer, dialog, figure, link, meta, [hidden], "
            + "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=dialog], [role=search], "
            + "[role=menu], [role=tablist]";
    /** Never part of an article, whatever else is in the name. */
    private static final Pattern BESIDE = names("comments?|disqus|share|sharing|related\\w*|promo|newsletter|subscri\\w*|signup"
            + "|cookies?|consent|breadcrumbs?|advert\\w*|sponsor\\w*|outbrain|taboola|pagination|popups?|modal|recommend\\w*"
            + "|trending|paywall|skip|meta|byline|tags?|navigation|bio|footer");
    private static final Pattern UNLIKELY = names(
            "social|sidebar|foot|banner|ads?|taglist|pager|popular|widget\\w*"
                    + "|masthead|menu|navbar|nav|toolbar|author|caption|print|toc|rating|reactions?|likes?|donate|teaser");
    private static final Pattern LIKELY = Pattern.compile("article|body|content|entry|main|page|post|story|text|blog|column",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_PARAGRAPHS = Set.of("article", "header", "section", "main", "div");
    private static final int SHORTEST_PARAGRAPH = 25;
    private static final int SHORTEST_ARTICLE = 250;
    private static final int MOST_VOTED_FOR = 5;

    /** What stands in an element: characters of paragraphs, of those in links, and of those that are hardly links. */
    private static final class Tally {
        double score;
        int text;
        int links;
        int good;

        double linkShare() {
            return text == 0 ? 0 : (double) links / text;
        }
    }

    private final Map<Element, Tally> tallies = new IdentityHashMap<>();
    private final Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Element body;

    private MainText(Element body) {
        this.body = body;
    }

    /** The text of the article in it, in blocks; empty where there is none. */
    static String of(Document document) {
        MainText text = new MainText(document.body());
        text.dropped.addAll(document.select(NEVER));
        document.select("body > header, body > div > header").stream()
                .filter(header -> header.selectFirst("p") == null).forEach(text.dropped::add);
        text.vote();
        text.drop();
        text.tallies.clear();
        text.vote();
        return Prose.of(text.root(), text.dropped);
    }

    /** What is called like something else than an article, unless most of the text stands in it. */
    private void drop() {
        int all = text(body);
        for (Element element : body.getAllElements()) {
            String names = element.className() + " " + element.id();
            boolean beside = names.length() > 1 && names.length() < 500
                    && (BESIDE.matcher(names).find() || UNLIKELY.matcher(names).find() && !LIKELY.matcher(names).find());
            // the line with the date, and not a date within a sentence
            boolean dateline = element.normalName().equals("time") && NO_PARAGRAPHS.contains(element.parent().normalName());
            beside |= element.normalName().equals("form") || element.attr("aria-hidden").equals("true");
            if (dateline || HIDDEN.matcher(element.attr("style")).find()
                    || beside && text(element) * 2 <= all && element != body) {
                dropped.add(element);
            }
        }
    }

    private void vote() {
        for (Element paragraph : paragraphs()) {
            String text = Prose.squeezed(paragraph.wholeText());
            if (text.length() < SHORTEST_PARAGRAPH) {
                continue;
            }
            int links = Math.min(text.length(), paragraph.select("a").stream().mapToInt(a -> a.text().length()).sum());
            double linkShare = (double) links / text.length();
            double score = (1 + text.chars().filter(c -> c == ',' || c == '，').count() + Math.min(text.length() / 100, 3))
                    * (1 - linkShare);
            int level = 0;
            for (Element in = paragraph; in != null; in = in.parent(), level++) {
                Tally tally = tallies.computeIfAbsent(in, key -> new Tally());
                tally.text += text.length();
                tally.links += links;
                tally.good += linkShare < 0.5 ? text.length() : 0;
                if (level >= 1 && level <= MOST_VOTED_FOR) {
                    tally.score += score / (level == 1 ? 1 : level == 2 ? 2 : level * 3);
                }
            }
        }
    }

    /** Blocks that hold no other block. */
    private List<Element> paragraphs() {
        Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Element> blocks = new ArrayList<>();
        NodeTraversor.filter((node, depth) -> {
            if (dropped.contains(node)) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof Element element && Prose.isBlock(element)) {
                blocks.add(element);
                for (Element in = element.parent(); in != null && parents.add(in);) {
                    in = in.parent();
                }
            }
            return NodeFilter.FilterResult.CONTINUE;
        }, body);
        return blocks.stream().filter(block -> !parents.contains(block)).toList();
    }

    private Element root() {
        Element marked = largest(body.select("[itemprop=articleBody]"));
        if (marked != null && good(marked) >= SHORTEST_ARTICLE) {
            return marked;
        }
        Element article = largest(body.select("article"));
        if (article != null && good(article) >= SHORTEST_ARTICLE && good(article) * 10 >= good(body) * 6) {
            return article;
        }
        Element best = null;
        double most = 0;
        for (Map.Entry<Element, Tally> entry : tallies.entrySet()) {
            Tally tally = entry.getValue();
            double score = (tally.score + (tally.score > 0 ? weight(entry.getKey()) : 0)) * (1 - tally.linkShare());
            if (score > most) {
                most = score;
                best = entry.getKey();
            }
        }
        return best == null ? body : grown(best);
    }

    /** Up to what holds much more of the text, and not many more links: lists, and articles that are cut into sections. */
    private Element grown(Element from) {
        Element root = from;
        for (Element in = from.parent(); in != null && in != body.parent(); in = in.parent()) {
            boolean list = Set.of("ul", "ol", "li", "blockquote", "tr", "tbody", "table", "p").contains(root.normalName());
            if (list || good(in) * 10 >= good(root) * 13 && tallies.get(in).linkShare() < 0.3) {
                root = in;
            }
        }
        return root;
    }

    private Element largest(List<Element> elements) {
        Element largest = null;
        for (Element element : elements) {
            largest = largest == null || good(element) > good(largest) ? element : largest;
        }
        return largest;
    }

    private int text(Element element) {
        Tally tally = tallies.get(element);
        return tally == null ? 0 : tally.text;
    }

    private int good(Element element) {
        Tally tally = tallies.get(element);
        return tally == null ? 0 : tally.good;
    }

    private static Pattern names(String words) {
        return Pattern.compile("(?:^|[\\s_-])(?:" + words + ")(?=$|[\\s_-])", Pattern.CASE_INSENSITIVE);
    }

    private static int weight(Element element) {
        String names = element.className() + " " + element.id();
        return (LIKELY.matcher(names).find() ? 25 : 0)
                + (Set.of("article", "main").contains(element.normalName()) ? 25 : 0);
    }
}
