package fr.passerelle.sandbox.settle;

import fr.passerelle.client.RequestOptions;
import fr.passerelle.internal.Endpoint;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * A line of the matrix.
 *
 * @param endpoint which operation
 * @param variant of it; empty if there is one
 * @param settles whether its outcome is always found out
 * @param arrange makes what it needs, anew for each cell
 */
record Write(Endpoint endpoint, String variant, boolean settles, Function<Scene, Deed> arrange) {

    /**
     * One cell's call.
     *
     * @param act the call
     * @param effects how often it had its effect, as the server has it: once is right
     * @param reads how many reads it makes when all goes well
     */
    record Deed(Consumer<RequestOptions> act, IntSupplier effects, int reads) {

        Deed(Consumer<RequestOptions> act, IntSupplier effects) {
            this(act, effects, 0);
        }
    }

    static Write settled(Endpoint endpoint, String variant, Function<Scene, Deed> arrange) {
        return new Write(endpoint, variant, true, arrange);
    }

    static Write undecidable(Endpoint endpoint, String variant, Function<Scene, Deed> arrange) {
        return new Write(endpoint, variant, false, arrange);
    }

    @Override
    public String toString() {
        return endpoint.number()
                + (endpoint.number().isEmpty() ? "" : " ")
                + endpoint.name()
                + (variant.isEmpty() ? "" : ", " + variant);
    }
}
