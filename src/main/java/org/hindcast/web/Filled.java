package org.hindcast.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form as somebody filled it in, with what was wrong with it: shown again as it is, so that nothing typed is lost. Line ends
 * are {@code \n}, as in what programs send.
 */
public final class Filled {

    private final Map<String, List<String>> fields;
    private final List<Violation> violations;

    private Filled(Map<String, List<String>> fields, List<Violation> violations) {
        this.fields = fields;
        this.violations = violations;
    }

    /** What a browser sent. */
    public static Filled of(Map<String, List<String>> sent) {
        Map<String, List<String>> fields = new HashMap<>();
        sent.forEach((name, values) -> fields.put(name,
                values.stream().map(value -> value == null ? "" : value.replace("\r\n", "\n")).toList()));
        return new Filled(fields, List.of());
    }

    public static Filled empty() {
        return new Filled(new HashMap<>(), List.of());
    }

    /** One value each. */
    public static Filled with(Map<String, String> values) {
        Filled form = empty();
        values.forEach(form::with);
        return form;
    }

    /** The fields whose names begin so, without that beginning. */
    public Filled under(String beginning) {
        Map<String, List<String>> under = new HashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(beginning)) {
                under.put(name.substring(beginning.length()), values);
            }
        });
        return new Filled(under, List.of());
    }

    /** The same with each name begun so: several of one kind in one form. */
    public Filled named(String beginning) {
        Map<String, List<String>> named = new HashMap<>();
        fields.forEach((name, values) -> named.put(beginning + name, values));
        return new Filled(named, List.of());
    }

    /** Fills a field in; null leaves it empty. */
    public Filled with(String field, Object value) {
        fields.put(field, value == null ? List.of() : List.of(value.toString()));
        return this;
    }

    /** The same with what is wrong with it. */
    public Filled refused(List<Violation> because) {
        return new Filled(fields, List.copyOf(because));
    }

    /** What was typed, to be shown again; never null. */
    public String typed(String field) {
        return typed(field, 0);
    }

    /** The same of the field of that name in this place. */
    public String typed(String field, int place) {
        List<String> all = fields.getOrDefault(field, List.of());
        return place < all.size() ? all.get(place) : "";
    }

    public int count(String field) {
        return fields.getOrDefault(field, List.of()).size();
    }

    public boolean is(String field, String value) {
        return typed(field).equals(value);
    }

    public boolean has(String field) {
        return !typed(field).isBlank();
    }

    /** What is wrong with the field; null where nothing is. */
    public String problem(String field) {
        String found = violations.stream().filter(violation -> violation.field().equals(field)).map(Violation::message)
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? null : found;
    }

    /**
     * What is wrong with the field and what is in it, such as {@code topics[2]}, what is accepted once; null where nothing is.
     */
    public String problemIn(String field) {
        Map<String, Set<String>> wrong = new LinkedHashMap<>();
        violations.stream().filter(violation -> violation.field().equals(field)
                || violation.field().startsWith(field + "[") || violation.field().startsWith(field + "."))
                .map(violation -> violation.message().split("(?=; )", 2))
                .forEach(said -> wrong.computeIfAbsent(said.length < 2 ? "" : said[1], any -> new LinkedHashSet<>())
                        .add(said[0]));
        return wrong.isEmpty() ? null
                : wrong.entrySet().stream().map(one -> String.join(", ", one.getValue()) + one.getKey())
                        .collect(Collectors.joining(". "));
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Stripped; null where empty. */
    public String text(String field, Violations found) {
        return stored(field, Query.given(typed(field)), found);
    }

    /** Stripped, in this place of several of that name, called {@code as} where it is not accepted. */
    public String text(String field, int place, String as, Violations found) {
        return stored(as, Query.given(typed(field, place)), found);
    }

    /** As it was typed; null where blank. */
    public String verbatim(String field, Violations found) {
        return stored(field, has(field) ? typed(field) : null, found);
    }

    public LocalDate date(String field, Violations found) {
        return parse(field, Form::date, found);
    }

    public LocalTime time(String field, Violations found) {
        return parse(field, Form::time, found);
    }

    /** One of a few words; null where none was chosen. */
    public <E extends Enum<E>> E choice(String field, Class<E> of, Violations found) {
        return parse(field, (name, value) -> Enums.parse(name, value, of), found);
    }

    public boolean ticked(String field) {
        return has(field);
    }

    /** Topics as people type them: in capitals or not, with blanks, commas or semicolons between them. */
    public List<String> topics(String field) {
        return Stream.of(typed(field).toLowerCase(Locale.ROOT).split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
    }

    private String stored(String field, String value, Violations found) {
        return parsed(field, () -> Form.text(field, value) == null ? null : value, found);
    }

    private <T> T parse(String field, BiFunction<String, String, T> reading, Violations found) {
        return parsed(field, () -> reading.apply(field, typed(field)), found);
    }

    private static <T> T parsed(String field, Supplier<T> reading, Violations found) {
        try {
            return reading.get();
        } catch (InvalidInput e) {
            e.violations.forEach(violation -> found.add(field, violation.message()));
            return null;
        }
    }
}
