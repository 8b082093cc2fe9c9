package org.hindcast.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.hindcast.chaos.Record.Asked;

/**
 * What must hold in the end, whatever was done to the nodes: each due question was asked of one reviewer and a mail that tells
 * of it arrived there; a mail arrived twice only as often as somebody could not know, and under the same Message-ID; nothing
 * that was decided or dated anew before it was due was sent; and all of that in time.
 */
final class Checker {

    /** Between writing a mail and the server's answer a verdict comes too late. */
    private static final Duration WRITING = Duration.ofSeconds(3);
    private static final Duration LATEST = Duration.ofSeconds(60);

    final List<String> violations = new ArrayList<>();
    final int questions;
    final int mails;
    int duplicates;
    /** From when a question was due, or the last fault was over, to its mail; sorted, in ms. */
    final List<Long> lateness;
    /** From when a question was due to its mail, whatever happened in between; sorted, in ms. */
    final List<Long> sinceDue;

    /**
     * @param asked all questions of the round
     * @param possibleTwins how often nobody could know whether a mail had arrived, by its Message-ID
     * @param calledOff when questions were decided or dated anew, by key; {@code calledOffIds} the same by id
     * @param healed when the last fault was over; the epoch where there was none
     */
    Checker(List<Asked> asked, List<Arrival> arrivals, Map<String, Integer> possibleTwins, Map<String, Instant> calledOff,
            Map<String, Instant> calledOffIds, Instant healed) {
        Map<String, List<Arrival>> byId = arrivals.stream()
                .collect(Collectors.groupingBy(Arrival::id, TreeMap::new, Collectors.toList()));
        mails = byId.size();
        List<Asked> expected = asked.stream().filter(one -> !calledOffIds.containsKey(one.id())).toList();
        questions = expected.size();
        checkComplete(expected, byId);
        checkUnique(asked, byId, possibleTwins);
        checkCalledOff(asked, arrivals, calledOff, calledOffIds);
        sinceDue = late(expected, byId, Instant.EPOCH);
        lateness = late(expected, byId, healed);
        if (quantile(lateness, 0.99) > LATEST.toMillis()) {
            violations.add("lateness: p99 is " + quantile(lateness, 0.99) + " ms");
        }
    }

    private void checkComplete(List<Asked> expected, Map<String, List<Arrival>> byId) {
        Map<String, Integer> told = new HashMap<>();
        int missing = 0;
        for (Asked one : expected) {
            List<Arrival> came = one.mail() == null ? null : byId.get(one.mail());
            boolean arrived = came != null && came.stream().allMatch(arrival -> arrival.recipient().equals(one.reviewer()));
            if (!arrived || !"SENT".equals(one.status())) {
                missing++;
                if (missing <= 3) {
                    violations.add("completeness: " + one + " arrived: " + came);
                }
            } else if (first(came).at().isBefore(one.dueAt())) {
                violations.add("asked before it was due: " + one);
            } else {
                told.merge(one.mail(), 1, Integer::sum);
            }
        }
        if (missing > 0) {
            violations.add("completeness: " + missing + " of " + expected.size() + " did not arrive");
        }
        told.forEach((mail, many) -> {
            List<Arrival> came = byId.get(mail);
            if (came.size() == 1 && came.get(0).asks() != many) {
                violations.add("completeness: " + mail + " asks about " + came.get(0).asks() + ", not " + many);
            }
        });
    }

    private void checkUnique(List<Asked> asked, Map<String, List<Arrival>> byId, Map<String, Integer> possibleTwins) {
        asked.stream().filter(one -> one.askings() > 1).limit(3)
                .forEach(one -> violations.add("uniqueness: asked " + one.askings() + " times: " + one));
        Map<String, String> mailOf = new HashMap<>();
        byId.forEach((id, came) -> {
            int twins = came.size() - 1;
            duplicates += twins;
            if (twins > possibleTwins.getOrDefault(id, 0)) {
                violations.add("uniqueness: " + id + " arrived " + came.size() + " times, and "
                        + possibleTwins.getOrDefault(id, 0) + " times nobody could know");
            }
            for (Arrival arrival : came) {
                for (String key : arrival.keys()) {
                    String other = mailOf.putIfAbsent(key, id);
                    if (other != null && !other.equals(id)) {
                        violations.add("uniqueness: " + key + " is in " + other + " and in " + id);
                    }
                }
            }
        });
    }

    private void checkCalledOff(List<Asked> asked, List<Arrival> arrivals, Map<String, Instant> calledOff,
            Map<String, Instant> calledOffIds) {
        for (Arrival arrival : arrivals) {
            for (String key : arrival.keys()) {
                Instant at = calledOff.get(key);
                if (at != null && arrival.at().isAfter(at.plus(WRITING))) {
                    violations.add("sent although it was called off: " + key + " at " + at + ", sent at " + arrival.at());
                }
            }
        }
        asked.stream().filter(one -> calledOffIds.containsKey(one.id()) && "SENT".equals(one.status()))
                .filter(one -> calledOffIds.get(one.id()).plus(WRITING).isBefore(one.dueAt()))
                .forEach(one -> violations.add("sent although it was called off: " + one));
    }

    private static Arrival first(List<Arrival> came) {
        return came.stream().min(Comparator.comparing(Arrival::at)).orElseThrow();
    }

    /** @param healed what is due before that is not late until then */
    private static List<Long> late(List<Asked> expected, Map<String, List<Arrival>> byId, Instant healed) {
        return expected.stream().filter(one -> one.mail() != null && byId.containsKey(one.mail())).map(one -> {
            Instant since = one.dueAt().isAfter(healed) ? one.dueAt() : healed;
            return Math.max(0, Duration.between(since, first(byId.get(one.mail())).at()).toMillis());
        }).sorted().toList();
    }

    private static long quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }

    /** Half, 99 % and all of them, in seconds. */
    static String quantiles(List<Long> sorted) {
        return "%.1f / %.1f / %.1f s".formatted(quantile(sorted, 0.5) / 1e3, quantile(sorted, 0.99) / 1e3,
                quantile(sorted, 1) / 1e3);
    }
}
