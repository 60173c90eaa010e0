package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.log.CapturedLogs;
import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that rotate while a desk runs, and suppliers that let it down. */
@Timeout(60)
class SuppliedKeysTest {

    private static final HmacKey OLD = new HmacKey("2025", "the-old-key");
    private static final HmacKey NEW = new HmacKey("2026", "the-new-key");
    private static final HmacKey FORGED = new HmacKey("forged", "a-key-of-nobody");
    private static final Duration FRESH = Duration.ofNanos(SuppliedKeys.FRESH);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final FakeDeskTime time = new FakeDeskTime();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger handled = new AtomicInteger();
    private final List<DeskListener.Response> told = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private volatile Supplier<? extends Collection<HmacKey>> supplier = () -> List.of(OLD);

    private final TicketingDesk.Builder builder = TicketingDesk.builder()
            .executor(Runnable::run)
            .keyExecutor(Runnable::run)
            .time(time)
            .hmacKeys(() -> {
                asked.incrementAndGet();
                return supplier.get();
            })
            .onHandlerFailure(failures::add)
            .onCancellation(barcodes -> {
                handled.incrementAndGet();
                return CancellationResponse.cancelled(Remaining.of(1));
            })
            .listener(new DeskListener() {
                @Override
                public void responded(Response response) {
                    told.add(response);
                }
            });

    /** How a supplier lets the desk down. */
    enum Fault {
        THROWS {
            @Override
            Collection<HmacKey> give() {
                throw new IllegalStateException("the vault is sealed");
            }
        },
        GIVES_NULL {
            @Override
            @SuppressWarnings("NullAway") // as a supplier without null checking may
            Collection<HmacKey> give() {
                return null;
            }
        },
        GIVES_NONE {
            @Override
            Collection<HmacKey> give() {
                return List.of();
            }
        },
        DIES {
            @Override
            Collection<HmacKey> give() {
                throw new NoClassDefFoundError("of the vault");
            }
        };

        abstract Collection<HmacKey> give();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void knowsANewKeyAtItsFirstMessage() {
        TicketingDesk desk = builder.build();
        time.advance(A_SECOND);
        supplier = () -> List.of(OLD, NEW);

        assertThat(receive(desk, NEW)).isEqualTo(DeskOutcome.CANCELLED);
        assertThat(told).last().extracting(DeskListener.Response::key).isEqualTo("2026");
    }

    @Test
    void refusesAKeyThatIsGoneAfterHalfAMinute() {
        TicketingDesk desk = builder.build();
        supplier = () -> List.of(NEW);
        time.advance(FRESH.minusNanos(1));
        assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);

