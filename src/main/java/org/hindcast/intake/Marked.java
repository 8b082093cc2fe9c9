package org.hindcast.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.extract.Candidate.Predictor;
import org.hindcast.extract.Passage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Words of a text that a language model has marked as a forecast.
 *
 * @param start in the text; {@code end} is exclusive
 */
record Marked(int start, int end, Predictor predictor) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int MOST_A_SENTENCE = 4;

    /** What it answered is no answer. */
    static final class Unusable extends Exception {
        Unusable(String message) {
            super(message, null, false, false);
        }
    }

    /** @param refused how many of the marks pointed to nothing, and were left out */
    record Answer(List<Marked> marks, int refused) {
    }

    /**
     * The marks in an answer of {@code /chat/completions}. Whatever it holds, each is a stretch of whole words of one sentence
     * that was shown.
     *
     * @param passages those that were shown, the first under the number {@code first}
     */
    static Answer read(byte[] completion, String text, List<Passage> passages, int first) throws Unusable {
        JsonNode marks = content(completion).path("forecasts");
        if (!marks.isArray()) {
            throw new Unusable("answered without a list of forecasts");
        }
        if (marks.size() > passages.size() * MOST_A_SENTENCE) {
            throw new Unusable("answered with more forecasts than there are sentences");
        }
        List<Marked> found = new ArrayList<>();
        int refused = 0;
        for (JsonNode mark : marks) {
            Marked marked = mark(mark, text, passages, first);
            if (marked == null) {
                refused++;
            } else if (!found.contains(marked)) {
                found.add(marked);
            }
        }
        return new Answer(found, refused);
    }

    /** The JSON in the message, which may stand in a fence, or between words. */
    private static JsonNode content(byte[] completion) throws Unusable {
        try {
            String message = JSON.readTree(new String(completion, StandardCharsets.UTF_8)).path("choices").path(0)
                    .path("message").path("content").asText("");
            int start = message.indexOf('{');
            int end = message.lastIndexOf('}');
            if (start < 0 || end < start) {
                throw new Unusable("answered without JSON");
            }
            return JSON.readTree(message.substring(start, end + 1));
        } catch (JsonProcessingException e) {
            throw new Unusable("answered with what is no JSON");
        }
    }

    /** Null where it points to nothing. */
    private static Marked mark(JsonNode mark, String text, List<Passage> passages, int first) {
        int sentence = mark.path("sentence").isInt() ? mark.path("sentence").intValue() - first : -1;
        String predictor = mark.path("predictor").asText("AUTHOR");
        if (sentence < 0 || sentence >= passages.size() || !predictor.equals("AUTHOR") && !predictor.equals("OTHER")) {
            return null;
        }
        Passage passage = passages.get(sentence);
        List<int[]> words = words(text, passage);
        boolean whole = mark.path("first").isMissingNode() && mark.path("last").isMissingNode()
                || mark.path("first").isNull() && mark.path("last").isNull();
        int from = whole ? 1 : mark.path("first").isInt() ? mark.path("first").intValue() : 0;
        int to = whole ? words.size() : mark.path("last").isInt() ? mark.path("last").intValue() : 0;
        if (from < 1 || to < from || to > words.size()) {
            return null;
        }
        return new Marked(words.get(from - 1)[0], words.get(to - 1)[1], Predictor.valueOf(predictor));
    }

    private static List<int[]> words(String text, Passage passage) {
        List<int[]> words = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(passage.start(), passage.end());
        while (word.find()) {
            words.add(new int[] { word.start(), word.end() });
        }
        return words;
    }

    /** Whether they share at least half of the shorter one. */
    boolean isAbout(int from, int to) {
        int common = Math.min(end, to) - Math.max(start, from);
        return common > 0 && 2 * common >= Math.min(end - start, to - from);
    }
}
