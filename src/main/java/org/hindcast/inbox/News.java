package org.hindcast.inbox;

import java.util.Map;
import java.util.UUID;

/**
 * Something that people are told.
 *
 * @param kind such as {@code question.resolved}
 * @param subject what it is about; may be null
 * @param text more of it; may be null
 * @param path where it can be seen, with a slash in front
 * @param data the same for programs
 */
public record News(String kind, UUID subject, String title, String text, String path, Map<String, Object> data) {
}
