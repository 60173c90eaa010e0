package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static fr.passerelle.invitationsserver.TestProgramme.hold;
import static fr.passerelle.invitationsserver.TestProgramme.now;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.AccessNeed;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Period;
import fr.passerelle.model.invitation.PeriodLimit;
import fr.passerelle.model.invitation.Release;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.StructureStatusDraft;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherKeys;
import fr.passerelle.model.invitation.VoucherStatus;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A structure keeps places, books them, and gives them back. */
class BookingTest {

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison des Collines");
    private final TestProgramme.Member relay = programme.structure("Relais du Rhône");

    @AfterAll
    static void stop() {
        programme.close();
    }

    @Test
    void aBookingHasAVoucherForEachPersonAndHappensOnce() {
        Allotment places = programme.places(theatre, 20);
        BookingDraft draft = BookingDraft.of(places, Party.of(8, TEENAGERS).workers(2));

        Api.Result first = book(home, draft);
        Api.Result again = book(home, draft);

        InvitationBooking booking = first.as(InvitationBooking.class);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(booking.vouchers())
                .extracting(Voucher::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
        assertThat(now(home, places).free()).isEqualTo(10);
        assertThat(home.api().get("/v1/bookings/" + booking.id()).text()).isEqualTo(first.text());
    }

    @Test
    void theSameIdWithAnotherPartyIsRefused() {
        Allotment places = programme.places(theatre, 20);
        BookingDraft draft = BookingDraft.of(places, Party.of(4, TEENAGERS));
        book(home, draft);

        Api.Result other =
                book(home, draft.toBuilder().party(Party.of(5, TEENAGERS)).build());
        Api.Result stranger = book(relay, draft);

        assertThat(other.code()).isEqualTo("already-different");
        assertThat(other.body().path("sentence").path("fr").asText())
                .isEqualTo("Ceci a déjà été envoyé avec un autre contenu.");
        assertThat(stranger.code()).isEqualTo("already-different");
        assertThat(now(home, places).booked()).isEqualTo(4);
    }

    @Test
    void vouchersAreSignedByTheKeyThatIsPublished() {
        Allotment places = programme.places(theatre, 4);
        InvitationBooking booking = book(home, places, 1).as(InvitationBooking.class);
        VoucherKeys keys = theatre.api().get("/v1/signing-keys").as(VoucherKeys.class);

        var check = keys.verifier()
                .check(
                        booking.vouchers().get(0).signedCode(),
                        places.sessionId(),
                        programme.clock.instant().plus(Duration.ofDays(3)));

        assertThat(check.accepted()).isTrue();
        assertThat(check.number()).isEqualTo(1);
    }

    @Test
    void heldPlacesAreToldFromPlacesThatAreGone() {
        Allotment places = programme.places(theatre, 10);
        hold(relay, places, 6);

        Api.Result held = book(home, places, 5);
        Api.Result more = book(home, places, 11);

        assertThat(held.status()).isEqualTo(409);
        assertThat(held.code()).isEqualTo("capacity-held");
        assertThat(held.body().path("minutes").asInt()).isEqualTo(15);
        assertThat(held.body().path("sentence").path("en").asText()).contains("15 minute");
        assertThat(more.code()).isEqualTo("full");
    }

    @Test
    void aHoldBecomesABookingOrCountsForNothingAfterItsTime() {
        Allotment places = programme.places(theatre, 10);
        UUID inTime = UUID.fromString(hold(home, places, 6).body().path("id").asText());
        UUID late = UUID.fromString(hold(relay, places, 4).body().path("id").asText());

        Api.Result booked = book(
                home,
                BookingDraft.builder()
                        .allotmentId(places.id())
                        .party(Party.of(6, TEENAGERS))
                        .holdId(inTime)
                        .build());
        programme.clock.advance(Duration.ofMinutes(15));
        book(home, places, 3);
        Api.Result tooLate = book(
                relay,
                BookingDraft.builder()
                        .allotmentId(places.id())
                        .party(Party.of(4, TEENAGERS))
                        .holdId(late)
                        .build());

        assertThat(booked.status()).isEqualTo(201);
        assertThat(home.api().get("/v1/holds/" + inTime).body().path("status").asText())
                .isEqualTo("CONVERTED");
        assertThat(tooLate.code()).isEqualTo("full");
        assertThat(relay.api().get("/v1/holds/" + late).body().path("status").asText())
                .isEqualTo("EXPIRED");
        assertThat(relay.api().delete("/v1/holds/" + late).code()).isEqualTo("hold-expired");
    }

    @Test
    void aHoldIsGivenBackOnceHoweverOftenItIsAsked() {
        Allotment places = programme.places(theatre, 10);
        String hold = "/v1/holds/" + hold(home, places, 6).body().path("id").asText();

        Api.Result first = home.api().delete(hold);
        Api.Result second = home.api().delete(hold);

        assertThat(first.body().path("status").asText()).isEqualTo("RELEASED");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(relay.api().delete(hold).status()).isEqualTo(404);
        assertThat(now(home, places).free()).isEqualTo(10);
    }

    @Test
    void aStructureHoldsSoMuchAtOnceAndNotMore() {
        TestProgramme.Member hoarder = programme.structure("Relais");
        Allotment places = programme.places(theatre, 100);
        for (int i = 0; i < 20; i++) {
            assertThat(hold(hoarder, places, 1).status()).isEqualTo(201);
        }

        assertThat(hold(hoarder, places, 1).code()).isEqualTo("too-many-at-once");
        assertThat(hold(home, places, 1).status()).isEqualTo(201);
        programme.clock.advance(Duration.ofHours(1));
        assertThat(hold(hoarder, places, 1).status()).isEqualTo(201);
    }

    @Test
    void aGroupIsHeldAgainstTheSessionWithEveryViolation() {
        Allotment places = programme.places(theatre, 20);

        Api.Result refused = book(
                home,
                BookingDraft.of(
                        places,
                        Party.of(4, TEENAGERS)
                                .workers(3)
                                .needing(1, AccessNeed.SIGN_LANGUAGE)
                                .needing(2, AccessNeed.WHEELCHAIR)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "party.workers too_large",
                        "party.needs.SIGN_LANGUAGE not_accessible",
                        "party.needs.WHEELCHAIR too_large");
    }

    @Test
    void wheelchairPlacesAreCountedOverAllGroups() {
        programme.session(theatre, "W");
        Allotment places = programme.give(
                theatre, AllotmentDraft.of("W", 20).wheelchairPlaces(2).build());
        Party two = Party.of(4, TEENAGERS).needing(2, AccessNeed.WHEELCHAIR);

        assertThat(book(home, BookingDraft.of(places, two)).status()).isEqualTo(201);
        assertThat(book(relay, BookingDraft.of(places, two)).code()).isEqualTo("full");
    }

    @Test
    void aStructureHasWhatItMayHaveInAPeriodAndNotMore() {
        TestProgramme.Member limited = programme.structure("Petit foyer", PeriodLimit.outings(Period.MONTH, 1));

        assertThat(book(limited, programme.places(theatre, 20), 5).status()).isEqualTo(201);
        assertThat(book(limited, programme.places(theatre, 20), 5).code()).isEqualTo("period-limit");
    }

    @Test
    void aSuspendedStructureAsksForNothingAndKeepsWhatItHas() {
        Allotment places = programme.places(theatre, 20);
        InvitationBooking booking = book(home, places, 5).as(InvitationBooking.class);
        programme.operator.put(
                "/v1/structures/" + home.id() + "/status", new StructureStatusDraft(StructureStatus.SUSPENDED));

        assertThat(book(home, places, 5).code()).isEqualTo("structure-not-active");
        assertThat(home.api()
                        .get("/v1/bookings/" + booking.id())
                        .as(InvitationBooking.class)
                        .status())
                .isEqualTo(InvitationBookingStatus.CONFIRMED);
    }

    @Test
    void placesOfACallAreNotBookedFreely() {
        programme.session(theatre, "C");
        Allotment places = programme.give(
                theatre, AllotmentDraft.of("C", 20).mode(AllotmentMode.CALL).build());

        assertThat(book(home, places, 5).code()).isEqualTo("by-call-only");
        assertThat(hold(home, places, 5).code()).isEqualTo("by-call-only");
    }

    @Test
    void whoDoesNotComeGivesItsPlacesBackOnce() {
        Allotment places = programme.places(theatre, 20);
        InvitationBooking booking = book(
                        home, BookingDraft.of(places, Party.of(8, TEENAGERS).workers(2)))
                .as(InvitationBooking.class);
        ReleaseDraft part =
                ReleaseDraft.ofBooking(booking.id(), Party.of(5, TEENAGERS).workers(2));

        Api.Result first = home.api().put("/v1/releases/" + part.id(), part);
        Api.Result again = home.api().put("/v1/releases/" + part.id(), part);

        assertThat(first.as(Release.class).places()).isEqualTo(3);
        assertThat(again.text()).isEqualTo(first.text());
        InvitationBooking after = home.api().get("/v1/bookings/" + booking.id()).as(InvitationBooking.class);
        assertThat(after.party().people()).isEqualTo(7);
        assertThat(after.places()).isEqualTo(7);
        assertThat(after.vouchers()).hasSize(10);
        assertThat(now(home, places).free()).isEqualTo(13);

        ReleaseDraft rest = ReleaseDraft.ofBooking(booking.id());
        assertThat(home.api()
                        .put("/v1/releases/" + rest.id(), rest)
                        .as(Release.class)
                        .places())
                .isEqualTo(7);
        assertThat(home.api()
                        .get("/v1/bookings/" + booking.id())
                        .as(InvitationBooking.class)
                        .vouchers())
                .allMatch(voucher -> voucher.status().equals(VoucherStatus.VOID));
        ReleaseDraft more = ReleaseDraft.ofBooking(booking.id());
        assertThat(home.api().put("/v1/releases/" + more.id(), more).code()).isEqualTo("already-released");
        assertThat(now(home, places).free()).isEqualTo(20);
    }

    @Test
    void nothingMovesAfterTheSessionHasBegun() {
        Allotment places = programme.places(theatre, 20);
        InvitationBooking booking = book(home, places, 5).as(InvitationBooking.class);

        programme.clock.advance(Duration.ofDays(3));
        ReleaseDraft back = ReleaseDraft.ofBooking(booking.id());

        assertThat(book(home, places, 1).code()).isEqualTo("session-begun");
        assertThat(home.api().put("/v1/releases/" + back.id(), back).code()).isEqualTo("session-begun");
    }

    @Test
    void theDonorSeesHowManyComeAndNoCode() {
        Allotment places = programme.places(theatre, 20);
        book(home, places, 5);

        Api.Result list = theatre.api().get("/v1/sessions/" + places.sessionId() + "/bookings");

        assertThat(list.body()
                        .path("items")
                        .path(0)
                        .path("party")
                        .path("beneficiaries")
                        .path("FROM_12_TO_15")
                        .asInt())
                .isEqualTo(5);
        assertThat(list.body().path("items").path(0).path("vouchers")).isEmpty();
    }

    @Test
    void aListIsReadPageByPage() {
        Allotment places = programme.places(theatre, 20);
        IntStream.range(0, 5).forEach(i -> book(home, places, 1));

        Api.Result first = home.api().get("/v1/bookings?limit=2");
        Api.Result second = home.api()
                .get("/v1/bookings?limit=2&cursor=" + first.body().path("next").asText());
        Api.Result last = home.api()
                .get("/v1/bookings?limit=2&cursor=" + second.body().path("next").asText());

        assertThat(first.body().path("items")).hasSize(2);
        assertThat(second.body().path("items")).hasSize(2);
        assertThat(last.body().path("items")).hasSize(1);
        assertThat(last.body().has("next")).isFalse();
        assertThat(home.api().get("/v1/bookings?limit=201").violations()).containsExactly("limit too_large");
        assertThat(home.api().get("/v1/bookings?cursor=%C3%A9").violations()).containsExactly("cursor unknown_value");
    }
}
