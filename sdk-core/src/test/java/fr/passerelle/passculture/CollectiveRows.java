package fr.passerelle.passculture;

import static fr.passerelle.passculture.ProductRows.row;

import fr.passerelle.model.collective.CollectiveFormat;
import fr.passerelle.model.collective.CollectiveLocation;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferFilter;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.collective.CollectiveOfferStatus;
import fr.passerelle.model.collective.InstitutionFilter;
import fr.passerelle.model.collective.InstitutionRef;
import fr.passerelle.model.collective.StudentLevel;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.RequestsTest.Row;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Offers to schools, for {@link RequestsTest}. */
final class CollectiveRows {

    static final Instant START = Instant.parse("2027-01-12T09:00:00Z");

    private CollectiveRows() {}

    static Stream<Row> rows() {
        CollectiveOfferFilter filter = CollectiveOfferFilter.builder()
                .status(CollectiveOfferStatus.PREBOOKED)
                .venueId(535L)
                .periodBeginning(START)
                .periodEnding(START)
                .build();
        CollectiveOfferPatch patch =
                CollectiveOfferPatch.builder().totalPrice(Price.euros("99.90")).build();
        InstitutionFilter schools = InstitutionFilter.builder()
                .id(8L)
                .uai("0350000A")
                .name("collège")
                .institutionType("COLLEGE")
                .city("Rennes")
                .postalCode("35000")
                .build();
        Stream<Row> offers = Stream.of(
                row(
                        PassCultureEndpoint.LIST_COLLECTIVE_OFFERS,
                        c -> c.collectiveOffers().list(filter),
                        c -> c.collectiveOffers().async().list(filter),
                        "[" + Samples.COLLECTIVE_SUMMARY + "]",
                        "/v2/collective/offers/?offerStatus=PREBOOKED&venueId=535"
                                + "&periodBeginningDate=2027-01-12T09%3A00%3A00Z"
                                + "&periodEndingDate=2027-01-12T09%3A00%3A00Z",
                        ""),
                row(
                        PassCultureEndpoint.CREATE_COLLECTIVE_OFFER,
                        c -> c.collectiveOffers().create(workshop()),
                        c -> c.collectiveOffers().async().create(workshop()),
                        Samples.COLLECTIVE_OFFER,
                        "/v2/collective/offers/",
                        """
                        {"venueId":535,"name":"Le vers","description":"Un atelier","formats":["Concert"],"domains":[3],\
                        "students":["COLLEGE3"],"bookingEmails":["a@example.org"],"contactEmail":"a@example.org",\
                        "contactPhone":"+33612345678","location":{"type":"SCHOOL"},\
                        "startDatetime":"2027-01-12T09:00:00Z","bookingLimitDatetime":"2027-01-12T09:00:00Z",\
                        "totalPrice":120.50,"numberOfTickets":30,"educationalInstitution":"0350000A"}"""),
                row(
                        PassCultureEndpoint.GET_COLLECTIVE_OFFER,
                        c -> c.collectiveOffers().get(40),
                        c -> c.collectiveOffers().async().get(40),
                        Samples.COLLECTIVE_OFFER,
                        "/v2/collective/offers/40",
                        ""),
                row(
                        PassCultureEndpoint.UPDATE_COLLECTIVE_OFFER,
                        c -> c.collectiveOffers().update(40, patch),
                        c -> c.collectiveOffers().async().update(40, patch),
                        Samples.COLLECTIVE_OFFER,
                        "/v2/collective/offers/40",
                        "{\"totalPrice\":99.90}"),
                row(
                        PassCultureEndpoint.ARCHIVE_COLLECTIVE_OFFERS,
                        c -> c.collectiveOffers().archive(40, 41),
                        c -> c.collectiveOffers().async().archive(40, 41),
                        "",
                        "/v2/collective/offers/archive",
                        "{\"ids\":[40,41]}"),
                row(
                        PassCultureEndpoint.CANCEL_COLLECTIVE_BOOKING,
                        c -> c.collectiveBookings().cancel(5),
                        c -> c.collectiveBookings().async().cancel(5),
                        "",
                        "/v2/collective/bookings/5",
                        ""),
                row(
                        PassCultureEndpoint.GET_COLLECTIVE_FORMATS,
                        c -> c.collectiveAttributes().formats(),
                        c -> c.collectiveAttributes().async().formats(),
                        "[{\"id\":\"CONCERT\",\"name\":\"Concert\"}]",
                        "/v2/collective/offers/formats",
                        ""),
                row(
                        PassCultureEndpoint.GET_STUDENT_LEVELS,
                        c -> c.collectiveAttributes().studentLevels(),
                        c -> c.collectiveAttributes().async().studentLevels(),
                        "[{\"id\":\"COLLEGE3\",\"name\":\"Collège - 3e\"}]",
                        "/v2/collective/student-levels",
                        ""),
                row(
                        PassCultureEndpoint.GET_EDUCATIONAL_DOMAINS,
                        c -> c.collectiveAttributes().domains(),
                        c -> c.collectiveAttributes().async().domains(),
                        "[{\"id\":3,\"name\":\"Danse\",\"nationalPrograms\":[{\"id\":1,\"name\":\"Collège au cinéma\"}]}]",
                        "/v2/collective/educational-domains",
                        ""),
                row(
                        PassCultureEndpoint.GET_NATIONAL_PROGRAMS,
                        c -> c.collectiveAttributes().nationalPrograms(),
                        c -> c.collectiveAttributes().async().nationalPrograms(),
                        "[]",
                        "/v2/collective/national-programs/",
                        ""),
                row(
                        PassCultureEndpoint.GET_ADDITIONAL_FEE_TYPES,
                        c -> c.collectiveAttributes().feeTypes(),
                        c -> c.collectiveAttributes().async().feeTypes(),
                        "[{\"name\":\"TRAVEL\"},{\"name\":\"HOLOGRAM\"}]",
                        "/v2/collective/additional-fee-types",
                        ""),
                row(
                        PassCultureEndpoint.LIST_INSTITUTIONS,
                        c -> c.collectiveAttributes().institutions(schools),
                        c -> c.collectiveAttributes().async().institutions(schools),
                        """
                        [{"id":8,"uai":"0350000A","name":"Collège","institutionType":"COLLEGE","city":"Rennes",\
                        "postalCode":"35000"}]""",
                        "/v2/collective/educational-institutions/?id=8&uai=0350000A&name=coll%C3%A8ge"
                                + "&institutionType=COLLEGE&city=Rennes&postalCode=35000&limit=20",
                        ""));
        Stream<Row> mock = Stream.of(
                row(
                        PassCultureEndpoint.MOCK_BOOK,
                        c -> c.mock().book(40),
                        c -> c.mock().async().book(40),
                        "{\"bookingId\":5,\"bookingStatus\":\"PENDING\"}",
                        "/v2/collective/adage_mock/offer/40/book",
                        ""),
                mock(
                        PassCultureEndpoint.MOCK_CONFIRM,
                        c -> c.mock().confirm(5),
                        c -> c.mock().async().confirm(5),
                        "adage_mock/bookings/5/confirm"),
                mock(
                        PassCultureEndpoint.MOCK_CANCEL,
                        c -> c.mock().cancel(5),
                        c -> c.mock().async().cancel(5),
                        "adage_mock/bookings/5/cancel"),
                mock(
                        PassCultureEndpoint.MOCK_PENDING,
                        c -> c.mock().pending(5),
                        c -> c.mock().async().pending(5),
                        "adage_mock/bookings/5/pending"),
                mock(
                        PassCultureEndpoint.MOCK_REIMBURSE,
                        c -> c.mock().reimburse(5),
                        c -> c.mock().async().reimburse(5),
                        "adage_mock/bookings/5/reimburse"),
                mock(
                        PassCultureEndpoint.MOCK_USE,
                        c -> c.mock().use(5),
                        c -> c.mock().async().use(5),
                        "bookings/5/use"));
        return Stream.concat(offers, mock);
    }

    static CollectiveOfferDraft workshop() {
        return CollectiveOfferDraft.builder()
                .venueId(535)
                .name("Le vers")
                .description("Un atelier")
                .addFormats(CollectiveFormat.CONCERT)
                .addDomains(3L)
                .addStudents(StudentLevel.of("COLLEGE3"))
                .addBookingEmails("a@example.org")
                .contactEmail("a@example.org")
                .contactPhone("+33612345678")
                .location(CollectiveLocation.school())
                .start(START)
                .bookingLimit(START)
                .totalPrice(Price.euros("120.50"))
                .numberOfTickets(30)
                .institution(InstitutionRef.uai("0350000A"))
                .build();
    }

    private static Row mock(
            PassCultureEndpoint endpoint,
            Consumer<PassCultureClient> call,
            Function<PassCultureClient, CompletableFuture<?>> later,
            String path) {
        return row(endpoint, call, later, "", "/v2/collective/" + path, "");
    }
}
