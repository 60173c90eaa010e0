package fr.passerelle.invitations;

import static fr.passerelle.invitations.Samples.id;

import fr.passerelle.internal.endpoint.Endpoint.Method;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.Attendance;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.Availability;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.Donor;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.EntryOutcome;
import fr.passerelle.model.invitation.EntryResult;
import fr.passerelle.model.invitation.EntryResults;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Pathway;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.Release;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.VoucherKeys;
import fr.passerelle.model.invitation.VoucherKeys.VoucherKey;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.WaitlistEntry;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.Wishes;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.WithdrawalDraft;
import fr.passerelle.model.invitation.access.AuditEntry;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.Key;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.access.KeyOwner;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawInput;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.invitation.feed.ChangePage;
import fr.passerelle.model.invitation.feed.Webhook;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import fr.passerelle.model.invitation.figures.Cell;
import fr.passerelle.model.invitation.figures.ExemptTickets;
import fr.passerelle.model.invitation.figures.ImpactReport;
import fr.passerelle.model.invitation.figures.Measure;
import fr.passerelle.model.invitation.figures.Quarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** One call of each operation, in both ways, with what the server sends and what the call gives. */
final class Operations {

    /**
     * One call.
     *
     * @param target the path, with what fills it
     * @param response what the server sends
     * @param given what the call gives
     */
    record Row(
            InvitationsEndpoint endpoint,
            String target,
            Object response,
            Object given,
            Function<InvitationsClient, Object> sync,
            Function<InvitationsClient, CompletableFuture<?>> async) {

        boolean writes() {
            return endpoint.method() != Method.GET;
        }

        @Override
        public String toString() {
            return endpoint.name();
        }
    }

    /** What a call gives that gives nothing. */
    static final Object NOTHING = "nothing";

    private static final UUID X = id(9);
    private static final Party PARTY = Party.of(8, AgeBand.FROM_12_TO_15).workers(2);
    private static final EntryDraft ENTRY =
            EntryDraft.builder().nonce(X).code(Samples.CODE).at(Samples.OPENING).build();
    private static final Quarter SPRING = new Quarter(2026, 2);

    private Operations() {}

    private static Object after(Runnable call) {
        call.run();
        return NOTHING;
    }

    private static Row one(
            InvitationsEndpoint endpoint,
            String target,
            Object given,
            Function<InvitationsClient, Object> sync,
            Function<InvitationsClient, CompletableFuture<?>> async) {
        return new Row(endpoint, target, given, given, sync, async);
    }

    private static Row list(
            InvitationsEndpoint endpoint,
            String target,
            Object item,
            Function<InvitationsClient, Iterable<?>> sync,
            Function<InvitationsClient, CompletableFuture<?>> async) {
        return new Row(
                endpoint,
                target,
                Samples.page(null, List.of(item)),
                List.of(item),
                client -> {
                    List<Object> all = new ArrayList<>();
                    sync.apply(client).forEach(all::add);
                    return all;
                },
                async);
    }

    private static Row none(
            InvitationsEndpoint endpoint,
            String target,
            Consumer<InvitationsClient> sync,
            Function<InvitationsClient, CompletableFuture<?>> async) {
        return new Row(endpoint, target, NOTHING, NOTHING, client -> after(() -> sync.accept(client)), async);
    }

