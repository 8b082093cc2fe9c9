package org.hindcast.calculator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hindcast.score.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A million forecasts from bytes to report, beside the same bytes only parsed into numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class MillionRows {

    /** How many decimals the probabilities have: three make 1,001 levels, sixteen a million. */
    @Param({ "3", "16" })
    int decimals;

    private final ObjectMapper mapper = new ObjectMapper();
    private byte[] csv;
    private byte[] json;

    /** For JMH, which sets what is a parameter. */
    public MillionRows() {
    }

    public MillionRows(int decimals) {
        this.decimals = decimals;
    }

    @Setup
    public void write() {
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder("probability,outcome\n");
        StringBuilder objects = new StringBuilder("{\"forecasts\":[");
        for (int i = 0; i < Rows.MOST; i++) {
            double p = random.nextDouble();
            String probability = String.format(Locale.ROOT, "%." + decimals + "f", p);
            int outcome = random.nextDouble() < p ? 1 : 0;
            lines.append(probability).append(',').append(outcome).append('\n');
            objects.append(i == 0 ? "" : ",").append("{\"probability\":").append(probability).append(",\"outcome\":")
                    .append(outcome).append('}');
        }
        csv = lines.toString().getBytes(StandardCharsets.UTF_8);
        json = objects.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public double csvParsed() throws IOException {
        double sum = 0;
        try (CSVParser parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8))) {
            for (CSVRecord row : parser) {
                sum += Double.parseDouble(row.get(0)) + Double.parseDouble(row.get(1));
            }
        }
        return sum;
    }

    @Benchmark
    public Report csvScored() {
        return CsvRows.report(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8));
    }

    @Benchmark
    public double jsonParsed() throws IOException {
        double sum = 0;
        try (JsonParser parser = mapper.getFactory().createParser(new ByteArrayInputStream(json))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                sum += token.isNumeric() ? parser.getDoubleValue() : 0;
            }
        }
        return sum;
    }

    @Benchmark
    public Report jsonScored() throws IOException {
        return JsonRows.report(new ByteArrayInputStream(json), mapper);
    }
}
