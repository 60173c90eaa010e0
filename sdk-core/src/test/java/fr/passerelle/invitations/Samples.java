package fr.passerelle.invitations;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allocation;
import fr.passerelle.model.invitation.AllocationStatus;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.AllotmentStatus;
import fr.passerelle.model.invitation.Call;
import fr.passerelle.model.invitation.CallStatus;
import fr.passerelle.model.invitation.Hold;
import fr.passerelle.model.invitation.HoldStatus;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.Problem;
import fr.passerelle.model.invitation.Problem.Sentence;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.Structure;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things of the programme, and how the server writes them. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    static final Instant OPENING = Instant.parse("2026-11-20T19:00:00Z");
    static final UUID DONOR = id(1);
    static final UUID STRUCTURE = id(2);
    static final UUID SESSION = id(3);
    static final UUID ALLOTMENT = id(4);
    static final VoucherCode CODE = VoucherCode.ofRandom(42);

    private Samples() {}

    static UUID id(long number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | number);
    }

    static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static <T> Page<T> page(@Nullable String next, List<T> items) {
        return new Page<>(items, next);
    }

    static Place hall() {
        return Place.builder()
                .name("Théâtre des Célestins")
                .postalCode("69002")
                .city("Lyon")
                .build();
    }

    static SessionDraft show() {
        return SessionDraft.builder()
                .ref("SAISON26-BG-0412")
                .title("Le Bourgeois gentilhomme")
                .kind(SessionKind.SHOW)
                .startsAt(OPENING)
                .place(hall())
                .build();
    }

    static Session session() {
        return Session.builder()
                .id(SESSION)
                .donorId(DONOR)
                .ref("SAISON26-BG-0412")
                .title("Le Bourgeois gentilhomme")
                .kind(SessionKind.SHOW)
                .startsAt(OPENING)
                .place(hall())
                .build();
    }

    static Allotment allotment(UUID id) {
        return Allotment.builder()
                .id(id)
                .donorId(DONOR)
                .sessionId(SESSION)
                .quantity(20)
                .price(Price.FREE)
                .mode(AllotmentMode.DIRECT)
                .minimumGroup(1)
                .wheelchairPlaces(1)
                .releaseAt(OPENING)
                .status(AllotmentStatus.OPEN)
                .held(0)
                .booked(0)
                .allocated(0)
                .withdrawn(0)
                .free(20)
                .build();
    }

    static Hold hold(UUID id) {
        return new Hold(id, ALLOTMENT, STRUCTURE, 4, HoldStatus.ACTIVE, OPENING);
    }

    static InvitationBooking booking(UUID id) {
        return InvitationBooking.builder()
                .id(id)
                .structureId(STRUCTURE)
                .allotmentId(ALLOTMENT)
                .party(Party.of(1, AgeBand.FROM_60))
                .status(InvitationBookingStatus.CONFIRMED)
                .addVouchers(new Voucher(1, CODE, new SignedCode("PV1:SIGNED."), VoucherStatus.ISSUED, null))
                .build();
    }

    static Allocation allocation(UUID id) {
        return new Allocation(id, ALLOTMENT, STRUCTURE, 4, null, AllocationStatus.OFFERED, OPENING);
    }

    static Call call(UUID id) {
        return Call.builder()
                .id(id)
                .title("Appel de printemps")
                .addAllotmentIds(ALLOTMENT)
                .closesAt(OPENING)
                .status(CallStatus.values().get(0))
                .commitment("0".repeat(64))
                .publicValueName("tirage du Loto du 5 décembre")
                .maximumPlaces(40)
                .maximumOutings(4)
                .confirmWithinHours(72)
                .build();
    }

    static Structure structure(UUID id) {
        return Structure.builder()
                .id(id)
                .name("Foyer des Minguettes")
                .kind(StructureKind.HOUSING)
                .department("69")
                .people(80)
                .status(StructureStatus.ACTIVE)
                .build();
    }

    static Problem refusal(int status, Refusal refusal) {
        return problem(status, refusal.value(), refusal.sentence(Locale.FRENCH), refusal.sentence(Locale.ENGLISH));
    }

    static Problem problem(int status, String code, String french, String english) {
        return new Problem(
                Problem.TYPE_PREFIX + code,
                code,
                status,
                null,
                code,
                new Sentence(french, english),
                null,
                null,
                List.of());
    }
}
