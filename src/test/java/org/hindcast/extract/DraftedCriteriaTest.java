package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.extract.DraftedCriteria.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftedCriteriaTest {

    private static final LocalDate PUBLISHED = LocalDate.parse("2025-12-11");
    private static final Deadlines DEADLINES = new Deadlines(EventDates.NONE);

    private static DraftedCriteria drafted(String statement, String condition) {
        return DraftedCriteria.of(new Claim(statement, statement, "Jane Example", PUBLISHED, DEADLINES.in(statement, PUBLISHED),
                condition));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The government will fall by the end of 2026.       | Will the government fall by 31 December 2026?
            By 2030, coal will be gone.                        | Will coal be gone by 31 December 2030?
            Inflation is going to be above 3% in 2026.         | Will inflation be above 3% between 1 January 2026 and 31 December 2026?
            Inflation will be at 3 % by the end of 2026.       | Will inflation be at 3 % by 31 December 2026?
            It'll be signed on 1 March 2026.                   | Will it be signed on 1 March 2026?
            Pressure on Ukraine intensifies.                   | Will this come true: Pressure on Ukraine intensifies?
            The party will not split within 18 months.         | Will this come true by 11 June 2027: The party will not split?
            The man who will win will resign.                  | Will this come true: The man who will win will resign?
            Trump will resign.                                 | Will Trump resign?
            """)
    void asksWhatTheStatementSays(String statement, String question) {
        assertEquals(question, drafted(statement, null).question());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The minister will resign by March.             | has happened between 11 December 2025 and 31 March 2026
            The minister will resign by March.             | What is only announced
            Bitcoin hits $200,000 next year.               | for any day or period between 1 January 2026 and 31 December 2026
            Inflation will be above 3% in 2026.            | for 31 December 2026, or for the last day or period before it
            Inflation will be at 3 % by the end of 2026.   | for 31 December 2026, or for the last day or period before it
            Rents will rise by the end of 2027.            | on or before 31 December 2027, against the last one published on or before 11 December 2025
            Spain will win the cup in 2026.                | Projections do not count
            Assad will still be in power at the end of 2027. | holds on 31 December 2027
            Trump threatens aid cutoff.                    | in public and on the record
            They will not build one before 2030.           | still holds on 31 December 2029
            India will grow faster than China in 2027.     | A tie does not count
            Pressure on Ukraine intensifies.               | at least 2 of these can be seen after 11 December 2025 and on or before the due date
            """)
    void saysWhatCountsByKind(String statement, String words) {
        String yes = drafted(statement, null).yesWhen();
        assertTrue(yes.contains(words), yes);
        assertTrue(yes.endsWith("Everything else is no."), yes);
    }

    @Test
    void takesTheDateOfTheDeadlineAndNoneWhereThereIsNone() {
        assertEquals(LocalDate.parse("2026-12-31"), drafted("It will end in 2026.", null).dueOn());
        assertNull(drafted("It will end eventually.", null).dueOn());
    }

    @Test
    void aConditionHasACriterionOfItsOwnAndIsVoidWhereItIsNotMet() {
        String yes = drafted("Prices will rise by 2027.", "if the tariffs stay").yesWhen();
        assertTrue(yes.contains("“the tariffs stay” has come true between 11 December 2025 and 31 December 2027"), yes);
        assertTrue(yes.contains("VOID"), yes);
        assertFalse(yes.contains("Everything else is no."), yes);
        assertTrue(drafted("Prices will rise.", "unless the tariffs end").yesWhen().contains("has not come true"));
    }

    @Test
    void aConditionIsSaidApartFromWhatDependsOnIt() {
        DraftedCriteria first = drafted("If the Senate flips, the tax cut will be repealed.", "If the Senate flips");
        assertEquals("Will the tax cut be repealed, if the Senate flips?", first.question());
        assertTrue(first.yesWhen().startsWith("“The tax cut will be repealed” has happened"), first.yesWhen());
        assertFalse(first.sourceOfTruth().contains("electoral"), first.sourceOfTruth());
        assertEquals("Will prices rise by 31 December 2027, unless the tariffs end?",
                drafted("Prices will rise by 2027 unless the tariffs end.", "unless the tariffs end").question());
    }

    @ParameterizedTest
    @ValueSource(strings = { "bitcoin|CoinMarketCap", "The Fed will cut interest rates|central bank",
            "Rain will fall|Reuters" })
    void proposesASource(String statementAndSource) {
        String[] both = statementAndSource.split("\\|");
        assertTrue(drafted(both[0], null).sourceOfTruth().contains(both[1]));
    }

    @Test
    void everyVagueVerbHasIndicatorsEnoughEachWithASource() {
        List<Proxies.Proxy> all = Proxies.standard().all();
        assertTrue(all.size() >= 20);
        for (Proxies.Proxy proxy : all) {
            assertTrue(proxy.needed() >= 1 && proxy.indicators().size() > proxy.needed(), proxy.verb());
            assertEquals(proxy, Proxies.standard().of("It will " + proxy.verb() + ".").orElseThrow(), proxy.verb());
            DraftedCriteria drafted = drafted("The pressure will " + proxy.verb() + " by 2027.", null);
            assertTrue(drafted.yesWhen().length() <= 2000 && drafted.question().length() <= 2000);
        }
    }

    @Test
    void longStatementsStayWithinWhatIsAccepted() {
        DraftedCriteria drafted = drafted("The very long statement will " + "go on and ".repeat(400) + "end.",
                "if " + "a b ".repeat(300));
        assertTrue(drafted.question().length() <= 2000 && drafted.yesWhen().length() <= 2000);
    }
}
