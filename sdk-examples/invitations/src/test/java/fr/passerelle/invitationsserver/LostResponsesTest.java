package fr.passerelle.invitationsserver;

import static fr.passerelle.model.invitation.Distance.km;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.RefusedException;
import fr.passerelle.http.CallListener;
import fr.passerelle.invitations.ChangeCursor;
import fr.passerelle.invitations.InvitationsClient;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.EntryOutcome;
import fr.passerelle.model.invitation.EntryResult;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.WithdrawalDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawSecret;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import fr.passerelle.model.invitation.figures.Quarter;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/**
 * The client against the server: each operation, twice over. The second time the first response to every write is lost
 * after the server has done its work; all ends as if nothing had happened.
 */
class LostResponsesTest {

    private static final Party FIVE = Party.of(4, AgeBand.FROM_12_TO_15).workers(1);

    private final Set<String> called = new TreeSet<>();
    private int lost;

    @Test
    void whatIsLostIsSentAgainAndHappensOnce() {
        List<String> undisturbed = new Evening(false).play();
        List<String> disturbed = new Evening(true).play();

        assertThat(disturbed).isEqualTo(undisturbed);
        assertThat(undisturbed)
                .contains(
                        "too late: 412",
                        "other body: already-different",
                        "full: full",
                        "accept what is refused: already-refused",
                        "too early: call-not-closed",
                        "[ADMITTED, ALREADY_USED]",
                        "another number: already-attended");
        assertThat(lost).isGreaterThan(40);
        assertThat(called).hasSize(56);
    }

    /** A season in small: who gives, who books, who comes. */
    private final class Evening {

        private final boolean loses;
        private final List<String> seen = new ArrayList<>();
        private int step;

        Evening(boolean loses) {
            this.loses = loses;
        }

