package org.hindcast.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.author.NewAuthor;
import org.hindcast.web.Conflict;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** An item of a feed on its way to being a piece. */
@ApplicationScoped
class TakingItems {

    /**
     * @param asked what is known of it beside what the document says
     * @param item its id
     */
    record Taken(Document document, NewFetch asked, UUID item) {
    }

    private record Waiting(String url, byte[] document, NewFetch asked) {
    }

    @Inject
    Reading reading;

    /**
     * The document of the item: as the feed brought it where that is a whole text, else the page that it is about.
     *
     * @throws Conflict where it was decided already
     * @throws org.hindcast.web.InvalidInput naming the field {@code url}, where neither can be read
     */
    Taken read(UUID id, NewFetch sent, String by) {
        Waiting waiting = QuarkusTransaction.requiringNew().call(() -> waiting(FeedItem.byId(id), sent));
        Document document = waiting.document != null
                ? reading.fromFeed(waiting.document, waiting.url, by)
                : reading.fromWeb(waiting.url, by);
        return new Taken(document, waiting.asked, id);
    }

    private static Waiting waiting(FeedItem item, NewFetch sent) {
        if (item.status != FeedItem.Status.UNREAD) {
            throw new Conflict("This item was decided already.");
        }
        boolean whole = item.document != null && (item.characters >= FeedReading.WHOLE_TEXT || item.url == null);
        NewAuthor author = sent.author() != null ? sent.author()
                : item.byline == null && item.feed.author != null
                        ? new NewAuthor(item.feed.author.name, item.feed.author.slug, null, null, null)
                        : null;
        return new Waiting(item.url, whole ? item.document : null, new NewFetch(item.url, author,
                sent.title() != null ? sent.title() : item.title, sent.publisher(),
                sent.publishedOn() != null ? sent.publishedOn() : item.publishedOn, sent.note(), sent.republish()));
    }
}
