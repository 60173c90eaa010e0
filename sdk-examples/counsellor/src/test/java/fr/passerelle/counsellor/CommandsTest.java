package fr.passerelle.counsellor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @Test
    void answersInFrenchUnlessAskedOtherwise() {
        assertThat(Run.of("entitlement", "--born", "14/05/2008", "--department", "93")
                        .out())
                .contains("Situation au 1er juin 2026", "Droit probable", "150,00 €", "13 mai 2027", "À faire");
        assertThat(Run.of("entitlement", "--born", "2008-05-14", "--department", "93", "--lang", "en")
                        .out())
                .contains("Probably entitled", "150.00 €", "13 May 2027", "keeps no data");
    }

    @Test
    void answersForAnotherDay() {
        Run run = Run.of("entitlement", "--born", "2008-05-14", "--department", "93", "--on", "13/05/2026", "--json");

        assertThat(run.out())
                .contains("\"newMoneyCents\" : 5000", "\"asOf\" : \"2026-05-13T10:00:00Z\"", "TURNS_18")
                .doesNotContain("2008");
    }

    @Test
    void keepsTheRightOfWhoeverRegisteredInTime() {
        String[] late = {"entitlement", "--born", "2007-01-10", "--department", "75", "--json", "--registered"};

        assertThat(Run.of(append(late, "2025-12-01")).out())
                .contains("NEW_GRANT_LATE_FINISH", "\"probablyEntitled\" : true", "\"lastDayToAct\" : \"2028-01-09\"");
        assertThat(Run.of(append(late, "2026-02-01")).out()).contains("TOO_OLD", "\"probablyEntitled\" : false");
    }

    private static String[] append(String[] words, String word) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = word;
        return all;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --born 31/02/2008                                  | date de naissance
            --born 1899-12-31                                  | 01/01/1900
            --born 2027-01-01                                  | avant le jour
            --born 2008-05-14 --department 99                  | département
            --born 2008-05-14 --postal-code 93200x               | code postal
            --born 2008-05-14 --resident-since hier            | résident depuis
            --born 2008-05-14 --on demain                      | --on
            --born 2008-05-14 --colour red                     | --colour
            --department 93                                    | --born
            """)
    void refusesABadQuestionInOneLine(String options, String named) {
        Run run = Run.of(("entitlement " + options).split(" +"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains(named).doesNotContain("Exception");
    }

    @Test
    void paysForTwoPlacesOfAConcert() {
        Run run = Run.of("afford", "--credit", "50", "--price", "25,00", "--category", "CONCERT", "--quantity", "2");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Oui", "50,00 €", "0,00 €", "duo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --credit 49.99 --price 25 --category CONCERT --quantity 2           | INSUFFICIENT_FUNDS
            --credit 150 --price 30.01 --category VOD --digital-left 30         | DIGITAL_LIMIT
            --credit 150 --price 10 --category LIVRE_PAPIER --quantity 2        | QUANTITY_INVALID
            --credit 50 --price 10 --category VOD --minor                       | OFFER_CATEGORY_NOT_BOOKABLE_BY_USER
            """)
    void saysTheFirstRefusalOfTheServer(String options, String refusal) {
        Run run = Run.of(("afford --json " + options).split(" +"));

        assertThat(run.out()).contains("\"affordable\" : false", refusal);
    }

    @Test
    void knowsWhatIsLeftOnLine() {
        Run run = Run.of(
                "afford --json --credit 150 --price 30 --category VOD --digital-left 30 --on 2026-06-01".split(" "));

        assertThat(run.out()).contains("\"affordable\" : true", "\"leftCents\" : 12000", "\"digitalLeftCents\" : 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"976", "Mayotte", "976 - Mayotte", "Mayotte (976)"})
    void readsADepartmentAsListsWriteIt(String department) {
        Run run = Run.of(
                "afford",
                "--json",
                "--credit",
                "150 €",
                "--price",
                "12,50",
                "--category",
                "VOD",
                "--department",
                department);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo(Run.of(
                                "afford",
                                "--json",
                                "--credit",
                                "150",
                                "--price",
                                "12.5",
                                "--category",
                                "VOD",
                                "--department",
                                "976")
                        .out());
    }

    @Test
    void saysWhichWayTheLawDiffersForThisCategory() {
        Run run = Run.of("afford --credit 150 --price 60 --category VOD --on 2026-06-01".split(" "));

        assertThat(run.out()).contains("Oui", "Pour VOD, le programme dit oui, la loi dirait non");
        assertThat(Run.of("afford --credit 150 --price 60 --category LIVRE_NUMERIQUE --on 2026-06-01".split(" "))
                        .out())
                .doesNotContain("la loi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--credit 2€50x --price 5 --category CONCERT",
                "--credit 150 --price 5 --category CONCERT --department Narnia",
                "--credit +5 --price 5 --category CONCERT",
                "--credit -1 --price 5 --category CONCERT",
                "--credit 1.234 --price 5 --category CONCERT",
                "--credit 150 --price 5 --category NONSENSE",
                "--credit 150 --price 5 --category CONCERT --quantity 3",
                "--credit 150 --price 5 --category VOD --digital-left 101",
                "--credit 150 --price 1e99 --category CONCERT",
                "--credit 150 --price 5 --category CONCERT --quantity two"
            })
    void refusesABadAmountNamingItsOption(String options) {
        Run run = Run.of(("afford " + options).split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entitlement", "audit", "afford", "nearby", "check"})
    void documentsItsExitCodes(String command) {
        assertThat(Run.of(command, "--help").out()).contains("Codes de sortie", "--lang");
        assertThat(Run.of(command, "--help", "--lang", "en").out()).contains("Exit codes");
        assertThat(Run.of(command, "--version").out()).contains("Passerelle counsellor");
    }

    @Test
    void refusesALanguageThatItDoesNotSpeak() {
        assertThat(Run.of("check", "--lang", "de").exit()).isEqualTo(2);
    }

    @Test
    void asksForACommand() {
        assertThat(Run.of().exit()).isEqualTo(2);
    }
}
