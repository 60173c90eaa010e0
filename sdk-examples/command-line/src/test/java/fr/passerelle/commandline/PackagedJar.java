package fr.passerelle.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A packaged programme as a newcomer runs it: a process of its own, its exit code and what it prints. */
public final class PackagedJar {

    private final List<String> java;

    /** What a run left: its exit code, and all that it printed. */
    public record Run(int exit, String output) {}

    /**
     * The jar that this module's build just made.
     *
     * @param name in {@code target}
     * @param options of the JVM
     */
    public PackagedJar(String name, String... options) {
        java = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        java.addAll(List.of(options));
        java.addAll(List.of("-jar", Path.of("target", name).toString()));
    }

    /** Runs it to its end. */
    public Run run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    /** Runs it to its end, with these variables in its environment. */
    public Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), text);
        }
    }
}
