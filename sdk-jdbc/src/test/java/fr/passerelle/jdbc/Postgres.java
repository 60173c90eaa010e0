package fr.passerelle.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of this test's own, on a free port of the loopback interface; Debian's package has it. */
final class Postgres {

    static final Postgres NONE = new Postgres(Path.of(""), Path.of(""), 0);

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
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
        Optional<Path> programmes = programmes();
        Assumptions.assumeTrue(programmes.isPresent(), "no PostgreSQL under " + DEBIAN + ": not tested on it");
        Assumptions.assumeTrue(
                !Servers.isRoot() || Files.isExecutable(Path.of("/usr/sbin/runuser")),
                "PostgreSQL does not run as root, and there is no other user: not tested on it");
        Path data = Servers.newFolder();
        Postgres server = new Postgres(programmes.get(), data, Servers.freePort());
        server.run("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N");
        server.run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                data.resolve("log").toString(),
                "-w",
                "-o",
                "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                "start");
        return server;
    }

    /** A database with empty tables. */
    DataSource empty() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(USER);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS passerelle_ticket, passerelle_booking, passerelle_watermark,"
                    + " passerelle_door_evening, passerelle_door_ticket, passerelle_door_admission, passerelle_door_list,"
                    + " passerelle_catalogue, passerelle_catalogue_event, passerelle_catalogue_product");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        Schema.create(source);
        return source;
    }

    /** Stops it and leaves nothing behind. */
    void stop() throws IOException, InterruptedException {
        if (this != NONE) {
            run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
            Servers.delete(data);
        }
    }

    private void run(String programme, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Servers.isRoot()) {
            command.addAll(List.of("/usr/sbin/runuser", "-u", "postgres", "--"));
        }
        command.add(programmes.resolve(programme).toString());
        command.addAll(List.of(arguments));
        Servers.run(command);
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
