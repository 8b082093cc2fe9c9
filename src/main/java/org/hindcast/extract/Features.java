package org.hindcast.extract;

import java.util.HashMap;
import java.util.Map;

/** What the first look decides by: names and values, of a sentence and of what stands around it. */
final class Features {

    private Features() {
    }

    static Map<String, Double> of(Whole whole, int i) {
        Map<String, Double> features = new HashMap<>();
        new SentenceFeatures(whole.reading().signs.get(i), whole.reading().publishedOn.getYear(), features).add();
        new PlaceFeatures(whole, features).add(i);
        return features;
    }
}
