package fr.passerelle.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a test needs to run a database server of its own, and to leave nothing behind. */
final class Servers {

    private Servers() {}

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** A folder of its own for the server's data; not made yet. */
    static Path newFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "passerelle-jdbc-" + UUID.randomUUID());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Runs a program to its end, which must be a good one. */
    static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("passerelle-jdbc", ".log");
        try {
            // Into a file: a server that it starts inherits it, and a pipe would never end.
            Process process = new ProcessBuilder(command)
                    .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(command + " failed: " + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException stays) {
                    throw new UncheckedIOException(stays);
                }
            });
        }
    }
}
