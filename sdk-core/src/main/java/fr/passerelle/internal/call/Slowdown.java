package fr.passerelle.internal.call;

/**
 * How many turns a call takes: one, twice as many with each 429 up to four, half as many after each twenty calls that
 * the server took. More turns per call is a slower pace, so it can only lower what a quota allows.
 */
public final class Slowdown {

    private static final int MOST = 4;
    private static final int STEP = 20;

    private int turns = 1;
    private int admitted;

    public synchronized int turnsPerCall() {
        return turns;
    }

    /** How many turns the next calls take at least, that is, if the server takes all of them. */
    synchronized long turnsOf(int calls) {
        long all = 0;
        int left = calls;
        int untilFaster = STEP - admitted;
        for (int each = turns; each > 1 && left > 0; each /= 2) {
            int some = Math.min(left, untilFaster);
            all += (long) some * each;
            left -= some;
            untilFaster = STEP;
        }
        return all + left;
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
