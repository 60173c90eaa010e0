package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.SignInRequiredException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.log.CapturedLogs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect.CloseSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that change, and people who do. */
@Timeout(60)
class BeneficiarySessionTest {

    private static final char[] PASSWORD = "s3cret".toCharArray();
    private static final long ME = 42;

    private final Server server;
    private final List<String> kept = new ArrayList<>();
    private final TokenListener keeper = new TokenListener() {
        @Override
        public void onTokens(AppTokens tokens) {
            kept.add(tokens.access() + " " + tokens.refresh() + " at request " + server.requests());
        }

        @Override
        public void onTokensEnded() {
            kept.add("ended");
        }
    };
    private final BeneficiaryClient app;

    BeneficiarySessionTest() throws IOException {
        server = new Server();
        app = client(new VirtualTime());
    }

    private BeneficiaryClient client(VirtualTime time) {
        return server.app()
                .accessToken("access-1", "refresh-1")
                .tokenListener(keeper)
                .time(time)
                .build();
    }

    @AfterEach
    void close() {
        app.close();
        server.close();
    }

    @Test
    void renewsOnTheDeviceThatSignedIn() throws InterruptedException {
        server.response(401, "{}").response(200, AppSamples.RENEWED).response(200, AppSamples.PROFILE);

        app.me();

        server.request();
        RecordedRequest renewal = server.request();
        assertThat(renewal.getTarget()).isEqualTo("/native/v2/refresh_access_token");
        assertThat(renewal.getBody().utf8()).isEqualTo("{\"deviceInfo\":{\"deviceId\":\"device-1\",\"os\":\"Linux\"}}");
    }

    @Test
    void aRefreshTokenNeedsItsDevice() {
        BeneficiaryClient.Builder noDevice = BeneficiaryClient.builder().accessToken("access-1", "refresh-1");

        assertThatThrownBy(noDevice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("device is missing");
    }

    @Test
    void withoutADeviceEachClientIsANewOne() throws InterruptedException {
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            server.response(200, AppSamples.SIGNED_IN);
            try (BeneficiaryClient fresh = BeneficiaryClient.builder()
                    .environment(server.environment())
                    .build()) {
                fresh.signIn("a@example.org", PASSWORD);
            }
            devices.add(server.request().getBody().utf8().replaceAll(".*\"deviceId\":\"([^\"]+)\".*", "$1"));
        }

        assertThat(devices).doesNotHaveDuplicates().allMatch(id -> id.length() == 36);
    }

    /** Kept before the first request that needs them, so that no crash comes in between. */
    @Test
    void tokensAreKeptBeforeTheyAreUsed() {
        server.response(200, AppSamples.SIGNED_IN)
                .response(401, "{}")
                .response(200, AppSamples.RENEWED)
                .response(200, AppSamples.PROFILE)
                .response(204, "");

        app.signIn("a@example.org", PASSWORD);
        app.me();
        app.signOut();

        assertThat(kept).containsExactly("access-1 refresh-1 at request 1", "access-2 refresh-2 at request 3", "ended");
    }

    @Test
    void aListenerThatThrowsDisturbsNobody() {
        server.response(401, "{}").response(200, AppSamples.RENEWED).response(200, AppSamples.PROFILE);
        int before = CapturedLogs.lines().size();
        try (BeneficiaryClient unlucky = server.app()
                .accessToken("access-1", "refresh-1")
                .tokenListener(new TokenListener() {
                    @Override
                    public void onTokens(AppTokens tokens) {
                        throw new IllegalArgumentException("the disk is full: " + tokens.refresh());
                    }

                    @Override
                    public void onTokensEnded() {}
                })
                .build()) {
            assertThat(unlucky.me().id()).isEqualTo(ME);
        }

        assertThat(CapturedLogs.lines().subList(before, CapturedLogs.lines().size()))
                .anyMatch(line -> line.text().contains("token listener threw java.lang.IllegalArgumentException"))
                .noneMatch(line -> line.text().contains("refresh-2"));
    }

