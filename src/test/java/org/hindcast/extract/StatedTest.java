package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.score.Lexicon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What number, if any, is offered for a sentence, and what claim it is the number of. */
class StatedTest {

    private static final LocalDate PUBLISHED = LocalDate.parse("2026-01-02");
    private static final Sentences SENTENCES = new Sentences();
    private static final Tagger TAGGER = new Tagger();
    private static final Cues CUES = new Cues();

    private static Position position(String text, boolean ofOthers) {
        Reading reading = new Reading(text, "Predictions for 2026", PUBLISHED, SENTENCES, TAGGER, CUES);
        Signs signs = reading.signs.get(0);
        return Position.of(reading.plain, signs, 0, signs.tokens.size(), StatedTest::phrases, ofOthers);
    }

    private static List<Likelihood> phrases(String text) {
        return Lexicon.find(text).stream()
                .map(found -> new Likelihood(found.phrase(), found.start(), found.end(), found.hedge(),
                        found.denies(), found.hedge() ? null : new Likelihood.Range(0.1, 0.5, 0.9)))
                .toList();
    }

    /** @param offered "0.7", "0.6 to 0.7", "?" where the editor is asked, or a basis that has no number */
    private static void assertOffered(String text, String offered, boolean ofOthers) {
        Position position = position(text, ofOthers);
        boolean stated = offered.equals("?") || Character.isDigit(offered.charAt(0));
        assertEquals(stated ? "STATED" : offered.replaceFirst(" .*", ""), position.basis().name(), text);
        assertEquals(offered.endsWith(" NO") ? Candidate.Stance.NO : Candidate.Stance.YES, position.stance(), text);
        if (!stated || offered.equals("?")) {
            assertEquals(offered.equals("WORDED"), position.probability() != null, () -> text + " " + position);
            return;
        }
        String[] ends = offered.split(" to ");
        double low = Double.parseDouble(ends[0]);
        double high = Double.parseDouble(ends[ends.length - 1]);
        assertEquals(new Likelihood.Range(low, Position.round((low + high) / 2), high), position.probability(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            There is a one in four chance of a recession in 2027.                 | 0.25  | There will be a recession in 2027.
            There's a 1 in 4 chance of a recession in 2027.                       | 0.25  | There will be a recession in 2027.
            There is a one-in-four chance that rents fall.                        | 0.25  | Rents fall.
            There is a 1-in-10 chance of Trump resigning.                         | 0.1   | Trump will resign.
            Nine chances out of ten are not bad: the odds of a deal are 9 out of 10. | 0.9 |
            My probability that Trump leaves office in 2026 is 15%.               | 0.15  | Trump leaves office in 2026.
            The odds of a recession this year are two in three.                   | 0.667 | There will be a recession this year.
            The odds that rents fall are 2 in 3.                                  | 0.667 | Rents fall.
            The odds are two in three that rents fall.                            | 0.667 | Rents fall.
            I'd say 70% that the ECB cuts by June.                                | 0.7   | The ECB cuts by June.
            I'd say there's a 70% chance that the ECB cuts by June.               | 0.7   | The ECB cuts by June.
            I would say it's 70% likely that the ECB cuts by June.                | 0.7   | The ECB cuts by June.
            I think there is a 40 per cent chance the ECB cuts by June.           | 0.4   | The ECB cuts by June.
            There's a 60 to 70% chance that the ECB cuts by June.                 | 0.6 to 0.7 | The ECB cuts by June.
            There's a 60-70% chance that the ECB cuts by June.                    | 0.6 to 0.7 | The ECB cuts by June.
            There is a 60–70 percent chance that the ECB cuts by June.            | 0.6 to 0.7 | The ECB cuts by June.
            There is a 60% to 70% chance that the ECB cuts by June.               | 0.6 to 0.7 | The ECB cuts by June.
            The chance that the ECB cuts by June is between 60% and 70%.          | 0.6 to 0.7 | The ECB cuts by June.
            I put the chance of a cut at between 0.6 and 0.7.                     | 0.6 to 0.7 | There will be a cut.
            Rents fall (60-70%).                                                  | 0.6 to 0.7 | Rents fall.
            Rents will fall (0.6-0.7).                                            | 0.6 to 0.7 | Rents will fall.
            There is a less than 10% chance that war breaks out in 2026.          | 0 to 0.1 | War breaks out in 2026.
            There's at least an 80% chance that rents fall.                       | 0.8 to 1 | Rents fall.
            There is a more than 90% chance that rents fall.                      | 0.9 to 1 | Rents fall.
            There is a better than 90 percent chance that rents fall.             | 0.9 to 1 | Rents fall.
            The chance of a coup is under 5%.                                     | 0 to 0.05 | There will be a coup.
            The probability of a coup is no more than 5%.                         | 0 to 0.05 | There will be a coup.
            There's an up to 30% chance of snow on Christmas Day.                 | 0 to 0.3 | There will be snow on Christmas Day.
            There's a 70%+ chance that rents fall.                                | 0.7 to 1 | Rents fall.
            There is an 80% or higher chance that rents fall.                     | 0.8 to 1 | Rents fall.
            There's roughly a 70% chance that rents fall.                         | 0.7   | Rents fall.
            There's about a 70% chance that rents fall.                           | 0.7   | Rents fall.
            Rents will fall (~70%).                                               | 0.7   | Rents will fall.
            I'm 70% sure that rents will fall.                                    | 0.7   | Rents will fall.
            I am 70% confident rents will fall.                                   | 0.7   | Rents will fall.
            I'm seventy percent sure rents will fall.                             | 0.7   | Rents will fall.
            I'm 100% certain that rents will fall.                                | 1     | Rents will fall.
            It is 70% likely that rents fall.                                     | 0.7   | Rents fall.
            Rents are 70% likely to fall.                                         | 0.7   | Rents will fall.
            A recession is 70% likely this year.                                  | 0.7   | A recession will happen this year.
            My credence that rents fall is 0.7.                                   | 0.7   | Rents fall.
            My confidence that rents fall is 70 percent.                          | 0.7   | Rents fall.
            My odds that rents fall are 70%.                                      | 0.7   | Rents fall.
            My odds of a recession: 35%.                                          | 0.35  | There will be a recession.
            Probability of a recession in 2026: 0.35.                             | 0.35  | There will be a recession in 2026.
            Chance of Spurs winning the cup: 20%.                                 | 0.2   | Spurs will win the cup.
            I'd put the odds of the Fed cutting rates in March at 40%.            | 0.4   | The Fed will cut rates in March.
            I put the probability that the Fed cuts at around 40 percent.         | 0.4   | The Fed cuts.
            The Fed will cut in March; I put it at 40%.                           | 0.4   | The Fed will cut in March.
            The Fed will cut in March, and I'd give it 20%.                       | 0.2   | The Fed will cut in March.
            The Fed will cut in March, I'd say 70%.                               | 0.7   | The Fed will cut in March.
            I give Spurs a 20% chance of winning the cup.                         | 0.2   | Spurs will win the cup.
            I assign 30% to a recession.                                          | 0.3   | There will be a recession.
            Spurs have a 1 in 5 chance of winning the cup.                        | 0.2   | Spurs will win the cup.
            The bill has a 30% chance to pass.                                    | 0.3   | The bill will pass.
            The bill has a 30% chance of passing.                                 | 0.3   | The bill will pass.
            There's a two-thirds chance that rents fall.                          | 0.667 | Rents fall.
            It's three to one against a recession this year.                      | 0.25  | There will be a recession this year.
            A recession this year is three to one against.                        | 0.25  | A recession this year will happen.
            It's 3:1 on that rents fall.                                          | 0.75  | Rents fall.
            The odds are 3 to 1 in favour of a deal.                              | 0.75  |
            It's 70/30 that rents fall.                                           | 0.7   | Rents fall.
            Rents will fall (70%).                                                | 0.7   | Rents will fall.
            Rents will fall (70% confident).                                      | 0.7   | Rents will fall.
            Rents will fall (confidence: 70%).                                    | 0.7   | Rents will fall.
            Rents will fall — 70%.                                                | 0.7   | Rents will fall.
            Rents will fall - 70%                                                 | 0.7   | Rents will fall.
            Rents will fall: 70%                                                  | 0.7   | Rents will fall.
            Rents will fall, 80 percent.                                          | 0.8   | Rents will fall.
            Rents will fall, probability 80%.                                     | 0.8   | Rents will fall.
            70%: Rents will fall.                                                 | 0.7   | Rents will fall.
            70% — rents will fall.                                                | 0.7   | Rents will fall.
            (70%) Rents will fall.                                                | 0.7   | Rents will fall.
            70% chance that rents will fall.                                      | 0.7   | Rents will fall.
            Rents will fall (p 0.8).                                              | 0.8   | Rents will fall.
            Rents will fall (p=.8)                                                | 0.8   | Rents will fall.
            Rents will fall, p = 0.7.                                             | 0.7   | Rents will fall.
            Rents will fall, p 0.7                                                | 0.7   | Rents will fall.
            Rents will fall with probability .7.                                  | 0.7   | Rents will fall.
            Rents will fall with 70% probability.                                 | 0.7   | Rents will fall.
            With 70% probability, rents will fall.                                | 0.7   | Rents will fall.
            I'd bet 70% that the Fed cuts in March.                               | 0.7   | The Fed cuts in March.
            The index will rise 10% in 2026 (60% confidence).                     | 0.6   | The index will rise 10% in 2026.
            I'm fairly confident, 85%, that the bill will pass.                   | 0.85  | The bill will pass.
            My estimate is 70% that the Fed cuts.                                 | 0.7   | The Fed cuts.
            My guess: 70% chance the Fed cuts.                                    | 0.7   | The Fed cuts.
            I would put it at one in three that the bill passes.                  | 0.333 | The bill passes.
            P(recession in 2026) = 0.3                                            | 0.3   | There will be recession in 2026.
            By 2030, there is a 60% chance of war.                                | 0.6   | By 2030, there will be war.
            If the Fed waits, there's a 70% chance that rents fall.               | 0.7   | If the Fed waits, rents fall.
            There's a 30% chance that unemployment rises above 7%.                | 0.3   | Unemployment rises above 7%.
            The chance that inflation is above 3% is 40%.                         | 0.4   | Inflation is above 3%.
            I'm not 100% sure, but I'd say 70% that rents fall.                   | 0.7   |
            There's a 0.1% chance that rents fall.                                | 0.001 | Rents fall.
            There's a 0% chance that rents fall.                                  | 0     | Rents fall.
            """)
    void aNumberIsTheAuthors(String text, String offered, String statement) {
        assertOffered(text, offered, false);
        if (statement != null) {
            assertEquals(statement, Claims.statement(Plain.of(text), position(text, false)));
        }
    }

    /** The number is that of the claim as the author words it, so the denial stays in the statement and in the question. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            There's a 30% chance that the Fed will not cut in March.   | 0.3 | The Fed will not cut in March.
            I'm 80% sure that Trump won't resign.                      | 0.8 | Trump won't resign.
            Trump will not resign (80%).                               | 0.8 | Trump will not resign.
            I'd put the odds of the Fed not cutting rates at 40%.      | 0.4 | The Fed will not cut rates.
            Rents won't fall with 70% probability.                     | 0.7 | Rents won't fall.
            """)
    void whatIsDeniedStaysDenied(String text, String offered, String statement) {
        assertOffered(text, offered, false);
        assertEquals(statement, Claims.statement(Plain.of(text), position(text, false)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Unemployment will rise to 7%.                                      | ASSERTED
            The party will win 55% of the vote.                                | ASSERTED
            The firm will cut 10% of its staff.                                | ASSERTED
            They will get a 70% majority.                                      | ASSERTED
            Trump will impose a 100% tariff on wine.                           | ASSERTED
            The deficit will be 20% larger.                                    | ASSERTED
            One in four workers will lose their job.                           | ASSERTED
            Spurs will win 2-1 against Arsenal.                                | ASSERTED
            The court will rule five to four against the union.                | ASSERTED
            Inflation will not be above 3%.                                    | ASSERTED NO
            I expect unemployment to hit 7% by June.                           | ASSERTED
            Consumer confidence will fall by 10%.                              | ASSERTED
            The rate will be cut to 3.5 percent, a quarter point lower.        | ASSERTED
            Growth will slow by 0.5 percentage points.                         | ASSERTED
            70% of voters will stay at home.                                   | ASSERTED
            I'd say 70% of voters will stay at home.                           | ASSERTED
            Unemployment will probably rise to 7%.                             | WORDED
            There is a very good chance that unemployment rises to 7%.         | WORDED
            It's a coin flip whether the bill passes.                          | WORDED
            There is a fifty-fifty chance that the bill passes.                | WORDED
            The bill passing is 50/50.                                         | WORDED
            There's a 50:50 chance that the bill passes.                       | WORDED
            It's even money that the bill passes.                              | WORDED
            I'd bet at 3 to 1 that rents fall.                                 | BET
            I'll bet $100 that inflation stays above 3%.                       | BET
            Unemployment may rise to 7%.                                       | HEDGED
            A recession is not 100% certain this year.                         | HEDGED
            I can't be 100% sure that rents will fall.                         | HEDGED
            Nobody can be 100% certain that rents will fall.                   | HEDGED
            It isn't 100% certain that rents will fall.                        | HEDGED
            It is less than 100% certain that rents will fall.                 | HEDGED
            """)
    void aQuantityIsNoLikelihoodAndNoCertaintyIsNone(String text, String offered) {
        assertOffered(text, offered, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rents will fall with probability 1.2.
            Rents will fall (140%).
            There's a 140% chance that rents will fall.
            Rents will fall (p 70).
            There is not a 70% chance that rents will fall.
            I don't think there's a 70% chance that rents will fall.
            The odds are 4-1 that rents will fall.
            Rents will fall at 4-1 odds.
            There is a 70% chance that rents fall and a 30% chance that they rise.
            I'd put rents at 40% by June.
            Last year I gave a recession a 30% chance.
            There was a 70% chance that rents would fall.
            My probability that rents will fall was 70%.
            I have raised the odds of a recession from 30% to 40%.
            Polymarket gives a 70% chance that rents will fall.
            Goldman puts the odds of a recession at 35%.
            The market's odds of a recession are 35%.
            Rents are 20% more likely to fall.
            It is 70% unlikely that rents fall.
            There is a 0.001% chance that rents will fall.
            As for the chances that rents will fall, call them seventy percent.
            Rents (70%) will fall.
            Nine times out of ten rents will fall.
            Rents will fall by 3%, with a 20% chance of falling by 10%.
            Markets see a 70% chance of a cut, but I think it will not happen.
            """)
    void theEditorIsAskedWhatANumberMeans(String text) {
        assertOffered(text, "?", false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Goldman puts the odds of a recession at 35%.                        | 0.35
            Polymarket gives a 70% chance that rents will fall.                 | 0.7
            """)
    void somebodyElsesNumberIsTheirs(String text, String offered) {
        assertOffered(text, offered, true);
    }

    /** The chance of it has a word that no lexicon lists: the card asks for the phrase. None at all is a flat denial. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            There's a good chance that rents fall.               | WORDED   | YES | Rents fall.
            I think there's a decent chance rents fall.          | WORDED   | YES | Rents fall.
            There is a small chance of a coup in 2026.           | WORDED   | YES | There will be a coup in 2026.
            The odds are good that rents fall.                   | WORDED   | YES | Rents fall.
            There's no chance that rents fall.                   | ASSERTED | NO  | Rents fall.
            There is zero chance that Trump will not resign.     | ASSERTED | NO  | Trump will not resign.
            """)
    void aChanceOfNoListedSizeIsNoCertainty(String text, Candidate.Basis basis, Candidate.Stance stance, String statement) {
        Position position = position(text, false);
        assertEquals(List.of(basis, stance), List.of(position.basis(), position.stance()));
        assertNull(position.probability());
        assertNull(position.phrase());
        assertEquals(statement, Claims.statement(text, position));
    }

    @ParameterizedTest
    @CsvSource({ "winning,win", "losing,lose", "cutting,cut", "leaving,leave", "passing,pass", "resigning,resign",
            "falling,fall",
            "breaking,break", "taking,take", "voting,vote", "raising,raise", "becoming,become", "happening,happen",
            "collapsing,collapse", "ratifying,ratify", "escalating,escalate", "defeating,defeat", "declaring,declare",
            "settling,settle", "merging,merge", "retiring,retire", "toppling,topple", "announcing,announce" })
    void aVerbIsFoundInItsGerund(String gerund, String verb) {
        assertEquals(verb, Frames.base(gerund));
    }
}
