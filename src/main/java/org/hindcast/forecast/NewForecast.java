package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.hindcast.piece.NewPiece;
import org.hindcast.piece.Piece;
import org.hindcast.question.NewCriteria;
import org.hindcast.score.Lexicon;
import org.hindcast.score.Phrase;
import org.hindcast.web.Violations;

/** A forecast as it is sent, and as a change to it begins. {@code question}: id or key of the one it joins. */
public record NewForecast(String piece, String quote, Integer start, String statement, Basis basis, Double probability,
        String phrase, Stance stance, String odds, String stakes, String condition, LocalDate madeOn, List<String> topics,
        Boolean undated,
        Reference reference, String question, NewCriteria criteria, Boolean publish) {

    private static final int MOST_TOPICS = 10;

    /**
     * @throws org.hindcast.web.InvalidInput naming what is wrong with the position in this piece, and with finished criteria
     */
    public void check(Piece in) {
        Violations violations = new Violations();
        criteria.finished(claim(in, violations).madeOn(), violations);
        violations.throwIfAny();
    }

    /** The position, or what is wrong with it and with its days. */
    Claim claim(Piece in, Instant now, Violations violations) {
        Claim claim = claim(in, violations);
        violations.begun("madeOn", claim.madeOn(), now);
        LocalDate on = claim.referenceOn();
        if (on != null && Violations.isAccepted(on) && Violations.isAccepted(claim.madeOn())
                && on.isAfter(claim.madeOn().plusDays(1))) {
            violations.add("reference.on", "is %s, after the forecast was made; a date until %s is accepted".formatted(on,
                    claim.madeOn().plusDays(1)));
        }
        return claim;
    }

    /** The position, or what is wrong with it, whenever that was. */
    Claim claim(Piece in, Violations violations) {
        violations.required("statement", statement, 500);
        String words = violations.optional("quote", quote, 2000);
        violations.optional("odds", odds, 500);
        violations.optional("stakes", stakes, 500);
        violations.optional("condition", condition, 2000);
        violations.optional("madeOn", madeOn);
        Integer perMille = PerMille.of("probability", probability, violations);
        checkBasis(violations);
        return new Claim(words, place(in, words, violations), statement, basis, perMille, phrase,
                basis == Basis.STATED || stance != null ? stance : Stance.YES, odds, stakes, condition,
                madeOn == null ? in.publishedOn : madeOn, Boolean.TRUE.equals(undated), topics(violations),
                referencePerMille(violations), reference == null ? null : reference.source(),
                reference == null ? null : reference.url(), reference == null ? null : reference.on());
    }

    private void checkBasis(Violations violations) {
        if (basis == null) {
            violations.add("basis", "is missing; STATED, WORDED, ASSERTED, BET or HEDGED is accepted");
            return;
        }
        if (basis == Basis.STATED && probability == null) {
            violations.add("probability", "is missing; with basis STATED a number from 0 to 1 is accepted");
        }
        if (basis != Basis.STATED && probability != null) {
            violations.add("probability", "goes with basis STATED only; no probability is made of words");
        }
        if (basis == Basis.STATED && stance != null) {
            violations.add("stance", "goes with words only; a probability is that of the question's YES");
        }
        if (basis == Basis.WORDED && phrase == null) {
            violations.add("phrase", "is missing; with basis WORDED the id of a phrase of the lexicon is accepted");
        }
        if (phrase != null && basis != Basis.WORDED && basis != Basis.HEDGED) {
            violations.add("phrase", "goes with basis WORDED or HEDGED only");
        }
        if (phrase != null && Lexicon.standard().perMille(phrase).isEmpty() && basis == Basis.WORDED) {
            violations.add("phrase", "is '%s', which is no scored phrase of the lexicon; accepted are %s".formatted(
                    phrase.length() > 60 ? phrase.substring(0, 60) + "…" : phrase,
                    Lexicon.phrases().values().stream().filter(known -> !known.hedge()).map(Phrase::id)
                            .collect(Collectors.joining(", "))));
        }
    }

    /** Where the quote stands in the text: there, where a place is given; else its first occurrence. */
    private Integer place(Piece in, String words, Violations violations) {
        String text = in.text;
        if (words != null && in.isTextElsewhere()) {
            if (start != null && (start < 0 || start > NewPiece.LONGEST_TEXT)) {
                violations.add("start", "is %d; an offset from 0 to %,d is accepted".formatted(start, NewPiece.LONGEST_TEXT));
            }
            return start;
        }
        if (words == null || text == null) {
            if (start != null) {
                violations.add("start",
                        words == null ? "goes with a quote only" : "goes with pieces whose text is stored only");
            }
            return null;
        }
        if (start == null) {
            int found = text.indexOf(words);
            if (found < 0) {
                violations.add("quote", "is not in the piece's text; words exactly as they stand there are accepted");
            }
            return found;
        }
        if (start < 0 || !text.startsWith(words, start)) {
            violations.add("quote",
                    "does not stand at offset %d of the piece's text; text.substring(start, start + length) must equal it"
                            .formatted(start));
        }
        return start;
    }

    private List<String> topics(Violations violations) {
        if (topics == null) {
            return List.of();
        }
        if (topics.size() > MOST_TOPICS) {
            violations.add("topics", "has %d items; at most %d are accepted".formatted(topics.size(), MOST_TOPICS));
        }
        for (int i = 0; i < Math.min(topics.size(), MOST_TOPICS); i++) {
            if (violations.slug("topics[" + i + "]", topics.get(i), 60) == null) {
                violations.add("topics[" + i + "]", "is empty");
            }
        }
        return topics.stream().distinct().toList();
    }

    private Integer referencePerMille(Violations violations) {
        if (reference == null) {
            return null;
        }
        violations.required("reference.source", reference.source(), 500);
        violations.address("reference.url", reference.url());
        violations.required("reference.on", reference.on());
        if (reference.probability() == null) {
            violations.add("reference.probability", "is missing; a number from 0 to 1 is accepted");
        }
        return PerMille.of("reference.probability", reference.probability(), violations);
    }

    /** The forecast as it stands, in the form it is sent in. */
    static NewForecast of(Forecast forecast) {
        Claim c = forecast.claim;
        return new NewForecast(null, c.quote(), c.quoteStart(), c.statement(), c.basis(), PerMille.toNumber(c.probability()),
                c.phrase(), c.stance(), c.odds(), c.stakes(), c.condition(), c.madeOn(), c.topics(), c.undated(), c.reference(),
                null,
                forecast.newCriteria(), null);
    }
}
