package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as agendas have them: what may be sold, and what must be understood. */
class RealPricesTest {

    static Stream<JsonNode> texts() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RealPricesTest.class.getResourceAsStream("/fr/passerelle/season/cases/agenda-prices.json"))) {
            return JsonMapper.builder().build().readTree(file).path("texts").valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sellsOnlyWhatATextSupports(JsonNode each) {
        List<Long> allowed = new ArrayList<>();
        each.path("allowedCents").forEach(cents -> allowed.add(cents.asLong()));
        List<Long> must = new ArrayList<>();
        each.path("mustSellCents").forEach(cents -> must.add(cents.asLong()));

        List<Long> sold = sold(each.path("text").asText());
        assertThat(allowed).containsAll(sold);
        assertThat(sold).containsAll(must);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gratuit le premier dimanche du mois",
                "Entrée gratuite jusqu'à 18h",
                "Gratuit avant 20h30",
                "Gratuit le 12 mai",
                "Gratuit sauf pour les groupes",
                "Navette gratuite",
                "Café offert, entrée payante",
                "Payant sauf pour les enfants",
                "Atelier payant, exposition en accès libre",
                "Entrée libre pour les adhérents, tarif habituel pour les autres",
                "Gratuit sur présentation du billet du musée",
                "Gratuit ou payant selon les dates",
                "Parking gratuit",
                "La gratuité est réservée aux moins de 26 ans",
                "25 € l'année",
                "12 € hors frais de location",
                "10 € plus 2 € de frais",
                "Carte : plein 40 € | réduit 30 €",
                "Abonnements\nPlein 40 €\nRéduit 30 €",
                "5 € de réduction sur présentation du billet",
                "20 € pour deux personnes",
                "1.200 €",
                "12 € ou 3 tickets",
                "10 € la table",
                "5 000 FCFA",
                "Gratuit 無料",
                "Selon quotient familial, de 2 à 10 €",
                "50 € le cycle de dix séances",
                "Tarif à la carte",
                "Billet couplé musée et jardin : 12 €",
                "10 € avec la carte, 12 € sans",
                "Animation gratuite, prix du billet au guichet",
                "Visite gratuite, entrée au tarif habituel",
                "Gratuit après le spectacle",
                "Gratuit pour tous les abonnés",
                "Première séance gratuite",
                "Gratuit ce jour-là",
                "Entrée gratuite dernier jour du festival",
                "Gratuit ?",
                "Réservation gratuite",
                "l0 €",
                "10, 00 €",
                "12, 50 €",
                "12 € moins 2 €",
                "12 € + 1,80 € frais",
                "15 € → 12 €",
                "15 € / famille",
                "15 €/couple",
                "10 €/h",
                "1 adulte et 1 enfant : 15 €",
                "Tarif parent-enfant : 15 €",
                "Duo : 20 €",
                "15 € par équipe",
                "Livret : 3 €",
                "Location de matériel : 5 €",
                "Prix conseillé : 10 €",
                "Gratuit le dimanche, 5 €",
                "Accès gratuit au site, concerts 20 €",
                "Gratuit. Inscription 5",
                "Gratuit. Réservation : 3, au comptoir",
                "Gratuit. Réservation payante",
                "Gratuit. Inscription réservée aux adhérents",
                "Gratuit. Rendez-vous à la caisse du château",
                "Gratuit. Places en vente sur place",
                "Gratuit. En cas de pluie, repli au cinéma avec votre ticket",
                "Gratuit. Inscriptions closes",
                "Gratuit. Réservation close, plus de places",
                "Gratuit. Inscription complète, liste d'attente",
                "Réservation gratuite. Durée : 2 h",
                "Gratuit le lundi. Rendez-vous devant la mairie.",
                "Place assise 30€ ; place debout 25€ ; -5€ : étudiants",
                "10 € la matinée plus adhésion",
                "22 € la leçon, 105 € les 7",
                "Adhésion 10 € / saison",
                "60 € les 3 cours",
                "0,10 €/km/personne"
            })
    void guessesNothing(String text) {
        assertThat(sold(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TP : 15 € / TR : 10 €                                              | 1500, 1000
            Visite guidée : 10 €. Gratuit pour les moins de 18 ans.            | 1000, 0
            Tarif plein : 12 € - Tarif réduit : 8 € (étudiants, - 26 ans)      | 1200, 800
            Entrée libre sans réservation                                      | 0
            Gratuit, sur inscription obligatoire auprès de l'office de tourisme | 0
            Tarif : gratuit                                                    | 0
            30 € au lieu de 40 €                                               | 3000
            Plein tarif : 10 € ; groupe (à partir de 10 pers.) : 8 €           | 1000
            Enfants 4€, adultes 8€. Prix spécial famille 20€                   | 400, 800
            2 € de moins pour les étudiants. Plein tarif : 12 €                | 1200
            <del>15 €</del> 12 €                                               | 1200
            <s>15 €</s> 12 €                                                   | 1200
            12 € / Famille 30 €                                                | 1200
            10 € / groupe (à partir de 10 pers.) : 8 €                         | 1000
            15, 12, 10 €                                                       | 1500, 1200, 1000
            5 €, gratuit avec la carte                                         | 500
            5 € (gratuit -12)                                                  | 500, 0
            10 € adulte, 8 € 15-18 ans, gratuit moins de 15 ans                | 1000, 800, 0
            8 € 12/17 ans, 10 € adultes                                        | 800, 1000
            8 € 12 - 17 ans, 10 € adultes                                      | 800, 1000
            8€50-6€                                                            | 850, 600
            8€50/6€                                                            | 850, 600
            9 € ; 5 € (étudiant -25 ans) ; gratuit - de 6 ans                  | 900, 500, 0
            Plein : 17€ Réduit : 12€ Gratuit pour les élèves du conservatoire  | 1700, 1200, 0
            Gratuit. Visites à la demande.                                     | 0
            Gratuit. Repli à la salle Pagnol en cas de mauvais temps           | 0
            Gratuit. Inscription sur place à 13h40 à la salle des fêtes.       | 0
            Gratuit. Ouverture des inscriptions sur ville.fr début septembre.  | 0
            Gratuit. Pour plus d’informations : 04 72 00 00 00.                | 0
            Gratuit. Dons bienvenus pour participer aux travaux du moulin.     | 0
            Nombre de places limité à 30 par visite. Gratuit.                  | 0
            Gratuit. Départ à heure fixe par groupe de 35 personnes maximum.   | 0
            Gratuit. Réservation auprès de l'office de tourisme Val de Rance.  | 0
            Itinérance gratuite sans réservation.                              | 0
            """)
    void understandsWhatIsUsual(String text, String cents) {
        assertThat(sold(text)).map(String::valueOf).containsExactly(cents.split(", ", -1));
    }

    @Test
    void anAgeBehindAPriceIsNeitherItsCentsNorTheNextOnesName() throws NotPublishableException {
        assertThat(PriceParser.parse("10 € adulte, 8 € 12/17 ans", new ArrayList<>()))
                .containsExactly(new PriceLine("Adulte", 1000), new PriceLine("12/17 ans", 800));
        assertThat(PriceParser.parse("8 € 12/17 ans, 10 € adultes", new ArrayList<>()))
                .containsExactly(new PriceLine("12/17 ans", 800), new PriceLine("Adultes", 1000));
    }

    private static List<Long> sold(String text) {
        try {
            return PriceParser.parse(text, new ArrayList<>()).stream()
                    .map(PriceLine::cents)
                    .toList();
        } catch (NotPublishableException refused) {
            return List.of();
        }
    }
}
