package org.hindcast.intake;

import java.time.Clock;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.article.Article;
import org.hindcast.article.Documents;
import org.hindcast.net.CallFailed;
import org.hindcast.net.Fetched;
import org.hindcast.net.Fetcher;
import org.hindcast.net.NetSettings;
import org.hindcast.net.Wanted;
import org.hindcast.piece.Piece;
import org.hindcast.web.InvalidInput;

/** Reads documents from the web and from files. Stores nothing, and holds no connection to the database while it waits. */
@ApplicationScoped
class Reading {

    private static final Set<String> TYPES = Set.of("text/html", "application/xhtml+xml", "text/markdown", "text/plain");
    private static final int LONGEST_TYPE = 300;

    @Inject
    Fetcher fetcher;
    @Inject
    NetSettings settings;
    @Inject
    Clock clock;

    /** @throws InvalidInput naming the field {@code url}, where it cannot be read */
    Document fromWeb(String url, String by) {
        Fetched fetched;
        try {
            fetched = fetcher.fetch(Wanted.of(url, TYPES));
        } catch (CallFailed e) {
            throw new InvalidInput("url", e.getMessage());
        }
        Received received = received(fetched.body(), fetched.contentType(), by);
        received.address = fetched.address().toString();
        return new Document(url, received, article("url", received));
    }

    /** @throws InvalidInput naming the field {@code file}, where it is none that can be read */
    Document fromFile(byte[] body, String contentType, String fileName, String by) {
        if (body.length > settings.largest().asLongValue()) {
            throw new InvalidInput("file",
                    "is %,d bytes long; at most %,d are accepted".formatted(body.length, settings.largest().asLongValue()));
        }
        if (Documents.kind(contentType, fileName).isEmpty()) {
            throw new InvalidInput("file", "is of no kind that is read; HTML, Markdown and plain text are accepted");
        }
        Received received = received(body, contentType, by);
        String name = fileName == null || fileName.isBlank() ? "file" : fileName.replaceAll(".*[/\\\\]", "");
        received.fileName = name.substring(Math.max(0, name.length() - LONGEST_TYPE)).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return new Document(null, received, article("file", received));
    }

    /** @param document an item of a feed, as {@link org.hindcast.article.Feed.Item#document()} has it */
    Document fromFeed(byte[] document, String url, String by) {
        Received received = received(document, "text/html; charset=utf-8", by);
        received.address = url;
        received.fileName = url == null ? "item.html" : null;
        return new Document(url, received, article("url", received));
    }

    private Received received(byte[] body, String contentType, String by) {
        Received received = new Received();
        received.body = body;
        received.contentType = contentType == null ? null
                : contentType.replaceAll("[^\\x20-\\x7e]", "?").substring(0, Math.min(contentType.length(), LONGEST_TYPE));
        received.sha256 = Piece.sha256(body);
        received.receivedAt = clock.instant();
        received.receivedBy = by;
        return received;
    }

    private static Article article(String field, Received received) {
        if (Documents.isBinary(received.body)) {
            throw new InvalidInput(field, "is no text; HTML, Markdown and plain text are accepted");
        }
        Article article = received.article();
        if (article.text() == null) {
            throw new InvalidInput(field, "holds no text of an article; where a page shows it to people only, paste the text");
        }
        return article;
    }
}
