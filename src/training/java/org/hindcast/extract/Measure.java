package org.hindcast.extract;

import java.nio.file.Path;
import java.util.List;

/**
 * Says what the weights as they are committed are worth on labelled pieces that need not be in the repository:
 * {@code ./mvnw -Ptrain test -Dtrain.main=Measure -Dtrain.args="FOLDER… [--errors]"}. Trains and writes nothing.
 */
final class Measure {

    private Measure() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        Sentences splitter = new Sentences();
        Tagger tagger = new Tagger();
        Cues cues = new Cues();
        Model model = Model.shipped();
        for (String folder : options) {
            if (folder.startsWith("--")) {
                continue;
            }
            List<Example> examples = LabelledPiece.in(Path.of(folder), "unseen").stream()
                    .map(piece -> Example.of(piece, splitter, tagger, cues)).toList();
            System.out.println("\n" + folder);
            CrossValidation unseen = CrossValidation.apart(examples, model);
            unseen.print(model.high(), model.maybe(), model.other());
            if (options.contains("--errors")) {
                unseen.printErrors(model.high());
            }
        }
    }
}
