package fr.passerelle.sandbox.settle;

import fr.passerelle.error.CallException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.SandboxRefusedException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToLongFunction;

/**
 * A line of the matrix.
 *
 * @param endpoint which operation
 * @param variant of it; empty if there is one
 * @param promise what becomes of it when a response is lost
 * @param shown whether a read shows all that it sends
 * @param worlds that it is tried in
 * @param arrange makes what it needs in such a world, anew for each cell
 */
record Write(
        PassCultureEndpoint endpoint,
        String variant,
        Promise promise,
        boolean shown,
        Set<World> worlds,
        BiFunction<Scene, World, Action> arrange) {

    /** What becomes of a write when a response is lost. */
    enum Promise {
        /** It is sent again, and may have its effect twice: the second changes nothing. */
        HARMLESS,
        /** It is sent again, as the server refuses a second one. */
        GUARDED,
        /** It is found again by an id that only this call knows. */
        NAMED,
        /** It is never sent again. */
        ONCE,
        /** Made on the way for another call, which speaks of itself only. */
        BACKGROUND
    }

    /**
     * One cell's call.
     *
     * @param call the call
     * @param effects how often it had its effect, as a fresh world has it: once is right
     * @param meanwhile what somebody else does before the call's end is known
     * @param reads how many reads it makes when all goes well
     */
    record Action(Function<RequestOptions, Ending> call, IntSupplier effects, Runnable meanwhile, int reads) {

        /** For a call that returns what it made. */
        static Action making(ToLongFunction<RequestOptions> call, IntSupplier effects) {
            return new Action(options -> Ending.done(call.applyAsLong(options)), effects, () -> {}, 0);
        }

        /** For a call that returns nothing. */
        static Action doing(Consumer<RequestOptions> call, IntSupplier effects) {
            return making(
                    options -> {
                        call.accept(options);
                        return Ending.NO_ID;
                    },
                    effects);
        }

        /** Somebody else acts in between. If that is refused, this call was the first. */
        Action meanwhile(Runnable other) {
            return new Action(
                    call,
                    effects,
                    () -> {
                        try {
                            other.run();
                        } catch (CallException | SandboxRefusedException tooLate) {
                            // What this call did stands in the way, which is one of the two cases.
                        }
                    },
                    reads);
        }

        Action reading(int times) {
            return new Action(call, effects, meanwhile, times);
        }
    }

    static Write harmless(PassCultureEndpoint endpoint, String variant, BiFunction<Scene, World, Action> arrange) {
        return new Write(endpoint, variant, Promise.HARMLESS, true, EnumSet.of(World.FRESH), arrange)
                .in(World.EXISTS, World.CHANGED_MEANWHILE);
    }

    static Write guarded(PassCultureEndpoint endpoint, String variant, BiFunction<Scene, World, Action> arrange) {
        return new Write(endpoint, variant, Promise.GUARDED, true, EnumSet.of(World.FRESH), arrange)
                .in(World.EXISTS, World.CHANGED_MEANWHILE);
    }

    static Write named(PassCultureEndpoint endpoint, String variant, BiFunction<Scene, World, Action> arrange) {
        return new Write(endpoint, variant, Promise.NAMED, true, EnumSet.of(World.FRESH), arrange).in(World.EXISTS);
    }

    static Write once(PassCultureEndpoint endpoint, String variant, BiFunction<Scene, World, Action> arrange) {
        return new Write(endpoint, variant, Promise.ONCE, true, EnumSet.of(World.FRESH), arrange)
                .in(World.EXISTS, World.CHANGED_MEANWHILE);
    }

    /** Beside the fresh world. */
    Write in(World... others) {
        Set<World> all = EnumSet.of(World.FRESH);
        all.addAll(Arrays.asList(others));
        return new Write(endpoint, variant, promise, shown, all, arrange);
    }

    /** No read tells whether it happened. */
    Write notShown() {
        return new Write(endpoint, variant, promise, false, worlds, arrange);
    }

    /** The caller asked for something else. */
    Write inTheBackground() {
        return new Write(endpoint, variant, Promise.BACKGROUND, shown, worlds, arrange);
    }

    boolean mayHappenTwice() {
        return promise == Promise.HARMLESS || promise == Promise.BACKGROUND;
    }

    @Override
    public String toString() {
        return endpoint.number()
                + (endpoint.number().isEmpty() ? "" : " ")
                + endpoint.name()
                + (variant.isEmpty() ? "" : ", " + variant);
    }
}
