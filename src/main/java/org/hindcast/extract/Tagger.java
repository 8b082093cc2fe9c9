package org.hindcast.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;

/** Penn Treebank tags of a sentence's tokens. The model is shared, a tagger is each call's own: taggers keep state. */
final class Tagger {

    private static final String MODEL = "/en-pos-maxent.bin";

    private final POSModel model;

    Tagger() {
        try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
            model = new POSModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    POSTaggerME forOneCall() {
        return new POSTaggerME(model, POSTagFormat.PENN);
    }

    static String[] tags(POSTaggerME tagger, String plain, List<Word> tokens) {
        String[] words = new String[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            Word token = tokens.get(i);
            String as = plain.substring(token.start(), token.end());
            words[i] = as.equals("\"") ? "''" : as.equalsIgnoreCase(token.lower()) ? as : token.lower();
        }
        return tagger.tag(words);
    }
}
