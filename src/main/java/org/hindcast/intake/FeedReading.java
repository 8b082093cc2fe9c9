package org.hindcast.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.article.Feed;
import org.hindcast.article.Html;
import org.hindcast.extract.Candidate;
import org.hindcast.extract.EventDates;
import org.hindcast.net.CallFailed;
import org.hindcast.net.Fetched;
import org.hindcast.net.Fetcher;
import org.hindcast.net.Wanted;
import org.hindcast.piece.Piece;
import org.hindcast.question.KnownEvent;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads the feeds whose time has come, one after the other; what is wrong with one stays with it. */
@ApplicationScoped
class FeedReading {

    private static final Logger LOG = Logger.getLogger(FeedReading.class);
    private static final Set<String> TYPES = Set.of("application/rss+xml", "application/atom+xml", "application/rdf+xml",
            "application/xml", "text/xml", "application/x-rss+xml", "text/rss+xml", "text/plain", "text/html",
            "application/octet-stream");
    /** From how many characters on the feed brings a text and not a teaser. */
    static final int WHOLE_TEXT = 1500;
    private static final int LONGEST_LOOKED_AT = 60_000;
    private static final long LONGEST_SWEEP_SECONDS = 240;

    private record Looked(Feed.Item item, int characters, Integer candidates) {
    }

    @Inject
    Fetcher fetcher;
    @Inject
    FeedSettings settings;
    @Inject
    BuiltInExtractor extractor;
    @Inject
    Clock clock;

    void readDue() {
        long end = System.nanoTime() + LONGEST_SWEEP_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            FollowedFeed due = QuarkusTransaction.requiringNew()
                    .call(() -> FollowedFeed.claim(clock.instant(), settings.interval()));
            if (due == null) {
                return;
            }
            read(due);
        }
    }

    /** Never throws: what went wrong is written to the feed. */
    void read(FollowedFeed feed) {
        try {
            Fetched fetched = fetcher.fetch(new Wanted(feed.url, TYPES, feed.etag, feed.lastModified));
            String named = feed.readAt == null ? feedOfPage(fetched) : null;
            if (named != null && QuarkusTransaction.requiringNew().call(() -> FollowedFeed.byId(feed.id).moveTo(named))) {
                feed.url = named;
                fetched = fetcher.fetch(new Wanted(named, TYPES, null, null));
            }
            take(feed, fetched);
        } catch (CallFailed e) {
            failed(feed, e.getMessage(), e.status == 410);
        } catch (Feed.Unreadable e) {
            failed(feed, e.getMessage(), false);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The feed %s could not be read", feed.url);
            failed(feed, "could not be read, for a reason that is in the server's log", false);
        }
    }

    /** People follow a site, and mean its feed. Null where it is none, or names none. */
    private static String feedOfPage(Fetched fetched) {
        boolean page = String.valueOf(fetched.contentType()).toLowerCase(Locale.ROOT).startsWith("text/html");
        return page ? Html.feed(fetched.body(), fetched.contentType(), fetched.address()) : null;
    }

    private void take(FollowedFeed feed, Fetched fetched) throws Feed.Unreadable {
        Feed read = fetched.notModified() ? null
                : Feed.read(fetched.body(), fetched.contentType(), fetched.address(), settings.items());
        List<Looked> news = read == null ? List.of() : news(feed, read);
        QuarkusTransaction.requiringNew().run(() -> keep(feed.id, fetched, read, news));
    }

    /** Items that were not there before, looked at outside any transaction. */
    private List<Looked> news(FollowedFeed feed, Feed read) {
        EventDates events = QuarkusTransaction.requiringNew().call(KnownEvent::dates);
        List<Looked> news = new ArrayList<>();
        for (Feed.Item item : read.items()) {
            boolean known = QuarkusTransaction.requiringNew().call(() -> FeedItem.isKnown(feed, FeedItem.key(item))
                    || item.url() != null && Piece.at(Addresses.variants(item.url())) != null);
            if (!known) {
                String text = Html.text(item.html());
                news.add(new Looked(item, text.length(), candidates(item, text, events)));
            }
        }
        return news;
    }

    private Integer candidates(Feed.Item item, String text, EventDates events) {
        if (text.length() < WHOLE_TEXT || text.length() > LONGEST_LOOKED_AT) {
            return null;
        }
        LocalDate day = item.publishedOn() != null ? item.publishedOn() : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return (int) extractor.candidates(new Candidate.Source(text, item.title(), item.byline(), day), events).stream()
                .filter(one -> one.tier() == Candidate.Tier.HIGH && one.predictor() == Candidate.Predictor.AUTHOR).count();
    }

    private void keep(UUID id, Fetched fetched, Feed read, List<Looked> news) {
        Instant now = clock.instant();
        FollowedFeed feed = FollowedFeed.byId(id);
        feed.wasRead(now);
        if (read == null) {
            return;
        }
        feed.etag = fetched.etag();
        feed.lastModified = fetched.lastModified();
        feed.title = read.title() != null ? read.title() : feed.title;
        // The oldest first, so that the newest is the last that came
        for (int i = news.size() - 1; i >= 0; i--) {
            Looked one = news.get(i);
            if (!FeedItem.isKnown(feed, FeedItem.key(one.item))) {
                FeedItem.put(feed, one.item, one.characters, one.candidates, now);
            }
        }
        FeedItem.dropAllBut(settings.waiting(), feed);
    }

    private void failed(FollowedFeed feed, String error, boolean forever) {
        QuarkusTransaction.requiringNew()
                .run(() -> FollowedFeed.byId(feed.id).failed(error, forever, settings.interval(), clock.instant()));
    }
}
