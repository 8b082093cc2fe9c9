package org.hindcast.web;

/**
 * What is wrong with one field, and what is accepted there. The field is a path such as {@code criteria.dueOn} or
 * {@code evidence[1].url}.
 */
public record Violation(String field, String message) {
}
