package fr.passerelle.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox outbox = new Outbox();

    @AfterEach
    void stop() {
        outbox.close();
    }

    @Test
    void sendsInOrderWhateverFails() throws Exception {
        var sent = new CopyOnWriteArrayList<Integer>();
        var done = new CompletableFuture<Void>();
        outbox.add(() -> sent.add(1));
        outbox.add(() -> {
            throw new IllegalStateException("vendor failed");
        });
        outbox.add(() -> sent.add(2));
        outbox.add(() -> done.complete(null));

        done.get(60, TimeUnit.SECONDS);
        assertThat(sent).containsExactly(1, 2);
    }

    @Test
    void losesTheShareAskedForAndTheSameOnesEachTime() throws Exception {
        var first = sentOutOf(1000);
        outbox.reset();
        var second = sentOutOf(1000);

        assertThat(first).isEqualTo(second).hasSizeBetween(700, 800);
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> outbox.drop(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dropNotifications");
    }

    private List<Integer> sentOutOf(int count) throws Exception {
        var sent = new CopyOnWriteArrayList<Integer>();
        var done = new CompletableFuture<Void>();
        outbox.drop(0.25);
        IntStream.range(0, count).forEach(i -> outbox.add(() -> sent.add(i)));
        outbox.drop(0);
        outbox.add(() -> done.complete(null));
        done.get(60, TimeUnit.SECONDS);
        return sent;
    }
}
