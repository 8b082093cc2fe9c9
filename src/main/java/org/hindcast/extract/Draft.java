package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A claim in a text, on its way to being a {@link Candidate}. */
final class Draft {

    private static final int LONGEST_SCOPE = 1000;

    private final Reading reading;
    private final int sentence;
    private final Signs signs;
    private final Claims.Part part;
    private final Candidate.Predictor predictor;
    private final double[] probabilities;
    private final Model model;
    private final Function<String, List<Likelihood>> phrases;

    Draft(Reading reading, int sentence, Claims.Part part, Candidate.Predictor predictor, double[] probabilities, Model model,
            Function<String, List<Likelihood>> phrases) {
        this.reading = reading;
        this.sentence = sentence;
        this.signs = reading.signs.get(sentence);
        this.part = part;
        this.predictor = predictor;
        this.probabilities = probabilities;
        this.model = model;
        this.phrases = phrases;
    }

    /** @param deadlines reads the words of a scope */
    Candidate candidate(Candidate.Source source, Function<Deadlines.Scope, Deadline> deadlines, Deadline previous) {
        Sentence in = reading.sentences.get(sentence);
        boolean whole = part.first() == 0 && part.last() == signs.tokens.size();
        int start = whole ? in.start() : signs.tokens.get(part.first()).start();
        int end = whole ? in.end() : signs.tokens.get(part.last() - 1).end();
        String plain = reading.plain.substring(start, end).replace('\n', ' ');
        String quote = source.text().substring(start, end);
        boolean own = predictor == Candidate.Predictor.AUTHOR;
        Position position = Position.of(plain, signs, part.first(), part.last(), phrases, !own);
        if (!whole && position.basis() == Candidate.Basis.ASSERTED && isJoined() && Stated.of(in.line(), !own) != null) {
            // "A 70% chance that rents fall and wages rise", "Rents fall and wages rise (70%)": of both, or of one?
            position = position.open();
        }
        String statement = Claims.statement(plain, position);
        String condition = Claims.condition(plain);
        Deadline deadline = Deadlines.of(scopes(start, end), deadlines, previous);
        String attributedTo = own ? null : attributedTo();
        return new Candidate(quote, start, end, statement, position.cue(), model.tier(predictor, probabilities), predictor,
                attributedTo, position.probability(), position.basis(), position.phrase(), position.stance(), deadline,
                condition != null, condition, model.confidence(predictor, probabilities),
                DraftedCriteria.of(new DraftedCriteria.Claim(statement, quote, own ? source.author() : attributedTo,
                        source.publishedOn(), deadline, condition)));
    }

    /** Whether an "and" joins it to another claim of the sentence. */
    private boolean isJoined() {
        return isAnd(part.first() - 1) || isAnd(part.last()) || isAnd(part.last() + 1);
    }

    private boolean isAnd(int token) {
        return token >= 0 && token < signs.tokens.size() && signs.tokens.get(token).lower().equals("and");
    }

    /** Where a deadline may be said, nearest first. */
    private List<Deadlines.Scope> scopes(int start, int end) {
        List<Deadlines.Scope> scopes = new ArrayList<>();
        scopes.add(new Deadlines.Scope(reading.text.substring(start, end), start));
        Sentence in = reading.sentences.get(sentence);
        if (start != in.start() || end != in.end()) {
            scopes.add(new Deadlines.Scope(reading.text.substring(in.start(), in.end()), in.start()));
        }
        Block block = reading.blockOf(sentence);
        if (block.is(Block.Kind.ITEM) && !(in.first() && in.last())) {
            add(block, scopes);
        }
        Scopes.Scope above = reading.scopeOf(sentence);
        if (above.lead() >= 0) {
            add(reading.blocks.get(above.lead()), scopes);
        }
        if (above.heading() >= 0 && above.heading() != above.lead()) {
            add(reading.blocks.get(above.heading()), scopes);
        }
        if (!reading.title.isEmpty()) {
            scopes.add(new Deadlines.Scope(reading.title, -1));
        }
        return scopes;
    }

    /** A long one is no place to look for the date of one of its many sentences; and it would be searched for each. */
    private void add(Block block, List<Deadlines.Scope> scopes) {
        if (block.length() <= LONGEST_SCOPE) {
            scopes.add(new Deadlines.Scope(reading.text.substring(block.start(), block.end()), block.start()));
        }
    }

    /** The name or noun that the sentence gives; for a pronoun, the last one in the sentences before. */
    private String attributedTo() {
        for (int i = sentence; i >= Math.max(0, sentence - 3); i--) {
            Signs at = reading.signs.get(i);
            Attribution by = at.attribution;
            if (by != null && by.kind() == Attribution.Who.OTHERS && by.to() > by.from()) {
                return reading.text.substring(at.tokens.get(by.from()).start(), at.tokens.get(by.to() - 1).end()).strip();
            }
        }
        return null;
    }
}
