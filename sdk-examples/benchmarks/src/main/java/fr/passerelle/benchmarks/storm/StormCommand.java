package fr.passerelle.benchmarks.storm;

import fr.passerelle.benchmarks.server.CountingServer;
import fr.passerelle.benchmarks.server.ServerProcess;
import fr.passerelle.benchmarks.storm.Storm.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs all storms of a list and prints each with its goal, as a line of Markdown. */
public final class StormCommand {

    private static final String HEAD = """
            | storm | goal | measured | |
            |---|---|---|---|""";

    private StormCommand() {}

    /**
     * Runs them.
     *
     * @param list {@code full} or {@code quick}
     * @return whether all goals are met
     * @throws IllegalArgumentException if there is no such list
     */
    public static boolean run(String list) {
        List<List<Storm>> groups = StormProcess.storms(list);
        System.out.println(HEAD);
        boolean met = true;
        try (ServerProcess server = ServerProcess.start(CountingServer.class)) {
            for (int group = 0; group < groups.size(); group++) {
                met &= runSideBySide(list, server.url(), group, groups.get(group));
            }
        }
        return met;
    }

    private static boolean runSideBySide(String list, URI server, int group, List<Storm> storms) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < storms.size(); i++) {
            int number = i;
            outcomes.add(CompletableFuture.supplyAsync(() -> run(list, server, group, number), Callers::daemon));
        }
        boolean met = true;
        for (int i = 0; i < storms.size(); i++) {
            Outcome outcome = outcomes.get(i).join();
            met &= outcome.met();
            System.out.println(line(storms.get(i), outcome));
        }
        return met;
    }

    private static Outcome run(String list, URI server, int group, int number) {
        try {
            return StormProcess.run(list, server, group, number);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    static String line(Storm storm, Outcome outcome) {
        return "| " + storm.name() + " | " + storm.goal() + " | " + outcome.measured() + " | "
                + (outcome.met() ? "met" : "**short**") + " |";
    }
}
