package org.hindcast.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.EventDates;
import org.hindcast.extract.Extractor;
import org.hindcast.extract.Likelihood;
import org.hindcast.extract.Passage;
import org.hindcast.score.Lexicon;
import org.hindcast.score.PhraseFinder;

/** The extractor of the service, with the phrases of the lexicon. Loaded when it is first asked. */
@ApplicationScoped
public class BuiltInExtractor {

    private final Extractor extractor = new Extractor(BuiltInExtractor::phrases);

    /** The sentences of a text, in order. */
    public List<Passage> passages(String text) {
        return extractor.passages(text);
    }

    /** What may be forecasts, in the order of the text. */
    public List<Candidate> candidates(Candidate.Source source, EventDates events) {
        return extractor.candidates(source, events);
    }

    private static List<Likelihood> phrases(String text) {
        return Lexicon.find(text).stream().map(BuiltInExtractor::likelihood).toList();
    }

    private static Likelihood likelihood(PhraseFinder.Found found) {
        return new Likelihood(found.phrase(), found.start(), found.end(), found.hedge(), found.denies(),
                Lexicon.standard().meaning(found.phrase()).map(meaning -> new Likelihood.Range(meaning.low() / 1000.0,
                        meaning.point() / 1000.0, meaning.high() / 1000.0)).orElse(null));
    }
}
