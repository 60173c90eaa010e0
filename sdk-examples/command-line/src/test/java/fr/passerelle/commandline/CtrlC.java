package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Interrupts a programme's process; for the tests of the programmes. */
public final class CtrlC {

    private static final int ENDS_WITHIN_SECONDS = 60;

    private CtrlC() {}

    /**
     * Interrupts it, and waits until it has ended as an interrupted one does. The test is aborted where processes
     * ignore Ctrl-C.
     *
     * @param output the file that it prints to
     * @return what it has printed
     */
    public static String interrupt(Process process, Path output) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            abort("whoever runs this ignores Ctrl-C, and so does what it starts");
        }
        String told = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(told).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(told).contains("Interrupted.").doesNotContain("Exception");
        return told;
    }
}
