package fr.passerelle.jdbc;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB server of this test's own, on a free port of the loopback interface; Debian's package has it. */
final class MariaDb {

    static final MariaDb NONE = new MariaDb(Path.of(""), 0, null);

    private static final String SERVER = "mariadbd";
    private static final String READY = "ready for connections";

    private final Path data;
    private final int port;
    private final @Nullable Process process;

    private MariaDb(Path data, int port, @Nullable Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Starts a server; skips the test where there is none. */
    static MariaDb start() throws IOException, InterruptedException {
        Optional<Path> server = server();
        Assumptions.assumeTrue(server.isPresent(), "no " + SERVER + " on the PATH: not tested on MariaDB");
        Path home = server.orElseThrow().resolve("../..").normalize();
        Path data = Servers.newFolder();
        Servers.run(command(
                home.resolve("bin/mariadb-install-db"),
                home,
                data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        int port = Servers.freePort();
        Process process = new ProcessBuilder(command(
                        server.orElseThrow(),
                        home,
                        data,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + data.resolve("socket"),
                        "--innodb-flush-log-at-trx-commit=0"))
                .redirectErrorStream(true)
                .start();
        awaitReady(process);
        return new MariaDb(data, port, process);
    }

    private static List<String> command(Path program, Path home, Path data, String... more) {
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "--no-defaults", "--basedir=" + home, "--datadir=" + data));
        if (Servers.isRoot()) {
            command.add("--user=root");
        }
        command.addAll(List.of(more));
        return command;
    }

    /** The server says so; a thread reads on, so that it never waits for a reader. */
    private static void awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains(READY)) {
                Thread reader = new Thread(() -> readOn(output), SERVER + "-log");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new IOException(SERVER + " failed: " + said);
    }

    private static void readOn(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException stopped) {
            // The server has ended.
        }
    }

    /** A database with empty tables. */
    DataSource empty() {
        try {
            MariaDbDataSource source = new MariaDbDataSource(
                    "jdbc:mariadb://127.0.0.1:" + port + "/passerelle?createDatabaseIfNotExist=true&user=root");
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS passerelle_ticket, passerelle_booking, passerelle_watermark,"
                        + " passerelle_door_evening, passerelle_door_ticket, passerelle_door_admission, passerelle_door_list,"
                        + " passerelle_catalogue, passerelle_catalogue_event, passerelle_catalogue_product");
            }
            Schema.create(source);
            return source;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Stops it and leaves nothing behind. */
    void stop() throws IOException, InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            Servers.delete(data);
        }
    }

    private static Optional<Path> server() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator, 0))
                .map(folder -> Path.of(folder, SERVER))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
