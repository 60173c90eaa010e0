package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.AllotmentStatus;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.invitation.WithdrawalDraft;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A donor gives places, changes its sessions, and takes back. */
class GivingTest {

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre de la Croix-Rousse");
    private final TestProgramme.Member home = programme.structure("Maison des Collines");

    @AfterAll
    static void stop() {
        programme.close();
    }

    @Test
    void theSameSessionSentAgainIsOneSession() {
        SessionDraft play = programme.play("BG-0412");

        Api.Result first = theatre.api().put("/v1/sessions/by-ref/BG-0412", play);
        Api.Result second = theatre.api().put("/v1/sessions/by-ref/BG-0412", play);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.etag()).isEqualTo(first.etag()).isNotEmpty();
        assertThat(theatre.api().get("/v1/sessions").body().path("items")).hasSize(1);
    }

    @Test
    void aSessionIsReplacedOnlyInTheVersionThatWasRead() {
        Api.Result created = theatre.api().put("/v1/sessions/by-ref/BG", programme.play("BG"));
        SessionDraft renamed = programme.play("BG").toBuilder()
                .title("Les Fourberies de Scapin")
                .build();
        SessionDraft other = programme.play("BG").toBuilder().title("Dom Juan").build();

        Api.Result changed = theatre.api().putIfMatch("/v1/sessions/by-ref/BG", renamed, created.etag());
        Api.Result late = theatre.api().putIfMatch("/v1/sessions/by-ref/BG", other, created.etag());
        Api.Result lostResponse = theatre.api().putIfMatch("/v1/sessions/by-ref/BG", renamed, created.etag());

        assertThat(changed.as(Session.class).title()).isEqualTo("Les Fourberies de Scapin");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("changed");
        assertThat(lostResponse.status()).isEqualTo(200);
        assertThat(lostResponse.text()).isEqualTo(changed.text());
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        programme.session(theatre, "BG");
        UUID id = UUID.randomUUID();

        Api.Result refused = theatre.api()
                .nonsense(
                        "PUT",
                        "/v1/allotments/" + id,
                        "{\"sessionRef\":\"BG\",\"quantity\":0,\"price\":301,\"minimumGroup\":500}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations())
                .containsExactlyInAnyOrder("quantity too_small", "price too_large", "minimumGroup too_large");
    }

    @Test
    void placesAreGivenOnceHoweverOftenTheyAreSent() {
        programme.session(theatre, "BG");
        AllotmentDraft draft = AllotmentDraft.of("BG", 20).build();

        Api.Result first = theatre.api().put("/v1/allotments/" + draft.id(), draft);
        Api.Result again = theatre.api().put("/v1/allotments/" + draft.id(), draft);
        Api.Result other = theatre.api()
                .put(
                        "/v1/allotments/" + draft.id(),
                        draft.toBuilder().quantity(21).build());

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("already-different");
        assertThat(first.as(Allotment.class).free()).isEqualTo(20);
    }

    @Test
    void takesBackWhatIsNotPromisedAndOnce() {
        Allotment places = programme.places(theatre, 20);
        TestProgramme.book(home, places, 12);
        WithdrawalDraft five = WithdrawalDraft.of(5);
        String path = "/v1/allotments/" + places.id() + "/withdrawal";

        assertThat(theatre.api().put(path, five).as(Allotment.class).withdrawn())
                .isEqualTo(5);
        assertThat(theatre.api().put(path, five).as(Allotment.class).withdrawn())
                .isEqualTo(5);
        assertThat(theatre.api().put(path, WithdrawalDraft.of(4)).code()).isEqualTo("more-than-there-is");
        Allotment all = theatre.api().put(path, WithdrawalDraft.ofAll()).as(Allotment.class);

        assertThat(all.status()).isEqualTo(AllotmentStatus.WITHDRAWN);
        assertThat(all.withdrawn()).isEqualTo(8);
        assertThat(all.booked()).isEqualTo(12);
        assertThat(TestProgramme.book(home, places, 1).code()).isEqualTo("allotment-withdrawn");
    }

    @Test
    void whatIsLeftGoesBackAtTheRelease() {
        programme.session(theatre, "BG");
        Allotment places = programme.give(
                theatre,
                AllotmentDraft.of("BG", 20)
                        .releaseAt(programme.clock.instant().plus(Duration.ofDays(2)))
                        .build());
        TestProgramme.book(home, places, 3);

        programme.clock.advance(Duration.ofDays(2));
        Allotment later = TestProgramme.now(theatre, places);

        assertThat(later.status()).isEqualTo(AllotmentStatus.CLOSED);
        assertThat(later.withdrawn()).isEqualTo(17);
        assertThat(TestProgramme.book(home, places, 1).code()).isEqualTo("allotment-closed");
    }

    @Test
    void everythingFallsWithTheSession() {
        Session session = programme.session(theatre, "BG");
        Allotment places = programme.give(theatre, AllotmentDraft.of("BG", 20).build());
        InvitationBooking booking = TestProgramme.book(home, places, 3).as(InvitationBooking.class);
        String hold = TestProgramme.hold(home, places, 2).body().path("id").asText();

        String path = "/v1/sessions/" + session.id() + "/cancellation";
        Api.Result cancelled = theatre.api().put(path);

        assertThat(cancelled.as(Session.class).cancelled()).isTrue();
        assertThat(theatre.api().put(path).text()).isEqualTo(cancelled.text());
        InvitationBooking fallen =
                home.api().get("/v1/bookings/" + booking.id()).as(InvitationBooking.class);
        assertThat(fallen.status()).isEqualTo(InvitationBookingStatus.CANCELLED);
        assertThat(fallen.vouchers()).allMatch(voucher -> voucher.status().equals(VoucherStatus.VOID));
        assertThat(home.api().get("/v1/holds/" + hold).body().path("status").asText())
                .isEqualTo("RELEASED");
        assertThat(TestProgramme.book(home, places, 1).code()).isEqualTo("session-cancelled");
    }

    @Test
    void aSessionThatMovedSignsItsVouchersAgain() {
        SessionDraft play = programme.play("BG");
        theatre.api().put("/v1/sessions/by-ref/BG", play);
        Allotment places = programme.give(theatre, AllotmentDraft.of("BG", 20).build());
        InvitationBooking before = TestProgramme.book(home, places, 2).as(InvitationBooking.class);

        theatre.api()
                .put(
                        "/v1/sessions/by-ref/BG",
                        play.toBuilder()
                                .startsAt(play.startsAt().minus(Duration.ofDays(1)))
                                .build());

        InvitationBooking after = home.api().get("/v1/bookings/" + before.id()).as(InvitationBooking.class);
        assertThat(after.vouchers().get(0).code())
                .isEqualTo(before.vouchers().get(0).code());
        assertThat(after.vouchers().get(0).signedCode())
                .isNotEqualTo(before.vouchers().get(0).signedCode());
        assertThat(TestProgramme.now(theatre, places).releaseAt())
                .isEqualTo(play.startsAt().minus(Duration.ofDays(1)));
    }

    @Test
    void aDonorThatWantsToKnowTheGroupAcceptsOrRefusesIt() {
        programme.session(theatre, "BG");
        Allotment places = programme.give(
                theatre,
                AllotmentDraft.of("BG", 20).mode(AllotmentMode.ON_REQUEST).build());
        InvitationBooking one = TestProgramme.book(home, places, 4).as(InvitationBooking.class);
        InvitationBooking two = TestProgramme.book(home, places, 5).as(InvitationBooking.class);
        assertThat(one.status()).isEqualTo(InvitationBookingStatus.REQUESTED);
        assertThat(one.vouchers()).isEmpty();

        Api.Result accepted = theatre.api().put("/v1/bookings/" + one.id() + "/acceptance");
        Api.Result refused = theatre.api().put("/v1/bookings/" + two.id() + "/refusal");

        assertThat(accepted.text())
                .isEqualTo(theatre.api()
                        .put("/v1/bookings/" + one.id() + "/acceptance")
                        .text());
        assertThat(refused.body().path("status").asText()).isEqualTo("REFUSED");
        assertThat(theatre.api().put("/v1/bookings/" + two.id() + "/acceptance").code())
                .isEqualTo("already-refused");
        assertThat(home.api()
                        .get("/v1/bookings/" + one.id())
                        .as(InvitationBooking.class)
                        .vouchers())
                .hasSize(4);
        assertThat(TestProgramme.now(theatre, places).booked()).isEqualTo(4);
    }
}
