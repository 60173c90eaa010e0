package fr.passerelle.model.invitation;

import java.util.Map;

/** The tables of states of donated places (invitations 3). A final state never changes. */
public final class InvitationStates {

    /** An allotment. It ends only once it is closed or withdrawn, so that nothing is free after the session. */
    public static final StateTable<AllotmentStatus, AllotmentAction> ALLOTMENT = new StateTable<
                    AllotmentStatus, AllotmentAction>(AllotmentAction.class)
            .state(
                    AllotmentStatus.OPEN,
                    Map.of(
                            AllotmentAction.CLOSE, AllotmentStatus.CLOSED,
                            AllotmentAction.WITHDRAW, AllotmentStatus.WITHDRAWN,
                            AllotmentAction.CANCEL, AllotmentStatus.CANCELLED),
                    Refusal.STILL_OPEN)
            .state(
                    AllotmentStatus.CLOSED,
                    Map.of(
                            AllotmentAction.END, AllotmentStatus.ENDED,
                            AllotmentAction.CANCEL, AllotmentStatus.CANCELLED),
                    Refusal.ALLOTMENT_CLOSED)
            .state(
                    AllotmentStatus.WITHDRAWN,
                    Map.of(
                            AllotmentAction.END, AllotmentStatus.ENDED,
                            AllotmentAction.CANCEL, AllotmentStatus.CANCELLED),
                    Refusal.ALLOTMENT_WITHDRAWN)
            .state(AllotmentStatus.ENDED, Map.of(), Refusal.SESSION_OVER)
            .state(AllotmentStatus.CANCELLED, Map.of(), Refusal.SESSION_CANCELLED);

    /** An allocation. */
    public static final StateTable<AllocationStatus, AllocationAction> ALLOCATION = new StateTable<
                    AllocationStatus, AllocationAction>(AllocationAction.class)
            .state(
                    AllocationStatus.OFFERED,
                    Map.of(
                            AllocationAction.CONFIRM, AllocationStatus.CONFIRMED,
                            AllocationAction.DECLINE, AllocationStatus.DECLINED,
                            AllocationAction.EXPIRE, AllocationStatus.EXPIRED,
                            AllocationAction.CANCEL, AllocationStatus.CANCELLED),
                    Refusal.NOT_CONFIRMED)
            .state(
                    AllocationStatus.CONFIRMED,
                    Map.of(
                            AllocationAction.SPEND, AllocationStatus.SPENT,
                            AllocationAction.CANCEL, AllocationStatus.CANCELLED),
                    Refusal.ALREADY_CONFIRMED)
            .state(AllocationStatus.SPENT, Map.of(), Refusal.ALREADY_SPENT)
            .state(AllocationStatus.DECLINED, Map.of(), Refusal.ALREADY_DECLINED)
            .state(AllocationStatus.EXPIRED, Map.of(), Refusal.CONFIRMED_TOO_LATE)
            .state(AllocationStatus.CANCELLED, Map.of(), Refusal.SESSION_CANCELLED);

    /** A hold. */
    public static final StateTable<HoldStatus, HoldAction> HOLD = new StateTable<HoldStatus, HoldAction>(
                    HoldAction.class)
            .state(
                    HoldStatus.ACTIVE,
                    Map.of(
                            HoldAction.CONVERT, HoldStatus.CONVERTED,
                            HoldAction.EXPIRE, HoldStatus.EXPIRED,
                            HoldAction.RELEASE, HoldStatus.RELEASED),
                    Refusal.UNKNOWN_STATE)
            .state(HoldStatus.CONVERTED, Map.of(), Refusal.HOLD_CONVERTED)
            .state(HoldStatus.EXPIRED, Map.of(), Refusal.HOLD_EXPIRED)
            .state(HoldStatus.RELEASED, Map.of(), Refusal.HOLD_RELEASED);

    /** A booking. */
    public static final StateTable<InvitationBookingStatus, InvitationBookingAction> BOOKING = new StateTable<
                    InvitationBookingStatus, InvitationBookingAction>(InvitationBookingAction.class)
            .state(
                    InvitationBookingStatus.REQUESTED,
                    Map.of(
                            InvitationBookingAction.ACCEPT, InvitationBookingStatus.CONFIRMED,
                            InvitationBookingAction.REFUSE, InvitationBookingStatus.REFUSED,
                            InvitationBookingAction.RELEASE, InvitationBookingStatus.RELEASED,
                            InvitationBookingAction.CANCEL, InvitationBookingStatus.CANCELLED),
                    Refusal.NOT_CONFIRMED)
            .state(
                    InvitationBookingStatus.CONFIRMED,
                    Map.of(
                            InvitationBookingAction.RELEASE, InvitationBookingStatus.RELEASED,
                            InvitationBookingAction.CANCEL, InvitationBookingStatus.CANCELLED,
                            InvitationBookingAction.ATTEND, InvitationBookingStatus.ATTENDED,
                            InvitationBookingAction.ATTEND_IN_PART, InvitationBookingStatus.PARTLY_ATTENDED,
                            InvitationBookingAction.MISS, InvitationBookingStatus.MISSED),
                    Refusal.ALREADY_CONFIRMED)
            .state(InvitationBookingStatus.REFUSED, Map.of(), Refusal.ALREADY_REFUSED)
            .state(InvitationBookingStatus.RELEASED, Map.of(), Refusal.ALREADY_RELEASED)
            .state(InvitationBookingStatus.CANCELLED, Map.of(), Refusal.SESSION_CANCELLED)
            .state(InvitationBookingStatus.ATTENDED, Map.of(), Refusal.ALREADY_ATTENDED)
            .state(InvitationBookingStatus.PARTLY_ATTENDED, Map.of(), Refusal.ALREADY_ATTENDED)
            .state(InvitationBookingStatus.MISSED, Map.of(), Refusal.ALREADY_ATTENDED);

    /** A voucher. */
    public static final StateTable<VoucherStatus, VoucherAction> VOUCHER = new StateTable<VoucherStatus, VoucherAction>(
                    VoucherAction.class)
            .state(
                    VoucherStatus.ISSUED,
                    Map.of(
                            VoucherAction.USE, VoucherStatus.USED,
                            VoucherAction.VOID, VoucherStatus.VOID),
                    Refusal.UNKNOWN_STATE)
            .state(VoucherStatus.USED, Map.of(), Refusal.ALREADY_USED)
            .state(VoucherStatus.VOID, Map.of(), Refusal.VOUCHER_VOID);

    private InvitationStates() {}
}
