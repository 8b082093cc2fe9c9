package org.hindcast.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.extract.EventDates;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A time at which something takes place that people name instead of a date. */
@Entity
public class KnownEvent extends PanacheEntityBase {

    private static final int MOST = 2000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    /** What it is called, the same each time it takes place. */
    public String name;
    public List<String> otherNames;
    /** The last day of it. */
    public LocalDate day;
    /** Who says so. */
    public String source;
    public Instant createdAt;

    /** By which "before the midterms" is read. */
    public static EventDates dates() {
        return new EventDates(KnownEvent.<KnownEvent> find("order by name, day").range(0, MOST - 1).stream()
                .map(event -> new EventDates.Event(event.names(), event.day)).toList());
    }

    /** The last first. */
    static List<KnownEvent> page(Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (after != null) {
            conditions.and("(day, id) < (:day, :id)", "day", after.keyAs(LocalDate::parse)).with("id", after.id());
        }
        return find("where " + conditions + " order by day desc, id desc", conditions.parameters).range(0, limit).list();
    }

    /** @throws NotFound if there is none */
    static KnownEvent byId(UUID id) {
        return KnownEvent.<KnownEvent> findByIdOptional(id).orElseThrow(() -> new NotFound("event", id));
    }

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    static KnownEvent create(NewKnownEvent given, String actor, Instant now) {
        NewKnownEvent valid = given.validated(null);
        KnownEvent event = new KnownEvent();
        event.createdAt = now;
        event.write(valid);
        event.persist();
        RecordedEvent.record(now, actor, "known-event.created", event.id, event.data());
        return event;
    }

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    void change(NewKnownEvent given, String actor, Instant now) {
        write(given.validated(id));
        RecordedEvent.record(now, actor, "known-event.changed", id, data());
    }

    void remove(String actor, Instant now) {
        RecordedEvent.record(now, actor, "known-event.removed", id, data());
        delete();
    }

    List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(otherNames);
        return names;
    }

    private void write(NewKnownEvent valid) {
        name = valid.name();
        otherNames = valid.otherNames();
        day = valid.day();
        source = valid.source();
    }

    private Map<String, Object> data() {
        return Map.of("name", name, "otherNames", otherNames, "day", day, "source", source);
    }
}
