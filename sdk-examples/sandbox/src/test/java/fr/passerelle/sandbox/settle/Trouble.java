package fr.passerelle.sandbox.settle;

import fr.passerelle.sandbox.traffic.Effect;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a write on its way: the columns of the matrix. */
@SuppressWarnings("ImmutableEnumChecker") // effects are records of copies; the checker wants an annotation
enum Trouble {
    REFUSED("refused", null),
    RESET_BEFORE("reset before", new Effect.DropBefore()),
    RESET_AFTER("reset after", new Effect.DropAfter()),
    SLOW("too slow", new Effect.Delay(Duration.ofSeconds(20))),
    FAILED_500("500 after", new Effect.Status(500, "{}", Map.of(), true)),
    FAILED_503("503 after", new Effect.Status(503, "{}", Map.of("Retry-After", "2"), true)),
    TRUNCATED("truncated", new Effect.Truncate(1)),
    PAGE_AFTER("HTML after", new Effect.Garbage()),
    PAGE_BEFORE("HTML before", new Effect.Status(200, "<html>Sign in to this network</html>", Map.of(), false)),
    THROTTLED("429", new Effect.Status(429)),
    THROTTLED_UNTIL("429 + time", new Effect.Status(429, "", Map.of("Retry-After", "30"), false));

    final String title;
    /** Null for a connection that nobody takes: no sandbox can do that. */
    final @Nullable Effect effect;

    Trouble(String title, @Nullable Effect effect) {
        this.title = title;
        this.effect = effect;
    }
}
