package org.hindcast.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hindcast.inbox.Notice;

/**
 * What is sent, before it has a format.
 *
 * @param kind such as {@code question.resolved}
 * @param text may be null
 */
record Message(UUID id, String kind, String title, String text, String url, Map<String, Object> data, Instant at) {

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_TEXT = 2000;

    static Message of(Notice notice, String baseUrl) {
        return new Message(notice.id, notice.kind, notice.title, notice.text, baseUrl + notice.path, notice.data,
                notice.createdAt);
    }

    static Message test(UUID id, String baseUrl, Instant now) {
        return new Message(id, "test", "This is a test", "If you can read this, your webhook works.", baseUrl + "/me/webhooks",
                Map.of(), now);
    }

    /** As JSON is made of it. */
    Map<String, Object> as(Webhook.Format format) {
        return switch (format) {
            case STANDARD -> standard();
            case SLACK -> slack();
            case DISCORD -> discord();
        };
    }

    private Map<String, Object> standard() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("title", title);
        all.put("text", text);
        all.put("url", url);
        all.putAll(data);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", kind);
        body.put("timestamp", at.toString());
        body.put("data", all);
        return body;
    }

    /** In Slack's markup {@code <…>} is a link or calls people: what others wrote must not. */
    private Map<String, Object> slack() {
        String head = "*<" + url + "|" + slack(cut(title, LONGEST_TITLE)).replace("|", "¦") + ">*";
        String all = text == null ? head : head + "\n" + slack(cut(text, LONGEST_TEXT));
        return Map.of("text", slack(cut(title, LONGEST_TITLE)), "blocks",
                List.of(Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", all))));
    }

    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Nobody is called, and nothing that others wrote becomes a link. */
    private Map<String, Object> discord() {
        Map<String, Object> embed = new LinkedHashMap<>();
        embed.put("title", discord(title, LONGEST_TITLE));
        embed.put("url", url);
        if (text != null) {
            embed.put("description", discord(text, LONGEST_TEXT));
        }
        return Map.of("embeds", List.of(embed), "allowed_mentions", Map.of("parse", List.of()));
    }

    private static String discord(String text, int longest) {
        return cut(cut(text, longest).replaceAll("([\\\\*_~`|>\\[\\]()#])", "\\\\$1"), longest);
    }

    /** Between characters, never within one. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
