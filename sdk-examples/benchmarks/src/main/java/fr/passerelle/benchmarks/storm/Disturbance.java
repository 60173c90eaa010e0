package fr.passerelle.benchmarks.storm;

import fr.passerelle.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;

/** What a machine does to a process. */
final class Disturbance {

    private static final int SPINNERS = 4;

    private Disturbance() {}

    /** Stops this process after a while, and lets it go on later: what a paused virtual machine looks like. */
    static void standStill(Duration after, Duration during) throws IOException {
        String script = "sleep $1; kill -STOP $0; sleep $2; kill -CONT $0";
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("sh", "-c", script, pid, seconds(after), seconds(during)).start();
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    /** Another process that takes all the processor it can get, until this one ends. */
    static void keepTheMachineBusy() throws IOException {
        ServerProcess.java(Spinners.class).start();
    }

    /** A look-up of names that takes its time until it has found the first. */
    static Dns slowFirstLookUp(Duration first) {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        return name -> found.completeOnTimeout(loopback(), first.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static List<InetAddress> loopback() {
        return List.of(InetAddress.getLoopbackAddress());
    }

    /** The other process. */
    static final class Spinners {

        private Spinners() {}

        /** Runs until the standard input ends. */
        public static void main(String[] args) throws IOException {
            for (int i = 0; i < SPINNERS; i++) {
                Callers.daemon(Spinners::spin);
            }
            while (System.in.read() >= 0) {
                // Whoever started us is still there.
            }
        }

        private static void spin() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }
}
