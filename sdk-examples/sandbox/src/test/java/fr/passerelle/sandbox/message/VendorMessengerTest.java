package fr.passerelle.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.FakeVendor;
import fr.passerelle.sandbox.FakeVendor.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VendorMessengerTest {

    private static final SignedMessage MESSAGE = SignedMessage.of(Map.of("barcodes", List.of("É")), "key");
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeVendor vendor = new FakeVendor();
    private final VendorMessenger messenger = new VendorMessenger();

    @AfterEach
    void stop() {
        messenger.close();
        vendor.close();
    }

    @Test
    void postsTheWireFormWithItsSignature() throws InterruptedException {
        vendor.response("/cancel", 200, "{'remainingQuantity': 3}");

        var reply = messenger.post(vendor.url("/cancel"), MESSAGE, LONG);

        assertThat(reply).isEqualTo(new VendorReply.Responded(200, "{\"remainingQuantity\": 3}"));
        var received = vendor.next();
        assertThat(received.contentType()).isEqualTo("application/json");
        assertThat(received.wire()).isEqualTo("\"{\\\"barcodes\\\":[\\\"\\u00c9\\\"]}\"");
        assertThat(received.signature()).isEqualTo(MESSAGE.signature()).matches("[0-9a-f]{64}");
    }

    @Test
    void givesUpAfterTheTimeoutWithoutTryingAgain() throws InterruptedException {
        var release = new CountDownLatch(1);
        vendor.response("/slow", message -> {
            await(release);
            return new Reply(200, "{}");
        });

        assertThat(messenger.post(vendor.url("/slow"), MESSAGE, Duration.ofMillis(150)))
                .isEqualTo(new VendorReply.TimedOut());
        vendor.next();
        assertThat(vendor.waiting()).isZero();
        release.countDown();
    }

    @Test
    void saysWhenNobodyListens() {
        // A port that was free a moment ago may be another program's by now; the first one is nobody's.
        assertThat(messenger.post("http://127.0.0.1:1/x", MESSAGE, LONG)).isEqualTo(new VendorReply.Unreachable());
    }

    @Test
    void doesNotRepeatAMessageWhoseConnectionBreaks() throws Exception {
        var accepted = new AtomicInteger();
        CompletableFuture<Void> listening;
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            // Not on the common pool: the JDK's client completes its futures there, and a small machine has one thread.
            listening =
                    CompletableFuture.runAsync(() -> hangUpOnEverybody(server, accepted), VendorMessengerTest::start);

            var reply = messenger.post("http://127.0.0.1:" + server.getLocalPort() + "/x", MESSAGE, LONG);

            assertThat(reply).isEqualTo(new VendorReply.Broken());
        }
        listening.get(60, TimeUnit.SECONDS);
        assertThat(accepted).hasValue(1);
    }

    @Test
    void cannotReachWhatIsNoUrl() {
        assertThat(messenger.post("not a url", MESSAGE, LONG)).isEqualTo(new VendorReply.Unreachable());
    }

    private static void start(Runnable work) {
        new Thread(work).start();
    }

    private static void hangUpOnEverybody(ServerSocket server, AtomicInteger accepted) {
        try {
            while (true) {
                try (var socket = server.accept()) {
                    accepted.incrementAndGet();
                    // Read something, so that the request has been sent.
                    assertThat(socket.getInputStream().read()).isPositive();
                }
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
