package fr.passerelle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.contract.ServerVerdict;
import fr.passerelle.contract.ServerVerdict.Verdict;
import fr.passerelle.model.collective.CollectiveFormat;
import fr.passerelle.model.collective.CollectiveLocation;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectivePrice;
import fr.passerelle.model.collective.InstitutionRef;
import fr.passerelle.model.collective.StudentLevel;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.AddressDraft;
import fr.passerelle.model.venue.MessageUrlsPatch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drafts take what the real server takes and refuse what it refuses; where they are stricter, the table says so. */
class ServerVerdictsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static Stream<ServerVerdict> rows() throws IOException {
        return ServerVerdict.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void draftsAgreeWithTheServer(ServerVerdict row) {
        Throwable refusal = catchThrowable(() -> draft(row.field(), row.value()));

        if (row.verdict() == Verdict.YES) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isInstanceOf(RuleViolationException.class);
        }
    }

    private static void draft(String field, String value) {
        switch (field) {
            case "notificationUrl" ->
                MessageUrlsPatch.builder().notificationUrl(value).build();
            case "bookingUrl" ->
                MessageUrlsPatch.builder()
                        .ticketingUrls(value, "https://desk.example.org/c")
                        .build();
            case "externalTicketOfficeUrl" ->
                event().externalTicketOfficeUrl(value).build();
            case "location.url" ->
                event().category(Category.onlineMeeting())
                        .location(Location.digital(3, value))
                        .build();
            case "bookingEmail" -> event().bookingEmail(value).build();
            case "bookingContact" -> event().bookingContact(value).build();
            case "name" -> event().name(value).build();
            case "description" -> event().description(value).build();
            case "itemCollectionDetails" -> event().itemCollectionDetails(value).build();
            case "author" ->
                event().category(Category.concert(MusicType.JAZZ_BLUES).author(value))
                        .bookingContact("a@exemple.fr")
                        .build();
            case "idAtProvider" -> event().idAtProvider(value).build();
            case "eventDuration" ->
                event().durationMinutes(Integer.parseInt(value)).build();
            case "bookingAllowedDatetime" ->
                event().bookingAllowedDatetime(Instant.parse(value)).build().checkAt(NOW);
            case "image" -> event().image(OfferImageDraft.of(picture(value))).build();
            case "contactEmail" -> school().contactEmail(value).build();
            case "bookingEmails" -> school().bookingEmails(List.of(value)).build();
            case "contactPhone" -> school().contactPhone(value).build();
            case "totalPrice" ->
                school().totalPrice(Price.euros(new BigDecimal(value))).build();
            case "numberOfTickets" ->
                school().numberOfTickets(Integer.parseInt(value)).build();
            case "numberOfTeachers" ->
                school().price(CollectivePrice.detailed(Price.FREE, Integer.parseInt(value)))
                        .build();
            case "date.quantity" ->
                DatePatch.builder()
                        .remaining(Remaining.of(Long.parseLong(value)))
                        .build();
            case "stock.quantity" -> ProductStockDraft.of(Price.FREE, Capacity.of(Long.parseLong(value)));
            case "ean.quantity" ->
                EanProductDraft.of(
                        Ean.of("9782070541270"), Price.FREE, Remaining.of(Long.parseLong(value)), EanDates.reset());
            case "ean" -> Ean.of(value);
            case "street" -> AddressDraft.of(value, "75001", "Paris");
            case "city" -> AddressDraft.of("3 rue de Valois", "75001", value);
            case "postalCode" -> AddressDraft.of("3 rue de Valois", value, "Paris");
            case "filmId" -> FilmId.of(value);
            default -> throw new IllegalArgumentException("no draft has the field " + field);
        }
    }

    private static ImageFile picture(String size) {
        String[] parts = size.split("[x:]", -1);
        int width = Integer.parseInt(parts[0]);
        int height = Integer.parseInt(parts[1]);
        return parts.length > 2 ? Pictures.turned(width, height) : Pictures.ofSize(width, height);
    }

    private static EventDraft.Builder event() {
        return EventDraft.builder()
                .name("Veillée")
                .category(Category.meeting())
                .location(Location.atVenue(3))
                .accessibility(Accessibility.of())
                .hasTicket(false);
    }

    private static CollectiveOfferDraft.Builder school() {
        return CollectiveOfferDraft.builder()
                .venueId(3)
                .name("Jongler en classe")
                .description("Initiation")
                .addFormats(CollectiveFormat.ATELIER_DE_PRATIQUE)
                .addDomains(5L)
                .addStudents(StudentLevel.COLLEGE4)
                .addBookingEmails("resa@exemple.fr")
                .contactEmail("contact@exemple.fr")
                .contactPhone("0199001234")
                .location(CollectiveLocation.school())
                .start(NOW.plusSeconds(864_000))
                .bookingLimit(NOW.plusSeconds(432_000))
                .totalPrice(Price.FREE)
                .numberOfTickets(28)
                .institution(InstitutionRef.id(9));
    }
}
