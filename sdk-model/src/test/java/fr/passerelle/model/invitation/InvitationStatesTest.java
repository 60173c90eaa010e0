package fr.passerelle.model.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.OpenEnum;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationStatesTest {

    static Stream<StateTable<?, ?>> tables() {
        return Stream.of(
                InvitationStates.ALLOTMENT,
                InvitationStates.ALLOCATION,
                InvitationStates.HOLD,
                InvitationStates.BOOKING,
                InvitationStates.VOUCHER);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyPairOfStateAndActionLeadsSomewhereOrIsRefused(StateTable<?, ?> table) {
        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(row.to() == null).isNotEqualTo(row.refusal() == null);
            assertThat(row.from()).isNotEqualTo(row.to());
        });
    }

    @Test
    void everyStateHasARowForEveryAction() {
        complete(InvitationStates.ALLOTMENT, AllotmentStatus.values(), AllotmentAction.values());
        complete(InvitationStates.ALLOCATION, AllocationStatus.values(), AllocationAction.values());
        complete(InvitationStates.HOLD, HoldStatus.values(), HoldAction.values());
        complete(InvitationStates.BOOKING, InvitationBookingStatus.values(), InvitationBookingAction.values());
        complete(InvitationStates.VOUCHER, VoucherStatus.values(), VoucherAction.values());
    }

    private static <S extends OpenEnum, A extends Enum<A>> void complete(
            StateTable<S, A> table, List<S> states, A[] actions) {
        assertThat(table.rows()).hasSize(states.size() * actions.length);
        for (S state : states) {
            for (A action : actions) {
                StateTable.Row<S, A> row = table.judge(state, action);
                assertThat(row.from()).isEqualTo(state);
                if (table.isFinal(state)) {
                    assertThat(row.allowed()).as(row.toString()).isFalse();
                }
                if (row.to() != null) {
                    assertThat(states).contains(row.to());
                }
            }
        }
    }

    @Test
    void theFinalStatesAreThese() {
        assertThat(finals(InvitationStates.ALLOTMENT, AllotmentStatus.values())).containsExactly("ENDED", "CANCELLED");
        assertThat(finals(InvitationStates.ALLOCATION, AllocationStatus.values()))
                .containsExactly("SPENT", "DECLINED", "EXPIRED", "CANCELLED");
        assertThat(finals(InvitationStates.HOLD, HoldStatus.values()))
                .containsExactly("CONVERTED", "EXPIRED", "RELEASED");
        assertThat(finals(InvitationStates.BOOKING, InvitationBookingStatus.values()))
                .containsExactly("REFUSED", "RELEASED", "CANCELLED", "ATTENDED", "PARTLY_ATTENDED", "MISSED");
        assertThat(finals(InvitationStates.VOUCHER, VoucherStatus.values())).containsExactly("USED", "VOID");
    }

    private static <S extends OpenEnum> List<String> finals(StateTable<S, ?> table, List<S> states) {
        return states.stream().filter(table::isFinal).map(OpenEnum::value).toList();
    }

    @Test
    void aStateThatThisVersionDoesNotKnowRefusesEverything() {
        assertThat(InvitationStates.VOUCHER
                        .judge(VoucherStatus.of("LENT"), VoucherAction.USE)
                        .refusal())
                .isEqualTo(Refusal.UNKNOWN_STATE);
        assertThat(InvitationStates.VOUCHER.isFinal(VoucherStatus.of("LENT"))).isFalse();
    }

    @Test
    void everyRefusalHasASentenceInBothLanguages() {
        assertThat(Refusal.values()).hasSizeGreaterThan(20).allSatisfy(refusal -> {
            assertThat(refusal.sentence(Locale.ENGLISH)).isNotBlank().doesNotContain("{", "''");
            assertThat(refusal.sentence(Locale.FRENCH)).isNotBlank().isNotEqualTo(refusal.sentence(Locale.ENGLISH));
        });
        assertThat(Refusal.CAPACITY_HELD.sentence(Locale.FRENCH, 12)).contains("12 minute(s)");
        assertThat(Refusal.of("too-sunny").sentence(Locale.FRENCH)).isEqualTo("too-sunny");
    }
}
