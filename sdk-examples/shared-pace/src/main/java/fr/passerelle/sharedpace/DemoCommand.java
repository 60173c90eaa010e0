package fr.passerelle.sharedpace;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sharedpace.Demo.Scene;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code shared-pace demo}: two processes and a Redis on an offline programme, judged by what the programme received.
 */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {

    /** As many a second as makes a short demonstration worth looking at. */
    private static final int CALLS_PER_SECOND = 5;

    private static final int SHORTEST_WINDOW = 10;
    private static final int LONGEST_WINDOW = 60;

    private final Surroundings surroundings;

    @Option(
            names = "--redis-server",
            paramLabel = "FILE",
            defaultValue = "redis-server",
            descriptionKey = "redis-server")
    private String redisServer = "";

    @Option(names = "--window", paramLabel = "SECONDS", defaultValue = "20", descriptionKey = "window")
    private int window;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Texts texts = surroundings.texts();
        if (window < SHORTEST_WINDOW || window > LONGEST_WINDOW) {
            throw FailedException.unusable(texts.of("window.bad", SHORTEST_WINDOW, LONGEST_WINDOW, window));
        }
        Quota quota = new Quota(window * CALLS_PER_SECOND, Duration.ofSeconds(window));
        Console console = surroundings.console();
        console.line(texts.of("demo.quota", Demo.PROCESSES, quota.calls(), window));
        try (RedisServer redis = redis();
                Sandbox sandbox = Sandbox.start();
                Demo demo = new Demo(sandbox, redis, quota)) {
            Map<Scene, Phase> played = demo.play(scene -> console.passing(texts.of("scene", scene)));
            played.forEach((scene, phase) -> show(texts.of("scene", scene), phase, quota));
            show(texts.of("scene.all"), Phase.of(played.values()), quota);
        }
        return ExitCode.OK;
    }

    private RedisServer redis() {
        try {
            return new RedisServer(redisServer);
        } catch (IOException none) {
            throw new FailedException(surroundings.texts().of("redis.none", redisServer));
        }
    }

    private void show(String title, Phase phase, Quota quota) {
        Texts texts = surroundings.texts();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                texts.of("row.calls", phase.length().toSeconds()),
                texts.number(phase.calls().size())));
        rows.add(List.of(texts.of("row.most", window, quota.calls()), texts.number(phase.mostIn(quota.window()))));
        rows.add(List.of(texts.of("row.used"), percent(phase.used(quota))));
        for (int process = 0; process < Demo.PROCESSES; process++) {
            rows.add(List.of(texts.of("row.part", process + 1), percent(phase.part(process))));
        }
        rows.add(List.of(texts.of("row.refused"), texts.number(phase.refused())));
        surroundings.console().heading(title);
        surroundings.console().table(rows);
    }

    private String percent(double part) {
        return surroundings.texts().of("percent", Math.round(part * 100));
    }
}
