package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.settled;
import static fr.passerelle.sandbox.settle.Write.undecidable;
import static fr.passerelle.sandbox.settle.Writes.once;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.client.MockTransitions;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.model.collective.CollectiveBookingStatus;
import fr.passerelle.model.collective.CollectiveFormat;
import fr.passerelle.model.collective.CollectiveLocation;
import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferFilter;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.collective.CollectiveOfferStatus;
import fr.passerelle.model.collective.InstitutionRef;
import fr.passerelle.model.collective.StudentLevel;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.settle.Write.Deed;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** The vendor's writes to offers for schools, and what the integration environment plays. */
final class SchoolWrites {

    private SchoolWrites() {}

    static List<Write> all() {
        return List.of(
                undecidable(Endpoint.CREATE_COLLECTIVE_OFFER, "", scene -> {
                    CollectiveOfferDraft draft = draft(scene);
                    return new Deed(
                            o -> scene.client.collectiveOffers().with(o).create(draft),
                            () -> (int) scene.client.collectiveOffers().list(CollectiveOfferFilter.all()).stream()
                                    .map(summary ->
                                            scene.client.collectiveOffers().get(summary.id()))
                                    .filter(offer -> offer.name().equals(draft.name()))
                                    .count());
                }),
                settled(Endpoint.UPDATE_COLLECTIVE_OFFER, "", scene -> {
                    long id = offer(scene).id();
                    CollectiveOfferPatch patch =
                            CollectiveOfferPatch.builder().numberOfTickets(12).build();
                    return new Deed(
                            o -> scene.client.collectiveOffers().with(o).update(id, patch),
                            () -> once(scene.client.collectiveOffers().get(id).numberOfTickets() == 12));
                }),
                settled(Endpoint.ARCHIVE_COLLECTIVE_OFFERS, "", scene -> {
                    long one = offer(scene).id();
                    long other = offer(scene).id();
                    return new Deed(
                            o -> scene.client.collectiveOffers().with(o).archive(one, other),
                            () -> once(archived(scene, one) && archived(scene, other)));
                }),
                settled(Endpoint.CANCEL_COLLECTIVE_BOOKING, "", scene -> {
                    JsonNode arranged = arranged(scene, "PENDING");
                    long booking = arranged.at("/bookings/0/id").asLong();
                    return new Deed(
                            o -> scene.client.collectiveBookings().with(o).cancel(booking),
                            () -> once(is(scene, arranged, CollectiveBookingStatus.CANCELLED)));
                }),
                settled(Endpoint.MOCK_BOOK, "", scene -> {
                    long id = offer(scene).id();
                    return new Deed(
                            o -> scene.client.mock().with(o).book(id),
                            () -> scene.client
                                    .collectiveOffers()
                                    .get(id)
                                    .bookings()
                                    .size());
                }),
                mock(Endpoint.MOCK_CONFIRM, "PENDING", CollectiveBookingStatus.CONFIRMED, MockTransitions::confirm),
                mock(Endpoint.MOCK_CANCEL, "PENDING", CollectiveBookingStatus.CANCELLED, MockTransitions::cancel),
                mock(Endpoint.MOCK_PENDING, "CONFIRMED", CollectiveBookingStatus.PENDING, MockTransitions::pending),
                mock(Endpoint.MOCK_REIMBURSE, "USED", CollectiveBookingStatus.REIMBURSED, MockTransitions::reimburse),
                mock(Endpoint.MOCK_USE, "CONFIRMED", CollectiveBookingStatus.USED, MockTransitions::use));
    }

    private static Write mock(
            Endpoint endpoint, String from, CollectiveBookingStatus to, ObjLongConsumer<MockTransitions> step) {
        return settled(endpoint, "", scene -> {
            JsonNode arranged = arranged(scene, from);
            long booking = arranged.at("/bookings/0/id").asLong();
            return new Deed(
                    o -> step.accept(scene.client.mock().with(o), booking), () -> once(is(scene, arranged, to)));
        });
    }

    private static boolean archived(Scene scene, long id) {
        return scene.client.collectiveOffers().get(id).status().equals(CollectiveOfferStatus.ARCHIVED);
    }

    private static boolean is(Scene scene, JsonNode arranged, CollectiveBookingStatus status) {
        return scene.client.collectiveOffers().get(arranged.path("id").asLong()).bookings().stream()
                .anyMatch(booking -> booking.status().equals(status));
    }

    /** An offer of this provider with one booking. */
    private static JsonNode arranged(Scene scene, String booking) {
        return scene.stage.http.control(
                "POST",
                "/collective/offers",
                ("{'venueId':%d,'createdBy':'%d','institutionId':%d,'startDatetime':'2026-03-11T10:00:00Z',"
                                + "'bookings':[{'status':'%s'}]}")
                        .formatted(scene.stage.venue.id(), scene.stage.provider.id(), scene.school(), booking));
    }

    private static CollectiveOffer offer(Scene scene) {
        return scene.client.collectiveOffers().create(draft(scene));
    }

    private static CollectiveOfferDraft draft(Scene scene) {
        return CollectiveOfferDraft.builder()
                .venueId(scene.stage.venue.id())
                .name(scene.name("Jongler en classe"))
                .description("Initiation")
                .addFormats(CollectiveFormat.CONCERT)
                .addDomains(scene.domain())
                .addStudents(StudentLevel.COLLEGE4)
                .addBookingEmails("resa@example.org")
                .contactEmail("contact@example.org")
                .contactPhone("+33199001234")
                .location(CollectiveLocation.school())
                .start(Scene.OPENING)
                .bookingLimit(Scene.OPENING)
                .totalPrice(Price.euros("240"))
                .numberOfTickets(28)
                .institution(InstitutionRef.id(scene.school()))
                .build();
    }
}
