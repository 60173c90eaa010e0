package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;

import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * A theatre and a home with sessions behind and before them, a call that is closed, and work for the jobs. It is made
 * in time for {@link #now}, three days later.
 */
final class SmallSeason {

    /** How much later it is played than made: sessions of tomorrow are over, calls are closed, options ran out. */
    static final Duration LATER = Duration.ofDays(3);

    private final KeyDraft theatre;
    private final KeyDraft home;
    private final String operatorKey;
    private final Instant made;
    private final Writer writer;

    private final SessionDraft past;
    private final UUID pastSession;
    private final InvitationBooking pastBooking;
    private final SessionDraft coming;
    private final UUID comingPlaces;
    private final UUID laterPlaces;
    private final UUID asked;
    private final UUID tight;
    private final UUID closedCall;

    /**
     * Makes one.
     *
     * @param operatorKey the operator's key
     * @param made the time of the server
     * @param who sends what it is told for this season
     */
    SmallSeason(String operatorKey, Instant made, Function<SmallSeason, Writer> who) {
        this.operatorKey = operatorKey;
        this.made = made;
        this.writer = who.apply(this);
        DonorDraft donor =
                DonorDraft.builder().name("Théâtre").kind(DonorKind.VENUE).build();
        StructureDraft structure = StructureDraft.builder()
                .name("Maison")
                .kind(StructureKind.HOUSING)
                .department("69")
                .people(40)
                .build();
        theatre = KeyDraft.of(InvitationRole.DONOR, donor.id(), "box office");
        home = KeyDraft.of(InvitationRole.STRUCTURE, structure.id(), "desk");
        writer.operator("PUT", "/v1/donors/" + donor.id(), donor);
        writer.operator("PUT", "/v1/structures/" + structure.id(), structure);
        writer.operator("PUT", "/v1/keys/" + theatre.id(), theatre);
        writer.operator("PUT", "/v1/keys/" + home.id(), home);

        past = play("P" + UUID.randomUUID(), 1 - (int) LATER.toDays());
        pastSession = UUID.fromString(writer.theatre("PUT", "/v1/sessions/by-ref/" + past.ref(), past)
                .body()
                .path("id")
                .asText());
        UUID yesterday = give(past, 20, AllotmentMode.DIRECT);
        BookingDraft booking = BookingDraft.of(yesterday, Party.of(2, TEENAGERS));
        writer.home("PUT", "/v1/bookings/" + booking.id(), booking);
        BookingDraft second = BookingDraft.of(yesterday, Party.of(3, TEENAGERS));
        pastBooking = writer.home("PUT", "/v1/bookings/" + second.id(), second).as(InvitationBooking.class);

        coming = play("C" + UUID.randomUUID(), 30);
        SessionDraft later = play("L" + UUID.randomUUID(), 35);
        writer.theatre("PUT", "/v1/sessions/by-ref/" + coming.ref(), coming);
        writer.theatre("PUT", "/v1/sessions/by-ref/" + later.ref(), later);
        comingPlaces = give(coming, 500, AllotmentMode.DIRECT);
        laterPlaces = give(later, 500, AllotmentMode.DIRECT);
        asked = give(coming, 500, AllotmentMode.ON_REQUEST);
        tight = give(coming, 2, AllotmentMode.DIRECT);
        closedCall = closedCall(give(coming, 10, AllotmentMode.CALL));
        forTheJobs();
    }

    private UUID give(SessionDraft session, int places, AllotmentMode mode) {
        AllotmentDraft draft =
                AllotmentDraft.of(session.ref(), places).mode(mode).build();
        writer.theatre("PUT", "/v1/allotments/" + draft.id(), draft);
        return draft.id();
    }

    private UUID closedCall(UUID places) {
        CallDraft call = CallDraft.builder()
                .title("Appel")
                .addAllotmentIds(places)
                .closesAt(made.plus(Duration.ofHours(2)))
                .commitment(EveryWrite.SECRET.commitment())
                .publicValueName("Loto")
                .build();
        writer.operator("PUT", "/v1/calls/" + call.id(), call);
        writer.home("PUT", "/v1/calls/" + call.id() + "/wishes", WishesDraft.of(call.id(), Wish.of(places, 4)));
        return call.id();
    }

    /** An option that runs out, for whose places somebody waits; a receiver that is never there. */
    private void forTheJobs() {
        HoldDraft option = HoldDraft.of(tight, 2);
        writer.home("PUT", "/v1/holds/" + option.id(), option);
        WaitlistDraft waits = WaitlistDraft.of(tight, 2, 2);
        writer.home("PUT", "/v1/waitlist/" + waits.id(), waits);
        WebhookDraft webhook = WebhookDraft.of("http://127.0.0.1:1/");
        writer.theatre("PUT", "/v1/webhooks/" + webhook.id(), webhook);
    }

    /** A play that many days after {@link #now}. */
    SessionDraft play(String ref, int days) {
        return SessionDraft.builder()
                .ref(ref)
                .title("Ubu roi")
                .kind(SessionKind.SHOW)
                .startsAt(now().plus(Duration.ofDays(days)))
                .place(TestProgramme.hall())
                .build();
    }

    Instant now() {
        return made.plus(LATER);
    }

    String operatorKey() {
        return operatorKey;
    }

    String theatreKey() {
        return theatre.secret().value();
    }

    String homeKey() {
        return home.secret().value();
    }

    UUID theatreId() {
        return Objects.requireNonNull(theatre.ownerId());
    }

    UUID homeId() {
        return Objects.requireNonNull(home.ownerId());
    }

    /** A session that is over. */
    UUID pastSession() {
        return pastSession;
    }

    Instant opening() {
        return past.startsAt();
    }

    /** Of which nobody said who came. */
    UUID pastBooking() {
        return pastBooking.id();
    }

    VoucherCode code() {
        return pastBooking.vouchers().get(0).code();
    }

    /** A session in a month. */
    String comingRef() {
        return coming.ref();
    }

    /** Many places. */
    UUID coming() {
        return comingPlaces;
    }

    /** Many places of a later session. */
    UUID later() {
        return laterPlaces;
    }

    /** Places that the theatre gives on request. */
    UUID asked() {
        return asked;
    }

    /** Two places, which somebody has. */
    UUID tight() {
        return tight;
    }

    /** Closed and not drawn. */
    UUID closedCall() {
        return closedCall;
    }
}
