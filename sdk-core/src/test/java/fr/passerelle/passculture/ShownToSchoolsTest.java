package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.collective.CollectiveFormat;
import fr.passerelle.model.collective.CollectiveImage;
import fr.passerelle.model.collective.CollectiveLocation;
import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.collective.CollectivePrice;
import fr.passerelle.model.collective.CollectivePricePatch;
import fr.passerelle.model.collective.InstitutionRef;
import fr.passerelle.model.collective.StudentLevel;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import fr.passerelle.passculture.shown.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Offers to schools: what was sent is shown only if every field of it is. */
class ShownToSchoolsTest {

    private static final Instant START = Instant.parse("2027-01-12T09:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(2));
    private static final Instant LIMIT = START.minus(Duration.ofDays(7));
    private static final CollectivePricePatch.Total PRICE =
            CollectivePricePatch.total().totalPrice(Price.euros("120.5")).educationalPriceDetail(Patch.to("By head"));
    private static final ImageFile FILE = ImageFile.of(OfferImagesTest.png(400, 600, 100));

    private static final CollectiveOffer OFFER = read("""
            {'id':40,'offerStatus':'PUBLISHED','name':'Le vers','description':'Un atelier',
            'bookingEmails':['a@example.org','b@example.org'],'contactEmail':'c@example.org',
            'contactPhone':'+33612345678','domains':[3,4],'durationMinutes':90,'interventionArea':['35','2A'],
            'students':['COLLEGE3','COLLEGE4'],'dateCreated':'2026-11-20T10:00:00',
            'hasBookingLimitDatetimesPassed':false,'venueId':535,'audioDisabilityCompliant':true,
            'mentalDisabilityCompliant':false,'motorDisabilityCompliant':false,'visualDisabilityCompliant':false,
            'startDatetime':'2027-01-12T09:00:00','endDatetime':'2027-01-12T11:00:00',
            'bookingLimitDatetime':'2027-01-05T09:00:00','totalPrice':120.5,'numberOfTickets':30,
            'educationalPriceDetail':'By head','educationalInstitution':'0350000A','educationalInstitutionId':8,
            'location':{'type':'ADDRESS','isVenueAddress':false,'addressId':9,'addressLabel':'Court'},
            'imageUrl':'https://example.org/i.png','imageCredit':'Nadar','bookings':[],
            'nationalProgram':{'id':1,'name':'Collège au cinéma'},'formats':['Concert','Atelier de pratique']}""");

    private static CollectiveOffer read(String json) {
        try {
            return Json.mapper().readValue(json.replace('\'', '"'), CollectiveOffer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CollectiveOfferDraft draft(UnaryOperator<CollectiveOfferDraft.Builder> change) {
        return change.apply(CollectiveOfferDraft.builder()
                        .venueId(535)
                        .name("Le vers")
                        .description("Un atelier")
                        .formats(List.of(CollectiveFormat.CONCERT, CollectiveFormat.of("Atelier de pratique")))
                        .domains(List.of(3L, 4L))
                        .students(List.of(StudentLevel.COLLEGE3, StudentLevel.COLLEGE4))
                        .bookingEmails(List.of("a@example.org", "b@example.org"))
                        .contactEmail("c@example.org")
                        .contactPhone("+33612345678")
                        .location(new CollectiveLocation.OtherAddress(9, "Court"))
                        .start(START)
                        .end(END)
                        .bookingLimit(LIMIT)
                        .price(CollectivePrice.total(Price.euros("120.50"), "By head"))
                        .numberOfTickets(30)
                        .durationMinutes(90)
                        .institution(InstitutionRef.id(8))
                        .nationalProgramId(1L)
                        .accessibility(Accessibility.of(Disability.AUDIO))
                        .image(new CollectiveImage(FILE, "Nadar")))
                .build();
    }

    private static CollectiveOfferPatch patch(UnaryOperator<CollectiveOfferPatch.Builder> change) {
        return change.apply(CollectiveOfferPatch.builder()).build();
    }

    @Test
    void everyFieldOfADraftCounts() {
        FieldsThatCount.check(
                draft(d -> d),
                draft -> Shown.shows(OFFER, draft),
                Map.ofEntries(
                        Map.entry("venueId", draft(d -> d.venueId(536))),
                        Map.entry("name", draft(d -> d.name("La prose"))),
                        Map.entry("description", draft(d -> d.description("X"))),
                        Map.entry("formats", draft(d -> d.formats(List.of(CollectiveFormat.CONCERT)))),
                        Map.entry("domains", draft(d -> d.domains(List.of(3L, 5L)))),
                        Map.entry("students", draft(d -> d.students(List.of(StudentLevel.COLLEGE3)))),
                        Map.entry("bookingEmails", draft(d -> d.bookingEmails(List.of("a@example.org")))),
                        Map.entry("contactEmail", draft(d -> d.contactEmail("x@example.org"))),
                        Map.entry("contactPhone", draft(d -> d.contactPhone("+33612345679"))),
                        Map.entry("location", draft(d -> d.location(CollectiveLocation.school()))),
                        Map.entry(
                                "location.address",
                                draft(d -> d.location(new CollectiveLocation.OtherAddress(10, "Court")))),
                        Map.entry(
                                "location.label", draft(d -> d.location(new CollectiveLocation.OtherAddress(9, null)))),
                        Map.entry("start", draft(d -> d.start(START.plusSeconds(1)))),
                        Map.entry("end", draft(d -> d.end(END.plusSeconds(1)))),
                        Map.entry("bookingLimit", draft(d -> d.bookingLimit(LIMIT.plusSeconds(1)))),
                        Map.entry(
                                "price.totalPrice",
                                draft(d -> d.price(CollectivePrice.total(Price.euros("120.51"), "By head")))),
                        Map.entry("numberOfTickets", draft(d -> d.numberOfTickets(31))),
                        Map.entry(
                                "price.educationalPriceDetail",
                                draft(d -> d.price(CollectivePrice.total(Price.euros("120.50"), "X")))),
                        Map.entry("durationMinutes", draft(d -> d.durationMinutes(91))),
                        Map.entry("institution", draft(d -> d.institution(InstitutionRef.id(9)))),
                        Map.entry("institution.uai", draft(d -> d.institution(InstitutionRef.uai("0350001B")))),
                        Map.entry("nationalProgramId", draft(d -> d.nationalProgramId(2L))),
                        Map.entry("accessibility", draft(d -> d.accessibility(Accessibility.of()))),
                        Map.entry(
                                "accessibility.more",
                                draft(d -> d.accessibility(Accessibility.of(Disability.AUDIO, Disability.VISUAL)))),
                        Map.entry("image.credit", draft(d -> d.image(new CollectiveImage(FILE, "X"))))));
    }

    @Test
    void everyFieldOfAPatchCounts() {
        FieldsThatCount.check(
                patch(p -> p.venueId(535L)
                        .name("Le vers")
                        .description("Un atelier")
                        .formats(List.of(CollectiveFormat.of("Atelier de pratique"), CollectiveFormat.CONCERT))
                        .domains(List.of(4L, 3L))
                        .students(List.of(StudentLevel.COLLEGE4, StudentLevel.COLLEGE3))
                        .bookingEmails(List.of("b@example.org", "a@example.org"))
                        .contactEmail("c@example.org")
                        .contactPhone("06 12 34 56 78")
                        .location(new CollectiveLocation.OtherAddress(9, "Court"))
                        .interventionArea(List.of("2A", "35"))
                        .start(START)
                        .end(END)
                        .bookingLimit(LIMIT)
                        .price(PRICE)
                        .numberOfTickets(30)
                        .durationMinutes(90)
                        .institution(InstitutionRef.uai("0350000A"))
                        .nationalProgramId(1)
                        .accessibility(Accessibility.unknown().with(Disability.AUDIO, true))),
                patch -> Shown.shows(OFFER, patch),
                Map.ofEntries(
                        Map.entry("venueId", patch(p -> p.venueId(536L))),
                        Map.entry("name", patch(p -> p.name("La prose"))),
                        Map.entry("description", patch(p -> p.description(""))),
                        Map.entry("formats", patch(p -> p.formats(List.of(CollectiveFormat.CONCERT)))),
                        Map.entry("domains", patch(p -> p.domains(List.of(3L)))),
                        Map.entry("students", patch(p -> p.students(List.of(StudentLevel.COLLEGE3)))),
                        Map.entry("bookingEmails", patch(p -> p.bookingEmails(List.of("x@example.org")))),
                        Map.entry("contactEmail", patch(p -> p.contactEmail("x@example.org"))),
                        Map.entry("contactPhone", patch(p -> p.contactPhone("0612345679"))),
                        Map.entry("location", patch(p -> p.location(CollectiveLocation.venue()))),
                        Map.entry("interventionArea", patch(p -> p.interventionArea(List.of()))),
                        Map.entry("start", patch(p -> p.start(START.plusSeconds(1)))),
                        Map.entry("end", patch(p -> p.end(END.plusSeconds(1)))),
                        Map.entry("bookingLimit", patch(p -> p.bookingLimit(START))),
                        Map.entry("bookingLimit.cleared", patch(CollectiveOfferPatch.Builder::clearBookingLimit)),
                        Map.entry("price.totalPrice", patch(p -> p.price(PRICE.totalPrice(Price.euros("120"))))),
                        Map.entry("numberOfTickets", patch(p -> p.numberOfTickets(31))),
                        Map.entry(
                                "price.educationalPriceDetail",
                                patch(p -> p.price(PRICE.educationalPriceDetail(Patch.to("X"))))),
                        Map.entry(
                                "price.educationalPriceDetail.cleared",
                                patch(p -> p.price(PRICE.educationalPriceDetail(Patch.clear())))),
                        Map.entry("durationMinutes", patch(p -> p.durationMinutes(91))),
                        Map.entry("durationMinutes.cleared", patch(CollectiveOfferPatch.Builder::clearDurationMinutes)),
                        Map.entry("institution", patch(p -> p.institution(InstitutionRef.id(9)))),
                        Map.entry("nationalProgramId", patch(p -> p.nationalProgramId(2))),
                        Map.entry(
                                "nationalProgramId.cleared",
                                patch(CollectiveOfferPatch.Builder::clearNationalProgramId)),
                        Map.entry("accessibility", patch(p -> p.accessibility(Accessibility.of(Disability.MENTAL)))),
                        Map.entry("image", patch(p -> p.image(new CollectiveImage(FILE, "Nadar")))),
                        Map.entry("image.cleared", patch(CollectiveOfferPatch.Builder::clearImage))));
    }

    /** Reference 8.1. */
    @Test
    void aLimitThatIsEmptiedBecomesTheStart() {
        CollectiveOffer untilItStarts =
                CollectiveOffer.builder().from(OFFER).bookingLimit(START).build();

        assertThat(Shown.shows(untilItStarts, patch(CollectiveOfferPatch.Builder::clearBookingLimit)))
                .isTrue();
    }

    @Test
    void aPictureThatIsGoneIsShownAsGone() {
        CollectiveOffer bare = CollectiveOffer.builder()
                .from(OFFER)
                .imageUrl(null)
                .imageCredit(null)
                .build();

        assertThat(Shown.shows(bare, patch(CollectiveOfferPatch.Builder::clearImage)))
                .isTrue();
        assertThat(Shown.shows(bare, draft(d -> d))).isFalse();
    }

    @Test
    void aFrenchNumberIsShownInItsInternationalForm() {
        assertThat(Shown.shows(OFFER, draft(d -> d.contactPhone("06 12 34 56 78"))))
                .isTrue();
        assertThat(Shown.shows(OFFER, draft(d -> d.contactPhone("0033612345678"))))
                .isTrue();
    }
}
