package org.hindcast.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.SequenceValidator;

/**
 * Penn Treebank tags of a sentence's tokens, by way of those of Universal Dependencies, each the likeliest after those before
 * it. OpenNLP's own tagger follows the three likeliest at once, which takes more than twice as long and made no difference to
 * what is found. The model is shared; a tagger is each call's own, because it remembers contexts.
 */
final class Tagger {

    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final POSModel model;
    private final MaxentModel likelihoods;

    Tagger() {
        try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
            model = new POSModel(in);
            likelihoods = model.getArtifact("pos.model");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OfOneCall forOneCall() {
        return new OfOneCall(likelihoods, model.getFactory().getPOSContextGenerator(),
                model.getFactory().getSequenceValidator());
    }

    record OfOneCall(MaxentModel likelihoods, POSContextGenerator contexts, SequenceValidator<String> allowed) {

        String[] tags(String plain, List<Word> tokens) {
            String[] words = new String[tokens.size()];
            for (int i = 0; i < words.length; i++) {
                Word token = tokens.get(i);
                String as = plain.substring(token.start(), token.end());
                words[i] = token.capital() && as.equalsIgnoreCase(token.lower()) ? as : token.lower();
            }
            String[] tags = new String[words.length];
            for (int i = 0; i < words.length; i++) {
                double[] p = likelihoods.eval(contexts.getContext(i, words, tags, null));
                int best = -1;
                for (int tag = 0; tag < p.length; tag++) {
                    if ((best < 0 || p[tag] > p[best]) && allowed.validSequence(i, words, tags, likelihoods.getOutcome(tag))) {
                        best = tag;
                    }
                }
                tags[i] = likelihoods.getOutcome(Math.max(0, best));
            }
            Tenses.toPenn(tags, tokens);
            return tags;
        }
    }
}
