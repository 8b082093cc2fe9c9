package org.hindcast.extract;
import java.nio.file.Path; import java.util.*;
class Quick { public static void main(String[] a) throws Exception {
 List<Example> all = new ArrayList<>();
 for (String[] set : new String[][]{{"/work/shared/extraction/dev","dev"},{"/work/shared/extraction/essays","essays"},{"/work/labels/src/training/pieces","own"}})
   for (LabelledPiece p : LabelledPiece.in(Path.of(set[0]), set[1])) all.add(Example.of(p, Explore.splitter, Explore.tagger, Explore.cues));
 Model m = Fit.of(all, 12); m.thresholds(0.35, 0.1, 0.3); WeightsFile.write(Path.of("/work/extract/src/main/resources/org/hindcast/extract/weights.tsv"), m, List.of("feature, then its weights: no forecast, the author's, somebody else's"));
}}
