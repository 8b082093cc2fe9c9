package org.hindcast.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/** The schema that stands beside the ledger's files, with each problem at its line. */
final class LedgerSchema {

    private static final int MOST_PROBLEMS = 50;

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
        schema.validate(file.content).stream().limit(MOST_PROBLEMS).forEach(message -> {
            String path = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
            String field = message.getProperty() == null ? path
                    : path.isEmpty() ? message.getProperty() : path + "." + message.getProperty();
            problems.add(new Problem(file.line(field), field, message.getError()));
        });
        return problems;
    }
}
