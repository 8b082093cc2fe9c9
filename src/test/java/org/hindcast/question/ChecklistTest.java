package org.hindcast.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.hindcast.question.Checklist.Claim;
import org.hindcast.question.Checklist.Finding;
import org.hindcast.question.Checklist.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecklistTest {

    private static final LocalDate MADE = LocalDate.parse("2025-12-11");
    private static final NewCriteria GOOD = new NewCriteria("Will the ECB lower its deposit rate by 30 June 2026?",
            "The Governing Council announces a deposit rate below 2.00 percent. The day of the announcement counts.",
            "Press releases of the ECB; otherwise Reuters.", LocalDate.parse("2026-06-30"), "UTC", "counts as no", null);
    private static final Claim CLAIM = new Claim("The ECB will lower its deposit rate by June.", null, MADE);

    private static NewCriteria with(String field, String value) {
        return new NewCriteria(field.equals("question") ? value : GOOD.question(),
                field.equals("yesWhen") ? value : GOOD.yesWhen(),
                field.equals("sourceOfTruth") ? value : GOOD.sourceOfTruth(),
                field.equals("dueOn") ? value == null ? null : LocalDate.parse(value) : GOOD.dueOn(), "UTC", null, null);
    }

    private static String found(NewCriteria criteria, Level level) {
        return Checklist.of(criteria, CLAIM).stream().filter(one -> one.level() == level).map(Finding::rule).sorted().distinct()
                .collect(Collectors.joining(" "));
    }

    @Test
    void goodCriteriaRaiseNothing() {
        assertEquals(List.of(), Checklist.of(GOOD, CLAIM));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            question      | -                              | form
            question      | ???                            | says-nothing
            question      | Will they win by 2026?         | no-subject
            yesWhen       | -                              | form
            yesWhen       | TBD                            | says-nothing
            yesWhen       | ...                            | says-nothing
            sourceOfTruth | -                              | form
            sourceOfTruth | To be determined.              | says-nothing
            sourceOfTruth | the author's own judgment      | author-decides
            sourceOfTruth | The columnist                  | author-decides
            dueOn         | -                              | form
            dueOn         | 2025-12-10                     | ends-before-made
            """)
    void refusesWhatNobodyCanApply(String field, String value, String rule) {
        assertEquals(rule, found(with(field, value), Level.ERROR));
    }

    /** What is short, or plain, or unusual is not refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            question      | What of this?
            question      | Will it happen by 2026?
            question      | Will prices be higher?
            question      | Wird die Inflation 2026 unter 2 % fallen?
            yesWhen       | So
            yesWhen       | The index is above that of today.
            yesWhen       | 2 oder mehr
            sourceOfTruth | The statistical office.
            sourceOfTruth | N/A newspapers
            sourceOfTruth | The author of the official report
            dueOn         | 2025-12-11
            """)
    void refusesNothingPlain(String field, String value) {
        assertEquals("", found(with(field, value), Level.ERROR));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            question      | Will it rain by 2026?                                            | no-subject
            question      | Will Ann win and will Bob lose by 2026?                          | two-claims
            question      | Will Ann get a seat, her rival jailed, and a new law by 2026?    | two-claims
            question      | Will the ECB likely lower its deposit rate by June 2026?         | modal
            question      | Will the ECB lower its rate?                                     | no-date-in-words
            question      | Will the ECB's deposit rate continue to change in 2026?          | near-certain
            yesWhen       | The pressure on the deposit rate intensifies, not counting talk. | vague-verb
            yesWhen       | There is a significant cut of 1 point of the deposit rate, not counting talk. | vague-size
            yesWhen       | The deposit rate might be below 2.00 percent; talk does not count. | modal
            yesWhen       | The deposit rate is below [number] 2 percent; talk does not count. | gap
            yesWhen       | The ECB deposit rate has come to 2.00 percent.                   | no-edge
            sourceOfTruth | Twitter                                                          | one-source
            sourceOfTruth | The Wall Street Journal                                          | one-source
            """)
    void warnsOfWhatIsOftenHardToApply(String field, String value, String rule) {
        String warnings = found(with(field, value), Level.WARNING);
        assertTrue(List.of(warnings.split(" ")).contains(rule), warnings);
        assertEquals("", found(with(field, value), Level.ERROR));
    }

    @Test
    void warnsOfALevelWithoutANumberAndOfAStateThatMayHoldAlready() {
        NewCriteria words = with("yesWhen", "The figure is higher, by the office. Estimates do not count.");
        assertTrue(rules(words, "Unemployment will rise by June.").contains("no-threshold"));
        assertTrue(rules(words, "Assad will still be in power.").contains("base-state"));
        assertTrue(rules(GOOD, "Giraffes escape from several zoos near Naples.").contains("drift"));
        assertTrue(rules(with("yesWhen", "word ".repeat(90) + "only"), "It will end.").contains("long"));
    }

    private static List<String> rules(NewCriteria criteria, String statement) {
        return Checklist.of(criteria, new Claim(statement, null, MADE)).stream().map(Finding::rule).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = { 10, 1000, 100_000 })
    void isQuickOnAnyLength(int length) {
        String text = "will not they and ".repeat(length / 18 + 1).substring(0, length);
        long begun = System.nanoTime();
        Checklist.of(new NewCriteria(text, text, text, null, null, null, null), new Claim(text, text, MADE));
        assertTrue(System.nanoTime() - begun < 5_000_000_000L);
    }
}