        time.advance(Duration.ofNanos(1));
        assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.SIGNATURE_WRONG);
    }

    @Test
    void asksNotAtAllWhileTheKeysAreFreshAndRight() {
        TicketingDesk desk = builder.build();
        for (int i = 0; i < 100; i++) {
            receive(desk, OLD);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksOnceASecondAtMostHoweverManyForgeriesCome() {
        TicketingDesk desk = builder.build();
        time.advance(A_SECOND);
        for (int i = 0; i < 100; i++) {
            assertThat(receive(desk, FORGED)).isEqualTo(DeskOutcome.SIGNATURE_WRONG);
        }
        assertThat(asked).hasValue(2);
        assertThat(handled).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLastKeysForAnHourAndRefusesAsBusyWhatTheyDidNotSign(Fault fault) {
        TicketingDesk desk = builder.build();
        supplier = fault::give;
        time.advance(FRESH);

        assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);
        assertThat(receive(desk, NEW)).isEqualTo(DeskOutcome.KEYS_UNAVAILABLE);
        time.advance(AN_HOUR.minus(FRESH));
        assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);
        time.advance(Duration.ofNanos(1));
        assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.KEYS_UNAVAILABLE);

        assertThat(DeskOutcome.KEYS_UNAVAILABLE.response().status()).isEqualTo(503);
        assertThat(handled).hasValue(2);
        assertThat(failures).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void asksAFailingSupplierOnceASecondAtMostAndRecoversWithIt(Fault fault) {
        TicketingDesk desk = builder.build();
        supplier = fault::give;
        time.advance(FRESH);
        for (int i = 0; i < 100; i++) {
            receive(desk, NEW);
        }
        assertThat(asked).hasValue(2);

        supplier = () -> List.of(NEW);
        time.advance(A_SECOND);
        assertThat(receive(desk, NEW)).isEqualTo(DeskOutcome.CANCELLED);
        assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.SIGNATURE_WRONG);
    }

    @Test
    void waitsForASupplierThatHangsOnceAndNotLong() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        TicketingDesk desk = builder.time(DeskTime.of(time::nanos))
                .keyExecutor(threads)
                .deadline(Duration.ofSeconds(2))
                .build();
        supplier = () -> {
            waitFor(hangs);
            return List.of(NEW);
        };
        time.advance(FRESH);

        for (int i = 0; i < 20; i++) {
            assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);
            assertThat(receive(desk, NEW)).isEqualTo(DeskOutcome.KEYS_UNAVAILABLE);
        }
        assertThat(asked).as("one thread hangs, not forty").hasValue(2);
        assertThat(handled).hasValue(20);

        hangs.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNoThreadFromHandlersWhenItHangs() {
        CountDownLatch hangs = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        try (TicketingDesk desk = TicketingDesk.builder()
                .time(DeskTime.of(time::nanos))
                .deadline(Duration.ofSeconds(2))
                .threads(1)
                .hmacKeys(() -> {
                    if (calls.incrementAndGet() > 1) {
                        waitFor(hangs);
                    }
                    return List.of(OLD);
                })
                .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.of(1)))
                .build()) {
            time.advance(FRESH);

            assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);
            assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);
            assertThat(calls).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAsBusyWhatNoKeySignedWhileTheSupplierFailsHoweverYoungTheKeys(Fault fault) {
        TicketingDesk desk = builder.build();
        supplier = fault::give;
        time.advance(Duration.ofMillis(1100));

        assertThat(receive(desk, NEW)).isEqualTo(DeskOutcome.KEYS_UNAVAILABLE);
        time.advance(Duration.ofMillis(600));
        assertThat(receive(desk, NEW)).isEqualTo(DeskOutcome.KEYS_UNAVAILABLE);
    }

    @Test
    void refusesAsBusyWhatNoKeySignedWhileTheSupplierHangs() {
        TicketingDesk desk = builder.keyExecutor(never -> {}).build();
        time.advance(Duration.ofMillis(1100));

        CompletableFuture<DeskResponse> response = receiveAsync(desk, NEW);
        assertThat(response).isNotDone();
        time.advance(A_SECOND);
        assertThat(response).isCompletedWithValue(DeskOutcome.KEYS_UNAVAILABLE.response());
    }

    @Test
    void aNewKeyWhoseFirstMessageFollowsAForgedOneWaitsForTheNextQuestion() {
        TicketingDesk desk = builder.build();
        time.advance(A_SECOND);
        assertThat(receive(desk, FORGED)).isEqualTo(DeskOutcome.SIGNATURE_WRONG);
        supplier = () -> List.of(OLD, NEW);
        time.advance(Duration.ofMillis(300));

        CompletableFuture<DeskResponse> response = receiveAsync(desk, NEW);
        assertThat(response).isNotDone();
        time.advance(Duration.ofMillis(700));

        assertThat(response.join().outcome()).isEqualTo(DeskOutcome.CANCELLED);
        assertThat(asked).hasValue(3);
    }

    @Test
    void isToldToComeAgainWhereTheDeadlineLeavesNoTimeForTheNextQuestion() {
        TicketingDesk desk = builder.deadline(A_SECOND).build();
        supplier = () -> List.of(OLD, NEW);
        time.advance(Duration.ofMillis(300));

        assertThat(receiveAsync(desk, NEW)).isCompletedWithValue(DeskOutcome.KEYS_UNAVAILABLE.response());
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFloodOfForgedMessagesSharesOneQuestionAndABoundedNumberWaits() {
        TicketingDesk desk = builder.build();
        time.advance(Duration.ofMillis(1));
        List<CompletableFuture<DeskResponse>> flood = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flood.add(receiveAsync(desk, FORGED));
        }
        assertThat(flood.subList(0, KeyQuestions.MOST_WAITING)).noneMatch(CompletableFuture::isDone);
        assertThat(flood.subList(KeyQuestions.MOST_WAITING, 100))
                .allMatch(response -> response.join().outcome() == DeskOutcome.KEYS_UNAVAILABLE);
        assertThat(receive(desk, OLD)).as("a known key waits for nothing").isEqualTo(DeskOutcome.CANCELLED);

        time.advance(A_SECOND);

        assertThat(flood.subList(0, KeyQuestions.MOST_WAITING))
                .allMatch(response -> response.join().outcome() == DeskOutcome.SIGNATURE_WRONG);
        assertThat(asked).hasValue(2);
    }

    @Test
    void interruptsASupplierThatHangsAndAsksItAgain() throws Exception {
        Semaphore entered = new Semaphore(0);
        Semaphore ended = new Semaphore(0);
        TicketingDesk desk = builder.keyExecutor(task -> threads.execute(() -> {
                    task.run();
                    ended.release();
                }))
                .build();
        supplier = () -> {
            entered.release();
            waitFor(new CountDownLatch(1));
            return List.of();
        };
        time.advance(FRESH);
        CompletableFuture<DeskResponse> response = receiveAsync(desk, NEW);
        entered.acquire();
        time.advance(A_SECOND);
        assertThat(response.join().outcome()).isEqualTo(DeskOutcome.KEYS_UNAVAILABLE);

        supplier = () -> List.of(NEW);
        time.advance(Duration.ofNanos(KeyQuestions.LIMIT));
        ended.acquire(); // as it was interrupted

        response = receiveAsync(desk, NEW);
        assertThat(response.join().outcome()).isEqualTo(DeskOutcome.CANCELLED);
    }

    @Test
    void losesFourThreadsAtMostAMinuteApartToASupplierThatIgnoresInterrupts() throws Exception {
        Semaphore entered = new Semaphore(0);
        Semaphore release = new Semaphore(0);
        TicketingDesk desk = builder.keyExecutor(threads).build();
        supplier = () -> {
            entered.release();
            release.acquireUninterruptibly();
            return List.of(OLD, NEW);
        };
        time.advance(FRESH);
        for (int lost = 1; lost <= KeyQuestions.MOST_LOST; lost++) {
            assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);
            entered.acquire();
            time.advance(Duration.ofNanos(KeyQuestions.LIMIT));
            assertThat(receiveAsync(desk, NEW)).isCompletedWithValue(DeskOutcome.KEYS_UNAVAILABLE.response());
            time.advance(Duration.ofNanos(KeyQuestions.PAUSE_AFTER_LOST));
        }
        assertThat(receive(desk, OLD)).isEqualTo(DeskOutcome.CANCELLED);
        assertThat(asked).as("by the builder, then four times").hasValue(1 + KeyQuestions.MOST_LOST);

        release.release(KeyQuestions.MOST_LOST);
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(receive(desk, NEW)).as("what came late counts").isEqualTo(DeskOutcome.CANCELLED);
    }

    private static void waitFor(CountDownLatch event) {
        try {
            event.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void asksWhenItIsBuiltSoThatAMissingKeyShowsAtOnce() {
        supplier = Fault.THROWS::give;
        assertThatThrownBy(builder::build).hasMessage("the vault is sealed");
        supplier = Fault.GIVES_NONE::give;
        assertThatThrownBy(builder::build).hasMessageContaining("the supplier of hmacKeys gave no key");
        supplier = () -> List.of(OLD);
        assertThatThrownBy(builder.hmacKey(NEW)::build).hasMessageContaining("exclude each other");
    }

    @Test
    void tellsAtWarnThatTheSupplierFailsWithoutWhatItSaid() {
        TicketingDesk desk = builder.name("keys").build();
        supplier = Fault.THROWS::give;
        time.advance(FRESH);
        receive(desk, OLD);

        assertThat(CapturedLogs.ours())
                .filteredOn(line -> line.text().startsWith("Ticketing desk keys: The keys of before stay in use"))
                .singleElement()
                .satisfies(line -> assertThat(line.text())
                        .contains("IllegalStateException")
                        .doesNotContain("sealed"));
    }

    private static CompletableFuture<DeskResponse> receiveAsync(TicketingDesk desk, HmacKey key) {
        SignedMessage message = TicketingDesk.sign(key.secret(), SampleMessages.cancellation("A"));
        return desk.receiveAsync(message.signature(), message.body()).toCompletableFuture();
    }

    private static DeskOutcome receive(TicketingDesk desk, HmacKey key) {
        SignedMessage message = TicketingDesk.sign(key.secret(), SampleMessages.cancellation("A"));
        return desk.receive(message.signature(), message.body()).outcome();
    }
}
