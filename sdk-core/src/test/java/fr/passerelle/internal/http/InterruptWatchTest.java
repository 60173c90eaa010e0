package fr.passerelle.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptWatchTest {

    private final InterruptWatch watch = new InterruptWatch();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final OkHttpClient client = new OkHttpClient.Builder()
            .eventListener(new EventListener() {
                @Override
                public void canceled(Call call) {
                    cancelled.countDown();
                }
            })
            .build();

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void cancelsTheExchangeOfAThreadThatIsInterruptedAndNoOther() throws InterruptedException {
        Call mine = exchange();
        Call theirs = exchange();
        watch.begin(mine);
        Thread waiting = new Thread(() -> {
            watch.begin(theirs);
            Thread.currentThread().interrupt();
            boolean told = false;
            while (!told) {
                told = cancelled.getCount() == 0;
                Thread.onSpinWait();
            }
        });

        waiting.start();
        waiting.join();

        assertThat(theirs.isCanceled()).isTrue();
        assertThat(mine.isCanceled()).isFalse();
    }

    @Test
    void forgetsAnExchangeThatHasEnded() throws InterruptedException {
        Call ended = exchange();
        Call later = exchange();
        watch.begin(ended);
        watch.end(ended);
        watch.begin(later);

        Thread.currentThread().interrupt();
        boolean told = false;
        while (!told) {
            told = later.isCanceled();
            Thread.onSpinWait();
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.isCanceled()).isFalse();
    }

    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        watch.begin(exchange());
        List<Thread> watchers = watchers();
        assertThat(watchers).isNotEmpty();

        watch.close();

        for (Thread watcher : watchers) {
            watcher.join();
            assertThat(watcher.isAlive()).isFalse();
        }
    }

    private static List<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("passculture-watch"))
                .toList();
    }

    private Call exchange() {
        return client.newCall(new Request.Builder().url("http://127.0.0.1:1/").build());
    }
}
