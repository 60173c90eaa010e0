package fr.passerelle.sandbox.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.TransportException;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.Admission;
import fr.passerelle.passculture.Admission.Outcome;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others do between a write and the look at what became of it. */
class RaceTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    private void losesTheNext(String method, Effect effect) {
        scene.stage.sandbox.faults().add(Fault.next(effect).on(method, "/public/"));
    }

    private EventDate date(Event event) {
        return scene.client.events().dates(event.id()).list().iterator().next();
    }

    @Test
    void neverSellsAgainWhatSomebodyBookedBetweenTwoTries() {
        Event event = scene.event();
        scene.client.events().dates(event.id()).create(scene.date(event));
        long id = date(event).id();
        losesTheNext("PATCH", new Effect.DropAfter());
        scene.before("GET", () -> scene.person().book(id, 2));

        assertThatThrownBy(() -> scene.client
                        .events()
                        .dates(event.id())
                        .update(
                                id,
                                DatePatch.builder().remaining(Remaining.of(3)).build()))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("send what remains now");

        assertThat(date(event).remaining()).as("3 less 2, not 3 again").isEqualTo(Remaining.of(1));
    }

    @Test
    void oneCountermarkAtTwoDoorsLetsOneIn() {
        long booking = scene.person().book(scene.goods(), 1);
        Countermark countermark = scene.countermark(booking);
        scene.before(
                "PATCH",
                () -> assertThat(scene.client.bookings().admit(countermark).admitted())
                        .isTrue());

        Admission second = scene.client.bookings().admit(countermark);

        assertThat(second.outcome()).isEqualTo(Outcome.ALREADY_USED);
        assertThat(second.serverMessage()).isPresent();
        assertThat(scene.client.bookings().admit(countermark).outcome()).isEqualTo(Outcome.USED_OR_CANCELLED);
    }

    /** The use that is lost; then somebody uses it at another door, before the second try. */
    @Test
    void aUseThatWasLostIsNotTakenForTheOneOfAnotherDoor() {
        long booking = scene.person().book(scene.goods(), 1);
        Countermark countermark = scene.countermark(booking);
        losesTheNext("PATCH", new Effect.DropBefore());
        scene.before(
                "PATCH",
                () -> scene.before("PATCH", () -> scene.client.bookings().use(countermark)));

        Admission admission = scene.client.bookings().admit(countermark);

        assertUncertain(admission);
    }

    private static void assertUncertain(Admission admission) {
        assertThat(admission.outcome()).isEqualTo(Outcome.UNCERTAIN);
        assertThat(admission.booking()).get().extracting(Booking::status).isEqualTo(BookingStatus.USED);
        assertThat(admission.failure()).get().matches(CallException::mayHaveBeenProcessed);
    }

    @Test
    void aUseThatWasLostIsMadeAgainWhileTheBookingIsStillGood() {
        long booking = scene.person().book(scene.goods(), 1);
        losesTheNext("PATCH", new Effect.DropBefore());

        Admission admission = scene.client.bookings().admit(scene.countermark(booking));

        assertThat(admission.admitted()).isTrue();
    }

    @Test
    void aCreationThatWasLostIsNotTakenForTheOneOfAnotherWriter() {
        EventDraft draft = scene.play("Visite tardive").idAtProvider("LATE").build();
        losesTheNext("POST", new Effect.DropBefore());
        scene.before(
                "POST", () -> scene.before("POST", () -> scene.client.events().create(draft)));

        assertThatThrownBy(() -> scene.client.events().create(draft))
                .isInstanceOfSatisfying(BadRequestException.class, refused -> {
                    assertThat(refused.afterLostResponse()).isTrue();
                    assertThat(refused.mayHaveBeenProcessed()).isTrue();
                });
        assertThat(scene.client.events().list(EventFilter.all()).toList()).hasSize(1);
    }
}
