package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own.
 *
 * @param key the operator's, which is told once for each database
 */
record ServerProcess(Process process, URI baseUrl, String key) {

    /** Starts one, and waits until it listens. */
    static ServerProcess start(String database, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--lang=en",
                "--port=0",
                "--calls-per-second=100000",
                "--calls-at-once=100000",
                "--database=" + database));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String key = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("pinv_")) {
                key = line.substring(line.indexOf("pinv_")).strip();
            }
            if (line.contains("Listening on ")) {
                URI url = URI.create(line.substring(line.indexOf("http")).strip());
                return new ServerProcess(process, url, key);
            }
        }
        throw new IOException("the server did not start");
    }

    /** Ends it in the middle of whatever it does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
}
