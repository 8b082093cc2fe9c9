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
            return new Entry(event.at, event.actor, event.kind, event.subject, event.data);
        }
    }

    private History() {
    }

    static Page<Entry> of(List<UUID> subjects, String cursor, String limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        long last = after == null ? 0 : after.keyAs(Long::valueOf);
        return Page.of(RecordedEvent.about(subjects, last, size + 1), size,
                event -> new Cursor(event.id.toString(), event.subject),
                Entry::of);
    }
}
