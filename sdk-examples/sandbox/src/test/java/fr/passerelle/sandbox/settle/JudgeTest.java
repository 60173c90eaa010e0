package fr.passerelle.sandbox.settle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.Cell.Reading;
import fr.passerelle.sandbox.settle.Ending.Claim;
import fr.passerelle.sandbox.settle.FaultProxy.Evidence;
import fr.passerelle.sandbox.settle.Wire.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that every cell of the matrix is held to. */
class JudgeTest {

    private static final Response CREATED = new Response(200, "application/json", "{\"id\":7,\"name\":\"x\"}");
    private static final Ending RETURNED = Ending.done(7);
    private static final Ending DENIED = new Ending(Claim.NOT_DONE, Ending.NO_ID, null);
    private static final Duration SHORT = Duration.ofMillis(3);

    private static final Write ONE = Write.guarded(PassCultureEndpoint.CREATE_EVENT, "", (scene, world) -> {
        throw new UnsupportedOperationException("judged, not played");
    });

    private static Cell cell(Write write, String fault) {
        WireFault found = WireFault.ALL.stream()
                .filter(one -> one.title().equals(fault))
                .findFirst()
                .orElseThrow();
        return new Cell(write, World.EXISTS, found, 1, new Reading("", false, RequestOptions.none()));
    }

    private static Evidence effects(int times) {
        return new Evidence(times, Collections.nCopies(times, CREATED), 0, 1);
    }

    private static List<String> problems(Ending ending, Evidence evidence) {
        return Judge.problems(cell(ONE, "reset before"), ending, evidence, false, SHORT);
    }

    @Test
    void oneEffectOfThisCallIsRight() {
        assertThat(problems(RETURNED, effects(1))).isEmpty();
    }

    @Test
    void whatWasThereBeforeIsNoEffectOfThisCall() {
        assertThat(problems(RETURNED, effects(0))).singleElement().asString().startsWith("FALSE DONE");
    }

    @Test
    void twoEffectsAreRightOnlyWhereTheyDoNoHarm() {
        assertThat(problems(RETURNED, effects(2))).singleElement().asString().startsWith("DOUBLED");

        Write harmless = Write.harmless(ONE.endpoint(), "", ONE.arrange());
        assertThat(Judge.problems(cell(harmless, "reset before"), RETURNED, effects(2), false, SHORT))
                .isEmpty();
    }

    @Test
    void anotherOnesObjectIsNotWhatWasMade() {
        assertThat(problems(Ending.done(6), effects(1)))
                .singleElement()
                .asString()
                .startsWith("WRONG ONE");
    }

    @Test
    void whoSaysThatNothingHappenedMustBeRight() {
        assertThat(problems(DENIED, effects(0))).isEmpty();
        assertThat(problems(DENIED, effects(1))).singleElement().asString().startsWith("FALSE DENIAL");
    }

    @Test
    void theProgrammesOwnRefusalIsBelieved() {
        assertThat(Judge.problems(cell(ONE, "404 after"), DENIED, effects(1), false, SHORT))
                .isEmpty();
    }

    @Test
    void onlyExceptionsOfTheFamilyMayEscape() {
        Ending escaped = new Ending(Claim.ESCAPED, Ending.NO_ID, new IllegalStateException("code < 0"));

        assertThat(problems(escaped, effects(0))).singleElement().asString().contains("no caller expects");
    }

    @Test
    void theInterruptFlagStaysAsItWas() {
        assertThat(Judge.problems(cell(ONE, "reset before"), RETURNED, effects(1), true, SHORT))
                .containsExactly("left the thread interrupted");
        assertThat(Judge.problems(cell(ONE, "interrupted before"), RETURNED, effects(1), false, SHORT))
                .containsExactly("lost the thread's interrupt");
    }

    @Test
    void aCallEndsInTime() {
        assertThat(Judge.problems(cell(ONE, "reset before"), RETURNED, effects(1), false, Duration.ofMinutes(1)))
                .containsExactly("took PT1M");
    }

    @Test
    void aFaultThatDoesNotStrikeShowsNothing() {
        assertThat(problems(RETURNED, new Evidence(1, List.of(CREATED), 0, 0)))
                .containsExactly("the fault did not strike");
    }
}
