package fr.passerelle.model.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.offer.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDraftTest {

    private final ObjectMapper json = new ObjectMapper();

    private static AddressDraft.Builder quay() {
        return AddressDraft.builder()
                .street("12 quai de la Fosse")
                .postalCode("44000")
                .city("Nantes");
    }

    @Test
    void isWrittenWithOrWithoutCoordinates() throws JsonProcessingException {
        assertThat(json.writeValueAsString(AddressDraft.of("12 quai de la Fosse", "44000", "Nantes")))
                .isEqualTo("{\"street\":\"12 quai de la Fosse\",\"city\":\"Nantes\",\"postalCode\":\"44000\"}");
        assertThat(json.writeValueAsString(quay().coordinates(47.21, -1.56).build()))
                .endsWith("\"latitude\":47.21,\"longitude\":-1.56}");
    }

    @Test
    void reportsWhatIsMissing() {
        assertThat(Violations.of(() -> AddressDraft.builder().build()))
                .containsExactly("street required", "city required", "postalCode required");
    }

    @Test
    void refusesEmptyAndLongTexts() {
        assertThat(Violations.of(() -> AddressDraft.of("", "44000", "x".repeat(201))))
                .containsExactly("street too_short 1", "city too_long 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01000", "20000", "97400", "98800"})
    void acceptsThePostalCodesOfTheServer(String code) {
        assertThat(quay().postalCode(code).build().postalCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4400", "440000", "00100", "99000", "2A000", "44 000"})
    void refusesOtherPostalCodes(String code) {
        assertThat(Violations.of(() -> quay().postalCode(code).build())).containsExactly("postalCode bad_postal_code");
    }

    @Test
    void refusesCoordinatesOffTheGlobe() {
        assertThat(Violations.of(() -> quay().coordinates(90.1, -180.1).build()))
                .containsExactly("latitude too_large 90", "longitude too_small -180");
        assertThat(Violations.of(() -> quay().coordinates(Double.NaN, 0).build()))
                .containsExactly("latitude too_small -90", "latitude too_large 90");
    }

    @Test
    void bothCoordinatesGoTogether() {
        assertThat(Violations.of(() -> quay().latitude(47.21).build()))
                .containsExactly("latitude both_or_none longitude");
    }

    @Test
    void aResponseLeadsToALocation() throws JsonProcessingException {
        Address address = json.readValue(
                "{\"id\":7,\"latitude\":47.21012,\"longitude\":-1.56,\"banId\":null,\"city\":\"Nantes\","
                        + "\"postalCode\":\"44000\",\"street\":\"12 Quai de la Fosse\"}",
                Address.class);

        assertThat(address).isEqualTo(new Address(7, "12 Quai de la Fosse", "Nantes", "44000", 47.21012, -1.56, null));
        assertThat(Location.address(3, address, "La Fosse")).isEqualTo(new Location.Address(3, 7, "La Fosse"));
    }
}
