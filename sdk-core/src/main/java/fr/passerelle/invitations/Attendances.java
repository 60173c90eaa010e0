package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.Attendance;
import fr.passerelle.model.invitation.AttendanceDraft;
import java.util.concurrent.CompletableFuture;

/** Who came (invitations 2). */
public final class Attendances {

    private static final TypeReference<Attendance> ATTENDANCE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Attendances(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Attendances with(RequestOptions options) {
        return new Attendances(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Tells who came, by number or by voucher. The same sent again is told once; another number is refused.
     *
     * @throws fr.passerelle.error.NotFoundException if there is no such booking that the caller may see
     * @throws fr.passerelle.error.RefusedException if the session has not begun, or who came was told otherwise
     */
    public Attendance put(AttendanceDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Attendance> put(Operation operation, AttendanceDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_ATTENDANCE, draft.bookingId())
                        .body(operation.json(draft)),
                ATTENDANCE,
                draft.bookingId(),
                Attendance::bookingId);
    }

    /** {@link Attendances}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Attendances#put(AttendanceDraft)}. */
        public CompletableFuture<Attendance> put(AttendanceDraft draft) {
            return requests.submit(operation -> Attendances.put(operation, draft));
        }
    }
}
