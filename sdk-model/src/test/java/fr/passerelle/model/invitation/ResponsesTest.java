package fr.passerelle.model.invitation;

import static fr.passerelle.model.invitation.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server sends is read, also what this version does not know, and nothing secret shows. */
class ResponsesTest {

    private static final ObjectMapper JSON = WireJson.mapper();
    private static final VoucherCode CODE = VoucherCode.ofRandom(42);

    private static InvitationBooking booking() {
        Voucher used = new Voucher(1, CODE, new SignedCode("PV1:ABC."), VoucherStatus.USED, Samples.OPENING);
        Voucher back = new Voucher(2, VoucherCode.ofRandom(43), new SignedCode("PV1:D."), VoucherStatus.VOID, null);
        return InvitationBooking.builder()
                .id(id(5))
                .structureId(id(6))
                .allotmentId(id(3))
                .party(Party.of(1, AgeBand.FROM_60))
                .status(InvitationBookingStatus.CONFIRMED)
                .addVouchers(used, back)
                .build();
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        for (Object value : List.of(
                booking(),
                Samples.session().build(),
                Samples.allotment().build(),
                new Hold(id(1), id(3), id(6), 4, HoldStatus.ACTIVE, Samples.NOON),
                new Allocation(id(1), id(3), id(6), 4, null, AllocationStatus.OFFERED, Samples.NOON),
                new WaitlistEntry(id(1), id(3), id(6), 2, 4, Samples.NOW),
                new Donor(id(2), "Théâtre", DonorKind.VENUE, null))) {
            Class<?> type = value.getClass().isRecord()
                    ? value.getClass()
                    : value.getClass().getInterfaces()[0];
            assertThat((Object) JSON.readValue(JSON.writeValueAsString(value), type))
                    .isEqualTo(value);
        }
    }

    @Test
    void aSessionThatBreaksOurRulesIsStillRead() throws Exception {
        Session session = JSON.readValue("""
                {"id": "00000000-0000-4000-8000-000000000001", "donorId": "00000000-0000-4000-8000-000000000002",
                 "ref": "à", "title": "", "kind": "OPERETTA", "startsAt": "2026-11-20T19:00:00Z", "more": 1,
                 "place": {"name": "", "postalCode": "?", "city": "", "kind": "BATEAU"}}""", Session.class);

        assertThat(session.kind().known()).isFalse();
        assertThat(session.kind().value()).isEqualTo("OPERETTA");
    }

    @Test
    void noCodeShowsInAText() {
        assertThat(booking().toString())
                .doesNotContain(CODE.value())
                .doesNotContain("PV1:ABC")
                .contains("redacted");
    }

    @Test
    void aVoucherGivenBackIsNoPlace() {
        assertThat(booking().places()).isEqualTo(1);
    }

    @Test
    void anExpiredHoldCountsForNothing() {
        Hold hold = new Hold(id(1), id(3), id(6), 4, HoldStatus.ACTIVE, Samples.NOON);

        assertThat(hold.keepsPlaces(Samples.NOON.minusMillis(1))).isTrue();
        assertThat(hold.keepsPlaces(Samples.NOON)).isFalse();
    }

    @Test
    void attendanceSaysWhatBecomesOfTheBooking() {
        assertThat(new Attendance(id(5), 10, 10).status()).isEqualTo(InvitationBookingStatus.ATTENDED);
        assertThat(new Attendance(id(5), 10, 9).status()).isEqualTo(InvitationBookingStatus.PARTLY_ATTENDED);
        assertThat(new Attendance(id(5), 10, 0).status()).isEqualTo(InvitationBookingStatus.MISSED);
    }

    @Test
    void aPositionKnowsItsDistance() {
        Position lyon = Position.of(45.7640, 4.8357);
        Position marseille = Position.of(43.2965, 5.3698);

        assertThat(lyon.metresTo(marseille)).isBetween(277_000.0, 278_500.0);
        assertThat(Violations.of(() -> Position.of(91, Double.NaN)))
                .containsExactly(
                        "position.latitude too_large 90",
                        "position.longitude too_small -180",
                        "position.longitude too_large 180");
    }
}
