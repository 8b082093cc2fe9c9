package org.hindcast.follow;

import java.util.UUID;
import java.util.regex.Pattern;

import org.hindcast.author.Author;
import org.hindcast.forecast.Forecast;
import org.hindcast.question.Question;
import org.hindcast.web.OwnPage;

/**
 * What can be followed: a question, all that an author has said, all that is asked about a topic.
 *
 * @param topic null for the others; {@code question} and {@code author} likewise
 * @param title in words, on one line
 * @param path of its page
 */
public record Target(Question question, Author author, String topic, String title, String path) {

    private static final Pattern PATH = Pattern.compile("(/questions/|/authors/|/topics/)([^/?#]{1,200})/?([?#].*)?");

    /**
     * @param address a path, or the whole address where it begins with one of {@code origins}
     * @return null where nothing that can be followed is there
     */
    static Target at(String address, String... origins) {
        return OwnPage.at(address == null ? "" : address.strip(), origins, PATH, Target::named);
    }

    private static Target named(String folder, String name) {
        return switch (folder) {
            case "/questions/" -> of(Question.byId(UUID.fromString(name)));
            case "/authors/" -> of(Author.bySlug(name));
            default ->
                Forecast.count("status = ?1 and array_contains(claim.topics, ?2)", Forecast.Life.PUBLISHED, name) > 0 ? of(name)
                        : null;
        };
    }

    static Target of(Follow follow) {
        return follow.question != null ? of(follow.question) : follow.author != null ? of(follow.author) : of(follow.topic);
    }

    private static Target of(Question question) {
        return new Target(question, null, null, oneLine(question.criteria.question()), "/questions/" + question.id);
    }

    private static Target of(Author author) {
        return new Target(null, author, null, oneLine(author.name), "/authors/" + author.slug);
    }

    private static Target of(String topic) {
        return new Target(null, null, topic, topic, "/topics/" + topic);
    }

    /** What it is. */
    public String word() {
        return question != null ? "question" : author != null ? "author" : "topic";
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
