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
import org.junit.jupiter.params.ParameterizedTest;
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
                "Tarif à la carte"
            })
    void guessesNothing(String text) {
        assertThat(sold(text)).isEmpty();
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
