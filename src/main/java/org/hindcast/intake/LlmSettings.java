package org.hindcast.intake;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** A language model that reads pieces beside the built-in extractor: any endpoint that is compatible with OpenAI's. */
@ConfigMapping(prefix = "hindcast.llm")
public interface LlmSettings {

    /** Where {@code /chat/completions} is, such as {@code https://api.example.org/v1}; without it no model is asked. */
    Optional<String> baseUrl();

    /** The name under which the endpoint knows it. */
    Optional<String> model();

    /** Sent as a bearer token; never logged. */
    Optional<String> apiKey();

    /** How long it may take over a piece, however long that is; then the built-in extractor's answer stands alone. */
    @WithDefault("20s")
    Duration timeout();

    /** Into how many requests a long piece is cut at most; what is left over is read by the built-in extractor alone. */
    @WithDefault("8")
    int requests();
}
