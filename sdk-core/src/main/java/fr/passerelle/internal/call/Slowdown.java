package fr.passerelle.internal.call;

/**
 * How many turns a call takes: one, twice as many with each 429 up to eight, half as many after each twenty calls that
 * the server took. More turns per call is a slower pace, so it can only lower what a quota allows.
 */
public final class Slowdown {

    private static final int MOST = 8;
    private static final int STEP = 20;

    private int turns = 1;
    private int admitted;

    public synchronized int turnsPerCall() {
        return turns;
    }

    public synchronized void throttled() {
        turns = Math.min(MOST, turns * 2);
        admitted = 0;
    }

    public synchronized void admitted() {
        if (turns > 1 && ++admitted == STEP) {
            turns /= 2;
            admitted = 0;
        }
    }
}
