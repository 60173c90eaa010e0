package fr.passerelle.sandbox.settle;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.sandbox.settle.WireFault.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One call under one kind of fault.
 *
 * @param write what is called
 * @param world what is there before, and who else is about
 * @param fault what happens on the way
 * @param strikes how often it happens
 * @param reading whether the call looks before it writes
 */
record Cell(Write write, World world, WireFault fault, int strikes, Reading reading) {

    /** More often than any call tries. */
    static final int ALWAYS = 99;

    /** For what is slower than that; what is quick has enough of it on a busy machine. */
    static final Duration HURRIED = Duration.ofMillis(300);

    /** Whether a call looks before it writes. */
    record Reading(String title, boolean beforeTheWrite, RequestOptions options) {

        static final List<Reading> ALL = List.of(
                new Reading("as it comes", false, RequestOptions.none()),
                new Reading(
                        "read before",
                        true,
                        RequestOptions.builder().readBeforeWrite(true).build()));
    }

    /**
     * Every fault once in the fresh world; those that stand for the others again and again, in every world, and for
     * calls that read before.
     */
    static List<Cell> of(Write write, World world) {
        List<Cell> cells = new ArrayList<>();
        for (Reading reading : Reading.ALL) {
            for (WireFault fault : WireFault.ALL) {
                boolean typical = fault.is(Trait.TYPICAL);
                if ((world == World.FRESH && !reading.beforeTheWrite()) || typical) {
                    cells.add(new Cell(write, world, fault, 1, reading));
                }
                if (world == World.FRESH && typical) {
                    cells.add(new Cell(write, world, fault, ALWAYS, reading));
                }
            }
        }
        return cells;
    }

    RequestOptions options() {
        return fault.is(Trait.SLOW)
                ? reading.options().toBuilder().attemptTimeout(HURRIED).build()
                : reading.options();
    }

    @Override
    public String toString() {
        return write + " / " + world + " / " + fault.title() + (strikes == 1 ? "" : ", always")
                + (reading.beforeTheWrite() ? " / " + reading.title() : "");
    }
}
