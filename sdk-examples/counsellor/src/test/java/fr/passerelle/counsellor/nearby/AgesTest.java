package fr.passerelle.counsellor.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pour les moins de 12 ans      | 0  | 11
            - de 18 ans                   | 0  | 17
            -26 ans                       | 0  | 25
            - 12 ans                      | 0  | 11
            -12                           | 0  | 11
            Enfants 6-12 ans              | 6  | 12
            De 12 à 17 ans                | 12 | 17
            Enfant (jusqu'à 12 ans)       | 0  | 12
            + 65 ans                      | 65 | 150
            60 ans et plus                | 60 | 150
            Dès 16 ans                    | 16 | 150
            Enfants                       | 0  | 14
            Tarif enfant                  | 0  | 14
            Seniors                       | 55 | 150
            Jeune (-18 ans)               | 0  | 17
            """)
    void areReadInThePricesName(String label, int lowest, int highest) {
        assertThat(Ages.of(label)).isEqualTo(new Ages(lowest, highest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tarif
            Plein
            Réduit (RSA, -12 ans)
            Étudiants et moins de 12 ans
            Enfants et étudiants
            Salle 2
            Cat. 1
            Tarif 1
            """)
    void leaveOutNobodyWhomTheNameMayMean(String label) {
        assertThat(Ages.of(label)).isEqualTo(new Ages(0, 150));
    }
}
