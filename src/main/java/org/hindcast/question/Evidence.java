package org.hindcast.question;

import java.util.ArrayList;
import java.util.List;

import org.hindcast.web.Violations;

/** Where it can be seen what happened. */
public record Evidence(String url, String note) {

    public static final int MOST = 20;

    /** The list as it is stored: never null, each with a web address. */
    public static List<Evidence> validated(List<Evidence> sent, Violations violations) {
        List<Evidence> valid = new ArrayList<>();
        if (sent == null) {
            return valid;
        }
        if (sent.size() > MOST) {
            violations.add("evidence", "has %d items; at most %d are accepted".formatted(sent.size(), MOST));
            return valid;
        }
        for (int i = 0; i < sent.size(); i++) {
            String field = "evidence[" + i + "]";
            if (sent.get(i) == null || sent.get(i).url == null || sent.get(i).url.isBlank()) {
                violations.add(field + ".url", "is missing; an absolute http:// or https:// address is accepted");
            } else {
                valid.add(new Evidence(violations.address(field + ".url", sent.get(i).url),
                        violations.optional(field + ".note", sent.get(i).note, 2000)));
            }
        }
        return valid;
    }
}
