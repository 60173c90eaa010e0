package fr.passerelle.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An {@link ResponseServer}, or another one, in a JVM of its own, which ends with this one. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it listens. */
    public static ServerProcess start() {
        return start(ResponseServer.class);
    }

    /** Starts another server, which prints its port first, and waits until it listens. */
    public static ServerProcess start(Class<?> server) {
        try {
            Process process = java(server).start();
            BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
            return new ServerProcess(process, Integer.parseInt(out.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JVM like this one, with its class path, to run a main class in. */
    public static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
