package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # text                                        | label=cents, …
            Plein tarif: 8€ / Tarif réduit: 6€            | Plein tarif=800, Tarif réduit=600
            10 €                                          | Tarif unique=1000
            10€                                           | Tarif unique=1000
            8 euros                                       | Tarif unique=800
            12,50 €                                       | Tarif unique=1250
            12.5 EUR                                      | Tarif unique=1250
            8€50                                          | Tarif unique=850
            € 12                                          | Tarif unique=1200
            0 €                                           | Tarif unique=0
            De 6 à 25 €                                   | Tarif minimum=600, Tarif maximum=2500
            6€ à 25€                                      | Tarif minimum=600, Tarif maximum=2500
            Entre 5 et 12 euros                           | Tarif minimum=500, Tarif maximum=1200
            à partir de 10€                               | Tarif minimum=1000
            Tarif : 10 / 8 / 5 euros                      | Tarif=1000, Tarif=800, Tarif=500
            5/7€                                          | Tarif=500, Tarif=700
            10, 8 et 5 €                                  | Tarif=1000, Tarif=800, Tarif=500
            13€ (10€ pour étudiants et demandeurs d’emploi) | Tarif=1300, Pour étudiants et demandeurs d’emploi=1000
            8€ sur place                                  | Sur place=800
            6€ en préventes / 8€ sur place                | En préventes=600, Sur place=800
            Entrée : 4€ par partie - Pas d'inscription préalable | Entrée=400
            Tarif unique : 10€ / Réservation obligatoire  | Tarif unique=1000
            5 € (gratuit pour les moins de 12 ans)        | Tarif=500, Pour les moins de 12 ans=0
            8€, gratuit pour les moins de 12 ans          | Tarif=800, Pour les moins de 12 ans=0
            Adulte 8€ Enfant 5€                           | Adulte=800, Enfant=500
            8€ adulte 5€ enfant                           | Adulte=800, Enfant=500
            Tarifs: 12€ plein, 8€ réduit                  | Plein=1200, Réduit=800
            8€ (tarif plein) 6€ (tarif réduit)            | Tarif plein=800, Tarif réduit=600
            Tarif plein : 12 €<br/>Tarif réduit : 8 &euro;| Tarif plein=1200, Tarif réduit=800
            -26 ans : 5€ ; +60 ans : 6€                   | -26 ans=500, +60 ans=600
            8€ / 8€                                       | Tarif=800
            Salle 2 - 8€                                  | Salle 2=800
            Le 12/05/2018 à 20h30 : 10€                   | Tarif unique=1000
            10€, réservation au 01 42 33 44 55            | Tarif unique=1000
            Rés. 01.42.33.44.55 - Entrée 12€              | Entrée=1200
            12 mai 2018, 9€                               | Tarif unique=900
            8€ TTC                                        | Tarif unique=800
            Moins de 26 ans : gratuit ; plein tarif : 9 € | Moins de 26 ans=0, Plein tarif=900
            Adultes : 10 € / Enfants : 5 € / Gratuit - 3 ans | Adultes=1000, Enfants=500, - 3 ans=0
            10 € / 8€ (réduit) / 5€ (- de 18 ans)         | Tarif=1000, Réduit=800, - de 18 ans=500
            7 € 50                                        | Tarif unique=750
            Participation de 5 €                          | Participation=500
            10€ (dont 1€ reversé à une association)       | Tarif=1000
            8€ à 20h30 et 10€ à 22h                       | Tarif=800, Tarif=1000
            Plein 12€, réduit 8€, moins de 18 ans gratuit | Plein=1200, Réduit=800, Moins de 18 ans=0
            8€ (+ de 60 ans : 6€)                         | Tarif=800, + de 60 ans=600
            5 €/personne, gratuit -12 ans                 | Tarif=500, -12 ans=0
            Plein : 15€ ; Famille (2 adultes + 2 enfants) : 40€ | Plein=1500
            Tarif 1 : 10€ / Tarif 2 : 8€                  | Tarif 1=1000, Tarif 2=800
            Enfants 6-12 ans : 5€ ; adultes : 9€          | Enfants 6-12 ans=500, Adultes=900
            35€ / 90€ les 3 jours                         | Tarif=3500
            12 € réduit 8 €                               | Tarif=1200, Réduit=800
            12 € Réduit : 8 €                             | Tarif=1200, Réduit=800
            12€ - étudiants 8€                            | Tarif=1200, Étudiants=800
            12€ Étudiants : 8€ Enfants : 5€               | Tarif=1200, Étudiants=800, Enfants=500
            12 € réduit 8 € sur réservation               | Tarif=1200, Réduit=800
            12 € -26 ans : 8 €                            | Tarif=1200, -26 ans=800
            12 € sur place 10 € en prévente               | Sur place=1200, En prévente=1000
            10 €, 2e enfant : 5 €                         | Tarif=1000
            10 € la 1re place, 5 € la 2e                  | La 1re place=1000
            2e série : 10 €, cat. 1 : 22 €                | 2e série=1000, Cat. 1=2200
            1€ symbolique                                 | Symbolique=100
            Tarif réduit: 6€ / Plein tarif: 8€ / Tarif réduit: 6€ | Tarif réduit=600, Plein tarif=800
            Entrée libre                                  | Gratuit=0
            Gratuit                                       | Gratuit=0
            Entrée Libre                                  | Gratuit=0
            GRATUIT sur inscription                       | Gratuit=0
            Entrée gratuite sur réservation               | Gratuit=0
            inscription gratuite obligatoire              | Gratuit=0
            Gratuit en libre accès                        | Gratuit=0
            Gratuit pour tous                             | Gratuit=0
            Free admission                                | Gratuit=0
            Entrée libre (prix au chapeau)                | Gratuit=0
            Soirée gratuite, en accès libre, dans la limite des places disponibles. | Gratuit=0
            Entrée libre. Catalogue : 10€                 | Gratuit=0
            `Plein Tarif : 16€ ; Tarif Réduit (RSA, Intermittents, -26 ans, +60 ans) : 12€ ; Enfant de -15 ans : 8€ ; Groupes de 10 personnes ou plus : 7.50€ /personne. Pass 6 places : 45€ (valable sur toute l'année 2018)` | Plein Tarif=1600, Tarif Réduit (RSA, Intermittents, -26 ans, +60…=1200, Enfant de -15 ans=800
            """)
    void understands(String text, String expected) throws NotPublishableException {
        assertThat(PriceParser.parse(text, new ArrayList<>()).stream()
                        .map(line -> line.label() + "=" + line.cents())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            990€ HT                                       | price.excludes-tax
            12 € hors taxes                               | price.excludes-tax
            prix libre                                    | price.pay-what-you-want
            Libre participation aux frais                 | price.pay-what-you-want
            Participation libre, 5€ conseillés            | price.pay-what-you-want
            sur réservation                               | price.unstated
            Sur inscription - Nombre de places limité     | price.unstated
            Réser                                         | price.unstated
            payant                                        | price.unstated
            Réservations au 01 42 33 44 55                | price.unstated
            le 12/05/2018 à 20h30                         | price.unstated
            informations et billetterie au 08 92 050 050(0.35€/min) et sur viparis.com | price.unstated
            L'événement est destiné aux élèves de deux classes de bac Pro. | price.unstated
            non gratuit                                   | price.unstated
            10                                            | price.no-currency
            Tarif : 10 / 8                                | price.no-currency
            £12                                           | price.foreign-currency
            20 CHF                                        | price.foreign-currency
            -5€                                           | price.negative
            10€ + 2€ de frais                             | price.plus-extra
            5€ + adhésion 2€                              | price.plus-extra
            Billet + repas : 25€                          | price.plus-extra
            Entrée libre sauf expositions : 5€            | price.contradictory
            5€ / gratuit                                  | price.contradictory
            --5€                                          | price.negative
            150 € les 3 jours                             | price.not-one-place
            un euro                                       | price.unstated
            99999999999999999999 €                        | price.unreadable
            jusqu'à 25€                                   | price.approximate
            environ 10 €                                  | price.approximate
            Gratuit pour les moins de 18 ans              | price.free-for-some
            Moins de 26 ans : gratuit                     | price.free-for-some
            Planétarium accessible gratuitement avec des contremarques. | price.free-for-some
            Entrée libre. Atelier 5€                      | price.contradictory
            Adhésion : 20€                                | price.not-one-place
            15 € par mois                                 | price.not-one-place
            Tarif plein 10 et réduit 8 €                  | price.unreadable
            1e2 €                                         | price.unreadable
            2x5 €                                         | price.unreadable
            10 € / 2 pers                                 | price.not-one-place
            10€ / 3 séances                               | price.not-one-place
            30 € les 3 séances                            | price.not-one-place
            10€/2h                                        | price.not-one-place
            La 2e place à 5 €                             | price.not-one-place
            2ème entrée : 5 €                             | price.not-one-place
            1er prix : 500 €                              | price.not-one-place
            Exposants : 10 €                              | price.not-one-place
            12 € / 8 € / 0 €                              | price.contradictory
            Gratuit pour les enfants parking 5 €          | price.free-for-some
            Gratuit pour les enfants, parking 5 €         | price.free-for-some
            80 k€                                         | price.unreadable
            12,505 €                                      | price.unreadable
            """)
    void refuses(String text, String reason) {
        assertThat(refusal(text)).isEqualTo(reason);
    }

    private static String refusal(String text) {
        try {
            return "understood as " + PriceParser.parse(text, new ArrayList<>());
        } catch (NotPublishableException refused) {
            return refused.reason().code().code();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            De 6 à 25 €              | price.range
            à partir de 10€          | price.from
            8€ / 8€                  | price.repeated
            Plein : 8€ ; Pass : 45€  | price.left-out
            Entrée libre (au chapeau)| price.tip
            """)
    void saysWhatItInfers(String text, String note) throws NotPublishableException {
        List<Finding> notes = new ArrayList<>();
        PriceParser.parse(text, notes);
        assertThat(notes).extracting(finding -> finding.code().code()).containsExactly(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15 € (2027-04-01 / 2027-05-31)\n22 € (2027-06-01 / 2027-09-30)",
                "du 01/04/2027 au 31/05/2027 : 15 €, ensuite 22 €",
                "10 € (-50 % pour les étudiants)",
                "10 €, 20% de réduction pour les étudiants",
                "12 € avec un accompagnateur payant",
                "Gratuit (adhésion 5 €)",
                "Gratuit, carte de membre 3 €",
                "20 € les deux",
                "20€ (10€/personne)",
                "10 € à la réservation et 10 € sur place",
                "Inscription 10 € puis 5 € par séance",
                "5 €/séance, adhésion 10 €/an obligatoire",
                "5€ le carnet",
                "Gratuit. Inscription contre versement de dix balles",
                "Gratuit. Réservation du dîner indispensable",
                "Gratuit. En cas de pluie, au musée, droit d'accès du musée",
                "Gratuit. Inscription pour les femmes",
                "Gratuit. Inscription des exposants",
                "Gratuit. Réservation suspendue",
                "Gratuit. Info : obole exigée",
                "Gratuit. Réservation par virement",
                "Réservé aux adhérents : 5 €",
                "Adhérents : 5 €",
                "5 € membres uniquement",
                "Abonnés 10 €, adhérents 8 €"
            })
    void sellsNothingThatDependsOnTheDayOnAnotherPersonOrOnAMembership(String text) {
        assertThatThrownBy(() -> PriceParser.parse(text, new ArrayList<>()))
                .isInstanceOf(NotPublishableException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 € la place, 20 € les deux              | 1200
            Adhérents 5 €, non adhérents 8 €          | 500 800
            10 € / personne (soit 20 € le couple)     | 1000
            Le 12/05/2027 : 10 €                      | 1000
            20/12/10 €                                | 2000 1200 1000
            """)
    void sellsWhatStandsBesideIt(String text, String cents) throws NotPublishableException {
        assertThat(PriceParser.parse(text, new ArrayList<>()))
                .extracting(PriceLine::cents)
                .containsExactly(
                        Stream.of(cents.split(" ", -1)).map(Long::valueOf).toArray(Long[]::new));
    }
}
