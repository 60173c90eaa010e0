package fr.passerelle.model.collective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.venue.Address;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveLocationTest {

    private final ObjectMapper json = WireJson.mapper();

    private static Stream<Arguments> forms() {
        Address gym = new Address(7, "1 rue du Stade", "Rennes", "35000", 48.1, -1.68, null);
        return Stream.of(
                Arguments.of(CollectiveLocation.school(), "{\"type\":\"SCHOOL\"}"),
                Arguments.of(CollectiveLocation.venue(), "{\"type\":\"ADDRESS\",\"isVenueAddress\":true}"),
                Arguments.of(
                        CollectiveLocation.address(gym, "Gymnase"),
                        "{\"type\":\"ADDRESS\",\"isVenueAddress\":false,\"addressId\":7,\"addressLabel\":\"Gymnase\"}"),
                Arguments.of(
                        CollectiveLocation.address(gym, null),
                        "{\"type\":\"ADDRESS\",\"isVenueAddress\":false,\"addressId\":7}"),
                Arguments.of(CollectiveLocation.toBeDefined(null), "{\"type\":\"TO_BE_DEFINED\"}"),
                Arguments.of(
                        CollectiveLocation.toBeDefined("À voir"),
                        "{\"type\":\"TO_BE_DEFINED\",\"comment\":\"À voir\"}"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isWrittenAndReadWithoutExtraKeys(CollectiveLocation location, String wire) throws JsonProcessingException {
        assertThat(json.writeValueAsString(location)).isEqualTo(wire);
        assertThat(json.readValue(wire, CollectiveLocation.class)).isEqualTo(location);
        assertThat(location.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":\"MOON\",\"crater\":3}", "{\"type\":\"ADDRESS\",\"isVenueAddress\":false}", "{}"})
    void keepsWhatItDoesNotKnowButDoesNotSendIt(String wire) throws JsonProcessingException {
        CollectiveLocation location = json.readValue(wire, CollectiveLocation.class);

        assertThat(location).isInstanceOf(CollectiveLocation.Unknown.class);
        assertThat(Violations.of(() ->
                        CollectiveOfferDraftTest.juggling().location(location).build()))
                .containsExactly("location.type unknown_value");
    }

    @Test
    void refusesACommentThatTheServerCannotStore() {
        assertThat(CollectiveLocation.toBeDefined("x".repeat(201)).violations())
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.message()).isEqualTo("comment: must have at most 200 characters"));
    }

    @Test
    void refusesAnAddressWithoutANumber() {
        assertThat(new CollectiveLocation.OtherAddress(0, null).violations()).hasSize(1);
    }
}
