package org.hindcast.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * All pieces of {@code src/training/pieces}, one after the other: read for candidates, beside only split into sentences; and
 * one text of 100 kB. At the end says what the models keep in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class Pieces {

    private List<String> texts;
    private String long100k;
    private SentenceModel sentences;
    private Extractor extractor;
    private long held;

    @Setup
    public void load() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/training/pieces"))) {
            texts = files.sorted().map(Pieces::text).toList();
        }
        StringBuilder all = new StringBuilder();
        while (all.length() < 100_000) {
            texts.forEach(all::append);
        }
        long100k = all.substring(0, 100_000);
        sentences = new SentenceModel(Pieces.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin"));
        long before = used();
        extractor = new Extractor(text -> List.of());
        held = used() - before;
    }

    private static String text(Path file) {
        try {
            String piece = Files.readString(file);
            return piece.substring(piece.indexOf("\n\n") + 2).replaceAll("\\[\\[|]]|\\{\\{|}}|\\(\\(\\?|\\?\\)\\)", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @TearDown
    public void say() {
        System.out.printf("%n%d pieces, %,d characters; the extractor keeps %.1f MiB%n", texts.size(),
                texts.stream().mapToInt(String::length).sum(), held / 1048576.0);
    }

    @Benchmark
    public int candidates() {
        int n = 0;
        for (String text : texts) {
            n += extractor.candidates(new Candidate.Source(text, "", "", LocalDate.of(2025, 12, 11)), EventDates.NONE).size();
        }
        return n;
    }

    @Benchmark
    public int sentencesAlone() {
        SentenceDetectorME detector = new SentenceDetectorME(sentences);
        int n = 0;
        for (String text : texts) {
            n += detector.sentDetect(text).length;
        }
        return n;
    }

    @Benchmark
    public int aHundredKilobytes() {
        return extractor.candidates(new Candidate.Source(long100k, "", "", LocalDate.of(2025, 12, 11)), EventDates.NONE).size();
    }
}
