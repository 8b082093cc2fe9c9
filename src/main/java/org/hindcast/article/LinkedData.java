package org.hindcast.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

import org.hindcast.article.Article.Writer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The article in a page's JSON-LD (schema.org); everything null where there is none. */
record LinkedData(String headline, List<Writer> writers, String datePublished, String publisher) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ARTICLE = Pattern.compile(
            "\\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Analysis\\w*|Opinion\\w*|Review\\w*");
    private static final int MOST_NODES = 10_000;

    static LinkedData in(Document document) {
        for (Element script : document.select("script[type~=(?i)application/ld\\+json]")) {
            JsonNode article = article(script.data());
            if (!article.isMissingNode()) {
                return new LinkedData(text(article.path("headline"), article.path("name")), writers(article),
                        text(article.path("datePublished"), article.path("dateCreated")),
                        text(article.path("publisher").path("name"), article.path("publisher").path(0).path("name")));
            }
        }
        return new LinkedData(null, List.of(), null, null);
    }

    /** The first object in it that is an article, wherever it stands. */
    private static JsonNode article(String json) {
        Deque<JsonNode> waiting = new ArrayDeque<>();
        try {
            waiting.add(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
        for (int seen = 0; !waiting.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = waiting.poll();
            if (node.isObject() && isArticle(node.path("@type"))) {
                return node;
            }
            node.forEach(inner -> {
                if (inner.isContainerNode()) {
                    waiting.add(inner);
                }
            });
        }
        return MissingNode.getInstance();
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
        }
        return type.isTextual() && ARTICLE.matcher(type.asText()).matches();
    }

    private static List<Writer> writers(JsonNode article) {
        JsonNode given = article.hasNonNull("author") ? article.path("author") : article.path("creator");
        List<Writer> writers = new ArrayList<>();
        for (JsonNode one : given.isArray() ? given : List.of(given)) {
            String name = one.isTextual() ? one.asText() : text(one.path("name"));
            boolean organisation = one.path("@type").asText().contains("Organization");
            if (name == null || name.matches("(?i)https?://.*") || writers.size() >= 10) {
                continue;
            }
            String plain = Parser.unescapeEntities(name, false);
            List<String> names = organisation ? List.of(plain) : About.names(plain);
            names.stream().map(known -> Article.line(known, Article.LONGEST_NAME)).filter(known -> known != null)
                    .map(known -> new Writer(known, organisation)).filter(writer -> !writers.contains(writer))
                    .forEach(writers::add);
        }
        return writers;
    }

    private static String text(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node.isTextual() && !node.asText().isBlank()) {
                return node.asText();
            }
        }
        return null;
    }
}
