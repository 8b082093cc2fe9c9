package org.hindcast.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/** The schema that stands beside the ledger's files, with each problem at its line. */
final class LedgerSchema {

    private static final int MOST_PROBLEMS = 50;
    private static final Pattern FORECAST = Pattern.compile("forecasts\\[(\\d+)]");
    private static final Set<String> WITHOUT_EITHER = Set.of("ASSERTED", "BET", "HEDGED");
    /** How the validator calls a schema that accepts nothing. */
    private static final String NEVER = "false";
    private static final String BY_EXPORTS = "is written by exports only, for a forecast with a record of its own";

    private final JsonSchema schema;

    /** The build puts {@code forecasts/schema.json} on the class path, so that any ledger folder is held to it. */
    LedgerSchema() {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_PATH)
                .formatAssertionsEnabled(true).build();
        try (InputStream in = LedgerSchema.class.getResourceAsStream("/ledger/schema.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(new ObjectMapper().readTree(in),
                    config);
        } catch (IOException e) {
            throw new IllegalStateException("The ledger's schema cannot be read", e);
        }
    }

    List<Problem> problems(Yaml file) {
        List<Problem> problems = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        schema.validate(file.content).stream().limit(MOST_PROBLEMS).forEach(message -> {
            if (message.getEvaluationPath().toString().contains("oneOf")) {
                Matcher in = FORECAST.matcher(message.getInstanceLocation().toString());
                int forecast = in.find() ? Integer.parseInt(in.group(1)) : 0;
                if (told.add(forecast)) {
                    problems.add(how(file, forecast));
                }
                return;
            }
            String path = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
            String field = message.getProperty() == null ? path
                    : path.isEmpty() ? message.getProperty() : path + "." + message.getProperty();
            problems.add(new Problem(file.line(field), field, NEVER.equals(message.getMessageKey()) ? BY_EXPORTS
                    : message.getError()));
        });
        return problems;
    }

    /** What is wrong with the way in which a forecast is said to be put; of the schema's three ways none fits. */
    private static Problem how(Yaml file, int index) {
        JsonNode forecast = file.content.get("forecasts").get(index);
        String basis = forecast.path("basis").asText("");
        boolean number = forecast.has("probability");
        boolean phrase = forecast.has("phrase");
        String field;
        String message;
        if (WITHOUT_EITHER.contains(basis) && (number || phrase)) {
            field = number ? "probability" : "phrase";
            message = "does not go with basis %s; accepted are a probability, a phrase, or that basis alone".formatted(basis);
        } else if (number && phrase) {
            field = "phrase";
            message = "does not go with a probability; the author's number, or the author's phrase, is accepted";
        } else if (number && forecast.has("stance")) {
            field = "stance";
            message = "does not go with a probability, which is that of the question's YES; it goes with words only";
        } else if (number || phrase) {
            field = "basis";
            message = "is '%s'; with a %s none, or %s, is accepted".formatted(basis, number ? "probability" : "phrase",
                    number ? "STATED" : "WORDED");
        } else {
            field = "";
            message = "does not say how the author put it; probability, phrase, or basis ASSERTED, BET or HEDGED is accepted";
        }
        String path = LedgerFile.path(index, field);
        return new Problem(file.line(path), path, message);
    }
}
