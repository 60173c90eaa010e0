package fr.passerelle.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.client.RequestOptions;
import fr.passerelle.client.error.CallInterruptedException;
import fr.passerelle.client.error.GoneException;
import fr.passerelle.client.error.NotFoundException;
import fr.passerelle.client.error.ServerException;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.client.error.UnreadableAnswerException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.json.AnswerDecoder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write, its attempts below it, and what is read when an answer is lost. */
class SettlingTest {

    /** A second one is refused. */
    private static final HttpCall GUARDED = HttpCall.to(Endpoint.DELETE_DATE, 1, 2);
    /** A second one would act again. */
    private static final HttpCall VERIFIABLE = HttpCall.to(Endpoint.BOOK_OFFER);

    private static final HttpCall IDEMPOTENT = HttpCall.to(Endpoint.UPLOAD_IMAGE, 1);

    private final VirtualTime time = new VirtualTime();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private final Script server = new Script();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Deque<Supplier<Boolean>> looks = new ArrayDeque<>();
    private final Calls calls = calls(RequestOptions.none());

    private Calls calls(RequestOptions options) {
        AttemptsChannel attempts = new AttemptsChannel(time, clock, new SplittableRandom(1), server);
        ObjectMapper mapper = new ObjectMapper();
        Engine engine = new Engine(
                new DeadlineChannel(attempts),
                Limits.DEFAULT,
                time,
                clock,
                mapper,
                new AnswerDecoder(mapper, clock),
                new Observers(List.of(), time, URI.create("http://localhost")),
                new Background(Runnable::run),
                closed);
        return new Calls(engine, options);
    }

    /** Reads what the test says, look by look. */
    private boolean run(HttpCall write, Boolean... seen) {
        List.of(seen).forEach(found -> looks.add(() -> found));
        return calls.run(write, Settlement.when(c -> looks.remove().get()));
    }

    @Test
    void looksAtNothingWhenTheAnswerIsThere() {
        server.answers(204);

        assertThat(run(GUARDED)).as("doubted").isFalse();
    }

