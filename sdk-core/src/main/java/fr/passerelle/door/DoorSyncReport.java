package fr.passerelle.door;

import fr.passerelle.error.CallException;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Door#sync} did.
 *
 * @param used admissions that the programmes have now
 * @param afterDoubt of these, those whose response had been lost, and which a look at the booking settled
 * @param kept admissions that were taken back
 * @param pending what is still to be sent: the network failed, or it is too early
 * @param conflicts who came in and should not have, as the programmes say
 * @param interruptedBy why it ended before everything was sent
 */
public record DoorSyncReport(
        int used,
        int afterDoubt,
        int kept,
        int pending,
        List<Conflict> conflicts,
        Optional<CallException> interruptedBy) {

    /** The conflicts are copied. */
    public DoorSyncReport {
        conflicts = List.copyOf(conflicts);
    }

    /** Whether nothing is left to be sent. */
    public boolean complete() {
        return pending == 0;
    }
}
