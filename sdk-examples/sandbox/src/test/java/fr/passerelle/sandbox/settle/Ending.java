package fr.passerelle.sandbox.settle;

import fr.passerelle.error.CallException;
import fr.passerelle.passculture.Admission;
import fr.passerelle.passculture.Admission.Outcome;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a call says of itself.
 *
 * @param claim in one word
 * @param id of what it says that it made; zero if it names nothing
 * @param failure what it threw
 */
record Ending(Claim claim, long id, @Nullable Throwable failure) {

    static final long NO_ID = 0;

    /** What it says about its effect. */
    enum Claim {
        DONE,
        NOT_DONE,
        UNDECIDED,
        /** Nothing that callers are told to expect. */
        ESCAPED
    }

    /** How a call ends that tells, or throws. */
    static Ending of(Supplier<Ending> call) {
        try {
            return call.get();
        } catch (CallException e) {
            return new Ending(e.mayHaveBeenProcessed() ? Claim.UNDECIDED : Claim.NOT_DONE, NO_ID, e);
        } catch (RuntimeException | Error e) {
            return new Ending(Claim.ESCAPED, NO_ID, e);
        }
    }

    static Ending done(long id) {
        return new Ending(Claim.DONE, id, null);
    }

    /** How a beneficiary fares: every outcome but these two says that this call did not let them in. */
    static Ending of(Admission admission) {
        Throwable failure = admission.failure().orElse(null);
        if (admission.admitted()) {
            return done(NO_ID);
        }
        boolean uncertain = admission.outcome() == Outcome.UNCERTAIN;
        return new Ending(uncertain ? Claim.UNDECIDED : Claim.NOT_DONE, NO_ID, failure);
    }
}