    @Test
    void takesWhatItSeesForTheAnswer() {
        server.losesTheAnswer();

        assertThat(run(GUARDED, true)).as("doubted").isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 501, 502, 503, 504, 599})
    void aServerThatFailsMayHaveDoneIt(int status) {
        server.answers(status);

        assertThat(run(GUARDED, true)).isTrue();
    }

    @Test
    void aPageWhereNothingShouldBeIsALostAnswer() {
        server.answersAPage();

        assertThat(run(GUARDED, true)).isTrue();
    }

    @Test
    void sendsAgainWhatIsNotThereAndWouldBeRefusedTwice() {
        server.losesTheAnswer().answers(204);

        assertThat(run(GUARDED, false)).isTrue();
        assertThat(server.received()).extracting(Call::attempt).containsExactly(1, 2);
        assertThat(server.received()).extracting(Call::mayHaveBeenProcessed).containsExactly(false, true);
    }

    /** The first request arrived after the look. */
    @Test
    void aRefusalOfTheSecondOneMaySpeakOfTheFirst() {
        server.losesTheAnswer().answers(404);

        assertThat(run(GUARDED, false, true)).isTrue();
    }

    @Test
    void aRefusalThatNothingExplainsIsThrownAndSaysThatItCameAfterALostAnswer() {
        server.losesTheAnswer().answers(404);

        NotFoundException e = catchThrowableOfType(NotFoundException.class, () -> run(GUARDED, false, false));

        assertThat(e.afterLostAnswer()).isTrue();
        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e)
                .hasMessageContaining("sent 2 times")
                .hasMessageContaining("was answered 404 after another answer was lost")
                .hasMessageEndingWith(
                        "it may have been processed: list the dates of the event, or delete it again: gone is"
                                + " a 404");
        assertThat(looks).isEmpty();
    }

    @Test
    void aRefusalOfTheFirstOneIsNotDoubted() {
        server.answers(410);

        GoneException e = catchThrowableOfType(GoneException.class, () -> run(GUARDED));

        assertThat(e.afterLostAnswer()).isFalse();
        assertThat(e.mayHaveBeenProcessed()).isFalse();
    }

    @Test
    void whatSurelyDidNotHappenIsNotDoubted() {
        server.cannotBeReached().cannotBeReached().cannotBeReached();

        TransportException e = catchThrowableOfType(TransportException.class, () -> run(GUARDED));

        assertThat(e.mayHaveBeenProcessed()).isFalse();
    }

    @Test
    void sendsNoMoreOftenThanTheLimitsSay() {
        server.losesTheAnswer().losesTheAnswer().losesTheAnswer();

        assertThatThrownBy(() -> run(GUARDED, false, false, false))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("sent 3 times");
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void withoutARepeatItIsStillLookedFor() {
        RequestOptions once = RequestOptions.builder().noRetry().build();
        server.losesTheAnswer();

        assertThat(calls.with(once).run(GUARDED, Settlement.when(c -> true))).isTrue();
        server.losesTheAnswer();
        assertThatThrownBy(() -> calls.with(once).run(GUARDED, Settlement.when(c -> false)))
                .isInstanceOf(TransportException.class);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void neverSendsAgainWhatWouldActTwiceButLooksOnceMoreAfterAMoment() {
        server.losesTheAnswer();
        assertThat(run(VERIFIABLE, false, true)).isTrue();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1));

        server.losesTheAnswer();
        assertThatThrownBy(() -> run(VERIFIABLE, false, false))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("it may have been processed: read bookings() before booking again");
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void saysAtOnceThatItCannotKnowWhereNothingTells() {
        server.answers(500);

        assertThatThrownBy(() -> calls.run(HttpCall.to(Endpoint.UPSERT_PRODUCTS_BY_EAN)))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("it may have been processed: read products().ean().byEan");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aReadThatFailsLeavesItUndecided() {
        server.losesTheAnswer().answers(403);

        TransportException e = catchThrowableOfType(
                TransportException.class,
                () -> calls.run(GUARDED, Settlement.when(c -> c.run(HttpCall.to(Endpoint.GET_EVENT, 1), null))));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e.operation()).isEqualTo(Endpoint.DELETE_DATE.operationId());
        assertThat(e.getSuppressed()).hasSize(1);
    }

    @Test
    void aClientThatIsClosedMeanwhileLeavesItUndecided() {
        server.losesTheAnswer();

        assertThatThrownBy(() -> calls.run(GUARDED, Settlement.when(c -> {
                    closed.set(true);
                    return c.run(HttpCall.to(Endpoint.GET_EVENT, 1), null);
                })))
                .isInstanceOf(TransportException.class);
    }

    @Test
    void readsUnderTheDeadlineOfTheWrite() {
        server.losesTheAnswer().answers(200);
        calls.run(GUARDED, Settlement.when(c -> {
            c.run(HttpCall.to(Endpoint.GET_EVENT, 1));
            return true;
        }));

        assertThat(server.received()).extracting(Call::deadline).hasSize(2);
        assertThat(server.received().get(1).deadline())
                .isEqualTo(server.received().get(0).deadline());
    }

    @Test
    void waitsAsTheServerAskedBeforeItLooks() {
        server.answers(503, "Retry-After", "7");

        assertThat(run(GUARDED, true)).isTrue();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void anInterruptWhileItLooksSaysThatItMayHaveHappened() {
        server.answers(503, "Retry-After", "7");
        Thread.currentThread().interrupt();

        CallInterruptedException e = catchThrowableOfType(CallInterruptedException.class, () -> run(GUARDED, true));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e.operation()).isEqualTo(Endpoint.DELETE_DATE.operationId());
    }

    @Test
    void repeatsWhatDoesNoHarmWhenItsAnswerCannotBeRead() {
        server.answersAPage().answersAPage().answers(204);

        assertThat(calls.run(IDEMPOTENT, null)).isTrue();
        assertThat(server.received()).hasSize(3);

        server.answersAPage();
        assertThatThrownBy(() -> calls.run(HttpCall.to(Endpoint.GET_EVENT, 1)))
                .as("a read is not settled")
                .isInstanceOf(UnreadableAnswerException.class);
    }

    /** As any repeat: 500 tokens, 14 for each. */
    @Test
    void sendingAgainComesOutOfTheBudget() {
        for (int i = 0; i < 35; i++) {
            server.losesTheAnswer().answers(404);
            assertThatThrownBy(() -> run(GUARDED, false, false)).isInstanceOf(NotFoundException.class);
        }
        int sent = server.received().size();
        server.losesTheAnswer();

        assertThatThrownBy(() -> run(GUARDED, false, false, false))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("too many calls failed lately");
        assertThat(server.received()).hasSize(sent + 1);
    }

    @Test
    void thrownValuesComeFromTheLook() {
        server.losesTheAnswer();

        assertThat(calls.run(GUARDED, (c, failure) -> Optional.of(failure.mayHaveBeenProcessed())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyWriteHasARecipeAndNoReadHas(Endpoint endpoint) {
        boolean write = endpoint.method() != Endpoint.Method.GET;

        assertThat(fr.passerelle.internal.Recipes.of(endpoint).isEmpty()).isEqualTo(!write);
    }
}
