package org.hindcast.forecast;

import java.time.Instant;

/**
 * Which of an author's forecasts a list shows; null for no matter.
 *
 * @param topic the first of a forecast's topics, under which it is scored
 * @param dueFrom the due instant of its question is not before this
 * @param dueBefore and before this
 * @param datedOnly leaves out those whose date is the editor's
 */
public record Within(String topic, Instant dueFrom, Instant dueBefore, boolean datedOnly) {
}
