package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.error.CallException;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Stage;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ends at any request, and is run again, leads to the same end; and so does one lost response. */
class InterruptedSyncTest {

    private static final Stage STAGE = new Stage();

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** When the last request of a run is lost. */
    enum Cut {
        BEFORE_IT_ARRIVES,
        AFTER_IT_IS_DONE
    }

    /** Lets some requests pass, and cuts the line for good at the next one. */
    private record CutAt(int request, Cut cut, AtomicInteger seen) implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            int number = seen.incrementAndGet();
            if (number < request) {
                return chain.proceed(chain.request());
            }
            if (number == request && cut == Cut.AFTER_IT_IS_DONE) {
                chain.proceed(chain.request()).close();
            }
            throw new IOException("the line is cut");
        }
    }

    /** As for a process that is killed: nothing is remembered from then on. */
    private static CatalogueMemory untilCut(CutAt line, CatalogueMemory memory) {
        return new CatalogueMemory() {
            @Override
            public Snapshot read(long venueId) {
                return memory.read(venueId);
            }

            @Override
            public void write(long venueId, Snapshot snapshot) {
                if (line.seen().get() < line.request()) {
                    memory.write(venueId, snapshot);
                }
            }
        };
    }

    static void yesterday(Shop shop) {
        Shop.bring(shop.sync(), shop.playbill.yesterday().toArray(WantedEvent[]::new));
        shop.book("cid", "c", 1);
        shop.book("cid", "e", 2);
        shop.book("gone", "b", 1);
    }

    private static SyncReport run(CatalogueSync sync, Shop shop) {
        SyncPlan plan = sync.plan(shop.playbill.today());
        return sync.apply(plan, result -> {});
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void cutAnywhereAndRunAgainEndsTheSame(Cut cut) {
        String wanted;
        int requests;
        try (Shop shop = new Shop(STAGE)) {
            yesterday(shop);
            shop.calls();
            assertThat(run(shop.sync(), shop).complete()).isTrue();
            requests = shop.calls().size();
            wanted = shop.state();
        }
        assertThat(requests).isGreaterThan(20);
        for (int at = 1; at <= requests; at++) {
            try (Shop shop = new Shop(STAGE)) {
                yesterday(shop);
                CatalogueMemory memory = CatalogueMemory.inMemory();
                CutAt line = new CutAt(at, cut, new AtomicInteger());
                try (PassCultureClient dying = shop.client(line)) {
                    run(shop.syncOf(dying).memory(untilCut(line, memory)).build(), shop);
                } catch (CallException unread) {
                    assertThat(at).as("a plan that cannot be read is thrown").isLessThan(6);
                }

                SyncReport again = run(shop.sync(memory), shop);

                assertThat(again.complete()).as("cut at %s", at).isTrue();
                assertThat(shop.state()).as("cut at %s", at).isEqualTo(wanted);
                assertThat(shop.sync(memory).plan(shop.playbill.today()).isNothing())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void oneLostResponseIsSettledWithoutAnotherRun(Cut cut) {
        String wanted;
        int calls;
        try (Shop shop = new Shop(STAGE)) {
            yesterday(shop);
            SyncPlan plan = shop.sync().plan(shop.playbill.today());
            calls = plan.calls();
            shop.sync().apply(plan, result -> {});
            wanted = shop.state();
        }
        for (int at = 0; at < calls; at++) {
            try (Shop shop = new Shop(STAGE)) {
                yesterday(shop);
                Effect lost = cut == Cut.AFTER_IT_IS_DONE ? new Effect.DropAfter() : new Effect.DropBefore();
                SyncPlan plan = shop.sync().plan(shop.playbill.today());
                shop.stage.sandbox.faults().add(new Fault(null, "/public", null, 1, at, lost));

                SyncReport report = shop.sync().apply(plan, result -> {});

                List<ChangeResult> open = report.results().stream()
                        .filter(result -> result.state() == ChangeResult.State.UNDECIDED)
                        .toList();
                if (cut == Cut.AFTER_IT_IS_DONE) {
                    assertThat(open).as("call %s", at).isEmpty();
                    assertThat(shop.state()).as("call %s", at).isEqualTo(wanted);
                } else {
                    // What is never sent twice waits for the next run; the others are done all the same.
                    assertThat(open).as("call %s", at).hasSizeLessThanOrEqualTo(1);
                    run(shop.sync(), shop);
                    assertThat(shop.state()).as("call %s", at).isEqualTo(wanted);
                }
            }
        }
    }

    @Test
    void aProgrammeThatIsGoneStopsTheRunAndTellsTheRest() {
        try (Shop shop = new Shop(STAGE)) {
            List<WantedEvent> season = IntStream.range(0, 100)
                    .mapToObj(i -> shop.wanted("e" + i, "a"))
                    .toList();
            try (PassCultureClient dying = shop.client(new CutAt(3, Cut.BEFORE_IT_ARRIVES, new AtomicInteger()))) {
                CatalogueSync sync = shop.syncOf(dying).build();

                SyncReport report = sync.apply(sync.plan(season), result -> {});

                assertThat(report.results()).hasSize(200);
                assertThat(report.stoppedBy()).isPresent();
                assertThat(report.count(ChangeResult.State.DONE)).isEqualTo(1);
            }
        }
    }
}
