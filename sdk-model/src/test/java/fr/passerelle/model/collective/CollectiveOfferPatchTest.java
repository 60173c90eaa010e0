package fr.passerelle.model.collective;

import static fr.passerelle.model.collective.CollectiveAction.EDIT_DATES;
import static fr.passerelle.model.collective.CollectiveAction.EDIT_DETAILS;
import static fr.passerelle.model.collective.CollectiveAction.EDIT_DISCOUNT;
import static fr.passerelle.model.collective.CollectiveAction.EDIT_INSTITUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Pictures;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CollectiveOfferPatchTest {

    private static final Instant START = CollectiveResponsesTest.START;

    private final ObjectMapper json = WireJson.mapper();

    private static CollectiveOfferPatch.Builder patch() {
        return CollectiveOfferPatch.builder();
    }

    private String written(CollectiveOfferPatch.Builder patch) throws JsonProcessingException {
        return json.writeValueAsString(patch.build());
    }

    @Test
    void anEmptyChangeSaysNothing() throws JsonProcessingException {
        assertThat(written(patch())).isEqualTo("{}");
    }

    @Test
    void clearsExactlyWhatTheServerLetsBecomeEmpty() throws JsonProcessingException {
        assertThat(json.readTree(written(patch().clearBookingLimit()
                        .price(CollectivePricePatch.total().educationalPriceDetail(Patch.clear()))
                        .clearDurationMinutes()
                        .clearNationalProgramId()
                        .clearImage())))
                .isEqualTo(json.readTree("{\"bookingLimitDatetime\":null,\"educationalPriceDetail\":null,"
                        + "\"durationMinutes\":null,\"nationalProgramId\":null,\"imageFile\":null}"));
    }

    @Test
    void replacesWhatItNames() throws JsonProcessingException {
        assertThat(json.readTree(written(patch().name("Équilibres")
                        .description("")
                        .interventionArea(List.of())
                        .formats(List.of(CollectiveFormat.CONCERT))
                        .start(START)
                        .bookingLimit(START)
                        .totalPrice(Price.FREE)
                        .numberOfTickets(0)
                        .durationMinutes(0)
                        .accessibility(Accessibility.unknown().with(Disability.AUDIO, false))
                        .institution(InstitutionRef.uai("0350000A")))))
                .isEqualTo(json.readTree("{\"name\":\"Équilibres\",\"description\":\"\",\"interventionArea\":[],"
                        + "\"formats\":[\"Concert\"],\"startDatetime\":\"2026-04-02T12:00:00\","
                        + "\"bookingLimitDatetime\":\"2026-04-02T12:00:00\",\"totalPrice\":0.00,"
                        + "\"numberOfTickets\":0,\"durationMinutes\":0,\"audioDisabilityCompliant\":false,"
                        + "\"educationalInstitution\":\"0350000A\"}"));
    }

    @Test
    void aPictureTakesItsCreditAlong() throws JsonProcessingException {
        assertThat(written(patch().image(new CollectiveImage(Pictures.ofSize(400, 600), "C. Rivel"))))
                .startsWith("{\"imageFile\":\"iVBORw0KGgo")
                .endsWith("\",\"imageCredit\":\"C. Rivel\"}");
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        assertThat(Violations.of(() -> patch().venueId(0L)
                        .name(" ")
                        .formats(List.of())
                        .domains(List.of())
                        .students(List.of())
                        .bookingEmails(List.of())
                        .contactPhone("12")
                        .location(new CollectiveLocation.Unknown("MOON"))
                        .start(START)
                        .end(START.minusSeconds(1))
                        .bookingLimit(START.plusSeconds(1))
                        .totalPrice(Price.cents(-1))
                        .durationMinutes(-1)
                        .image(new CollectiveImage(Pictures.ofSize(200, 300), "C. Rivel"))
                        .build()))
                .containsExactly(
                        "venueId too_small 1",
                        "name too_short 1",
                        "formats too_few 1",
                        "domains too_few 1",
                        "students too_few 1",
                        "bookingEmails too_few 1",
                        "contactPhone bad_phone",
                        "location.type unknown_value",
                        "endDatetime before_limit startDatetime",
                        "bookingLimitDatetime after_limit startDatetime",
                        "totalPrice too_small 0",
                        "durationMinutes too_small 0",
                        "imageFile image_too_small 400x600");
    }

    @Test
    void startsNotInThePast() {
        assertThat(Violations.of(() -> patch().start(START).build().checkAt(START.plusSeconds(1))))
                .containsExactly("startDatetime not_in_future");
    }

    @Test
    void datesAreMeasuredAgainstThoseThatTheOfferHas() {
        CollectiveOffer offer =
                CollectiveResponsesTest.offer(CollectiveOfferStatus.PUBLISHED).build();

        assertThat(Violations.of(
                        () -> patch().start(START.plusSeconds(1)).build().checkAgainst(offer)))
                .containsExactly("endDatetime before_limit startDatetime");
        assertThat(Violations.of(
                        () -> patch().start(START.minusSeconds(172_800)).build().checkAgainst(offer)))
                .containsExactly("bookingLimitDatetime after_limit startDatetime");
        assertThatCode(() -> patch().start(START.minusSeconds(172_800))
                        .clearBookingLimit()
                        .build()
                        .checkAgainst(offer))
                .doesNotThrowAnyException();
    }

    private static Stream<CollectiveOfferPatch.Builder> details() {
        return Stream.of(
                patch().venueId(4L),
                patch().name("Équilibres"),
                patch().description("x"),
                patch().formats(List.of(CollectiveFormat.CONCERT)),
                patch().domains(List.of(1L)),
                patch().students(List.of(StudentLevel.CAP1)),
                patch().bookingEmails(List.of("a@example.org")),
                patch().contactEmail("a@example.org"),
                patch().contactPhone("0199001234"),
                patch().location(CollectiveLocation.venue()),
                patch().interventionArea(List.of("35")),
                patch().clearDurationMinutes(),
                patch().nationalProgramId(1),
                patch().clearImage(),
                patch().accessibility(Accessibility.of()),
                patch().totalPrice(Price.euros("240.51")));
    }

    @ParameterizedTest
    @MethodSource("details")
    void everyOtherFieldAndAHigherPriceAreDetails(CollectiveOfferPatch.Builder patch) {
        assertThat(actions(patch)).containsExactly(EDIT_DETAILS);
    }

    private static Iterable<CollectiveAction> actions(CollectiveOfferPatch.Builder patch) {
        return patch.build()
                .actions(CollectiveResponsesTest.offer(CollectiveOfferStatus.PUBLISHED)
                        .build());
    }

    @Test
    void datesDiscountsAndSchoolsAreActionsOfTheirOwn() {
        assertThat(actions(patch())).isEmpty();
        assertThat(actions(patch().start(START))).containsExactly(EDIT_DATES);
        assertThat(actions(patch().end(START))).containsExactly(EDIT_DATES);
        assertThat(actions(patch().clearBookingLimit())).containsExactly(EDIT_DATES);
        assertThat(actions(patch().totalPrice(Price.euros("240.50")))).containsExactly(EDIT_DISCOUNT);
        assertThat(actions(patch().numberOfTickets(30))).containsExactly(EDIT_DISCOUNT);
        assertThat(actions(patch().price(CollectivePricePatch.total().educationalPriceDetail(Patch.clear()))))
                .containsExactly(EDIT_DISCOUNT);
        assertThat(actions(patch().institution(InstitutionRef.id(9)))).containsExactly(EDIT_INSTITUTION);
        assertThat(actions(patch().accessibility(Accessibility.unknown()))).isEmpty();
    }

    @Test
    void allActionsOfOneBodyAreNeeded() {
        CollectiveOffer booked =
                CollectiveResponsesTest.offer(CollectiveOfferStatus.BOOKED).build();

        assertThat(patch().name("Équilibres")
                        .end(START)
                        .numberOfTickets(30)
                        .build()
                        .refused(booked, START))
                .containsExactly(EDIT_DETAILS, EDIT_DATES);
    }
}
