package fr.passerelle.counsellor.people;

import fr.passerelle.model.entitlement.Nationality;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Nationalities in French words; the engine itself reads groups and country codes. */
final class Nationalities {

    /** Both genders where they differ, and the country; the EU, the EEA and Switzerland. */
    private static final Set<String> FREE_TO_SETTLE =
            Arrays.stream("""
                    français française france européen européenne
                    allemand allemande allemagne autrichien autrichienne autriche belge belgique
                    bulgare bulgarie chypriote chypre croate croatie danois danoise danemark espagnol espagnole espagne
                    estonien estonienne estonie finlandais finlandaise finlande grec grecque grèce hongrois hongroise
                    hongrie irlandais irlandaise irlande italien italienne italie letton lettone lettonie lituanien
                    lituanienne lituanie luxembourgeois luxembourgeoise luxembourg maltais maltaise malte néerlandais
                    néerlandaise pays-bas polonais polonaise pologne portugais portugaise portugal tchèque tchéquie
                    roumain roumaine roumanie slovaque slovaquie slovène slovénie suédois suédoise suède
                    islandais islandaise islande liechtensteinois liechtensteinoise liechtenstein norvégien norvégienne
                    norvège suisse""".split("\\s+")).map(Fact::plain).collect(Collectors.toUnmodifiableSet());

    private Nationalities() {}

    /** The group; whatever is not known is of the other one, which is asked for more. */
    static Nationality of(String text) {
        return FREE_TO_SETTLE.contains(Fact.plain(text)) ? Nationality.EU_EEA_SWISS : Nationality.of(text);
    }
}
