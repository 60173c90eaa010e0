package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.passculture.AtStep.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.SocketEffect.Stall;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread that is interrupted in the middle of an exchange, wherever that is just then. */
@Timeout(60)
class InterruptedExchangeTest {

    private static final EventPatch PATCH =
            EventPatch.builder().name("Tartuffe").build();

    /** Much less than an attempt may take. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** OkHttp opens connections on threads of its own. */
    private static final Set<Step> ON_OTHER_THREADS = EnumSet.of(
            Step.CONNECT_START,
            Step.SECURE_CONNECT_START,
            Step.SECURE_CONNECT_END,
            Step.CONNECT_END,
            Step.CONNECT_FAILED);

    private final ConnectionPool pool = new ConnectionPool();
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private final CountDownLatch reached = new CountDownLatch(1);
    private Server server;

    /** How the client talks to the server. */
    enum Speech {
        PLAIN,
        TLS,
        HTTP_2
    }

    /** Whose thread waits. */
    enum Kind {
        PLATFORM,
        VIRTUAL;

        Thread start(Runnable work) {
            if (this == PLATFORM) {
                Thread thread = new Thread(work);
                thread.start();
                return thread;
            }
            try {
                return (Thread) Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, work);
            } catch (ReflectiveOperationException none) {
                assumeTrue(false, "this JDK has no virtual threads");
                throw new LinkageError(none.getMessage(), none);
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new Server();
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(pool.idleConnectionCount())
                .as("idle connections, of all there are")
                .isEqualTo(pool.connectionCount());
        pool.evictAll();
    }

    static Stream<Arguments> everyCallback() {
        return Stream.of(Speech.values())
                .flatMap(speech -> Stream.of(Step.values()).map(at -> Arguments.of(speech, at)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCallback")
    void endsTheCallOrComesTooLateForIt(Speech speech, Step at) {
        server.response(200, Samples.EVENT).response(200, Samples.EVENT);
        AtStep listener = new AtStep(at, () -> Thread.currentThread().interrupt());
        try (PassCultureClient client = client(speech, listener, chain -> chain.proceed(chain.request()))) {
            boolean interrupted;
            try {
                client.events().update(12, PATCH);
            } catch (CallInterruptedException e) {
                assertThat(listener.reached()).isTrue();
                assertThat(e.mayHaveBeenProcessed() || server.requests() == 0)
                        .as("the doubt is told")
                        .isTrue();
            } finally {
                interrupted = Thread.interrupted();
            }
            if (listener.reached() && !ON_OTHER_THREADS.contains(at)) {
                assertThat(interrupted).as("the thread's flag").isTrue();
            }
            assertThatCode(() -> client.events().get(12)).as("the next call").doesNotThrowAnyException();
        }
    }

    static Stream<Arguments> everySpeechAndThread() {
        return Stream.of(Speech.values())
                .flatMap(speech -> Stream.of(Kind.values()).map(k -> Arguments.of(speech, k)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everySpeechAndThread")
    void endsTheWaitForASilentServer(Speech speech, Kind kind) throws InterruptedException {
        server.response(Faulty.fault(Stall.INSTANCE));

        assertEnds(kind, speech, this::sent, client -> client.events().update(12, PATCH));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everySpeechAndThread")
    void endsTheReadingByteByByte(Speech speech, Kind kind) throws InterruptedException {
        server.response(Faulty.dripping());

        assertEnds(kind, speech, this::responded, client -> client.events().get(12));
    }

    /** A channel's hook takes the place of ours, and is gone after it. */
    @ParameterizedTest
    @EnumSource
    void isNotLostToALogFileThatIsWrittenMeanwhile(Speech speech, @TempDir Path dir) throws InterruptedException {
        server.response(Faulty.dripping());

        assertEnds(
                Kind.PLATFORM,
                speech,
                chain -> {
                    log(dir, "->");
                    Response response = chain.proceed(chain.request());
                    log(dir, "<-");
                    reached.countDown();
                    return response;
                },
                client -> client.events().get(12));
    }

    /** Interrupts come once the request is about to be written. */
    private Response sent(Interceptor.Chain chain) throws IOException {
        // The thread that interrupts finds it writing, or waiting for the response.
        reached.countDown();
        return chain.proceed(chain.request());
    }

    /** Interrupts come once the response has started. */
    private Response responded(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        reached.countDown();
        return response;
    }

    private static void log(Path dir, String line) throws IOException {
        try (FileChannel file =
                FileChannel.open(dir.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void assertEnds(Kind kind, Speech speech, Interceptor interceptor, Consumer<PassCultureClient> call)
            throws InterruptedException {
        CompletableFuture<CallInterruptedException> outcome = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        try (PassCultureClient client = client(speech, EventListener.NONE, interceptor)) {
            Thread caller = kind.start(() -> {
                try {
                    call.accept(client);
                } catch (CallInterruptedException e) {
                    flag.complete(Thread.currentThread().isInterrupted());
                    outcome.complete(e);
                } catch (Throwable other) {
                    outcome.completeExceptionally(other);
                }
            });
            reached.await();
            caller.interrupt();

            assertThat(outcome).succeedsWithin(SOON);
            assertThat(outcome.join().mayHaveBeenProcessed() || server.requests() == 0)
                    .as("the doubt is told")
                    .isTrue();
            assertThat(flag).succeedsWithin(SOON).isEqualTo(true);
            caller.join();
        }
    }

    private PassCultureClient client(Speech speech, EventListener listener, Interceptor interceptor) {
        OkHttpClient.Builder theirs = new OkHttpClient.Builder()
                .connectionPool(pool)
                .eventListener(listener)
                .addNetworkInterceptor(interceptor);
        if (speech != Speech.PLAIN) {
            server.mock()
                    .useHttps(new HandshakeCertificates.Builder()
                            .heldCertificate(certificate)
                            .build()
                            .sslSocketFactory());
            HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(certificate.certificate())
                    .build();
            theirs.sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
            theirs.protocols(
                    speech == Speech.TLS ? List.of(Protocol.HTTP_1_1) : List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        }
        return server.client().okHttpClient(theirs.build()).attempts(1).build();
    }
}
