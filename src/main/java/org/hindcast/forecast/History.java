package org.hindcast.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;

/** Every version, verdict, resolution and correction, in order, with who and when. */
final class History {

    record Entry(Instant at, String actor, String kind, UUID subject, Map<String, Object> data) {

        static Entry of(RecordedEvent event) {
            return new Entry(event.at, event.actor, event.kind, event.subject, Corrected.shown(event));
        }
    }

    /** Of an event in the order of time. */
    private record Place(Instant at, long id) {

        static Place parse(String key) {
            String[] parts = key.split(" ", 2);
            return new Place(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        }
    }

    private History() {
    }

    static Page<Entry> of(List<UUID> subjects, String cursor, String limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        Place last = after == null ? new Place(Instant.EPOCH, 0) : after.keyAs(Place::parse);
        return Page.of(RecordedEvent.about(subjects, last.at, last.id, size + 1), size,
                event -> new Cursor(event.at + " " + event.id, event.subject), Entry::of);
    }
}