    @Test
    void saysToSignInAgainWhenTheRefreshTokenIsOver() {
        server.response(401, "{}").response(401, "{}");

        assertThatThrownBy(() -> app.book(77, 1))
                .isInstanceOfSatisfying(SignInRequiredException.class, over -> {
                    assertThat(over.operation()).isEqualTo("post__native_v1_bookings");
                    assertThat(over.mayHaveBeenProcessed()).isFalse();
                })
                .hasMessageContaining("the person has to sign in again");
        assertThat(kept).containsExactly("ended");
    }

    @Test
    void asksNoMoreForTokensThatWereRefused() {
        server.response(401, "{}").response(401, "{}").response(401, "{}");

        assertThatThrownBy(app::me).isInstanceOf(SignInRequiredException.class);
        assertThatThrownBy(app::me).isInstanceOf(SignInRequiredException.class);

        assertThat(server.requests()).isEqualTo(3);
    }

    /** The proof of a human that the programme may ask for is no matter of tokens. */
    @Test
    void aSignInThatIsRefusedIsNoReasonToSignInAgain() {
        server.response(401, "{\"token\":\"Le token est invalide\"}");

        assertThatThrownBy(() -> app.signIn("a@example.org", PASSWORD))
                .isInstanceOf(AuthenticationException.class)
                .isNotInstanceOf(SignInRequiredException.class);
    }

    /** The first renewal was done, and nobody has the tokens that it gave. */
    @Test
    void aRenewalWhoseResponseIsLostMaySpendTheToken() {
        server.response(401, "{}").response(lost()).response(401, "{}");

        assertThatThrownBy(() -> app.book(77, 1))
                .isInstanceOfSatisfying(
                        SignInRequiredException.class,
                        over -> assertThat(over.mayHaveBeenProcessed()).isFalse());
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void aRenewalThatNeverArrivedIsMadeAgain() {
        server.response(401, "{}")
                .response(lost())
                .response(200, AppSamples.RENEWED)
                .response(200, AppSamples.PROFILE);

        assertThat(app.me().id()).isEqualTo(ME);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aServerInTroubleIsNoRefusal(int status) {
        server.response(401, "{}");
        for (int attempt = 0; attempt < 3; attempt++) {
            server.response(status, "{}");
        }
        server.response(401, "{}").response(200, AppSamples.RENEWED).response(200, AppSamples.PROFILE);

        assertThatThrownBy(app::me).isInstanceOf(TransportException.class).hasMessageContaining("could not be renewed");
        assertThat(app.me().id()).as("later").isEqualTo(ME);
    }

    /** The cancellation whose response is lost may have been made; the next attempt's 401 denies nothing. */
    @Test
    void aRenewalThatFailsAfterALostResponseDeniesNothing() {
        server.response(lost()).response(401, "{}");
        for (int attempt = 0; attempt < 3; attempt++) {
            server.response(500, "{}");
        }

        assertThatThrownBy(() -> app.cancel(501))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        open -> assertThat(open.mayHaveBeenProcessed()).isTrue())
                .hasMessageContaining("cancel it again");
    }

    @Test
    void aCallerWhoGivesUpLosesNoTokens() throws Exception {
        RotatingServer rotating = new RotatingServer(server, 1_000);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        rotating.renewing(path -> {
            asked.countDown();
            await(may);
        });
        rotating.expire();

        CompletableFuture<?> call = app.async().me();
        await(asked);
        call.cancel(true);
        may.countDown();

        assertThat(app.me().id()).isEqualTo(ME);
        assertThat(rotating.refused()).isZero();
        assertThat(rotating.renewals()).isEqualTo(1);
    }

    @Test
    void aCallWithoutTimeLosesNoTokens() throws Exception {
        RotatingServer rotating = new RotatingServer(server, 1_000);
        CountDownLatch may = new CountDownLatch(1);
        rotating.renewing(path -> await(may));
        rotating.expire();
        try (BeneficiaryClient real =
                server.app().accessToken("access-1", "refresh-1").build()) {
            BeneficiaryClient hasty = real.with(
                    RequestOptions.builder().callTimeout(Duration.ofMillis(300)).build());

            assertThatThrownBy(hasty::me)
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageContaining("while the access token was renewed");
            may.countDown();
            assertThat(real.me().id()).isEqualTo(ME);
        }
        assertThat(rotating.refused()).isZero();
    }

    /** A thread that finds the token over, just when another one has put the next in its place. */
    @Test
    void neverSpendsARefreshTokenTwice() throws Exception {
        int threads = 8;
        int calls = 60;
        RotatingServer rotating = new RotatingServer(server, 60);
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        try (BeneficiaryClient real =
                server.app().accessToken("access-1", "refresh-1").build()) {
            List<Future<Long>> done = IntStream.range(0, threads)
                    .mapToObj(i -> crowd.submit(() -> IntStream.range(0, calls)
                            .mapToLong(call -> real.me().id())
                            .filter(id -> id == ME)
                            .count()))
                    .toList();
            for (Future<Long> one : done) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(calls);
            }
        } finally {
            crowd.shutdownNow();
        }

        assertThat(rotating.refused()).isZero();
        assertThat(rotating.renewals()).isBetween(7, 9);
    }

