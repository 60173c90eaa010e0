package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.guarded;
import static fr.passerelle.sandbox.settle.Write.harmless;
import static fr.passerelle.sandbox.settle.Write.once;

import com.fasterxml.jackson.databind.JsonNode;
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
import fr.passerelle.passculture.MockTransitions;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.Write.Action;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ObjLongConsumer;

/** The vendor's writes to offers for schools, and what the integration environment plays. */
final class SchoolWrites {

    private SchoolWrites() {}

    static List<Write> all() {
        return List.of(
                once(PassCultureEndpoint.CREATE_COLLECTIVE_OFFER, "", SchoolWrites::create)
                        .in(World.EXISTS, World.NEARLY, World.CHANGED_MEANWHILE),
                harmless(PassCultureEndpoint.UPDATE_COLLECTIVE_OFFER, "", SchoolWrites::update),
                guarded(PassCultureEndpoint.ARCHIVE_COLLECTIVE_OFFERS, "", SchoolWrites::archive),
                guarded(PassCultureEndpoint.CANCEL_COLLECTIVE_BOOKING, "", (scene, world) -> {
                    JsonNode arranged = arranged(scene, "PENDING");
                    long booking = arranged.at("/bookings/0/id").asLong();
                    if (world == World.EXISTS) {
                        scene.client.collectiveBookings().cancel(booking);
                    }
                    return Action.doing(
                                    o -> scene.exposed()
                                            .collectiveBookings()
                                            .with(o)
                                            .cancel(booking),
                                    () -> Writes.once(is(scene, arranged, CollectiveBookingStatus.CANCELLED)))
                            .meanwhile(() -> scene.client.collectiveBookings().cancel(booking));
                }),
                guarded(PassCultureEndpoint.MOCK_BOOK, "", SchoolWrites::book),
                harmless(
                        PassCultureEndpoint.MOCK_CONFIRM,
                        "",
                        mock("PENDING", CollectiveBookingStatus.CONFIRMED, MockTransitions::confirm)),
                guarded(
                        PassCultureEndpoint.MOCK_CANCEL,
                        "",
                        mock("PENDING", CollectiveBookingStatus.CANCELLED, MockTransitions::cancel)),
                harmless(
                        PassCultureEndpoint.MOCK_PENDING,
                        "",
                        mock("CONFIRMED", CollectiveBookingStatus.PENDING, MockTransitions::pending)),
                guarded(
                        PassCultureEndpoint.MOCK_REIMBURSE,
                        "",
                        mock("USED", CollectiveBookingStatus.REIMBURSED, MockTransitions::reimburse)),
                guarded(
                        PassCultureEndpoint.MOCK_USE,
                        "",
                        mock("CONFIRMED", CollectiveBookingStatus.USED, MockTransitions::use)));
    }

    /** The same show for another school is nearly the same offer. In between, a colleague makes the very same. */
    private static Action create(Scene scene, World world) {
        CollectiveOfferDraft draft = draft(scene);
        switch (world) {
            case EXISTS -> scene.client.collectiveOffers().create(draft);
            case NEARLY ->
                scene.client
                        .collectiveOffers()
                        .create(draft.toBuilder()
                                .institution(InstitutionRef.id(scene.otherSchool()))
                                .build());
            default -> {}
        }
        return Action.making(
                        o -> scene.exposed()
                                .collectiveOffers()
                                .with(o)
                                .create(draft)
                                .id(),
                        () -> (int) scene.client.collectiveOffers().list(CollectiveOfferFilter.all()).stream()
                                .map(summary -> scene.client.collectiveOffers().get(summary.id()))
                                .filter(offer -> offer.name().equals(draft.name()))
                                .count())
                .meanwhile(() -> scene.client.collectiveOffers().create(draft));
    }

    private static Action update(Scene scene, World world) {
        long id = offer(scene).id();
        CollectiveOfferPatch patch =
                CollectiveOfferPatch.builder().numberOfTickets(12).build();
        CollectiveOfferPatch others =
                CollectiveOfferPatch.builder().numberOfTickets(13).build();
        if (world == World.EXISTS) {
            scene.client.collectiveOffers().update(id, patch);
        }
        return Action.making(
                        o -> scene.exposed()
                                .collectiveOffers()
                                .with(o)
                                .update(id, patch)
                                .id(),
                        () -> Writes.once(
                                scene.client.collectiveOffers().get(id).numberOfTickets() == 12))
                .meanwhile(() -> scene.client.collectiveOffers().update(id, others));
    }

    private static Action archive(Scene scene, World world) {
        long one = offer(scene).id();
        long other = offer(scene).id();
        if (world == World.EXISTS) {
            scene.client.collectiveOffers().archive(one, other);
        }
        return Action.doing(
                        o -> scene.exposed().collectiveOffers().with(o).archive(one, other),
                        () -> Writes.once(archived(scene, one) && archived(scene, other)))
                .meanwhile(() -> scene.client.collectiveOffers().archive(one, other));
    }

    private static Action book(Scene scene, World world) {
        long id = offer(scene).id();
        if (world == World.EXISTS) {
            scene.client.mock().book(id);
        }
        return Action.making(
                        o -> scene.exposed().mock().with(o).book(id).id(),
                        () -> scene.client.collectiveOffers().get(id).bookings().size())
                .meanwhile(() -> scene.client.mock().book(id));
    }

    /** In between, somebody else takes the same step. */
    private static BiFunction<Scene, World, Action> mock(
            String from, CollectiveBookingStatus to, ObjLongConsumer<MockTransitions> step) {
        return (scene, world) -> {
            JsonNode arranged = arranged(scene, world == World.EXISTS ? to.toString() : from);
            long booking = arranged.at("/bookings/0/id").asLong();
            return Action.doing(
                            o -> step.accept(scene.exposed().mock().with(o), booking),
                            () -> Writes.once(is(scene, arranged, to)))
                    .meanwhile(() -> step.accept(scene.client.mock(), booking));
        };
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
