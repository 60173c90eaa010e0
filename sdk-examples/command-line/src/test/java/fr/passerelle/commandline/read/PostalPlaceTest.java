package fr.passerelle.commandline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of postal codes. */
class PostalPlaceTest {

    private static final double ABOUT_A_HUNDRED_METRES = 0.001;

    @ParameterizedTest
    @CsvSource({
        "69004, 45.775, 4.827", // a district of its own
        "93200, 48.936, 2.354",
        "97400, -20.882, 55.450", // an island
        "20000, 41.919, 8.738" // Corsica
    })
    void aCodeIsWhereItsPeopleAre(String code, double latitude, double longitude) {
        PostalPlace place = PostalPlace.of(code).orElseThrow();

        assertThat(place.exact()).isTrue();
        assertThat(place.latitude()).isCloseTo(latitude, within(ABOUT_A_HUNDRED_METRES));
        assertThat(place.longitude()).isCloseTo(longitude, within(ABOUT_A_HUNDRED_METRES));
    }

    /** Aiguilles, a village that the table does not know. */
    @Test
    void aVillageThatIsNotKnownIsAmongThoseAround() {
        PostalPlace place = PostalPlace.of("05470").orElseThrow();

        assertThat(place.exact()).isFalse();
        assertThat(place.latitude()).isCloseTo(44.78, within(0.2));
        assertThat(place.longitude()).isCloseTo(6.87, within(0.3));
    }

    /** Those of companies, which no list of towns has. */
    @Test
    void anUnlistedCodeIsSomewhereInItsDepartment() {
        assertThat(PostalPlace.of("69999"))
                .hasValueSatisfying(place -> assertThat(place.exact()).isFalse());
        assertThat(PostalPlace.of("00000")).isEmpty();
    }
}
