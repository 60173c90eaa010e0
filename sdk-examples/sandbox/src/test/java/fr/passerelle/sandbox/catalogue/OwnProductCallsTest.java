package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.OwnProductSync;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.WantedOwnProduct;
import fr.passerelle.error.CallException;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Stage;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls of products with an own id against the formula of {@link OwnProductSync}; and a run that is cut at any. */
class OwnProductCallsTest {

    private static final Stage STAGE = new Stage();

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** Plans and applies, and holds both against what the programme received. */
    private static SyncPlan counted(Passes passes, List<WantedOwnProduct> wanted) {
        passes.shop.calls();
        OwnProductSync sync = passes.sync();
        SyncPlan plan = sync.plan(wanted);
        assertThat(passes.shop.calls()).as("reads").hasSize(plan.reads()).allMatch("GET"::equals);
        assertThat(sync.apply(plan, result -> {}).complete()).isTrue();
        assertThat(passes.shop.calls()).as("calls").hasSize(plan.calls());
        return plan;
    }

    @Test
    void theFormulaHolds() {
        try (Passes passes = new Passes(STAGE)) {
            SyncPlan first = counted(passes, passes.passes(120, "40"));
            assertThat(first.reads()).isEqualTo(3);
            assertThat(first.calls()).isEqualTo(120);

            SyncPlan unchanged = counted(passes, passes.passes(120, "40"));
            assertThat(unchanged.reads()).isEqualTo(3);
            assertThat(unchanged.calls()).isZero();

            List<WantedOwnProduct> some = new ArrayList<>(passes.passes(100, "40"));
            some.set(7, passes.pass("p7", "45", 10));
            some.set(8, passes.pass("p8", "40", 12));
            some.add(passes.pass("new", "40", 10));
            SyncPlan changes = counted(passes, some);
            assertThat(changes.reads()).as("20 that are gone are looked at").isEqualTo(3);
            assertThat(changes.calls()).isEqualTo(2 * 2 + 1 + 20);

            assertThat(counted(passes, some).reads()).isEqualTo(3);
        }
    }

    @Test
    void fiftyAreOnePageAndNothingTakesNoCall() {
        try (Passes passes = new Passes(STAGE)) {
            assertThat(counted(passes, List.of()).reads()).isZero();
            assertThat(counted(passes, passes.passes(50, "40")).reads()).isEqualTo(1);
            assertThat(counted(passes, passes.passes(50, "40")).reads()).isEqualTo(1);
        }
    }

    @Test
    void longIdsTakeMoreReads() {
        try (Passes passes = new Passes(STAGE)) {
            List<WantedOwnProduct> wanted = new ArrayList<>();
            for (int i = 10; i < 40; i++) {
                wanted.add(passes.pass("é".repeat(68) + i, "40", 1));
            }
            counted(passes, wanted);

            SyncPlan again = counted(passes, wanted);

            assertThat(again.isNothing()).isTrue();
            assertThat(again.reads()).isEqualTo(4);
        }
    }

    private static List<WantedOwnProduct> yesterday(Passes passes) {
        return List.of(
                passes.pass("gold", "40", 10),
                passes.pass("blue", "20", 5),
                passes.pass("same", "20", 5),
                passes.pass("gone", "10", 5));
    }

    private static List<WantedOwnProduct> today(Passes passes) {
        return List.of(
                passes.pass("gold", "45", 10, draft -> draft.name("Pass or")),
                passes.pass("blue", "20", 8),
                passes.pass("same", "20", 5),
                passes.pass("new", "30", 3),
                passes.pass("newer", "31", 3));
    }

    private static void prepare(Passes passes) {
        Passes.bring(passes.sync(), yesterday(passes));
        passes.book("blue", 1);
        passes.book("gone", 1);
        passes.shop.calls();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutAnywhereAndRunAgainEndsTheSame(boolean arrives) {
        String wanted;
        int requests;
        try (Passes passes = new Passes(STAGE)) {
            prepare(passes);
            assertThat(Passes.bring(passes.sync(), today(passes)).complete()).isTrue();
            requests = passes.shop.calls().size();
            wanted = passes.state();
        }
        assertThat(requests).isEqualTo(1 + 2 * 2 + 2 + 1);
        for (int at = 1; at <= requests; at++) {
            try (Passes passes = new Passes(STAGE)) {
                prepare(passes);
                cut(passes, at, arrives);

                assertThat(Passes.bring(passes.sync(), today(passes)).complete())
                        .as("cut at %s", at)
                        .isTrue();

                assertThat(passes.state()).as("cut at %s", at).isEqualTo(wanted);
                assertThat(passes.sync().plan(today(passes)).changes()).isEmpty();
            }
        }
    }

    /** As if the process were killed at a request: nothing goes out, and nothing is remembered, from then on. */
    private static void cut(Passes passes, int at, boolean arrives) {
        AtomicInteger seen = new AtomicInteger();
        CatalogueMemory dies = new CatalogueMemory() {
            @Override
            public Snapshot read(long venueId) {
                return passes.memory.read(venueId);
            }

            @Override
            public void write(long venueId, Snapshot snapshot) {
                if (seen.get() < at) {
                    passes.memory.write(venueId, snapshot);
                }
            }
        };
        try (PassCultureClient dying = passes.shop.client(chain -> {
            int number = seen.incrementAndGet();
            if (number < at) {
                return chain.proceed(chain.request());
            }
            if (number == at && arrives) {
                chain.proceed(chain.request()).close();
            }
            throw new IOException("the line is cut");
        })) {
            Passes.bring(passes.syncOf(dying, dies).build(), today(passes));
        } catch (CallException unread) {
            assertThat(at).as("a plan that cannot be read is thrown").isEqualTo(1);
        }
    }

    @Test
    void aProductThatWasMadeByAKilledRunIsKnownToBeGone() {
        try (Passes passes = new Passes(STAGE)) {
            cut(passes, 2, true); // the first of five has arrived, and its response is lost
            assertThat(passes.state().lines()).hasSize(1);

            Passes.bring(passes.sync(), List.of());

            assertThat(passes.state().lines()).allMatch(line -> line.endsWith("hidden"));
        }
    }

    @Test
    void oneLostResponseIsSettledWithoutAnotherRun() {
        String wanted;
        int calls;
        try (Passes passes = new Passes(STAGE)) {
            prepare(passes);
            SyncPlan plan = passes.sync().plan(today(passes));
            calls = plan.calls();
            passes.sync().apply(plan, result -> {});
            wanted = passes.state();
        }
        for (int at = 0; at < calls; at++) {
            try (Passes passes = new Passes(STAGE)) {
                prepare(passes);
                SyncPlan plan = passes.sync().plan(today(passes));
                passes.shop.stage.sandbox.faults().add(new Fault(null, "/public", null, 1, at, new Effect.DropAfter()));

                assertThat(passes.sync().apply(plan, result -> {}).count(ChangeResult.State.UNDECIDED))
                        .as("call %s", at)
                        .isZero();

                assertThat(passes.state()).as("call %s", at).isEqualTo(wanted);
            }
        }
    }
}
