package fr.passerelle.sandbox.catalogue;

import static fr.passerelle.sandbox.catalogue.Shelf.book;
import static fr.passerelle.sandbox.catalogue.Shelf.ean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.catalogue.ProductMemory.Products;
import fr.passerelle.catalogue.ProductPlan;
import fr.passerelle.catalogue.ProductReport;
import fr.passerelle.catalogue.ProductResult;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.WantedProduct;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.EanOutcome;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Stage;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop's stock, night after night. */
class ProductSyncTest {

    private final Shelf shelf = new Shelf().knows(5);
    private final ProductMemory memory = ProductMemory.inMemory();

    @AfterEach
    void close() {
        shelf.close();
    }

    private static List<String> reasons(List<Change> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.reason())
                .toList();
    }

    private List<String> plan(WantedProduct... wanted) {
        List<Change> changes = new ArrayList<>();
        shelf.sync(memory).build().plan(List.of(wanted), changes::add);
        return reasons(changes);
    }

    @Test
    void putsOnSaleWhatIsNewAndSendsItOnce() {
        ProductReport first = shelf.apply(memory, book(1, "9.90", 3), book(2, "12", 0));
        assertThat(shelf.shown(1, 2)).isEqualTo("Livre 1 9.90 3\nLivre 2 12.00 0");
        shelf.calls();

        ProductReport second = shelf.apply(memory, book(1, "9.90", 3), book(2, "12", 0));

        assertThat(first.count(State.DONE)).isEqualTo(2);
        assertThat(second.complete()).isTrue();
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(shelf.calls()).isEmpty();
    }

    @Test
    void sendsOnlyWhatHasChangedAndSaysWhy() {
        shelf.apply(memory, book(1, "9.90", 3), book(2, "12", 1), book(3, "5", 1));

        assertThat(plan(book(1, "9.90", 3), book(2, "15", 1), book(3, "5", 0), book(4, "7", 1)))
                .containsExactly("UPDATE price 12.00 → 15.00", "UPDATE quantity 1 → 0", "CREATE new product");
        shelf.apply(memory, book(1, "9.90", 3), book(2, "15", 1), book(3, "5", 0), book(4, "7", 1));

        assertThat(shelf.shown(1, 2, 3, 4))
                .isEqualTo("Livre 1 9.90 3\nLivre 2 15.00 1\nLivre 3 5.00 0\nLivre 4 7.00 1");
    }

    @Test
    void seesThatTheDatesOrTheLinkHaveChanged() {
        shelf.apply(memory, book(1, "9.90", 3));
        EanDates later = EanDates.published(Publication.at(Stage.NOW.plus(Duration.ofDays(2))));

        assertThat(plan(WantedProduct.onSale(EanProductDraft.of(ean(1), Price.euros("9.90"), Remaining.of(3), later))))
                .containsExactly("UPDATE dates or link … → …");
    }

    @Test
    void aPlanSendsNothingAndRemembersNothing() {
        assertThat(plan(book(1, "9.90", 3))).hasSize(1);

        assertThat(plan(book(1, "9.90", 3))).hasSize(1);
        assertThat(shelf.calls()).isEmpty();
    }

    @Test
    void whatIsGoneIsHiddenAndSoldOutAndForgotten() {
        shelf.apply(memory, book(1, "9.90", 3), book(2, "12", 1));

        assertThat(plan(book(2, "12", 1)))
                .containsExactly("WITHDRAW taken off sale: the catalogue does not have it any more");
        shelf.apply(memory, book(2, "12", 1));

        assertThat(shelf.shown(1, 2)).isEqualTo("Livre 1 9.90 0 hidden\nLivre 2 12.00 1");
        assertThat(plan(book(2, "12", 1))).isEmpty();
    }

    @Test
    void whatComesBackIsOnSaleAgain() {
        shelf.apply(memory, book(1, "9.90", 3));
        shelf.apply(memory);
        shelf.apply(memory, book(1, "9.90", 3));

        assertThat(shelf.shown(1)).isEqualTo("Livre 1 9.90 3");
    }

    @Test
    void whatIsGoneIsToldAndLeftIfNothingIsToBeRemoved() {
        shelf.apply(memory, book(1, "9.90", 3));
        List<ProductResult> told = new ArrayList<>();

        ProductReport report = shelf.sync(memory).removal(Removal.KEEP).build().apply(List.of(), told::add);

        assertThat(report.complete()).isTrue();
        assertThat(told)
                .extracting(result -> result.change().reason())
                .containsExactly("product left as it is: not wanted any more, but nothing is to be removed");
        assertThat(shelf.shown(1)).isEqualTo("Livre 1 9.90 3");
    }

    @Test
    void aSourceThatMetWhatItCannotReadMayHaveEverythingKept() {
        shelf.apply(memory, book(1, "9.90", 3), book(2, "12", 1));
        List<String> unreadable = new ArrayList<>();
        Iterable<WantedProduct> source = () -> {
            Iterator<WantedProduct> rows = List.of(book(2, "13", 1)).iterator();
            unreadable.add("a row without a number");
            return rows;
        };

        shelf.sync(memory)
                .removal(() -> unreadable.isEmpty() ? Removal.WITHDRAW_UNBOOKED : Removal.KEEP)
                .build()
                .apply(source, result -> {});

        assertThat(shelf.shown(1, 2)).isEqualTo("Livre 1 9.90 3\nLivre 2 13.00 1");
    }

    @Test
    void aSourceThatBreaksTakesNothingOffSale() {
        shelf.apply(memory, book(1, "9.90", 3));
        Iterable<WantedProduct> broken = () -> {
            throw new IllegalStateException("the file is cut off");
        };

        assertThatThrownBy(() -> shelf.sync(memory).build().apply(broken, result -> {}))
                .hasMessage("the file is cut off");
        assertThat(shelf.shown(1)).isEqualTo("Livre 1 9.90 3");
        assertThat(shelf.apply(memory, book(1, "9.90", 3)).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aSourceThatBreaksInTheMiddleTakesNothingOffSale(int fullCheckEvery) {
        List<WantedProduct> stock = List.of(book(1, "9.90", 3), book(2, "12", 1), book(3, "5", 1));
        shelf.sync(memory).build().apply(stock, result -> {});
        Iterable<WantedProduct> broken = () -> stock.stream()
                .peek(product -> {
                    if (product.ean().equals(ean(2))) {
                        throw new IllegalStateException("the file is cut off");
                    }
                })
                .iterator();

        assertThatThrownBy(() -> shelf.sync(memory)
                        .fullCheckEvery(fullCheckEvery)
                        .build()
                        .apply(broken, result -> {}))
                .hasMessage("the file is cut off");

        assertThat(shelf.shown(1, 2, 3)).isEqualTo("Livre 1 9.90 3\nLivre 2 12.00 1\nLivre 3 5.00 1");
    }

    @Test
    void whatTheCatalogueCannotSayStaysAsItIs() {
        shelf.apply(memory, book(1, "9.90", 3));

        ProductReport report = shelf.apply(memory, WantedProduct.asIs(ean(1)));

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(shelf.shown(1)).isEqualTo("Livre 1 9.90 3");
    }

    @Test
    void whatTheProgrammeDoesNotTakeIsToldEachTimeAndSentOnce() {
        shelf.apply(memory, book(99, "9.90", 3));
        shelf.calls();
        List<ProductResult> told = new ArrayList<>();

        shelf.sync(memory).build().apply(List.of(book(99, "9.90", 3)), told::add);

        assertThat(told).extracting(ProductResult::outcome).containsExactly(Optional.of(EanOutcome.UNKNOWN));
        assertThat(told).extracting(ProductResult::state).containsExactly(State.UNCHANGED);
        assertThat(shelf.calls()).isEmpty();
    }

    @Test
    void aFullCheckSendsAgainWhatWasRefused() {
        shelf.apply(memory, book(99, "9.90", 3));
        shelf.shop.stage.sandbox.catalogueProduct(ean(99).value(), "Livre 99", "LIVRE_PAPIER", true);

        shelf.sync(memory).fullCheckEvery(1).build().apply(List.of(book(99, "9.90", 3)), result -> {});

        assertThat(shelf.shown(99)).isEqualTo("Livre 99 9.90 3");
    }

    @Test
    void whatWasRefusedAndIsNotWantedAnyMoreIsForgottenWithoutACall() {
        shelf.apply(memory, book(99, "9.90", 3));
        shelf.calls();

        shelf.apply(memory);

        assertThat(shelf.calls()).isEmpty();
        assertThat(plan(book(99, "9.90", 3))).containsExactly("CREATE new product");
    }

    /** What refuses a change leaves the offer as it was: it is taken off sale once it is not wanted any more. */
    @Test
    void whatWasOnSaleWhenAChangeOfItWasRefusedIsTakenOffSaleOnceItIsGone() {
        shelf.apply(memory, book(1, "9.90", 3), book(99, "9.90", 3));
        try (Products products =
                memory.open(shelf.shop.stage.venue.id())) { // 99 was on sale, before the programme dropped it
            Known known = products.find(List.of(ean(99))).get(ean(99));
            products.write(List.of(known.outcome(EanOutcome.APPLIED)));
        }
        List<ProductResult> told = new ArrayList<>();
        shelf.sync(memory).build().apply(List.of(book(1, "9.90", 3), book(99, "12.00", 3)), told::add);
        assertThat(told).extracting(ProductResult::outcome).containsExactly(Optional.of(EanOutcome.UNKNOWN));

        assertThat(plan(book(1, "9.90", 3)))
                .containsExactly("WITHDRAW taken off sale: the catalogue does not have it any more");
        shelf.apply(memory, book(1, "9.90", 3));

        assertThat(plan(book(1, "9.90", 3))).as("told once").isEmpty();
    }

    @Test
    void aBookingIsNobodysChangeAndAFullCheckPutsThePiecesRight() {
        shelf.apply(memory, book(1, "9.90", 3));
        shelf.book(1);
        List<Change> changes = new ArrayList<>();

        shelf.apply(memory, book(1, "9.90", 3));
        assertThat(shelf.shown(1)).isEqualTo("Livre 1 9.90 2");

        shelf.sync(memory).fullCheckEvery(1).build().plan(List.of(book(1, "9.90", 3)), changes::add);
        assertThat(reasons(changes)).containsExactly("UPDATE quantity 2 → 3");
        assertThat(changes).extracting(Change::changedElsewhere).containsExactly(false);
    }

    @Test
    void aFullCheckSeesWhatAnotherOneHasChanged() {
        shelf.apply(memory, book(1, "9.90", 3));
        shelf.client
                .products()
                .ean()
                .upsert(
                        new Location.Physical(shelf.shop.stage.venue.id()),
                        List.of(EanProductDraft.of(ean(1), Price.euros("11"), Remaining.of(3), EanDates.reset())));
        shelf.state();
        List<Change> changes = new ArrayList<>();

        ProductPlan plan = shelf.sync(memory).fullCheckEvery(1).build().plan(List.of(book(1, "9.90", 3)), changes::add);

        assertThat(reasons(changes))
                .containsExactly("UPDATE price 11.00 → 9.90, changed by somebody else since the last run");
        assertThat(plan.reads()).isEqualTo(1);
    }

    @Test
    void everyTenthRunLooksAtEverything() {
        List<Integer> calls = new ArrayList<>();
        for (int night = 0; night < 21; night++) {
            shelf.apply(memory, book(1, "9.90", 3));
            calls.add(shelf.calls().size());
        }

        assertThat(calls).containsExactly(2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void aPublicationThatLiesBehindIsInForce() {
        EanDates yesterday = EanDates.published(Publication.at(Stage.NOW.minus(Duration.ofDays(1))));

        ProductReport report = shelf.apply(
                memory,
                WantedProduct.onSale(EanProductDraft.of(ean(1), Price.euros("9.90"), Remaining.of(3), yesterday)));

        assertThat(report.complete()).isTrue();
        assertThat(shelf.shown(1)).isEqualTo("Livre 1 9.90 3");
    }

    @Test
    void whatCannotBeBookedAnyMoreIsToldAndNotSent() {
        EanDates over = EanDates.reset().bookingLimit(Stage.NOW.minus(Duration.ofDays(1)));

        assertThat(plan(WantedProduct.onSale(EanProductDraft.of(ean(1), Price.euros("9.90"), Remaining.of(3), over))))
                .containsExactly("KEPT product left as it is: it is over at the programme");
    }

    @Test
    void aKeyThatIsNotAcceptedStopsTheRunAndIsNoReasonToTrustTheMemory() {
        List<ProductResult> results = new ArrayList<>();
        try (PassCultureClient stranger = shelf.shop.client("no-key", chain -> chain.proceed(chain.request()))) {
            ProductReport report =
                    shelf.syncOf(stranger, memory).build().apply(List.of(book(1, "9.90", 3)), results::add);

            assertThat(report.stoppedBy()).containsInstanceOf(AuthenticationException.class);
            assertThat(report.complete()).isFalse();
        }
        assertThat(results).extracting(ProductResult::state).containsExactly(State.UNDECIDED);

        shelf.apply(memory, book(1, "9.90", 3));
        assertThat(shelf.shown(1)).isEqualTo("Livre 1 9.90 3");
    }

    @Test
    void aCallThatFailsLeavesTheMemoryAsItWas() {
        shelf.apply(memory, book(1, "9.90", 3));
        try (PassCultureClient cut = shelf.client(chain -> {
            if (chain.request().method().equals("POST")) {
                throw new ConnectException("no line");
            }
            return chain.proceed(chain.request());
        })) {
            ProductReport report =
                    shelf.syncOf(cut, memory).build().apply(List.of(book(1, "12", 3), book(2, "5", 1)), result -> {});

            assertThat(report.count(State.SKIPPED)).isEqualTo(2);
        }

        assertThat(plan(book(1, "12", 3), book(2, "5", 1)))
                .containsExactly("UPDATE price 9.90 → 12.00", "CREATE new product");
        assertThat(plan(book(1, "9.90", 3))).isEmpty();
    }

    @Test
    void anEanThatComesTwiceIsNamed() {
        assertThatThrownBy(() -> plan(book(1, "9.90", 3), book(2, "9.90", 3), book(1, "8", 3)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("products.2.ean");
    }

    @Test
    void bookingsOfProductsCannotBeCancelled() {
        assertThatThrownBy(() -> shelf.sync(memory).removal(Removal.CANCEL_BOOKED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CANCEL_BOOKED");
    }

    @Test
    void productsAreNotSoldByAnotherVenue() {
        assertThatThrownBy(() -> shelf.sync(memory).location(new Location.Physical(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("to be sold by venue 999");
    }

    @Test
    void aSecondRunAtTheSameTimeIsNoticed() {
        shelf.sync(memory).build().plan(List.of(book(1, "9.90", 3)), change -> {
            assertThat(change.kind()).isEqualTo(Kind.CREATE);
            assertThatThrownBy(() -> shelf.apply(memory, book(1, "9.90", 3)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another run");
        });
    }
}
