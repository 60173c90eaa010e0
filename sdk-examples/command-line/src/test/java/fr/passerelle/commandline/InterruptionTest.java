package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptionTest {

    private final Interruption interruption = Interruption.none();

    @Test
    void workWithoutProtectionEndsAtOnce() {
        interruption.ask();

        assertThat(interruption.isAsked()).isFalse();
    }

    @Test
    void protectedWorkIsToldToStopAndWaitedFor() throws InterruptedException {
        interruption.protect();

        Thread asking = asking();

        assertThat(asking.isAlive()).isTrue();
        assertThat(interruption.isAsked()).isTrue();
        interruption.end();
        asking.join();
    }

    /** The work was done before anybody asked: its report is told to the end, and not as that of an interrupted one. */
    @Test
    void aReportIsWaitedForThatTellsOfEndedWork() throws InterruptedException {
        interruption.protect();
        interruption.unprotect();

        Thread asking = asking();

        assertThat(asking.isAlive()).isTrue();
        assertThat(interruption.isAsked()).isFalse();
        interruption.end();
        asking.join();
    }

    /** Asks, as the machine does, on a thread of its own; back when that one waits, or has ended. */
    private Thread asking() {
        Thread asking = new Thread(interruption::ask);
        asking.start();
        while (asking.isAlive() && asking.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return asking;
    }
}
