package fr.passerelle.commandline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.entitlement.Nationality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesAndPeopleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            93                        | 93
            1                         | 01
            93.0                      | 93
            093                       | 93
            075                       | 75
            2a                        | 2A
            20A                       | 2A
            20B                       | 2B
            69D                       | 69
            69M                       | 69
            FR-75                     | 75
            D075                      | 75
            D93                       | 93
            976                       | 976
            93200                     | 93
            Corse-du-Sud              | 2A
            corse du sud              | 2A
            SEINE SAINT DENIS         | 93
            Seine-St-Denis            | 93
            La Réunion (974)          | 974
            974 La Réunion            | 974
            93 - Seine-Saint-Denis    | 93
            Ain (01)                  | 01
            Ain (1)                   | 01
            Côte d'Or                 | 21
            Cote-d’Or                 | 21
            Val-d'Oise                | 95
            Reunion                   | 974
            Département du Rhône      | 69
            Dép. 93                   | 93
            Hte-Garonne               | 31
            Métropole de Lyon         | 69
            """)
    void readsADepartment(String text, String code) throws NotUnderstoodException {
        assertThat(Departments.read(text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99",
                "999",
                "00",
                "96",
                "SDF",
                "Île-de-France",
                "75 - Rhône",
                "Rhône (75)",
                "93 ou 94",
                "93/94",
                "1 234",
                "Bruxelles",
                "9三",
                "+93",
                "93200 SAINT-DENIS",
                "98000",
                "Nord Pas-de-Calais"
            })
    void refusesWhatIsNoDepartment(String text) {
        assertThatThrownBy(() -> Departments.read(text)).isInstanceOf(NotUnderstoodException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            93200                     | 93200
            1000                      | 01000
            93200.0                   | 93200
            20 167                    | 20167
            F-93200                   | 93200
            FR 93200                  | 93200
            93200 SAINT-DENIS         | 93200
            93205 Saint-Denis Cedex 1 | 93205
            97133                     | 97133
            97700                     | 97700
            """)
    void readsAPostalCode(String text, String code) throws NotUnderstoodException {
        assertThat(PostalCodes.read(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SDF",
                "93200x",
                "98000",
                "00100",
                "99999",
                "932000",
                "932",
                "93200/93300",
                "B-1000",
                "Saint-Denis"
            })
    void refusesWhatIsNoPostalCodeOfFrance(String text) {
        assertThatThrownBy(() -> PostalCodes.read(text)).isInstanceOf(NotUnderstoodException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Française",
                "FRANCAIS",
                "FR",
                "FRA",
                "F",
                "France",
                "Français(e)",
                "100",
                "99100",
                "UE",
                "U.E.",
                "Union Européenne",
                "union europeenne",
                "EEE",
                "EU_EEA_SWISS",
                "Belge",
                "Tchèque",
                "République tchèque",
                "Tchéquie",
                "Suisse",
                "Pays-Bas",
                "Néerlandaise",
                "DE",
                "Allemagne",
                "Germany",
                "Franco-algérienne",
                "franco-marocain",
                "Algérienne et française",
                "Française / Tunisienne",
                "FR, DZ",
                "Citoyen européen",
                "109",
                "La Réunion",
                "Nationalité française",
                "Portugais(e)",
                "France (FR)",
                "FRA - France",
                "Nouvelle-Calédonie",
                "Polynésie française",
                "Groenland"
            })
    void knowsWhoIsFreeToSettle(String text) throws NotUnderstoodException {
        assertThat(Nationalities.read(text)).isEqualTo(Nationality.EU_EEA_SWISS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hors UE",
                "hors U.E.",
                "non-UE",
                "non EU",
                "OTHER",
                "Marocaine",
                "Algérien",
                "DZ",
                "MAR",
                "Monaco",
                "352",
                "Royaume-Uni",
                "Britannique",
                "États-Unis",
                "Côte d’Ivoire",
                "Algérienne et marocaine",
                "Maroco-tunisienne"
            })
    void knowsWhoIsNot(String text) throws NotUnderstoodException {
        assertThat(Nationalities.read(text)).isEqualTo(Nationality.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Europe",
                "Réfugié",
                "inconnue",
                "non renseigné",
                "NR",
                "NC",
                "N/A",
                "?",
                "-",
                "étrangère",
                "autre",
                "Wakandaise",
                "pas française",
                "Française ?",
                "Afrique",
                "Marocaine ou algérienne",
                "000",
                "999"
            })
    void neverTakesWhatItDoesNotKnowForOneOrTheOther(String text) {
        assertThatThrownBy(() -> Nationalities.read(text)).isInstanceOf(NotUnderstoodException.class);
    }
}
