package fr.passerelle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--port", "" + taken.getLocalPort())).isEqualTo(1);
            assertThat(err.toString()).contains("port " + taken.getLocalPort()).hasLineCount(1);
        }
    }

    @Test
    void refusesOptionsItDoesNotKnowAndPortsThatAreNone() {
        assertThat(run("--prot", "1")).isEqualTo(2);
        assertThat(run("--port", "x")).isEqualTo(2);
        assertThat(run("--port", "65536")).isEqualTo(2);
        assertThat(err.toString()).contains("--port must be between 0 and 65535, but is 65536");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--port", "--empty", "--version", "Exit codes");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("Passerelle sandbox ");
    }

    @Test
    void endsIfItsKeysReachNobody() {
        assertThat(run(new FullDisk(), "--port", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be printed").hasLineCount(1);
    }

    private static final class FullDisk extends Writer {

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private int run(String... args) {
        return run(out, args);
    }

    private int run(Writer output, String... args) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
