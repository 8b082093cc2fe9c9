package org.hindcast.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what may be forecasts in a text. Its models are loaded when it is made, which takes about a second; one may be used by
 * any number of threads at once.
 */
public final class Extractor {

    private final Sentences sentences = new Sentences();
    private final Tagger tagger = new Tagger();
    private final Cues cues = new Cues();
    private final Model model = Model.shipped();
    private final Function<String, List<Likelihood>> phrases;

    /** @param phrases finds the phrases of likelihood in a text, the longest at each place, in order */
    public Extractor(Function<String, List<Likelihood>> phrases) {
        this.phrases = phrases;
    }

    /** The sentences of a text, in order. */
    public List<Passage> passages(String text) {
        String plain = Plain.of(text);
        List<Block> blocks = Blocks.of(text, plain);
        return sentences.of(plain, blocks).stream().filter(in -> in.tokens().stream().anyMatch(Word::isWord))
                .map(in -> new Passage(in.start(), in.end(), blocks.get(in.block()).kind().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What may be forecasts, in the order of the text. */
    public List<Candidate> candidates(Candidate.Source source, EventDates events) {
        Reading reading = new Reading(source.text(), source.title(), source.publishedOn(), sentences, tagger, cues);
        double[][] probabilities = model.probabilities(reading);
        Function<Deadlines.Scope, Deadline> deadlines = remembered(new Deadlines(events), source.publishedOn());
        List<Candidate> candidates = new ArrayList<>();
        Deadline previous = null;
        int block = -1;
        for (int i = 0; i < probabilities.length; i++) {
            Sentence sentence = reading.sentences.get(i);
            if (sentence.block() != block) {
                block = sentence.block();
                previous = null;
            }
            Candidate.Predictor predictor = reading.mayClaim(i) ? model.predictor(probabilities[i]) : null;
            if (predictor == null) {
                continue;
            }
            Signs signs = reading.signs.get(i);
            for (Claims.Part part : Claims.parts(signs)) {
                Candidate candidate = new Draft(reading, i, part, predictor, probabilities[i], model, phrases)
                        .candidate(source, deadlines, previous);
                candidates.add(candidate);
                previous = candidate.deadline() == null ? previous : candidate.deadline();
            }
        }
        return candidates;
    }

    /** A heading, a title or a sentence of many claims is read once, not for each of them. */
    private static Function<Deadlines.Scope, Deadline> remembered(Deadlines deadlines, LocalDate publishedOn) {
        Map<Deadlines.Scope, Optional<Deadline>> known = new HashMap<>();
        return scope -> known.computeIfAbsent(scope, each -> Optional.ofNullable(deadlines.in(each.text(), publishedOn)))
                .orElse(null);
    }
}
