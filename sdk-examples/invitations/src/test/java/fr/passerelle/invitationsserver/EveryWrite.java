package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;

import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.EntriesDraft;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.StructureStatusDraft;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.WithdrawalDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawSecret;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Every write of the API, by its operation. What must be there before it is written first, and is a write too. */
final class EveryWrite {

    static final DrawSecret SECRET = DrawSecret.of(new byte[32]);

    /** Does a write. */
    interface Row {
        void on(Writer writer);
    }

    private static final Party TWO = Party.of(2, TEENAGERS);

    static final Map<String, Row> TABLE = new TreeMap<>();

    static {
        organisations();
        gifts();
        outings();
        promises();
        evening();
    }

    private EveryWrite() {}

    private static void organisations() {
        TABLE.put("putDonor", writer -> {
            DonorDraft draft =
                    DonorDraft.builder().name("Opéra").kind(DonorKind.VENUE).build();
            writer.operator("PUT", "/v1/donors/" + draft.id(), draft);
        });
        TABLE.put("putStructure", writer -> structure(writer));
        TABLE.put("putStructureStatus", writer -> {
            UUID structure = structure(writer);
            writer.operator(
                    "PUT",
                    "/v1/structures/" + structure + "/status",
                    new StructureStatusDraft(StructureStatus.SUSPENDED));
        });
        TABLE.put("putKey", writer -> key(writer));
        TABLE.put("revokeKey", writer -> {
            UUID key = key(writer);
            writer.operator("DELETE", "/v1/keys/" + key, null);
        });
        Row webhook = writer -> {
            WebhookDraft draft = WebhookDraft.of("http://127.0.0.1:1/");
            writer.home("PUT", "/v1/webhooks/" + draft.id(), draft);
            writer.home("DELETE", "/v1/webhooks/" + draft.id(), null);
        };
        TABLE.put("putWebhook", webhook);
        TABLE.put("deleteWebhook", webhook);
    }

    private static UUID structure(Writer writer) {
        StructureDraft draft = StructureDraft.builder()
                .name("Relais")
                .kind(StructureKind.HOUSING)
                .department("69")
                .people(40)
                .build();
        writer.operator("PUT", "/v1/structures/" + draft.id(), draft);
        return draft.id();
    }

    private static UUID key(Writer writer) {
        KeyDraft draft = KeyDraft.of(InvitationRole.STRUCTURE, writer.season().homeId(), "one more");
        writer.operator("PUT", "/v1/keys/" + draft.id(), draft);
        return draft.id();
    }

    private static void gifts() {
        TABLE.put("putSession", writer -> {
            SessionDraft play = session(writer, 40);
            SessionDraft moved = play.toBuilder()
                    .startsAt(play.startsAt().plus(Duration.ofHours(1)))
                    .build();
            writer.theatre("PUT", "/v1/sessions/by-ref/" + play.ref(), moved);
        });
        TABLE.put("cancelSession", writer -> {
            SessionDraft play = session(writer, 40);
            Api.Result created = writer.theatre("PUT", "/v1/sessions/by-ref/" + play.ref(), play);
            UUID places = allotment(writer, play.ref(), 20, AllotmentMode.DIRECT);
            book(writer, places);
            hold(writer, places);
            writer.theatre("PUT", "/v1/sessions/" + created.body().path("id").asText() + "/cancellation", null);
        });
        TABLE.put("putAllotment", writer -> allotment(writer, writer.season().comingRef(), 20, AllotmentMode.DIRECT));
        TABLE.put("withdraw", writer -> {
            UUID places = allotment(writer, writer.season().comingRef(), 20, AllotmentMode.DIRECT);
            writer.theatre("PUT", "/v1/allotments/" + places + "/withdrawal", WithdrawalDraft.of(3));
            writer.theatre("PUT", "/v1/allotments/" + places + "/withdrawal", WithdrawalDraft.ofAll());
        });
    }

    private static SessionDraft session(Writer writer, int days) {
        SessionDraft play = writer.season().play("K" + UUID.randomUUID(), days);
        writer.theatre("PUT", "/v1/sessions/by-ref/" + play.ref(), play);
        return play;
    }

    private static UUID allotment(Writer writer, String ref, int places, AllotmentMode mode) {
        AllotmentDraft draft = AllotmentDraft.of(ref, places).mode(mode).build();
        writer.theatre("PUT", "/v1/allotments/" + draft.id(), draft);
        return draft.id();
    }