    static List<Row> all() {
        DonorDraft donor =
                DonorDraft.builder().id(X).name("Théâtre").kind(DonorKind.VENUE).build();
        StructureDraft structure = StructureDraft.builder()
                .id(X)
                .name("Foyer des Minguettes")
                .kind(StructureKind.HOUSING)
                .department("69")
                .people(80)
                .build();
        KeyDraft key = KeyDraft.builder()
                .id(X)
                .role(InvitationRole.DONOR)
                .ownerId(Samples.DONOR)
                .label("billetterie")
                .build();
        WebhookDraft webhook =
                WebhookDraft.builder().id(X).url("https://example.org/hook").build();
        AllotmentDraft allotment =
                AllotmentDraft.of("SAISON26-BG-0412", 20).id(X).build();
        HoldDraft hold = HoldDraft.builder()
                .id(X)
                .allotmentId(Samples.ALLOTMENT)
                .places(4)
                .build();
        BookingDraft booking = BookingDraft.builder()
                .id(X)
                .allotmentId(Samples.ALLOTMENT)
                .party(PARTY)
                .build();
        ReleaseDraft release = ReleaseDraft.ofBooking(id(5));
        WaitlistDraft waitlist = WaitlistDraft.builder()
                .id(X)
                .allotmentId(Samples.ALLOTMENT)
                .minimum(2)
                .wanted(4)
                .build();
        CallDraft call = CallDraft.builder()
                .id(X)
                .title("Appel de printemps")
                .addAllotmentIds(Samples.ALLOTMENT)
                .closesAt(Samples.OPENING)
                .commitment("0".repeat(64))
                .publicValueName("tirage du Loto du 5 décembre")
                .build();
        WishesDraft wishes = WishesDraft.of(X, Wish.of(Samples.ALLOTMENT, 4));
        Wishes kept = new Wishes(X, Samples.STRUCTURE, wishes.wishes());
        DrawDraft draw = new DrawDraft("ab".repeat(32), "3 14 15 92 65");
        PathwayDraft pathway = PathwayDraft.builder()
                .id(X)
                .title("Parcours d'automne")
                .addAllotmentIds(Samples.ALLOTMENT, id(6))
                .party(PARTY)
                .build();
        WithdrawalDraft withdrawal = WithdrawalDraft.of(5);
        ImpactReport report = new ImpactReport(
                SPRING,
                SPRING,
                List.of(Cell.Dimension.DEPARTMENT),
                List.of(new ImpactReport.Row(new Cell("69", null, null), Map.of(Measure.MISSED, 12))));
        WaitlistEntry waiting = new WaitlistEntry(X, Samples.ALLOTMENT, Samples.STRUCTURE, 2, 4, Samples.NOW);
        Key made = new Key(X, InvitationRole.DONOR, Samples.DONOR, "billetterie", Samples.NOW, null);
        Change change = new Change(7, ChangeKind.BOOKING, X, "CONFIRMED", Samples.NOW);
        return List.of(
                one(
                        InvitationsEndpoint.GET_ME,
                        "/v1/me",
                        new KeyOwner(InvitationRole.OPERATOR, null, "Cultures solidaires"),
                        c -> c.account().get(),
                        c -> c.account().async().get()),
                one(
                        InvitationsEndpoint.GET_SIGNING_KEYS,
                        "/v1/signing-keys",
                        new VoucherKeys(List.of(new VoucherKey(1, "A".repeat(43)))),
                        c -> c.entries().keys(),
                        c -> c.entries().async().keys()),
                one(
                        InvitationsEndpoint.LIST_CHANGES,
                        "/v1/changes?after=6&limit=200",
                        new ChangePage(List.of(change), 7),
                        c -> c.changes().page(6),
                        c -> c.changes().async().page(6)),
                list(
                        InvitationsEndpoint.LIST_WEBHOOKS,
                        "/v1/webhooks?limit=100",
                        new Webhook(X, "https://example.org/hook"),
                        c -> c.webhooks().list(),
                        c -> c.webhooks().async().list()),
                one(
                        InvitationsEndpoint.PUT_WEBHOOK,
                        "/v1/webhooks/" + X,
                        new Webhook(X, "https://example.org/hook"),
                        c -> c.webhooks().put(webhook),
                        c -> c.webhooks().async().put(webhook)),
                none(
                        InvitationsEndpoint.DELETE_WEBHOOK,
                        "/v1/webhooks/" + X,
                        c -> c.webhooks().delete(X),
                        c -> c.webhooks().async().delete(X)),
                list(
                        InvitationsEndpoint.LIST_DONORS,
                        "/v1/donors?limit=100",
                        new Donor(X, "Théâtre", DonorKind.VENUE, null),
                        c -> c.donors().list(),
                        c -> c.donors().async().list()),
                one(
                        InvitationsEndpoint.GET_DONOR,
                        "/v1/donors/" + X,
                        new Donor(X, "Théâtre", DonorKind.VENUE, null),
                        c -> c.donors().get(X),
                        c -> c.donors().async().get(X)),
                one(
                        InvitationsEndpoint.PUT_DONOR,
                        "/v1/donors/" + X,
                        new Donor(X, "Théâtre", DonorKind.VENUE, null),
                        c -> c.donors().put(donor),
                        c -> c.donors().async().put(donor)),
                list(
                        InvitationsEndpoint.LIST_STRUCTURES,
                        "/v1/structures?limit=100",
                        Samples.structure(X),
                        c -> c.structures().list(),
                        c -> c.structures().async().list()),
                one(
                        InvitationsEndpoint.GET_STRUCTURE,
                        "/v1/structures/" + X,
                        Samples.structure(X),
                        c -> c.structures().get(X),
                        c -> c.structures().async().get(X)),
                one(
                        InvitationsEndpoint.PUT_STRUCTURE,
                        "/v1/structures/" + X,
                        Samples.structure(X),
                        c -> c.structures().put(structure),
                        c -> c.structures().async().put(structure)),
                one(
                        InvitationsEndpoint.PUT_STRUCTURE_STATUS,
                        "/v1/structures/" + X + "/status",
                        Samples.structure(X),
                        c -> c.structures().status(X, StructureStatus.ACTIVE),
                        c -> c.structures().async().status(X, StructureStatus.ACTIVE)),
                list(
                        InvitationsEndpoint.LIST_KEYS,
                        "/v1/keys?limit=100",
                        made,
                        c -> c.keys().list(),
                        c -> c.keys().async().list()),
                one(
                        InvitationsEndpoint.PUT_KEY,
                        "/v1/keys/" + X,
                        made,
                        c -> c.keys().put(key),
                        c -> c.keys().async().put(key)),
                none(
                        InvitationsEndpoint.REVOKE_KEY,
                        "/v1/keys/" + X,
                        c -> c.keys().revoke(X),
                        c -> c.keys().async().revoke(X)),
                list(
                        InvitationsEndpoint.LIST_AUDIT,
                        "/v1/audit?limit=100",
                        new AuditEntry(
                                Samples.NOW, InvitationRole.DONOR, Samples.DONOR, id(8), "putAllotment", null, "ok"),
                        c -> c.audit().list(),
                        c -> c.audit().async().list()),
                one(
                        InvitationsEndpoint.GET_IMPACT,
                        "/v1/impact?from=2026-Q2&to=2026-Q2&told=DEPARTMENT",
                        report,
                        c -> c.impact().report(SPRING, SPRING, Set.of(Cell.Dimension.DEPARTMENT)),
                        c -> c.impact().async().report(SPRING, SPRING, Set.of(Cell.Dimension.DEPARTMENT))),
                list(
                        InvitationsEndpoint.LIST_SESSIONS,
                        "/v1/sessions?limit=100",
                        Samples.session(),
                        c -> c.sessions().list(),
                        c -> c.sessions().async().list()),
                one(
                        InvitationsEndpoint.GET_SESSION,
                        "/v1/sessions/" + Samples.SESSION,
                        Samples.session(),
                        c -> c.sessions().get(Samples.SESSION),
                        c -> c.sessions().async().get(Samples.SESSION)),
                one(
                        InvitationsEndpoint.PUT_SESSION,
                        "/v1/sessions/by-ref/SAISON26-BG-0412",
                        Samples.session(),
                        c -> c.sessions().put(Samples.show()),
                        c -> c.sessions().async().put(Samples.show())),
                one(
                        InvitationsEndpoint.CANCEL_SESSION,
                        "/v1/sessions/" + Samples.SESSION + "/cancellation",
                        Samples.session(),
                        c -> c.sessions().cancel(Samples.SESSION),
                        c -> c.sessions().async().cancel(Samples.SESSION)),
                list(
                        InvitationsEndpoint.LIST_SESSION_BOOKINGS,
                        "/v1/sessions/" + Samples.SESSION + "/bookings?limit=100",
                        Samples.booking(X),
                        c -> c.sessions().bookings(Samples.SESSION),
                        c -> c.sessions().async().bookings(Samples.SESSION)),
                new Row(
                        InvitationsEndpoint.GET_EXEMPT,
                        "/v1/sessions/" + Samples.SESSION + "/exempt",
                        ExemptTickets.of(Samples.session()),
                        ExemptTickets.of(Samples.session()).toString(),
                        c -> c.sessions().exempt(Samples.SESSION).toString(),
                        c -> c.sessions().async().exempt(Samples.SESSION).thenApply(ExemptTickets::toString)),
                new Row(
                        InvitationsEndpoint.POST_ENTRIES,
                        "/v1/sessions/" + Samples.SESSION + "/entries",
                        new EntryResults(List.of(new EntryResult(X, EntryOutcome.ADMITTED, 1, Samples.OPENING))),
                        List.of(new EntryResult(X, EntryOutcome.ADMITTED, 1, Samples.OPENING)),
                        c -> c.entries().send(Samples.SESSION, List.of(ENTRY)),
                        c -> c.entries().async().send(Samples.SESSION, List.of(ENTRY))),
                list(
                        InvitationsEndpoint.LIST_ALLOTMENTS,
                        "/v1/sessions/" + Samples.SESSION + "/allotments?limit=100",
                        Samples.allotment(X),
                        c -> c.allotments().ofSession(Samples.SESSION),
                        c -> c.allotments().async().ofSession(Samples.SESSION)),
                one(
                        InvitationsEndpoint.GET_ALLOTMENT,
                        "/v1/allotments/" + X,
                        Samples.allotment(X),
                        c -> c.allotments().get(X),
                        c -> c.allotments().async().get(X)),
                one(
                        InvitationsEndpoint.PUT_ALLOTMENT,
                        "/v1/allotments/" + X,
                        Samples.allotment(X),
                        c -> c.allotments().put(allotment),
                        c -> c.allotments().async().put(allotment)),
                one(
                        InvitationsEndpoint.WITHDRAW,
                        "/v1/allotments/" + X + "/withdrawal",
                        Samples.allotment(X),
                        c -> c.allotments().withdraw(X, withdrawal),
                        c -> c.allotments().async().withdraw(X, withdrawal)),
                one(
                        InvitationsEndpoint.ACCEPT_BOOKING,
                        "/v1/bookings/" + X + "/acceptance",
                        Samples.booking(X),
                        c -> c.bookings().accept(X),
                        c -> c.bookings().async().accept(X)),
                one(
                        InvitationsEndpoint.REFUSE_BOOKING,
                        "/v1/bookings/" + X + "/refusal",
                        Samples.booking(X),
                        c -> c.bookings().refuse(X),
                        c -> c.bookings().async().refuse(X)),
                list(
                        InvitationsEndpoint.LIST_AVAILABILITIES,
                        "/v1/availabilities?group=10&limit=100",
                        new Availability(Samples.session(), Samples.allotment(X), null),
                        c -> c.sessions().available().forParty(PARTY).list(),
                        c -> c.sessions().available().forParty(PARTY).async().list()),
                one(
                        InvitationsEndpoint.GET_HOLD,
                        "/v1/holds/" + X,
                        Samples.hold(X),
                        c -> c.holds().get(X),
                        c -> c.holds().async().get(X)),
                one(
                        InvitationsEndpoint.PUT_HOLD,
                        "/v1/holds/" + X,
                        Samples.hold(X),
                        c -> c.holds().put(hold),
                        c -> c.holds().async().put(hold)),
                one(
                        InvitationsEndpoint.RELEASE_HOLD,
                        "/v1/holds/" + X,
                        Samples.hold(X),
                        c -> c.holds().release(X),
                        c -> c.holds().async().release(X)),
                list(
                        InvitationsEndpoint.LIST_BOOKINGS,
                        "/v1/bookings?limit=100",
                        Samples.booking(X),
                        c -> c.bookings().list(),
                        c -> c.bookings().async().list()),
                one(
                        InvitationsEndpoint.GET_BOOKING,
                        "/v1/bookings/" + X,
                        Samples.booking(X),
                        c -> c.bookings().get(X),
                        c -> c.bookings().async().get(X)),
                one(
                        InvitationsEndpoint.PUT_BOOKING,
                        "/v1/bookings/" + X,
                        Samples.booking(X),
                        c -> c.bookings().put(booking),
                        c -> c.bookings().async().put(booking)),
                one(
                        InvitationsEndpoint.PUT_ATTENDANCE,
                        "/v1/bookings/" + X + "/attendance",
                        new Attendance(X, 10, 9),
                        c -> c.attendances().put(AttendanceDraft.of(X, 9)),
                        c -> c.attendances().async().put(AttendanceDraft.of(X, 9))),
                one(
                        InvitationsEndpoint.PUT_RELEASE,
                        "/v1/releases/" + release.id(),
                        new Release(release.id(), Samples.ALLOTMENT, 4, 1, Samples.NOW),
                        c -> c.releases().put(release),
                        c -> c.releases().async().put(release)),
                list(
                        InvitationsEndpoint.LIST_WAITLIST,
                        "/v1/waitlist?limit=100",
                        waiting,
                        c -> c.waitlist().list(),
                        c -> c.waitlist().async().list()),
                one(
                        InvitationsEndpoint.PUT_WAITLIST,
                        "/v1/waitlist/" + X,
                        waiting,
                        c -> c.waitlist().put(waitlist),
                        c -> c.waitlist().async().put(waitlist)),
                none(
                        InvitationsEndpoint.LEAVE_WAITLIST,
                        "/v1/waitlist/" + X,
                        c -> c.waitlist().leave(X),
                        c -> c.waitlist().async().leave(X)),
                one(
                        InvitationsEndpoint.GET_PATHWAY,
                        "/v1/pathways/" + X,
                        new Pathway(X, Samples.STRUCTURE, "Parcours d'automne", PARTY, List.of(id(7))),
                        c -> c.pathways().get(X),
                        c -> c.pathways().async().get(X)),
                one(
                        InvitationsEndpoint.PUT_PATHWAY,
                        "/v1/pathways/" + X,
                        new Pathway(X, Samples.STRUCTURE, "Parcours d'automne", PARTY, List.of(id(7))),
                        c -> c.pathways().put(pathway),
                        c -> c.pathways().async().put(pathway)),
                list(
                        InvitationsEndpoint.LIST_CALLS,
                        "/v1/calls?limit=100",
                        Samples.call(X),
                        c -> c.calls().list(),
                        c -> c.calls().async().list()),
                one(
                        InvitationsEndpoint.GET_CALL,
                        "/v1/calls/" + X,
                        Samples.call(X),
                        c -> c.calls().get(X),
                        c -> c.calls().async().get(X)),
                one(
                        InvitationsEndpoint.PUT_CALL,
                        "/v1/calls/" + X,
                        Samples.call(X),
                        c -> c.calls().put(call),
                        c -> c.calls().async().put(call)),
                one(
                        InvitationsEndpoint.DRAW_CALL,
                        "/v1/calls/" + X + "/draw",
                        Samples.call(X),
                        c -> c.calls().draw(X, draw),
                        c -> c.calls().async().draw(X, draw)),
                one(
                        InvitationsEndpoint.GET_CALL_LOG,
                        "/v1/calls/" + X + "/log",
                        "call " + X + "\nround 1\n",
                        c -> c.calls().log(X),
                        c -> c.calls().async().log(X)),
                one(
                        InvitationsEndpoint.GET_CALL_INPUT,
                        "/v1/calls/" + X + "/input",
                        new DrawInput(X, 40, 4, List.of(new DrawInput.Lot(Samples.ALLOTMENT, 20)), List.of()),
                        c -> c.calls().input(X),
                        c -> c.calls().async().input(X)),
                one(
                        InvitationsEndpoint.GET_WISHES,
                        "/v1/calls/" + X + "/wishes",
                        kept,
                        c -> c.calls().wishes(X),
                        c -> c.calls().async().wishes(X)),
                one(
                        InvitationsEndpoint.PUT_WISHES,
                        "/v1/calls/" + X + "/wishes",
                        kept,
                        c -> c.calls().wish(wishes),
                        c -> c.calls().async().wish(wishes)),
                list(
                        InvitationsEndpoint.LIST_ALLOCATIONS,
                        "/v1/allocations?limit=100",
                        Samples.allocation(X),
                        c -> c.allocations().list(),
                        c -> c.allocations().async().list()),
                one(
                        InvitationsEndpoint.CONFIRM_ALLOCATION,
                        "/v1/allocations/" + X + "/confirmation",
                        Samples.allocation(X),
                        c -> c.allocations().confirm(X),
                        c -> c.allocations().async().confirm(X)),
                one(
                        InvitationsEndpoint.DECLINE_ALLOCATION,
                        "/v1/allocations/" + X + "/declination",
                        Samples.allocation(X),
                        c -> c.allocations().decline(X),
                        c -> c.allocations().async().decline(X)));
    }
}
