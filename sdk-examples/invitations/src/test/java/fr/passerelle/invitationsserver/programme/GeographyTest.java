package fr.passerelle.invitationsserver.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of postal codes. */
class GeographyTest {

    @ParameterizedTest
    @CsvSource({
        // A district of its own, a town, a code that the table does not know, an island, the south of Corsica.
        "69004, 45.7751, 4.8271, 200",
        "93200, 48.9356, 2.3539, 200",
        "05470, 44.6600, 6.8800, 40000",
        "97400, -20.8823, 55.4504, 200",
        "20000, 41.9189, 8.7381, 200"
    })
    void aPostalCodeIsWhereItsPeopleAre(String code, double latitude, double longitude, int within) {
        assertThat(Geography.position(code).metresTo(Position.of(latitude, longitude)))
                .isLessThan(within);
    }
}
