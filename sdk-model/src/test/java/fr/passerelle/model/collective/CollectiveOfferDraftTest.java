package fr.passerelle.model.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Pictures;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveOfferDraftTest {

    private static final Instant START = Instant.parse("2026-04-02T12:00:00Z");

    private final ObjectMapper json = WireJson.mapper();

    static CollectiveOfferDraft.Builder juggling() {
        return CollectiveOfferDraft.builder()
                .venueId(3)
                .name("Jongler en classe")
                .description("Initiation en petits groupes.")
                .addFormats(CollectiveFormat.ATELIER_DE_PRATIQUE)
                .addDomains(5L)
                .addStudents(StudentLevel.COLLEGE4)
                .addBookingEmails("resa@example.org")
                .contactEmail("contact@example.org")
                .contactPhone("01 99 00 12 34")
                .location(CollectiveLocation.school())
                .start(START)
                .bookingLimit(START.minusSeconds(86_400))
                .totalPrice(Price.euros("240.5"))
                .numberOfTickets(28)
                .institution(InstitutionRef.uai("0350000A"));
    }

    @Test
    void isWrittenAsTheServerReadsIt() throws JsonProcessingException {
        assertThat(json.writeValueAsString(juggling().build()))
                .isEqualTo("{\"venueId\":3,\"name\":\"Jongler en classe\","
                        + "\"description\":\"Initiation en petits groupes.\",\"formats\":[\"Atelier de pratique\"],"
                        + "\"domains\":[5],\"students\":[\"COLLEGE4\"],\"bookingEmails\":[\"resa@example.org\"],"
                        + "\"contactEmail\":\"contact@example.org\",\"contactPhone\":\"01 99 00 12 34\","
                        + "\"location\":{\"type\":\"SCHOOL\"},\"startDatetime\":\"2026-04-02T12:00:00Z\","
                        + "\"bookingLimitDatetime\":\"2026-04-01T12:00:00Z\",\"totalPrice\":240.50,"
                        + "\"numberOfTickets\":28,\"educationalInstitution\":\"0350000A\"}");
    }

    @Test
    void writesItsOptionalFieldsFlat() throws JsonProcessingException {
        CollectiveOfferDraft draft = juggling()
                .institution(InstitutionRef.id(9))
                .accessibility(Accessibility.unknown().with(Disability.MOTOR, true))
                .image(new CollectiveImage(Pictures.ofSize(400, 600), "C. Rivel"))
                .end(START.plusSeconds(3_600))
                .durationMinutes(60)
                .price(CollectivePrice.total(Price.FREE, "Tout compris"))
                .nationalProgramId(2L)
                .build();

        assertThat(json.writeValueAsString(draft))
                .contains("\"educationalInstitutionId\":9")
                .contains("\"motorDisabilityCompliant\":true")
                .contains("\"imageFile\":\"iVBORw0KGgo")
                .contains("\"imageCredit\":\"C. Rivel\"")
                .contains("\"endDatetime\":\"2026-04-02T13:00:00Z\"")
                .contains("\"durationMinutes\":60,\"educationalInstitutionId\"")
                .doesNotContain("\"educationalInstitution\"", "audioDisabilityCompliant", "\"image\"", "null");
    }

    @Test
    void reportsEverythingThatIsMissingAtOnce() {
        assertThat(Violations.of(() -> CollectiveOfferDraft.builder().build()))
                .containsExactly(
                        "venueId required",
                        "name required",
                        "description required",
                        "formats too_few 1",
                        "domains too_few 1",
                        "students too_few 1",
                        "bookingEmails too_few 1",
                        "contactEmail required",
                        "contactPhone required",
                        "location required",
                        "startDatetime required",
                        "bookingLimitDatetime required",
                        "servicePrice required",
                        "numberOfTickets required",
                        "educationalInstitutionId required");
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        assertThat(Violations.of(() -> juggling()
                        .name("x".repeat(111))
                        .description("x".repeat(1_501))
                        .bookingEmails(List.of("resa@example.org", "resa"))
                        .contactEmail("contact")
                        .contactPhone("pas un numéro")
                        .price(CollectivePrice.total(Price.cents(-1), "x".repeat(1_001)))
                        .numberOfTickets(-1)
                        .durationMinutes(-1)
                        .image(new CollectiveImage(Pictures.ofSize(600, 900), "C. Rivel"))
                        .build()))
                .containsExactly(
                        "name too_long 110",
                        "description too_long 1500",
                        "bookingEmails.1 bad_email",
                        "contactEmail bad_email",
                        "contactPhone bad_phone",
                        "totalPrice too_small 0",
                        "educationalPriceDetail too_long 1000",
                        "numberOfTickets too_small 0",
                        "durationMinutes too_small 0",
                        "imageFile image_too_large 400x600");
    }

    @Test
    void refusesABlankName() {
        assertThat(Violations.of(() -> juggling().name("  ").build())).containsExactly("name too_short 1");
    }

    @Test
    void itsDatesComeInOrder() {
        assertThat(Violations.of(() -> juggling()
                        .end(START.minusSeconds(1))
                        .bookingLimit(START.plusSeconds(1))
                        .build()))
                .containsExactly(
                        "endDatetime before_limit startDatetime", "bookingLimitDatetime after_limit startDatetime");
        assertThatCode(() -> juggling().end(START).bookingLimit(START).build()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31T23:59:59Z, 2026-09-01T00:00:00Z, false",
        "2026-09-01T00:00:00Z, 2027-08-31T23:59:59Z, true",
        "2026-12-31T23:00:00Z, 2027-01-01T10:00:00Z, true",
        "2026-04-02T12:00:00Z, 2027-04-02T12:00:00Z, false",
    })
    void startsAndEndsInOneSchoolYear(Instant start, Instant end, boolean same) {
        CollectiveOfferDraft.Builder draft = juggling().start(start).end(end);

        if (same) {
            assertThatCode(draft::build).doesNotThrowAnyException();
        } else {
            assertThat(Violations.of(draft::build)).containsExactly("endDatetime other_school_year startDatetime");
        }
    }

    @Test
    void startsNotInThePast() {
        CollectiveOfferDraft draft = juggling().build();

        assertThatCode(() -> draft.checkAt(START)).doesNotThrowAnyException();
        assertThat(Violations.of(() -> draft.checkAt(START.plusSeconds(1))))
                .containsExactly("startDatetime not_in_future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0199001234", "01 99 00 12.34", "+33199001234", "0033 1 99 00 12 34", "+262 262 00 00 00"})
    void acceptsFrenchAndInternationalNumbers(String phone) {
        assertThat(juggling().contactPhone(phone).build().contactPhone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "199001234", "01990012345", "+0199001234", "01 99 00 12 3x", "٠١٩٩٠٠١٢٣٤"})
    void refusesWhatIsNoNumber(String phone) {
        assertThat(Violations.of(() -> juggling().contactPhone(phone).build()))
                .containsExactly("contactPhone bad_phone");
    }

    @Test
    void doesNotShowWhomToReach() {
        assertThat(juggling().build().toString()).doesNotContain("example.org", "01 99");
    }

    @Test
    void canBeTakenUpAgain() {
        assertThat(juggling().build().toBuilder().name("Équilibres").build().domains())
                .containsExactly(5L);
    }
}
