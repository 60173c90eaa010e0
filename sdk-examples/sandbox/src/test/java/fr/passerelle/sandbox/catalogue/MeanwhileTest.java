package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.PassCultureClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something happens at the programme at the worst moment of a run: right before one of its writes arrives. */
class MeanwhileTest {

    private static final int LET_THROUGH = 0;
    private static final int CUT = -1;

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    /** Something happens before the first request of a method; the request then fails so, or is let through. */
    private static Interceptor before(String method, Runnable meanwhile, int status) {
        AtomicBoolean happened = new AtomicBoolean();
        return chain -> {
            if (!chain.request().method().equals(method) || happened.getAndSet(true)) {
                return chain.proceed(chain.request());
            }
            meanwhile.run();
            return switch (status) {
                case LET_THROUGH -> chain.proceed(chain.request());
                case CUT -> throw new IOException("the line is cut");
                default -> refused(chain, status);
            };
        };
    }

    private static Response refused(Interceptor.Chain chain, int status) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .header("Retry-After", "1")
                .body(ResponseBody.create("{}", MediaType.get("application/json")))
                .build();
    }

    private SyncReport bring(Interceptor line, WantedEvent... wanted) {
        try (PassCultureClient client = shop.client(line)) {
            return Shop.bring(shop.syncOf(client).build(), wanted);
        }
    }

    private WantedEvent ofPlaces(int places) {
        return shop.wanted(
                "cid", draft -> draft, List.of(WantedDate.of("d1", Shop.OPENING, "full", Capacity.of(places))));
    }

    @ParameterizedTest
    @ValueSource(ints = {LET_THROUGH, CUT, 429, 503})
    void whoBooksADateWhileItIsWithdrawnKeepsTheBooking(int status) {
        shop.bring(shop.wanted("cid", "d1", "d2"));

        SyncReport report = bring(before("PATCH", () -> shop.book("cid", "d2", 2), status), shop.wanted("cid", "d1"));

        assertThat(shop.date("cid", "d2").bookedQuantity()).isEqualTo(2);
        assertThat(report.complete()).isFalse();
        if (status != CUT) {
            assertThat(Shop.told(report)).containsExactly("SKIPPED WITHDRAW DATE [d2]");
            assertThat(shop.date("cid", "d2").remaining()).isEqualTo(Remaining.of(0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LET_THROUGH, CUT, 429, 503})
    void nobodyCanBookADateRightBeforeItIsDeleted(int status) {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        AtomicBoolean booked = new AtomicBoolean();

        bring(
                before(
                        "DELETE",
                        () -> {
                            try {
                                shop.book("cid", "d2", 1);
                                booked.set(true);
                            } catch (RuntimeException soldOut) {
                                assertThat(soldOut).isNotNull();
                            }
                        },
                        status),
                shop.wanted("cid", "d1"));

        assertThat(booked).isFalse();
        assertThat(shop.datesOf("cid")).hasSize(1);
    }

    @Test
    void placesAreCountedAnewAfterAWriteThatWasThrottled() {
        shop.bring(ofPlaces(30));

        SyncReport report = bring(before("PATCH", () -> shop.book("cid", "d1", 2), 429), ofPlaces(20));

        assertThat(Shop.told(report)).containsExactly("DONE UPDATE DATE [d1]");
        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(18));
        assertThat(shop.date("cid", "d1").capacity()).isEqualTo(Capacity.of(20));
    }

    @Test
    void aWriteOfPlacesThatMayHaveArrivedIsNotSentAgain() {
        shop.bring(ofPlaces(30));

        SyncReport report = bring(before("PATCH", () -> shop.book("cid", "d1", 2), 503), ofPlaces(20));

        assertThat(Shop.told(report)).containsExactly("UNDECIDED UPDATE DATE [d1]");
        shop.bring(ofPlaces(20));
        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(18));
    }

    @Test
    void whatAnotherOneHasMadeUnderTheSameIdIsNotTakenForOurs() {
        WantedEvent dear = shop.wanted(
                "cid",
                draft -> draft.priceCategories(List.of(Shop.price("full", "Cher", Price.euros("40")))),
                Shop.dates("z"));

        SyncReport report = bring(before("POST", () -> shop.bring(dear), 500), shop.wanted("cid", "d1"));

        assertThat(Shop.told(report)).containsExactly("SKIPPED CREATE EVENT []", "SKIPPED CREATE DATE [d1]");
        assertThat(report.results().get(0).sentence()).contains("another one has this id");
        assertThat(shop.datesOf("cid")).extracting(EventDate::idAtProvider).containsExactly("z");
    }

    @Test
    void oldDatesStayWhileTheNewOnesAreRefused() {
        shop.bring(shop.wanted("cid", "d1", "d2"));

        SyncReport report = bring(
                before("POST", () -> {}, 400),
                shop.wanted("cid", draft -> draft, List.of(Shop.date("d3", 3), Shop.date("d4", 4))));

        assertThat(Shop.told(report))
                .containsExactly(
                        "REFUSED CREATE DATE [d3, d4]", "SKIPPED WITHDRAW DATE [d1]", "SKIPPED WITHDRAW DATE [d2]");
        assertThat(report.results().get(1).sentence()).contains("new dates");
        assertThat(shop.datesOf("cid")).hasSize(2);
    }

    @Test
    void aBookedDateSellsOnWhileTheNewOnesAreRefused() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.book("cid", "d1", 2);

        SyncReport report =
                bring(before("POST", () -> {}, 400), shop.wanted("cid", draft -> draft, List.of(Shop.date("d3", 3))));

        assertThat(Shop.told(report)).containsExactly("REFUSED CREATE DATE [d3]", "SKIPPED CLOSE DATE [d1]");
        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(18));
    }

    @Test
    void datesStayWhileTheirEventIsNotHidden() {
        shop.bring(shop.wanted("cid", "d1"));

        SyncReport report = bring(before("PATCH", () -> {}, 400));

        assertThat(Shop.told(report)).containsExactly("REFUSED WITHDRAW EVENT []", "SKIPPED WITHDRAW DATE [d1]");
        assertThat(shop.datesOf("cid")).hasSize(1);
    }
}
