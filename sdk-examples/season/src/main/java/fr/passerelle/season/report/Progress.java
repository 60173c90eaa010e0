package fr.passerelle.season.report;

import fr.passerelle.commandline.Console;

/** A bar that fills while work goes on. Where nobody watches, nothing is written. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;

    private final Console console;
    private final int total;
    private int done;

    /** A bar for this many steps. */
    public Progress(Console console, int total) {
        this.console = console;
        this.total = total;
    }

    /** Shows how far the work is. */
    public void show() {
        int filled = WIDTH * done / Math.max(total, 1);
        console.passing("[" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + "] " + done + "/" + total);
    }

    /** One more step is done. */
    public void step() {
        done++;
        show();
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        console.clear();
    }
}
