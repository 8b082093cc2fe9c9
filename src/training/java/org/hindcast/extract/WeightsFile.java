package org.hindcast.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a {@link Model} as the resources that the service reads. */
final class WeightsFile {

    /** What is nearer to nothing is left out. */
    private static final double LEAST = 0.01;

    private WeightsFile() {
    }

    static void write(Path folder, Model model, String made) throws IOException {
        StringBuilder weights = new StringBuilder(
                "# feature, then its weights for: no forecast, the author's, somebody else's\n# " + made + "\n");
        for (Map.Entry<String, double[]> entry : new TreeMap<>(model.first().weights()).entrySet()) {
            double[] w = entry.getValue();
            if (Math.abs(w[0]) + Math.abs(w[1]) + Math.abs(w[2]) >= LEAST && entry.getKey().indexOf('\t') < 0
                    && !entry.getKey().startsWith("#")) {
                weights.append(entry.getKey()).append('\t')
                        .append(Arrays.stream(w).mapToObj(WeightsFile::number).collect(Collectors.joining("\t"))).append('\n');
            }
        }
        Files.writeString(folder.resolve("weights.tsv"), weights);
        StringBuilder trees = new StringBuilder(
                "# a tree a line, its nodes from the root: feature:bound:left child, or a leaf's value\n# " + made
                        + "\nconstant\t"
                        + number(model.second().constant) + "\n");
        model.second().trees.forEach(tree -> trees.append(line(tree)).append('\n'));
        Files.writeString(folder.resolve("trees.tsv"), trees);
        Files.writeString(folder.resolve("thresholds.tsv"),
                "# least confidence of a tier, or that somebody else's forecast is reported\n# " + made
                        + "\nhigh\t%s\nmaybe\t%s\nother\t%s\n".formatted(model.high(), model.maybe(), model.other()));
    }

    private static String line(Trees.Tree tree) {
        StringBuilder line = new StringBuilder();
        for (int node = 0; node < tree.feature().length; node++) {
            line.append(node == 0 ? "" : "\t").append(tree.feature()[node] < 0 ? number(tree.value()[node])
                    : tree.feature()[node] + ":" + number(tree.bound()[node]) + ":" + tree.left()[node]);
        }
        return line.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
