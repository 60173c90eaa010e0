package fr.passerelle.commandline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C, or a service manager's request to end, while things are being done that cannot be undone. Work that
 * {@linkplain #protect() asks for it} stops after the step that is under way, and tells what is done and what is not,
 * before the process ends as the shell expects it: with 130 for Ctrl-C. All other work ends at once.
 */
public final class Interruption {

    /** How long the step under way may take before it is interrupted itself. */
    private static final Duration STEP = Duration.ofSeconds(5);

    /** How long the report may take after that: whoever does not read it must not keep the process. */
    private static final Duration REPORT = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread worker;
    private volatile boolean begun;
    private volatile boolean asked;

    private Interruption() {}

    /** One that never comes, for programmes inside others. */
    public static Interruption none() {
        return new Interruption();
    }

    /** That of this process. */
    public static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::ask, "interruption"));
        return interruption;
    }

    /** From here on the current thread's work is stopped between its steps. */
    public synchronized void protect() {
        worker = Thread.currentThread();
        begun = true;
    }

    /**
     * Between two steps: if the work is to stop, the next thing that can wait, a call for instance, is not begun, since
     * the current thread is interrupted.
     */
    public void betweenSteps() {
        if (asked) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The work has ended, or was stopped: the current thread tells what became of it, and is not interrupted in that.
     */
    public synchronized void unprotect() {
        worker = null;
        if (asked) {
            Thread.interrupted();
        }
    }

    /** Whether the work was told to stop. */
    public boolean isAsked() {
        return asked;
    }

    /** Everything is told: the process may end. */
    void end() {
        ended.countDown();
    }

    /**
     * Tells the work to stop, if it has not ended by itself, and waits for the report, not for ever. At once if nothing
     * asked for protection.
     */
    void ask() {
        if (!begun || ended.getCount() == 0) {
            return;
        }
        try {
            if (tellToStop() && !ended.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                interrupt();
            }
            ended.await(REPORT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work that has ended was not interrupted: its report is told as it is. */
    private synchronized boolean tellToStop() {
        asked = worker != null;
        return asked;
    }

    private synchronized void interrupt() {
        Thread working = worker;
        if (working != null) {
            working.interrupt();
        }
    }
}
