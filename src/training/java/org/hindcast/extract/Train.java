package org.hindcast.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the extractor and says what it is worth: {@code ./mvnw -Ptrain test}. Reads {@code src/training/pieces}, and
 * where they are there {@code ../shared/extraction} and {@code --editors FILE}, labels exported by the service.
 * Cross-validates by piece, prints the figures, fits to everything, says what that is worth on {@code src/training/apart},
 * which it is never fitted to, and writes the resources, which are then committed. The same pieces give the same resources to
 * the byte, on any machine.
 */
final class Train {

    private static final int FOLDS = 10;
    private static final double OTHER = 0.3;
    /** Above the recall that is asked for, since unseen pieces differ. */
    private static final double RECALL = 0.95;

    private Train() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        Sentences splitter = new Sentences();
        Tagger tagger = new Tagger();
        Cues cues = new Cues();
        List<LabelledPiece> pieces = new ArrayList<>();
        pieces.addAll(LabelledPiece.in(Path.of("src/training/pieces"), "own"));
        pieces.addAll(LabelledPiece.in(Path.of("../shared/extraction/dev"), "dev"));
        pieces.addAll(LabelledPiece.in(Path.of("../shared/extraction/essays"), "essays"));
        int editors = options.indexOf("--editors");
        if (editors >= 0) {
            pieces.addAll(EditorLabels.in(Path.of(options.get(editors + 1))));
        }
        List<Example> examples = pieces.stream().map(piece -> Example.of(piece, splitter, tagger, cues)).toList();
        String made = "%d pieces, %d sentences, %d forecasts of authors, %d of others".formatted(examples.size(),
                examples.stream().mapToInt(example -> example.labels().length).sum(), count(examples, Model.AUTHOR),
                count(examples, Model.OTHER));
        System.out.println(made);
        Fit fit = new Fit(Fit.Settings.STANDARD);
        int folds = options.contains("--fast") ? FOLDS / 2 : FOLDS;
        CrossValidation validation = CrossValidation.of(examples, fit, folds);
        double high = validation.bestHigh(OTHER);
        double maybe = Math.min(high / 2, validation.greatestMaybe(RECALL, OTHER));
        System.out.printf("%d-fold cross-validation by piece; HIGH from %.2f, MAYBE from %.3f%n", folds, high, maybe);
        validation.print(high, maybe, OTHER);
        if (options.contains("--errors")) {
            validation.printErrors(high);
        }
        System.out.println("\nfitting to all of them");
        Model model = fit.of(examples);
        List<Example> apart = LabelledPiece.in(Path.of("src/training/apart"), "apart").stream()
                .map(piece -> Example.of(piece, splitter, tagger, cues)).toList();
        System.out.println("\nPieces that no training sees, by the model fitted to all others:");
        CrossValidation unseen = CrossValidation.apart(apart, model);
        unseen.print(high, maybe, OTHER);
        if (options.contains("--errors")) {
            unseen.printErrors(high);
        }
        if (!options.contains("--dry")) {
            WeightsFile.write(Path.of("src/main/resources/org/hindcast/extract"),
                    new Model(model.first(), model.second(), high, maybe, OTHER), made);
        }
    }

    private static int count(List<Example> examples, int label) {
        int n = 0;
        for (Example example : examples) {
            for (int one : example.labels()) {
                n += one == label ? 1 : 0;
            }
        }
        return n;
    }
}
