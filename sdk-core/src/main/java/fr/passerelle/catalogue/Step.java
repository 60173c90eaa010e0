package fr.passerelle.catalogue;

import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.RequestOptions;
import java.util.Optional;
import java.util.function.Function;

/** A change and how it is made. Steps of one event run one after the other, by one writer. */
abstract class Step {

    private static final int COUNTS = 3;
    private static final RequestOptions ONE_ATTEMPT =
            RequestOptions.builder().noRetry().build();
    private static final String SINCE = "it has changed since the plan was made; plan again";

    final Change change;

    Step(Change change) {
        this.change = change;
    }

    /**
     * Looks whether it is still to be done as planned, and does it.
     *
     * @throws fr.passerelle.error.CallException if a call fails
     */
    abstract ChangeResult run(EventWriter writer);

    /** What the programme shows after a lost response; empty if it tells nothing yet. */
    Optional<ChangeResult> settled(EventWriter writer) {
        return holds(writer) ? Optional.of(done()) : Optional.empty();
    }

    /** Reads whether what it wants is there. */
    boolean holds(EventWriter writer) {
        return false;
    }

    /** Why a later step of the event is not done if this one is not; empty if it is done all the same. */
    Optional<String> stops(Step later) {
        return Optional.empty();
    }

    final ChangeResult done() {
        return new ChangeResult(change, State.DONE, "", Optional.empty());
    }

    final ChangeResult unchanged(String sentence) {
        return new ChangeResult(change, State.UNCHANGED, sentence, Optional.empty());
    }

    final ChangeResult skipped(String sentence) {
        return new ChangeResult(change, State.SKIPPED, sentence, Optional.empty());
    }

    /** Something has the vendor's id that is not what was sent: it is not what this run has made. */
    final ChangeResult another() {
        return skipped("another one has this id; plan again");
    }

    /** What became of something that was to be made: by its id it is there, or not; and as it was sent, or not. */
    final Optional<ChangeResult> made(boolean there, boolean asSent) {
        return there ? Optional.of(asSent ? done() : another()) : Optional.empty();
    }

    /** Another writer was here between plan and apply. */
    final ChangeResult overtaken() {
        return skipped(SINCE);
    }

    /**
     * Makes a write that counts what remains from a read right before: one that was surely not done is never sent again
     * as it was, but counted anew.
     *
     * @param write reads and writes, the write with these options
     */
    static ChangeResult countedAnew(Function<RequestOptions, ChangeResult> write) {
        for (int left = COUNTS; ; left--) {
            try {
                return write.apply(ONE_ATTEMPT);
            } catch (ThrottledException | TransportException notDone) {
                if (notDone.mayHaveBeenProcessed() || left == 1) {
                    throw notDone;
                }
            }
        }
    }

    /** Tells why nothing is done. */
    static final class Tell extends Step {

        Tell(Change change) {
            super(change);
        }

        @Override
        ChangeResult run(EventWriter writer) {
            return unchanged(change.reason());
        }
    }
}