    /** One thread, which waits in a blocking call, must not be the one that is needed to renew. */
    @Test
    void renewsThoughTheUsersOnlyThreadIsWaiting() throws Exception {
        RotatingServer rotating = new RotatingServer(server, 1_000);
        rotating.expire();
        ExecutorService single = Executors.newSingleThreadExecutor();
        try (BeneficiaryClient theirs = server.app()
                .accessToken("access-1", "refresh-1")
                .executor(single)
                .build()) {
            assertThat(single.submit(() -> theirs.me().id()).get(20, TimeUnit.SECONDS))
                    .isEqualTo(ME);
        } finally {
            single.shutdownNow();
        }
    }

    /** What was asked for one person must not be booked for another. */
    @Test
    void repeatsNoCallInTheNameOfAnotherPerson() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        RotatingServer rotating = new RotatingServer(server, 1_000).renewing(path -> {
            asked.countDown();
            await(may);
        });
        rotating.expire();
        CompletableFuture<Long> booking = app.async().book(77, 1);
        await(asked);
        app.signIn("somebody.else@example.org", PASSWORD);
        may.countDown();

        assertThatThrownBy(() -> booking.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(SignInRequiredException.class);
        assertThat(app.me().id()).isEqualTo(ME);
        assertThat(server.requests())
                .as("a booking, a renewal, a sign-in, a profile")
                .isEqualTo(4);
    }

    @Test
    void signsOut() throws InterruptedException {
        server.response(204, "");

        app.signOut();

        RecordedRequest request = server.request();
        assertThat(request.getTarget()).isEqualTo("/native/v1/signout");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer access-1");
        assertThatThrownBy(app::me)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody is signed in");
        assertThat(kept).containsExactly("ended");
    }

    @Test
    void signingOutOfWhatIsOverIsDone() {
        server.response(401, "{}").response(401, "{}");

        app.async().signOut().join();

        assertThatThrownBy(app::me).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staysSignedInWhenSigningOutFails() {
        for (int attempt = 0; attempt < 3; attempt++) {
            server.response(500, "{}");
        }
        server.response(204, "");

        assertThatThrownBy(app::signOut).isInstanceOf(ServerException.class);
        assertThat(kept).isEmpty();
        app.signOut();

        assertThat(kept).containsExactly("ended");
    }

    private static MockResponse lost() {
        return new MockResponse.Builder().onResponseStart(new CloseSocket()).build();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
