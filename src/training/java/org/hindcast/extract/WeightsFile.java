package org.hindcast.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a {@link Model} as the resource that the service reads. */
final class WeightsFile {

    /** What is nearer to nothing is left out. */
    private static final double LEAST = 0.01;

    private WeightsFile() {
    }

    static void write(Path file, Model model, List<String> header) throws IOException {
        StringBuilder lines = new StringBuilder();
        header.forEach(line -> lines.append("# ").append(line).append('\n'));
        model.settings().forEach(line -> lines.append(line).append('\n'));
        for (Map.Entry<String, double[]> entry : new TreeMap<>(model.weights()).entrySet()) {
            double[] w = entry.getValue();
            if (Math.abs(w[0]) + Math.abs(w[1]) + Math.abs(w[2]) >= LEAST && entry.getKey().indexOf('\t') < 0) {
                lines.append(entry.getKey()).append('\t')
                        .append(java.util.Arrays.stream(w).mapToObj(WeightsFile::number).collect(Collectors.joining("\t"))).append('\n');
            }
        }
        Files.writeString(file, lines);
    }

    private static String number(double weight) {
        return String.format(Locale.ROOT, "%.4f", weight);
    }
}
