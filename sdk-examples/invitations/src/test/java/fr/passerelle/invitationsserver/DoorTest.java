package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.book;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.Attendance;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.EntriesDraft;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The evening: vouchers at the door, who came, and the declaration. */
class DoorTest {

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");
    private final Allotment places = programme.places(theatre, 20);
    private final Instant evening = programme.clock.instant().plus(Duration.ofDays(3));

    @AfterAll
    static void stop() {
        programme.close();
    }

    private Api.Result tell(EntryDraft... entries) {
        return theatre.api()
                .post("/v1/sessions/" + places.sessionId() + "/entries", EntriesDraft.of(Arrays.asList(entries)));
    }

    private static List<String> outcomes(Api.Result told) {
        return told.body().path("results").findValuesAsText("result");
    }

    @Test
    void aVoucherLetsOnePersonInOnce() {
        InvitationBooking booking = book(home, places, 2).as(InvitationBooking.class);
        EntryDraft scan = EntryDraft.of(booking.vouchers().get(0).signedCode(), evening);
        EntryDraft spoken = EntryDraft.of(booking.vouchers().get(1).code(), evening);
        EntryDraft otherDoor = EntryDraft.of(booking.vouchers().get(0).code(), evening.plusSeconds(60));

        Api.Result first = tell(scan, spoken);
        Api.Result again = tell(scan, spoken);
        Api.Result twice = tell(otherDoor);

        assertThat(outcomes(first)).containsExactly("ADMITTED", "ADMITTED");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(outcomes(twice)).containsExactly("ALREADY_USED");
        assertThat(twice.body().path("results").path(0).path("usedAt").asText()).isEqualTo(evening.toString());
    }

    @Test
    void whatIsNoVoucherOfTonightLetsNobodyIn() {
        InvitationBooking back = book(home, places, 1).as(InvitationBooking.class);
        ReleaseDraft release = ReleaseDraft.ofBooking(back.id());
        home.api().put("/v1/releases/" + release.id(), release);
        Allotment elsewhere = programme.places(theatre, 5);
        InvitationBooking other = book(home, elsewhere, 1).as(InvitationBooking.class);

        Api.Result told = tell(
                EntryDraft.of(back.vouchers().get(0).code(), evening),
                EntryDraft.of(other.vouchers().get(0).signedCode(), evening),
                EntryDraft.of(VoucherCode.ofRandom(1), evening),
                EntryDraft.of(back.vouchers().get(0).signedCode(), evening.plus(Duration.ofDays(2))));

        assertThat(outcomes(told)).containsExactly("VOID", "UNKNOWN", "UNKNOWN", "UNKNOWN");
    }

    @Test
    void aNonceLetsNoOtherVoucherIn() {
        InvitationBooking booking = book(home, places, 2).as(InvitationBooking.class);
        EntryDraft first = EntryDraft.of(booking.vouchers().get(0).code(), evening);
        EntryDraft other = EntryDraft.builder()
                .nonce(first.nonce())
                .code(booking.vouchers().get(1).code())
                .at(evening)
                .build();

        assertThat(outcomes(tell(first))).containsExactly("ADMITTED");
        assertThat(outcomes(tell(other))).containsExactly("UNKNOWN");
        assertThat(outcomes(tell(first))).containsExactly("ADMITTED");
    }

    @Test
    void aCodeThatIsSaidIsGoodWhenTheSignedOneIs() {
        InvitationBooking booking = book(home, places, 1).as(InvitationBooking.class);
        VoucherCode code = booking.vouchers().get(0).code();

        assertThat(outcomes(tell(
                        EntryDraft.of(code, evening.minus(Duration.ofDays(2))),
                        EntryDraft.of(code, evening.plus(Duration.ofDays(2))),
                        EntryDraft.of(code, evening))))
                .containsExactly("UNKNOWN", "UNKNOWN", "ADMITTED");
    }

    @Test
    void whoCameIsSaidOnce() {
        InvitationBooking booking = book(home, places, 5).as(InvitationBooking.class);
        String path = "/v1/bookings/" + booking.id() + "/attendance";
        AttendanceDraft three = AttendanceDraft.of(booking.id(), 3);
        assertThat(home.api().put(path, three).code()).isEqualTo("session-not-begun");

        programme.clock.set(evening.plusSeconds(1));
        assertThat(home.api().put(path, AttendanceDraft.of(booking.id(), 6)).violations())
                .containsExactly("people too_large");
        Api.Result first = theatre.api().put(path, three);
        Api.Result again = home.api().put(path, three);

        assertThat(first.as(Attendance.class).people()).isEqualTo(3);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(home.api().put(path, AttendanceDraft.of(booking.id(), 4)).code())
                .isEqualTo("already-attended");
        assertThat(home.api()
                        .get("/v1/bookings/" + booking.id())
                        .as(InvitationBooking.class)
                        .status())
                .isEqualTo(InvitationBookingStatus.PARTLY_ATTENDED);
    }

    @Test
    void ticketsThatWereNotGivenBackAreExemptOrPaid() {
        programme.session(theatre, "SIBIL");
        Allotment free = programme.give(theatre, AllotmentDraft.of("SIBIL", 10).build());
        Allotment symbolic = programme.give(
                theatre, AllotmentDraft.of("SIBIL", 10).price(Price.cents(200)).build());
        book(home, free, 6);
        InvitationBooking back = book(home, free, 2).as(InvitationBooking.class);
        book(home, symbolic, 3);
        ReleaseDraft release = ReleaseDraft.ofBooking(back.id());
        home.api().put("/v1/releases/" + release.id(), release);

        Api.Result exempt = theatre.api().get("/v1/sessions/" + free.sessionId() + "/exempt");

        assertThat(exempt.body().path("exempt").asInt()).isEqualTo(6);
        assertThat(exempt.body().path("symbolic").asInt()).isEqualTo(3);
        assertThat(exempt.body().path("receipts").asInt()).isEqualTo(600);
    }
}
