package org.hindcast.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            phrase,                point, low, high, lowest, highest
            will-happen,           990,   990, 990,  900,    990
            always,                990,   980, 990,  850,    990
            certainly,             980,   900, 990,  700,    990
            almost-certain,        950,   900, 980,  880,    990
            almost-certainly,      950,   900, 980,  880,    990
            highly-likely,         900,   800, 900,  750,    950
            very-likely,           900,   800, 900,  750,    950
            with-high-probability, 800,   750, 900,  700,    950
            likely,                750,   670, 800,  600,    900
            probable,              750,   650, 800,  510,    900
            probably,              700,   600, 750,  500,    850
            we-believe,            750,   650, 850,  500,    990
            serious-possibility,   660,   450, 800,  200,    900
            realistic-possibility, 600,   400, 750,  200,    850
            better-than-even,      600,   550, 600,  510,    700
            about-even,            500,   500, 500,  490,    510
            maybe,                 500,   400, 500,  200,    596
            probably-not,          250,   150, 300,  50,     445
            unlikely,              200,   100, 250,  50,     400
            improbable,            100,   50,  200,  10,     330
            highly-unlikely,       50,    50,  100,  10,     200
            remote-chance,         50,    30,  100,  10,     200
            almost-no-chance,      20,    10,  50,   10,     100
            never,                 10,    10,  10,   10,     80
            """, useHeadersInDisplayName = true)
    void theDefaultIsTheLargestSurveysMedian(String phrase, int point, int low, int high, int lowest, int highest) {
        assertEquals(Optional.of(new Lexicon.Meaning(point, low, high, lowest, highest)), Lexicon.standard().meaning(phrase));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kent-1964,          probable,            750
            kent-1964,          likely,              750
            kent-1964,          certain,             990
            icd-203,            likely,              675
            icd-203,            highly-likely,       875
            phia,               realistic-possibility, 450
            ipcc,               unlikely,            165
            ipcc,               about-even,          495
            nato,               highly-likely,       950
            efsa,               likely,              780
            mauboussin-2018,    almost-certainly,    900
            mauboussin-2018,    likely,              700
            fagen-ulmschneider, probably,            700
            zonination-2015,    probably-not,        265
            kent-1964,          slam-dunk,           950
            """)
    void otherLexiconsHaveTheirOwnFiguresAndElseTheDefaults(String lexicon, String phrase, int perMille) {
        assertEquals(Optional.of(perMille), Lexicon.named(lexicon).orElseThrow().perMille(phrase));
    }

    @Test
    void everyPhraseIsScoredInEveryLexiconButForHedges() {
        for (String id : Lexicon.ids()) {
            Lexicon lexicon = Lexicon.named(id).orElseThrow();
            assertEquals(id, lexicon.id());
            for (Phrase phrase : Lexicon.phrases().values()) {
                assertEquals(!phrase.hedge(), lexicon.perMille(phrase.id()).isPresent(), id + " " + phrase.id());
                lexicon.meaning(phrase.id()).ifPresent(m -> assertTrue(10 <= m.lowest() && m.lowest() <= m.low()
                        && m.low() <= m.point() && m.point() <= m.high() && m.high() <= m.highest() && m.highest() <= 990,
                        id + " " + phrase.id() + " " + m));
            }
        }
        assertEquals(Optional.empty(), Lexicon.standard().perMille("no-such-phrase"));
        assertEquals(Optional.empty(), Lexicon.named("no-such-lexicon"));
    }

    /** The shared file's figures, all 130 but the five of hedges, which are never scored. */
    @Test
    void agreesWithTheSharedFile() {
        var phrases = SharedScoring.json("lexicon.json").get("phrases");
        int[] compared = { 0 };
        phrases.fields().forEachRemaining(entry -> entry.getValue().forEach(row -> {
            String source = row.get("source").asText();
            String lexicon = Lexicon.ids().stream().filter(id -> source.toLowerCase().replaceAll("[^a-z0-9]", "").contains(
                    id.replaceAll("-?(2018|2026|1964|2015|2022)$", "").replace("-", ""))).findFirst().orElse("icd-203");
            long expected = Math.max(10, Math.min(990, Math.round(row.get("point").asDouble() * 10)));
            String phrase = entry.getKey().replace(' ', '-');
            if (!Lexicon.phrases().get(phrase).hedge()) {
                assertEquals(expected, Lexicon.named(lexicon).orElseThrow().perMille(phrase).orElseThrow().longValue(),
                        lexicon + " " + phrase);
                compared[0]++;
            }
        }));
        assertEquals(125, compared[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This is probably fine                       | probably
            It will probably not pass                   | probably-not
            It PROBABLY  won’t pass                     | probably-not
            a deal is not likely                        | unlikely
            a deal isn't likely                         | unlikely
            it doesn't seem likely                      |
            far from certain, not certain, not almost certain | certain
            it is highly likely, not highly unlikely    | highly-likely
            almost certainly not                        | almost-certainly-not
            almost certainly                            | almost-certainly
            it will likely not happen                   | likely/NO
            in May 2026 and by May                      |
            May 5 is a date                             |
            it may rain; May it rain?                   | may may
            could possibly be                           | could possibly
            more often than not                         | more-often-than-not
            not often                                   | not-often
            unlikelyhood, alikely, likely               | likely
            """)
    void findsTheLongestPhraseAtEachPlace(String text, String phrases) {
        assertEquals(phrases == null ? "" : phrases, Lexicon.find(text).stream()
                .map(found -> found.phrase() + (found.denies() ? "/NO" : "")).collect(Collectors.joining(" ")));
    }

    @Test
    void saysWhereItFoundThemAndWhichAreHedges() {
        String text = "Growth might slow; a recession is very\nunlikely.";
        var found = Lexicon.find(text);
        assertEquals("might", text.substring(found.get(0).start(), found.get(0).end()));
        assertTrue(found.get(0).hedge());
        assertEquals("very\nunlikely", text.substring(found.get(1).start(), found.get(1).end()));
        assertEquals("very-unlikely", found.get(1).phrase());
    }

    @Test
    void knowsAPhraseByIdAndByWording() {
        assertEquals(Optional.of("probably-not"), PhraseFinder.idOf("probably won't"));
        assertEquals(Optional.of("probably-not"), PhraseFinder.idOf("probably-not"));
        assertEquals(Optional.empty(), PhraseFinder.idOf("zzz"));
    }
}
