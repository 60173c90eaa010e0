package fr.passerelle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SandboxThreadsTest {

    @Test
    void leavesNoThreadBehind() throws Exception {
        Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
        try (var stage = new Stage()) {
            stage.vendor.response("/booking", 200, "{'tickets':[{'barcode':'B1'}]}");
            stage.sandbox.beneficiary(5000).book(stage.date(true, "5"), 1);
            stage.sandbox.beneficiary(5000).book(stage.date(false, "5"), 1);
            stage.vendor.next();
            stage.vendor.next();
            for (Effect effect : new Effect[] {
                new Effect.Refuse(), new Effect.DropBefore(), new Effect.DropAfter(), new Effect.Truncate(3)
            }) {
                stage.sandbox.faults().add(Fault.next(effect));
                assertThatThrownBy(() -> stage.http.send(
                                "PATCH", "/public/providers/v1/provider", stage.provider.apiKey(), "{}"))
                        .isInstanceOf(IOException.class);
            }
        }

        var left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && isOfTheSandbox(thread))
                .collect(Collectors.toSet());
        for (Thread thread : left) {
            thread.join(Duration.ofSeconds(10).toMillis());
        }
        assertThat(left).noneMatch(Thread::isAlive);
    }

    private static boolean isOfTheSandbox(Thread thread) {
        return thread.getName().startsWith("sandbox-") || thread.getName().startsWith("qtp");
    }
}
