package fr.passerelle.ratelimit;

/**
 * How many permits a call takes: one, twice as many with each 429 up to four, half as many after each twenty calls that
 * the server took. More permits per call is a slower rate, so it can only lower what a quota allows.
 */
final class Slowdown {

    private static final int MOST = 4;
    private static final int STEP = 20;

    private int permits = 1;
    private int admitted;

    public synchronized int permitsPerCall() {
        return permits;
    }

    /** How many permits the next calls take at least, that is, if the server takes all of them. */
    synchronized long permitsOf(int calls) {
        long all = 0;
        int left = calls;
        int untilFaster = STEP - admitted;
        for (int each = permits; each > 1 && left > 0; each /= 2) {
            int some = Math.min(left, untilFaster);
            all += (long) some * each;
            left -= some;
            untilFaster = STEP;
        }
        return all + left;
    }

    public synchronized void throttled() {
        permits = Math.min(MOST, permits * 2);
        admitted = 0;
    }

    public synchronized void admitted() {
        if (permits > 1 && ++admitted == STEP) {
            permits /= 2;
            admitted = 0;
        }
    }
}
