package org.hindcast.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** Splits blocks into {@link Sentence}s. The model is shared, the detector is each call's own: detectors keep state. */
final class Sentences {

    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|[ (\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|No|vs|[eE]\\.g|[iI]\\.e|cf|approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:[A-Z]\\.){1,3}[A-Z])\\.$");
    /** "(p 0.8)", "90 %." */
    private static final Pattern TAG = Pattern.compile("[\\[(]?(?:p ?=? ?)?(?:0?\\.\\d+|\\d{1,3}(?:\\.\\d+)? ?%)[\\])]?[.]?");
    private static final int LONGEST = 1200;

    private final SentenceModel model;

    Sentences() {
        try (InputStream in = Sentences.class.getResourceAsStream(MODEL)) {
            model = new SentenceModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Sentence> of(String plain, List<Block> blocks) {
        SentenceDetectorME detector = new SentenceDetectorME(model);
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            split(plain, blocks.get(i), i, detector, sentences);
        }
        return sentences;
    }

    private static void split(String plain, Block block, int number, SentenceDetectorME detector, List<Sentence> sentences) {
        String words = plain.substring(block.start(), block.end()).replace('\n', ' ');
        List<int[]> spans = new ArrayList<>();
        if (block.is(Block.Kind.HEADING)) {
            addIfWords(words, 0, words.length(), spans);
        } else {
            for (Span span : detector.sentPosDetect(words)) {
                add(words, span.getStart(), span.getEnd(), spans);
            }
        }
        for (int i = 0; i < spans.size(); i++) {
            int start = block.start() + spans.get(i)[0];
            int end = block.start() + spans.get(i)[1];
            sentences.add(new Sentence(number, i == 0, i == spans.size() - 1, start, end,
                    words.substring(spans.get(i)[0], spans.get(i)[1]), Capitals.settled(plain, Words.of(plain, start, end))));
        }
    }

    private static void add(String words, int start, int end, List<int[]> spans) {
        int from = start;
        // Points that the model overlooks, mostly behind quotation marks and abbreviations
        for (int i = start; i + 2 < end; i++) {
            if (endsSentence(words, i) && Character.isUpperCase(words.charAt(i + 2)) && words.charAt(i + 1) == ' ') {
                addIfWords(words, from, i + 1, spans);
                from = i + 2;
            }
        }
        addIfWords(words, from, end, spans);
    }

    private static boolean endsSentence(String words, int at) {
        char c = words.charAt(at);
        boolean quoted = (c == '"' || c == ')') && at > 1 && ".!?".indexOf(words.charAt(at - 1)) >= 0
                && Character.isLetterOrDigit(words.charAt(at - 2));
        return quoted || (c == '!' || c == '?') && at > 0 && Character.isLetterOrDigit(words.charAt(at - 1))
                || c == '.' && at > 2 && Character.isLowerCase(words.charAt(at - 1))
                        && Character.isLowerCase(words.charAt(at - 2))
                        && !ABBREVIATED.matcher(words.substring(Math.max(0, at - 8), at + 1)).find();
    }

    private static void addIfWords(String words, int from, int to, List<int[]> spans) {
        int start = from;
        int end = to;
        while (start < end && words.charAt(start) == ' ') {
            start++;
        }
        while (end > start && words.charAt(end - 1) == ' ') {
            end--;
        }
        int[] before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (start < end && before != null && end - before[0] < LONGEST && belongsToBefore(words, before, start, end)) {
            before[1] = end;
            return;
        }
        while (start < end) {
            int space = end - start <= LONGEST ? end : words.lastIndexOf(' ', start + LONGEST);
            int cut = space > start ? space : start + LONGEST;
            spans.add(new int[] { start, cut });
            start = cut;
            while (start < end && words.charAt(start) == ' ') {
                start++;
            }
        }
    }

    private static boolean belongsToBefore(String words, int[] before, int start, int end) {
        String sentence = words.substring(start, Math.min(end, start + 20));
        return Character.isLowerCase(words.charAt(start)) || TAG.matcher(sentence).matches()
                || ABBREVIATED.matcher(words.substring(Math.max(before[0], before[1] - 8), before[1])).find()
                || words.substring(start, end).chars().noneMatch(Character::isLetterOrDigit);
    }
}
