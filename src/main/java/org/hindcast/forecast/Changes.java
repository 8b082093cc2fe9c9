package org.hindcast.forecast;

import java.util.List;

import org.hindcast.web.Violations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Some fields of a forecast, laid over it: what is sent replaces what is there, what is not sent stays. */
final class Changes {

    private Changes() {
    }

    /** @throws JsonProcessingException where a field is unknown or of the wrong type; refused by name */
    static NewForecast apply(ObjectNode sent, Forecast to, ObjectMapper json) throws JsonProcessingException {
        refuse(sent, "piece", "publish");
        ObjectNode merged = json.valueToTree(NewForecast.of(to));
        if (sent.has("basis") && !sent.get("basis").equals(merged.get("basis"))) {
            merged.remove(List.of("probability", "phrase", "stance"));
        }
        if (sent.has("quote") && !sent.has("start")) {
            merged.remove("start");
        }
        if (sent.get("criteria") instanceof ObjectNode criteria && merged.get("criteria") instanceof ObjectNode present) {
            sent = sent.deepCopy();
            sent.set("criteria", present.deepCopy().setAll(criteria));
        }
        if (sent.hasNonNull("question")) {
            merged.putNull("criteria"); // those of that question
        }
        merged.setAll(sent);
        return json.treeToValue(merged, NewForecast.class);
    }

    private static void refuse(JsonNode sent, String... fixed) {
        Violations violations = new Violations();
        for (String field : fixed) {
            if (sent.has(field)) {
                violations.add(field, "cannot be changed");
            }
        }
        violations.throwIfAny();
    }
}
