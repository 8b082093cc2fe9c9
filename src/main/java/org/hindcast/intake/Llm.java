package org.hindcast.intake;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Passage;
import org.hindcast.net.CallFailed;
import org.hindcast.net.Endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks the language model, where one is set, which words of a piece are forecasts. Keeps nothing. */
@ApplicationScoped
class Llm {

    private static final int LONGEST_REQUEST = 12_000;
    private static final int MOST_TOKENS = 4000;
    private static final long LARGEST_ANSWER = 256 * 1024;
    private static final int AT_ONCE = 8;

    /**
     * What it marked.
     *
     * @param trouble why something was not read by it, as a sentence about it without its subject; null where all was
     */
    record Marks(List<Marked> marks, boolean any, String trouble) {
    }

    private record Part(List<Passage> passages, int first) {
    }

    private record PartRead(List<Marked> marks, String trouble) {
    }

    @Inject
    LlmSettings settings;
    @Inject
    ObjectMapper json;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "llm");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Endpoint endpoint;

    boolean isSet() {
        return settings.baseUrl().isPresent() && settings.model().isPresent();
    }

    String model() {
        return settings.model().orElseThrow();
    }

    /** All requests share the time that there is; those that fail leave the others to be read. */
    Marks marks(Candidate.Source source, List<Passage> passages) {
        long end = System.nanoTime() + settings.timeout().toNanos();
        List<Part> parts = parts(passages);
        List<Part> asked = parts.subList(0, Math.min(parts.size(), settings.requests()));
        List<CompletableFuture<PartRead>> answers = asked.stream()
                .map(part -> CompletableFuture.supplyAsync(() -> read(source, part, end), threads)).toList();
        List<Marked> marks = new ArrayList<>();
        String trouble = asked.size() < parts.size() ? "was asked about the first %d sentences only"
                .formatted(parts.get(asked.size()).first - 1) : null;
        boolean any = false;
        for (CompletableFuture<PartRead> answer : answers) {
            PartRead read = answer.join();
            marks.addAll(read.marks);
            any |= read.trouble == null;
            trouble = read.trouble != null ? read.trouble : trouble;
        }
        return new Marks(marks, any, trouble);
    }

    @PreDestroy
    void close() throws java.io.IOException {
        threads.shutdownNow();
        if (endpoint != null) {
            endpoint.close();
        }
    }

    private PartRead read(Candidate.Source source, Part part, long end) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        try {
            byte[] answer = endpoint().post(headers(), json.writeValueAsBytes(request(source, part)), left, LARGEST_ANSWER);
            return new PartRead(Marked.read(answer, source.text(), part.passages, part.first).marks(), null);
        } catch (CallFailed e) {
            return new PartRead(List.of(), switch (e.reason) {
                case STATUS, TIMED_OUT -> e.getMessage();
                case TOO_LARGE -> "answered with more than is read";
                default -> "could not be reached"; // where it is, is for the operator to know
            });
        } catch (Marked.Unusable e) {
            return new PartRead(List.of(), e.getMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> request(Candidate.Source source, Part part) {
        return Map.of("model", model(), "temperature", 0, "max_tokens", MOST_TOKENS, "messages", List.of(
                Map.of("role", "system", "content", Prompt.task()),
                Map.of("role", "user", "content", Prompt.piece(source.text(), source.title(), part.passages, part.first))));
    }

    private Map<String, String> headers() {
        return settings.apiKey().map(key -> Map.of("Authorization", "Bearer " + key)).orElse(Map.of());
    }

    private Endpoint endpoint() {
        synchronized (this) {
            if (endpoint == null) {
                endpoint = new Endpoint(
                        URI.create(settings.baseUrl().orElseThrow().replaceFirst("/+$", "") + "/chat/completions"));
            }
            return endpoint;
        }
    }

    /** Sentences together as long as a request may be. */
    private static List<Part> parts(List<Passage> passages) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int length = 0;
        for (int i = 0; i < passages.size(); i++) {
            int next = passages.get(i).end() - passages.get(i).start();
            if (length + next > LONGEST_REQUEST && i > from) {
                parts.add(new Part(passages.subList(from, i), from + 1));
                from = i;
                length = 0;
            }
            length += next;
        }
        if (from < passages.size()) {
            parts.add(new Part(passages.subList(from, passages.size()), from + 1));
        }
        return parts;
    }
}
