package fr.passerelle.model.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.OpenEnums;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveResponsesTest {

    static final Instant START = Instant.parse("2026-04-02T12:00:00Z");
    private static final Instant AFTER_48_HOURS = Instant.parse("2026-04-04T12:00:00Z");

    private final ObjectMapper json = WireJson.mapper();

    static CollectiveOffer.Builder offer(CollectiveOfferStatus status) {
        return CollectiveOffer.builder()
                .id(11)
                .status(status)
                .start(START)
                .end(START)
                .bookingLimit(START.minusSeconds(86_400))
                .bookingLimitPassed(false)
                .created(START.minusSeconds(864_000))
                .venueId(3)
                .name("Jongler en classe")
                .contactEmail("contact@example.org")
                .contactPhone("+33199001234")
                .location(CollectiveLocation.school())
                .totalPrice(Price.euros("240.50"))
                .numberOfTickets(28);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, EDIT_DETAILS EDIT_DATES EDIT_DISCOUNT EDIT_INSTITUTION ARCHIVE",
        "PUBLISHED, EDIT_DETAILS EDIT_DATES EDIT_DISCOUNT ARCHIVE",
        "PREBOOKED, EDIT_DETAILS EDIT_DATES EDIT_DISCOUNT CANCEL_BOOKING",
        "BOOKED, EDIT_DISCOUNT CANCEL_BOOKING",
        "EXPIRED, EDIT_DATES ARCHIVE",
        "ENDED, EDIT_DISCOUNT CANCEL_BOOKING",
        "REIMBURSED, ARCHIVE",
        "CANCELLED, ARCHIVE",
        "REJECTED, ARCHIVE",
        "UNDER_REVIEW, ''",
        "ARCHIVED, ''",
        "HIDDEN, ''",
        "PAUSED, ''",
    })
    void eachStateAllowsWhatTheTableSays(String status, String allowed) {
        CollectiveOffer offer = offer(CollectiveOfferStatus.of(status)).build();

        Set<CollectiveAction> actions = EnumSet.allOf(CollectiveAction.class);
        actions.removeIf(action -> !offer.allows(action, START));
        assertThat(actions.stream().map(Enum::name))
                .containsExactly(allowed.isEmpty() ? new String[0] : allowed.split(" "));
    }

    @Test
    void anOfferThatEndedCanBeCorrectedForFortyEightHours() {
        CollectiveOffer ended = offer(CollectiveOfferStatus.ENDED).build();

        assertThat(ended.allows(CollectiveAction.CANCEL_BOOKING, AFTER_48_HOURS.minusNanos(1)))
                .isTrue();
        assertThat(ended.allows(CollectiveAction.CANCEL_BOOKING, AFTER_48_HOURS))
                .isFalse();
    }

    @Test
    void isReadAsTheServerResponsesIt() throws JsonProcessingException {
        CollectiveOffer offer = json.readValue(
                "{\"id\":11,\"offerStatus\":\"PREBOOKED\",\"name\":\"Jongler en classe\",\"description\":null,"
                        + "\"bookingEmails\":[\"resa@example.org\"],\"contactEmail\":\"contact@example.org\","
                        + "\"contactPhone\":\"+33199001234\",\"domains\":[5],\"durationMinutes\":null,"
                        + "\"interventionArea\":[],\"students\":[\"COLLEGE4\",\"CM2\"],"
                        + "\"dateCreated\":\"2026-03-02T10:00:00.123456\",\"hasBookingLimitDatetimesPassed\":true,"
                        + "\"venueId\":3,\"audioDisabilityCompliant\":false,\"mentalDisabilityCompliant\":null,"
                        + "\"motorDisabilityCompliant\":true,\"visualDisabilityCompliant\":null,"
                        + "\"startDatetime\":\"2026-04-02T12:00:00\",\"endDatetime\":\"2026-04-02T12:00:00\","
                        + "\"bookingLimitDatetime\":\"2026-04-01T12:00:00\",\"totalPrice\":96.25,"
                        + "\"numberOfTickets\":28,\"educationalPriceDetail\":null,"
                        + "\"educationalInstitution\":\"0350000A\",\"educationalInstitutionId\":9,"
                        + "\"location\":{\"type\":\"SCHOOL\"},\"imageUrl\":null,\"imageCredit\":null,"
                        + "\"bookings\":[{\"id\":21,\"status\":\"PENDING\",\"dateCreated\":\"2026-03-03T10:00:00\","
                        + "\"confirmationDate\":null,\"cancellationLimitDate\":\"2026-03-03T10:00:00\","
                        + "\"reimbursementDate\":null,\"dateUsed\":null}],"
                        + "\"nationalProgram\":{\"id\":2,\"name\":\"Un\"},\"formats\":[\"Concert\"],\"new\":1}",
                CollectiveOffer.class);

        assertThat(offer.status()).isEqualTo(CollectiveOfferStatus.PREBOOKED);
        assertThat(offer.start()).isEqualTo(START);
        assertThat(offer.totalPrice()).isEqualTo(Price.euros("96.25"));
        assertThat(offer.formats()).containsExactly(CollectiveFormat.CONCERT);
        assertThat(offer.students()).containsExactly(StudentLevel.COLLEGE4, StudentLevel.of("CM2"));
        assertThat(offer.accessibility()).isEqualTo(new Accessibility(false, null, true, null));
        assertThat(offer.nationalProgram()).isEqualTo(new NationalProgram(2, "Un"));
        assertThat(offer.bookings())
                .containsExactly(new CollectiveBooking(
                        21,
                        CollectiveBookingStatus.PENDING,
                        Instant.parse("2026-03-03T10:00:00Z"),
                        null,
                        Instant.parse("2026-03-03T10:00:00Z"),
                        null,
                        null));
        assertThat(offer.toString()).doesNotContain("example.org", "+33");
    }

    @ParameterizedTest
    @CsvSource({"240, 240.00", "0.1, 0.10", "12.340, 12.34", "1e3, 1000.00"})
    void amountsAreNumbersOfEuros(String wire, String euros) throws JsonProcessingException {
        CollectiveOffer offer = json.readValue(
                json.writeValueAsString(offer(CollectiveOfferStatus.PUBLISHED).build())
                        .replace("240.50", wire),
                CollectiveOffer.class);

        assertThat(offer.totalPrice()).isEqualTo(Price.euros(euros));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.344999999", "-0.01", "1e999999999", "1e-999999999", "\"12\"", "true", "[12]"})
    void whatIsNoAmountIsNotRoundedToOne(String wire) throws JsonProcessingException {
        String document = json.writeValueAsString(
                        offer(CollectiveOfferStatus.PUBLISHED).build())
                .replace("240.50", wire);

        assertThatThrownBy(() -> json.readValue(document, CollectiveOffer.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("totalPrice");
    }

    @Test
    void aListItemTellsWhatItAllows() throws JsonProcessingException {
        CollectiveOfferSummary item = json.readValue(
                "{\"id\":11,\"offerStatus\":\"EXPIRED\",\"venueId\":3,\"bookings\":[],"
                        + "\"startDatetime\":\"2026-04-02T12:00:00\",\"endDatetime\":\"2026-04-02T12:00:00\"}",
                CollectiveOfferSummary.class);

        assertThat(item.allows(CollectiveAction.EDIT_DATES, START)).isTrue();
        assertThat(item.allows(CollectiveAction.EDIT_DETAILS, START)).isFalse();
    }

    @Test
    void referenceListsAreRead() throws JsonProcessingException {
        assertThat(json.readValue(
                        "{\"id\":1,\"name\":\"Arts\",\"nationalPrograms\":[{\"id\":2,\"name\":\"Un\"}]}",
                        EducationalDomain.class))
                .isEqualTo(new EducationalDomain(1, "Arts", List.of(new NationalProgram(2, "Un"))));
        assertThat(json.readValue("{\"id\":1,\"name\":\"Arts\"}", EducationalDomain.class)
                        .nationalPrograms())
                .isEmpty();
        assertThat(json.readValue("{\"id\":\"CONCERT\",\"name\":\"Concert\"}", CollectiveFormatInfo.class))
                .isEqualTo(new CollectiveFormatInfo("CONCERT", CollectiveFormat.CONCERT));
        assertThat(json.readValue("{\"id\":\"CAP1\",\"name\":\"CAP - 1re année\"}", StudentLevelInfo.class))
                .isEqualTo(new StudentLevelInfo(StudentLevel.CAP1, "CAP - 1re année"));
        assertThat(json.readValue("{\"bookingId\":21,\"bookingStatus\":\"PENDING\"}", MockBooking.class))
                .isEqualTo(new MockBooking(21, CollectiveBookingStatus.PENDING));
    }

    @Test
    void aListedSchoolCanBeNamedInAnOffer() throws JsonProcessingException {
        EducationalInstitution school = json.readValue(
                "{\"id\":9,\"uai\":\"0350000A\",\"name\":\"Collège des Tilleuls\",\"institutionType\":\"COLLEGE\","
                        + "\"city\":\"Rennes\",\"postalCode\":\"35000\"}",
                EducationalInstitution.class);

        assertThat(InstitutionRef.of(school)).isEqualTo(InstitutionRef.id(9)).hasToString("institution 9");
        assertThat(InstitutionRef.uai(school.uai())).isNotEqualTo(InstitutionRef.id(9));
    }

    @Test
    void listsOfSchoolsAreShort() {
        assertThat(InstitutionFilter.ofUai("0350000A").limit()).isEqualTo(20);
        assertThat(Violations.of(() -> InstitutionFilter.builder().limit(0).build()))
                .containsExactly("limit too_small 1");
        assertThat(Violations.of(() -> InstitutionFilter.builder().limit(21).build()))
                .containsExactly("limit too_large 20");
    }

    @Test
    void somethingIsPutAway() throws JsonProcessingException {
        assertThat(json.writeValueAsString(new CollectiveArchive(List.of(11L, 12L))))
                .isEqualTo("{\"ids\":[11,12]}");
        assertThat(Violations.of(() -> new CollectiveArchive(List.of()))).containsExactly("ids too_few 1");
    }

    @Test
    void knowsEveryWordOfTheReference() throws IOException {
        OpenEnums.assertSameWords(CollectiveOfferStatus.values(), "collectiveOfferStatuses");
        OpenEnums.assertSameWords(CollectiveBookingStatus.values(), "collectiveBookingStatuses");
        OpenEnums.assertSameWords(CollectiveFormat.values(), "collectiveFormats");
        OpenEnums.assertSameWords(StudentLevel.values(), "studentLevels");
    }
}
