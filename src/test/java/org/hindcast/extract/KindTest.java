package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The government will call an early election.                       | EVENT
            Russia will invade another country.                               | EVENT
            A vaccine will be approved in Europe.                             | EVENT
            Putin gets territorial gains validated.                           | EVENT
            Nobody will go to Mars this decade.                               | EVENT
            The minister will resign by March.                                | EVENT
            The ECB will raise its deposit rate in June 2026.                 | EVENT
            Inflation will be above 3 percent at the end of 2026.             | LEVEL
            Bitcoin hits $200,000 next year.                                  | LEVEL
            Unemployment will fall to 4%.                                     | LEVEL
            Inflation will be at 3 % in December 2026.                        | LEVEL
            The rate is at 4.5 percent by the summer.                         | LEVEL
            At 3 o'clock the minister will resign.                            | EVENT
            At least 40 countries will ban it.                                | LEVEL
            House prices will double by 2030.                                 | LEVEL
            Labour takes between 350 and 400 seats.                           | LEVEL
            The population will exceed 90 million.                            | LEVEL
            Pressure on Ukraine intensifies.                                  | TREND
            Rents will rise in every city.                                    | TREND
            Emissions will continue to decline.                               | TREND
            The trade war escalates.                                          | TREND
            Solar power will get cheaper.                                     | TREND
            Unemployment will be higher than it is today.                     | TREND
            Trump will win the election.                                      | WINNER
            Spain beats France in the final.                                  | WINNER
            Harris will be the nominee of her party.                          | WINNER
            Republicans lose the House.                                       | WINNER
            Democrats will hold the Senate.                                   | WINNER
            Orban will be re-elected.                                         | WINNER
            Assad will still be in power in 2027.                             | STATE
            The law remains in force.                                         | STATE
            Rates stay where they are.                                        | STATE
            He will no longer be chancellor.                                  | STATE
            Trump threatens aid cutoff.                                       | SPEECH
            The company will apologise to its customers.                      | SPEECH
            The Pope condemns the attack.                                     | SPEECH
            She will call for a ceasefire.                                    | SPEECH
            Rebuilding will take at least ten years.                          | DURATION
            It will take decades.                                             | DURATION
            They will not build one before 2030.                              | DURATION
            The war will last another two years.                              | DURATION
            India will grow faster than China.                                | COMPARATIVE
            Electric cars will outsell petrol ones.                           | COMPARATIVE
            More people will work at home than in offices.                    | COMPARATIVE
            China overtakes the United States.                                | COMPARATIVE
            """)
    void showsInTheWords(String statement, Kind kind) {
        assertEquals(kind, Kind.of(statement));
    }
}
