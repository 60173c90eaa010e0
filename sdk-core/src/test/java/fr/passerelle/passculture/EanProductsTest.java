package fr.passerelle.passculture;

import static fr.passerelle.passculture.ProductRows.BOOK;
import static fr.passerelle.passculture.ProductRows.DISC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.ServerException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.offer.EanAvailability;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanRejection;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.Offline.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EanProductsTest {

    private static final Location SHOP = Location.atVenue(535);
    private static final Polling POLLING = new Polling(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final VirtualTime time = new VirtualTime();
    private final EanWorker worker = new EanWorker(time, Duration.ofSeconds(7));
    private final PassCultureClient client = worker.client();
    private final EanProducts products = client.products().ean();
    private final List<EanChunk> chunks = new ArrayList<>();
    private final Map<Ean, EanResult> results = new HashMap<>();

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void readsAHundredInACall() {
        List<Ean> eans = IntStream.range(0, 201).mapToObj(EanProductsTest::ean).toList();
        worker.has(eans.get(0), 3, 0);
        worker.has(eans.get(200), 3, 0);

        assertThat(products.byEan(535, eans)).hasSize(2);
        assertThat(worker.count("GET ean")).isEqualTo(3);
    }

    @Test
    void asksAboutAHundredInACallAndAddsTheResponsesUp() {
        List<Ean> eans = IntStream.range(0, 150).mapToObj(EanProductsTest::ean).toList();
        worker.rejected.put(eans.get(1).value(), "notFound");
        worker.rejected.put(eans.get(149).value(), "notFound");

        EanAvailability response = products.availability(eans);

        assertThat(response.available()).hasSize(148);
        assertThat(response.rejected()).containsOnly(Map.entry(EanRejection.NOT_FOUND, List.of(ean(1), ean(149))));
        assertThat(worker.count("GET check_availability")).isEqualTo(2);
    }

    @Test
    void sendsFiveHundredInACallAndTellsHowFarItIs() {
        products.upsert(SHOP, IntStream.range(0, 1_200).mapToObj(i -> product(ean(i), 3)), chunks::add);

        assertThat(chunks).extracting(EanChunk::readSoFar).containsExactly(500L, 1_000L, 1_200L);
        assertThat(chunks).allMatch(EanChunk::accepted);
        assertThat(chunks.get(2).products()).hasSize(200);
    }

    @Test
    void nothingToSendIsNoCall() {
        products.upsert(SHOP, List.of());

        assertThat(worker.calls).isEmpty();
    }

    @Test
    void sendsTheLastProductOfAnEanThatOccursTwice() {
        products.upsert(SHOP, Stream.of(product(BOOK, 1), product(DISC, 2), product(BOOK, 3)), chunks::add);

        assertThat(chunks.get(0).products()).containsExactly(product(BOOK, 3), product(DISC, 2));
        assertThat(chunks.get(0).readSoFar()).isEqualTo(3);
    }

    @Test
    void aCallThatFailsIsOneChunkAndTheNextOnesGo() {
        worker.upsertResponses.add(new Document(400, "{\"products.0.ean\":[\"no\"]}"));
        worker.upsertResponses.add(new Document(503, ""));

        products.upsert(SHOP, IntStream.range(0, 1_200).mapToObj(i -> product(ean(i), 3)), chunks::add);

        assertThat(chunks.get(0).failure()).isInstanceOf(BadRequestException.class);
        assertThat(chunks.get(1).failure()).isInstanceOf(ServerException.class);
        assertThat(chunks.get(2).accepted()).isTrue();
    }

    @Test
    void withoutSomebodyToTellTheFirstFailureIsThrown() {
        worker.upsertResponses.add(new Document(400, "{}"));
        List<EanProductDraft> many =
                IntStream.range(0, 1_200).mapToObj(i -> product(ean(i), 3)).toList();

        assertThatThrownBy(() -> products.upsert(SHOP, many)).isInstanceOf(BadRequestException.class);
        assertThat(worker.calls).hasSize(1);
    }

    @Test
    void whatAilsEveryCallIsThrown() {
        worker.upsertResponses.add(new Document(401, "{\"auth\":\"API key required\"}"));

        assertThatThrownBy(() -> products.upsert(SHOP, List.of(product(BOOK, 1)), chunks::add))
                .isInstanceOf(AuthenticationException.class);
        assertThat(chunks).isEmpty();
    }

    @Test
    void aDateThatLiesBehindFailsItsChunkBeforeTheWire() {
        EanDates past = EanDates.published(Publication.at(Instant.parse("2020-01-01T00:00:00Z")));
        EanProductDraft late = EanProductDraft.of(BOOK, Price.FREE, Remaining.of(1), past);

        products.upsert(SHOP, List.of(late), chunks::add);

        assertThat(chunks.get(0).failure())
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("products.0.publication");
        assertThat(worker.calls).isEmpty();
    }

    @Test
    void saysOfEachEanWhatBecameOfIt() {
        worker.rejected.put(ean(1).value(), "notFound");
        worker.rejected.put(ean(2).value(), "subcategoryNotAllowed");
        worker.rejected.put(ean(3).value(), "notCompliantWithCgu");
        worker.rejected.put(ean(4).value(), "brandNew");
        worker.ignored.add(ean(5).value());
        worker.has(ean(5), 9, 2);

        Map<EanOutcome, Long> counts = confirm(IntStream.range(0, 8).mapToObj(i -> product(ean(i), 3)));

        assertThat(outcomes())
                .containsEntry(ean(0), EanOutcome.APPLIED)
                .containsEntry(ean(1), EanOutcome.UNKNOWN)
                .containsEntry(ean(2), EanOutcome.NOT_ALLOWED)
                .containsEntry(ean(3), EanOutcome.NOT_COMPLIANT)
                .containsEntry(ean(4), EanOutcome.REJECTED)
                .containsEntry(ean(5), EanOutcome.PENDING)
                .hasSize(8);
        assertThat(counts)
                .isEqualTo(Map.of(
                        EanOutcome.APPLIED, 3L,
                        EanOutcome.UNKNOWN, 1L,
                        EanOutcome.NOT_ALLOWED, 1L,
                        EanOutcome.NOT_COMPLIANT, 1L,
                        EanOutcome.REJECTED, 1L,
                        EanOutcome.PENDING, 1L));
        assertThat(Objects.requireNonNull(result(5).product()).id()).isEqualTo(7);
    }

    @Test
    void looksAfterEachIntervalUntilTheTimeAllowedIsOver() {
        worker.ignored.add(BOOK.value());

        confirm(Stream.of(product(BOOK, 3)));

        assertThat(time.pauses()).containsOnly(Duration.ofSeconds(5)).hasSize(4);
        assertThat(worker.count("GET ean")).isEqualTo(4);
        assertThat(worker.count("GET check_availability")).isEqualTo(1);
    }

    @Test
    void anOfferThatShowsAnotherNumberIsNotTakenForTheNewOne() {
        worker.has(BOOK, 12, 4);
        worker.ignored.add(BOOK.value());

        confirm(Stream.of(product(BOOK, 10)));

        assertThat(outcomes()).containsEntry(BOOK, EanOutcome.PENDING);
    }

    @Test
    void aLostResponseIsLookedAfterAndNotRepeated() {
        worker.upsertResponses.add(new Document(504, ""));

        confirm(Stream.of(product(BOOK, 3)));

        assertThat(outcomes()).containsEntry(BOOK, EanOutcome.APPLIED);
        assertThat(worker.count("POST ean")).isEqualTo(1);
    }

    @Test
    void aRefusedCallIsNotLookedAfter() {
        worker.upsertResponses.add(new Document(400, "{\"location\":[\"no\"]}"));

        confirm(Stream.of(product(BOOK, 3)));

        assertThat(outcomes()).containsEntry(BOOK, EanOutcome.NOT_SENT);
        assertThat(Objects.requireNonNull(results.get(BOOK)).failure()).isInstanceOf(BadRequestException.class);
        assertThat(worker.calls).containsExactly("POST ean");
    }

    @Test
    void aLookThatFailsIsTakenAgain() {
        worker.readResponses.add(new Document(200, "{\"products\":[]}"));
        worker.readResponses.add(new Document(503, ""));

        confirm(Stream.of(product(BOOK, 3)));

        assertThat(outcomes()).containsEntry(BOOK, EanOutcome.APPLIED);
        assertThat(worker.count("GET ean")).isEqualTo(3);
    }

    @Test
    void refusesALocationWithoutAVenueBeforeReadingTheSource() {
        assertThatThrownBy(() ->
                        products.upsertAndConfirm(new Location.Unknown("moon"), List.of(product(BOOK, 1)), r -> {}))
                .isInstanceOf(RuleViolationException.class);
        assertThat(worker.calls).isEmpty();
    }

    @Test
    void refusesToLookNever() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Polling(Duration.ofMinutes(3), Duration.ofMinutes(2)))
                .withMessageContaining("interval");
    }

    @Test
    void sameInTheBackground() {
        Map<EanOutcome, Long> counts = client.products()
                .async()
                .ean()
                .upsertAndConfirm(SHOP, List.of(product(BOOK, 3)), POLLING, this::keep)
                .join();

        assertThat(counts).isEqualTo(Map.of(EanOutcome.APPLIED, 1L));
        assertThat(outcomes()).containsEntry(BOOK, EanOutcome.APPLIED);
    }

    /** Fifty thousand, of which never more than four calls' worth are between source and result. */
    @Test
    void fiftyThousandPassWithoutGatheringAnywhere() {
        EanWorker busy = new EanWorker(time, Duration.ZERO, true);
        AtomicLong read = new AtomicLong();
        AtomicLong done = new AtomicLong();
        AtomicLong mostBetween = new AtomicLong();
        Stream<EanProductDraft> source = LongStream.range(0, 50_000).mapToObj(i -> {
            mostBetween.accumulateAndGet(read.incrementAndGet() - done.get(), Math::max);
            return product(ean(i), i % 90);
        });

        try (PassCultureClient shop = busy.client()) {
            Map<EanOutcome, Long> counts =
                    shop.products().ean().upsertAndConfirm(SHOP, source, POLLING, result -> done.incrementAndGet());

            assertThat(counts).isEqualTo(Map.of(EanOutcome.APPLIED, 50_000L));
        }
        // A stream's own iterator reads one ahead.
        assertThat(mostBetween.get()).isLessThanOrEqualTo(2_000 + 1);
        assertThat(busy.count("POST ean")).isEqualTo(100);
        assertThat(busy.count("GET ean")).isEqualTo(500);
    }

    private Map<EanOutcome, Long> confirm(Stream<EanProductDraft> source) {
        return products.upsertAndConfirm(SHOP, source, POLLING, this::keep);
    }

    private void keep(EanResult result) {
        assertThat(results.put(result.sent().ean(), result)).isNull();
    }

    private EanResult result(int index) {
        return Objects.requireNonNull(results.get(ean(index)));
    }

    private Map<Ean, EanOutcome> outcomes() {
        Map<Ean, EanOutcome> outcomes = new HashMap<>();
        results.forEach((ean, result) -> outcomes.put(ean, result.outcome()));
        return outcomes;
    }

    /** As {@link Samples#product} shows it. */
    private static EanProductDraft product(Ean ean, long remaining) {
        return EanProductDraft.of(ean, Price.euros("19.90"), Remaining.of(remaining), EanDates.reset());
    }

    private static Ean ean(long index) {
        String digits = String.valueOf(978_000_000_000L + index);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return Ean.of(digits + (10 - sum % 10) % 10);
    }
}