    private static void outings() {
        TABLE.put("putHold", writer -> hold(writer, writer.season().coming()));
        TABLE.put("releaseHold", writer -> {
            UUID hold = hold(writer, writer.season().coming());
            writer.home("DELETE", "/v1/holds/" + hold, null);
        });
        TABLE.put("putBooking", writer -> {
            UUID hold = hold(writer, writer.season().coming());
            BookingDraft draft = BookingDraft.builder()
                    .allotmentId(writer.season().coming())
                    .party(TWO)
                    .holdId(hold)
                    .build();
            writer.home("PUT", "/v1/bookings/" + draft.id(), draft);
        });
        TABLE.put("acceptBooking", writer -> {
            UUID asked = book(writer, writer.season().asked());
            writer.theatre("PUT", "/v1/bookings/" + asked + "/acceptance", null);
        });
        TABLE.put("refuseBooking", writer -> {
            UUID asked = book(writer, writer.season().asked());
            writer.theatre("PUT", "/v1/bookings/" + asked + "/refusal", null);
        });
        TABLE.put("putRelease", writer -> {
            UUID booking = book(writer, writer.season().coming());
            ReleaseDraft one = ReleaseDraft.ofBooking(booking, Party.of(1, TEENAGERS));
            ReleaseDraft rest = ReleaseDraft.ofBooking(booking);
            writer.home("PUT", "/v1/releases/" + one.id(), one);
            writer.home("PUT", "/v1/releases/" + rest.id(), rest);
        });
        TABLE.put("putPathway", writer -> {
            PathwayDraft draft = PathwayDraft.builder()
                    .title("Atelier et sortie")
                    .addAllotmentIds(writer.season().coming(), writer.season().later())
                    .party(TWO)
                    .build();
            writer.home("PUT", "/v1/pathways/" + draft.id(), draft);
        });
    }

    static UUID hold(Writer writer, UUID places) {
        HoldDraft draft = HoldDraft.of(places, 2);
        writer.home("PUT", "/v1/holds/" + draft.id(), draft);
        return draft.id();
    }

    private static UUID book(Writer writer, UUID places) {
        BookingDraft draft = BookingDraft.of(places, TWO);
        writer.home("PUT", "/v1/bookings/" + draft.id(), draft);
        return draft.id();
    }

    private static void promises() {
        TABLE.put("putWaitlist", writer -> waits(writer, writer.season().tight(), 3));
        TABLE.put("leaveWaitlist", writer -> {
            UUID entry = waits(writer, writer.season().tight(), 3);
            writer.home("DELETE", "/v1/waitlist/" + entry, null);
        });
        TABLE.put("confirmAllocation", writer -> {
            UUID offer = waits(writer, writer.season().coming(), 2);
            writer.home("PUT", "/v1/allocations/" + offer + "/confirmation", null);
        });
        TABLE.put("declineAllocation", writer -> {
            UUID offer = waits(writer, writer.season().coming(), 2);
            writer.home("PUT", "/v1/allocations/" + offer + "/declination", null);
        });
        TABLE.put("putCall", writer -> call(writer));
        TABLE.put("putWishes", writer -> {
            CallDraft call = call(writer);
            writer.home(
                    "PUT",
                    "/v1/calls/" + call.id() + "/wishes",
                    WishesDraft.of(call.id(), Wish.of(call.allotmentIds().get(0), 4)));
        });
        TABLE.put("drawCall", writer -> {
            if (writer.isFirst()) {
                draw(writer, writer.season().closedCall());
            }
        });
    }

    static void draw(Writer writer, UUID call) {
        writer.operator("PUT", "/v1/calls/" + call + "/draw", DrawDraft.of(SECRET, "1 2 3"));
    }

    /** Offered at once, where enough is free. */
    private static UUID waits(Writer writer, UUID places, int minimum) {
        WaitlistDraft draft = WaitlistDraft.of(places, minimum, 3);
        writer.home("PUT", "/v1/waitlist/" + draft.id(), draft);
        return draft.id();
    }

    static CallDraft call(Writer writer) {
        UUID places = allotment(writer, writer.season().comingRef(), 10, AllotmentMode.CALL);
        CallDraft draft = CallDraft.builder()
                .title("Appel")
                .addAllotmentIds(places)
                .closesAt(writer.season().now().plus(Duration.ofHours(2)))
                .commitment(SECRET.commitment())
                .publicValueName("Loto")
                .build();
        writer.operator("PUT", "/v1/calls/" + draft.id(), draft);
        return draft;
    }

    private static void evening() {
        TABLE.put("putAttendance", writer -> {
            UUID booking = writer.season().pastBooking();
            if (writer.isFirst()) {
                writer.home("PUT", "/v1/bookings/" + booking + "/attendance", AttendanceDraft.of(booking, 1));
            }
        });
        TABLE.put("postEntries", writer -> {
            SmallSeason season = writer.season();
            EntriesDraft scans = EntriesDraft.of(List.of(
                    EntryDraft.of(season.code(), season.opening()), EntryDraft.of(season.code(), season.opening())));
            writer.theatre("POST", "/v1/sessions/" + season.pastSession() + "/entries", scans);
        });
    }
}
