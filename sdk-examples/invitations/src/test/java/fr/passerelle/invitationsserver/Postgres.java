package fr.passerelle.invitationsserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of this test's own, on a free port of the loopback interface; Debian's package has it. */
final class Postgres implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String USER = "passerelle";

    private final Path programmes;
    private final Path data;
    private final int port;

    private Postgres(Path programmes, Path data, int port) {
        this.programmes = programmes;
        this.data = data;
        this.port = port;
    }

    /** Starts a server; skips the test where there is none, or where none may run. */
    static Postgres start() throws IOException, InterruptedException {
        return start("off");
    }

    /**
     * Starts a server.
     *
     * @param fsync {@code on} where a measurement must wait for the disk
     */
    static Postgres start(String fsync) throws IOException, InterruptedException {
        Optional<Path> programmes = programmes();
        Assumptions.assumeTrue(programmes.isPresent(), "no PostgreSQL under " + DEBIAN + ": not tested on it");
        Assumptions.assumeTrue(
                !isRoot() || Files.isExecutable(Path.of("/usr/sbin/runuser")),
                "PostgreSQL does not run as root, and there is no other user: not tested on it");
        Path data = TEMPORARY.resolve("passerelle-invitations-" + UUID.randomUUID());
        Postgres server = new Postgres(programmes.get(), data, freePort());
        server.run("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N");
        server.run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                data.resolve("log").toString(),
                "-w",
                "-o",
                "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=" + fsync,
                "start");
        return server;
    }

    /** The URL of a new, empty database. */
    String newDatabase() throws SQLException {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    /** Stops it and leaves nothing behind. */
    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(String programme, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("/usr/sbin/runuser", "-u", "postgres", "--"));
        }
        command.add(programmes.resolve(programme).toString());
        command.addAll(List.of(arguments));
        // Into a file: a server that it starts inherits it, and a pipe would never end.
        Path output = Files.createTempFile("passerelle-invitations", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(TEMPORARY.toFile())
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

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> programmes() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }
}