        private InvitationsClient client(TestProgramme programme, String key) {
            int[] dropped = {0};
            OkHttpClient dropping = new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        Response response = chain.proceed(chain.request());
                        boolean write = !chain.request().method().equals("GET");
                        if (loses && write && dropped[0] < step) {
                            dropped[0] = step;
                            lost++;
                            response.close();
                            throw new SocketException("lost");
                        }
                        return response;
                    })
                    .build();
            return InvitationsClient.builder()
                    .apiKey(key)
                    .baseUrl(programme.server.baseUrl().toString())
                    .clock(programme.clock)
                    .okHttpClient(dropping)
                    .callListener(target -> {
                        called.add(target.operation());
                        return new CallListener() {};
                    })
                    .build();
        }

        /** A call that succeeds. */
        private <T> T step(String name, Supplier<T> call) {
            step++;
            T value = call.get();
            seen.add(name + ": ok");
            return value;
        }

        /** What comes of a call, in words that are the same each time. */
        private void run(String name, Runnable call) {
            try {
                step(name, () -> {
                    call.run();
                    return true;
                });
            } catch (RefusedException refused) {
                seen.add(name + ": " + refused.refusal());
            } catch (ApiException failure) {
                seen.add(name + ": " + failure.status());
            }
        }

        private void note(Object fact) {
            seen.add(String.valueOf(fact));
        }

        List<String> play() {
            try (TestProgramme programme = new TestProgramme();
                    InvitationsClient operator = client(
                            programme, programme.server.firstKey().orElseThrow().value())) {
                DonorDraft theatre = DonorDraft.builder()
                        .name("Théâtre")
                        .kind(DonorKind.VENUE)
                        .build();
                step("donor", () -> operator.donors().put(theatre));
                StructureDraft foyer = structure("Foyer");
                StructureDraft relay = structure("Relais");
                for (StructureDraft each : List.of(foyer, relay)) {
                    step("structure", () -> operator.structures().put(each));
                    step("status", () -> operator.structures().status(each.id(), StructureStatus.ACTIVE));
                }
                KeyDraft donorKey = KeyDraft.of(InvitationRole.DONOR, theatre.id(), "billetterie");
                KeyDraft homeKey = KeyDraft.of(InvitationRole.STRUCTURE, foyer.id(), "foyer");
                KeyDraft relayKey = KeyDraft.of(InvitationRole.STRUCTURE, relay.id(), "relais");
                KeyDraft spare = KeyDraft.of(InvitationRole.STRUCTURE, relay.id(), "de trop");
                Stream.of(donorKey, homeKey, relayKey, spare)
                        .forEach(key -> step("key", () -> operator.keys().put(key)));
                run("revoke", () -> operator.keys().revoke(spare.id()));
                try (InvitationsClient donor =
                                client(programme, donorKey.secret().value());
                        InvitationsClient home =
                                client(programme, homeKey.secret().value());
                        InvitationsClient other =
                                client(programme, relayKey.secret().value())) {
                    registers(operator, theatre, foyer);
                    evening(programme, operator, donor, home, other);
                }
            }
            return seen;
        }

        private StructureDraft structure(String name) {
            return StructureDraft.builder()
                    .name(name)
                    .kind(StructureKind.HOUSING)
                    .department("69")
                    .people(80)
                    .build();
        }

        private void registers(InvitationsClient operator, DonorDraft theatre, StructureDraft foyer) {
            String version = operator.donors().versioned(theatre.id()).version();
            DonorDraft renamed = DonorDraft.builder()
                    .id(theatre.id())
                    .name("Grand théâtre")
                    .kind(DonorKind.VENUE)
                    .build();
            step("rename", () -> operator.donors().put(renamed, version));
            run("too late", () -> operator.donors().put(theatre, version));
            note(operator.donors().get(theatre.id()).name());
            note(operator.structures().get(foyer.id()).name());
            note(operator.donors().list().toList().size());
            note(operator.structures().list().toList().size());
            note(operator.keys().list().toList().size());
            note(operator.account().get().role());
        }

        private void evening(
                TestProgramme programme,
                InvitationsClient operator,
                InvitationsClient donor,
                InvitationsClient home,
                InvitationsClient other) {
            SessionDraft play = programme.play("S-1");
            SessionDraft next = play.toBuilder()
                    .ref("S-2")
                    .startsAt(play.startsAt().plus(Duration.ofDays(1)))
                    .build();
            UUID session = step("session", () -> donor.sessions().put(play)).id();
            UUID nextSession = step("session", () -> donor.sessions().put(next)).id();
            AllotmentDraft places =
                    AllotmentDraft.of("S-1", 20).wheelchairPlaces(2).build();
            step("allotment", () -> donor.allotments().put(places));
            run(
                    "other body",
                    () -> donor.allotments()
                            .put(AllotmentDraft.of("S-1", 21).id(places.id()).build()));
            step("withdraw", () -> donor.allotments().withdraw(places.id(), WithdrawalDraft.of(5)));
            note(home.allotments().get(places.id()).free());
            note(home.sessions().get(session).title());
            note(home.allotments().ofSession(session).toList().size());
            note(donor.sessions().list().toList().size());
            note(home.sessions()
                    .near(Position.of(45.75, 4.85), km(15))
                    .group(5)
                    .list()
                    .toList()
                    .size());

            HoldDraft option = HoldDraft.of(places.id(), 5);
            HoldDraft second = HoldDraft.of(places.id(), 2);
            step("hold", () -> home.holds().put(option));
            step("hold", () -> home.holds().put(second));
            step("release the hold", () -> home.holds().release(second.id()));
            note(home.holds().get(option.id()).status());
            BookingDraft outing = BookingDraft.builder()
                    .allotmentId(places.id())
                    .party(FIVE)
                    .holdId(option.id())
                    .build();
            step("book", () -> home.bookings().put(outing));
            step("fill", () -> other.bookings().put(BookingDraft.of(places.id(), Party.of(10, AgeBand.FROM_26_TO_59))));
            run("full", () -> other.bookings().put(BookingDraft.of(places.id(), FIVE)));
            WaitlistDraft waiting = WaitlistDraft.of(places.id(), 2, 12);
            step("wait", () -> other.waitlist().put(waiting));
            note(other.waitlist().list().toList().size());
            step(
                    "give back",
                    () -> home.releases()
                            .put(ReleaseDraft.ofBooking(
                                    outing.id(),
                                    Party.of(2, AgeBand.FROM_12_TO_15).workers(1))));
            UUID offered = other.allocations().list().toList().get(0).id();
            step("confirm", () -> other.allocations().confirm(offered));
            run("leave", () -> other.waitlist().leave(waiting.id()));
            Allotment now = donor.allotments().get(places.id());
            note(List.of(now.held(), now.booked(), now.allocated(), now.withdrawn(), now.free()));

            AllotmentDraft asked =
                    AllotmentDraft.of("S-1", 10).mode(AllotmentMode.ON_REQUEST).build();
            step("on request", () -> donor.allotments().put(asked));
            BookingDraft one = BookingDraft.of(asked.id(), FIVE);
            BookingDraft two = BookingDraft.of(asked.id(), FIVE);
            step("ask", () -> home.bookings().put(one));
            step("ask", () -> other.bookings().put(two));
            step("accept", () -> donor.bookings().accept(one.id()));
            step("refuse", () -> donor.bookings().refuse(two.id()));
            run("accept what is refused", () -> donor.bookings().accept(two.id()));
            note(donor.sessions().bookings(session).toList().size());
            note(home.bookings().list().toList().size());

            AllotmentDraft later = AllotmentDraft.of("S-2", 10).build();
            step("allotment", () -> donor.allotments().put(later));
            PathwayDraft pathway = PathwayDraft.builder()
                    .title("Parcours")
                    .addAllotmentIds(asked.id(), later.id())
                    .party(FIVE)
                    .build();
            step("pathway", () -> home.pathways().put(pathway));
            note(home.pathways().get(pathway.id()).bookingIds().size());

            draw(programme, operator, donor, home);
            feed(home);
            door(programme, donor, home, session, outing);
            step("cancel", () -> donor.sessions().cancel(nextSession));
            note(donor.sessions().exempt(session));
            note(operator.audit().list().stream().findFirst().isPresent());
            programme.clock.set(Instant.parse("2027-01-15T08:00:00Z"));
            note(programme.server.runJobs() > 0);
            note(operator.impact().report(new Quarter(2026, 4), new Quarter(2026, 4)));
        }

        private void draw(
                TestProgramme programme, InvitationsClient operator, InvitationsClient donor, InvitationsClient home) {
            AllotmentDraft drawn =
                    AllotmentDraft.of("S-2", 10).mode(AllotmentMode.CALL).build();
            step("to be drawn", () -> donor.allotments().put(drawn));
            DrawSecret secret = DrawSecret.of(new byte[32]);
            CallDraft call = CallDraft.builder()
                    .title("Appel")
                    .addAllotmentIds(drawn.id())
                    .closesAt(programme.clock.instant().plus(Duration.ofHours(2)))
                    .commitment(secret.commitment())
                    .publicValueName("Loto")
                    .build();
            step("call", () -> operator.calls().put(call));
            step("wish", () -> home.calls().wish(WishesDraft.of(call.id(), Wish.of(drawn.id(), 4))));
            note(home.calls().wishes(call.id()).wishes().size());
            run("too early", () -> operator.calls().draw(call.id(), DrawDraft.of(secret, "1 2 3")));
            programme.clock.set(programme.clock.instant().plus(Duration.ofHours(3)));
            step("draw", () -> operator.calls().draw(call.id(), DrawDraft.of(secret, "1 2 3")));
            note(home.calls().get(call.id()).status());
            note(home.calls().list().toList().size());
            note(home.calls().log(call.id()).lines().count());
            note(home.calls().input(call.id()).structures().size());
            UUID won = home.allocations().list().stream()
                    .filter(allocation -> call.id().equals(allocation.callId()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            step("decline", () -> home.allocations().decline(won));
        }

        private void feed(InvitationsClient home) {
            WebhookDraft hook = WebhookDraft.of("http://127.0.0.1:9/hook");
            step("webhook", () -> home.webhooks().put(hook));
            note(home.webhooks().list().toList().size());
            run("no webhook", () -> home.webhooks().delete(hook.id()));
            ChangeCursor cursor = ChangeCursor.inMemory();
            note(home.changes().read(cursor, change -> {}));
            note(home.changes().read(cursor, change -> {}));
        }

        private void door(
                TestProgramme programme,
                InvitationsClient donor,
                InvitationsClient home,
                UUID session,
                BookingDraft outing) {
            Instant opening = donor.sessions().get(session).startsAt();
            programme.clock.set(opening.minus(Duration.ofMinutes(10)));
            InvitationBooking booked = home.bookings().get(outing.id());
            Voucher first = booked.vouchers().get(0);
            note(donor.entries()
                    .keys()
                    .verifier()
                    .check(first.signedCode(), session, programme.clock.instant())
                    .accepted());
            List<EntryDraft> scans = List.of(
                    EntryDraft.of(first.signedCode(), programme.clock.instant()),
                    EntryDraft.of(first.code(), programme.clock.instant()));
            List<EntryOutcome> outcomes = step("entries", () -> donor.entries().send(session, scans)).stream()
                    .map(EntryResult::result)
                    .toList();
            note(outcomes);
            programme.clock.set(opening.plus(Duration.ofHours(1)));
            step("who came", () -> home.attendances().put(AttendanceDraft.of(outing.id(), 3)));
            run("another number", () -> home.attendances().put(AttendanceDraft.of(outing.id(), 2)));
        }
    }
}
