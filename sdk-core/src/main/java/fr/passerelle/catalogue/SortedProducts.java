package fr.passerelle.catalogue;

import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.EanOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Products in the order of their EANs, in arrays and without objects: 25 bytes each. Changed by merging batches. */
final class SortedProducts {

    static final long UNLIMITED = -1;

    /** A file holds their places in this list: a new one is put at the end. */
    private static final List<EanOutcome> OUTCOMES = List.of(
            EanOutcome.APPLIED,
            EanOutcome.UNKNOWN,
            EanOutcome.NOT_ALLOWED,
            EanOutcome.NOT_COMPLIANT,
            EanOutcome.REJECTED,
            EanOutcome.PENDING,
            EanOutcome.NOT_SENT);

    /** Beside the outcome: it may be on sale, as it was before. */
    private static final byte ON_SALE = 32;

    /** A product in numbers. */
    record Row(long ean, int cents, int remaining, long rest, byte outcome) {

        static Row of(Known known) {
            return new Row(
                    number(known.ean()),
                    Math.toIntExact(known.price().cents()),
                    Math.toIntExact(known.remaining().count().orElse(UNLIMITED)),
                    HexFormat.fromHexDigitsToLong(known.rest()),
                    (byte) (OUTCOMES.indexOf(known.outcome()) | (known.onSale() ? ON_SALE : 0)));
        }

        /** Whether it can be one: what a damaged file holds need not. */
        boolean isSane() {
            return ean >= 0
                    && cents >= 0
                    && remaining >= UNLIMITED
                    && outcome >= 0
                    && (outcome & ~ON_SALE) < OUTCOMES.size();
        }

        Row doubtful() {
            return new Row(ean, cents, remaining, rest, (byte) OUTCOMES.indexOf(EanOutcome.PENDING));
        }

        Known known() {
            return new Known(
                    new Ean(String.format("%013d", ean)),
                    Price.cents(cents),
                    remaining == UNLIMITED ? Remaining.unlimited() : Remaining.of(remaining),
                    HexFormat.of().toHexDigits(rest),
                    OUTCOMES.get(outcome & ~ON_SALE),
                    (outcome & ON_SALE) != 0);
        }
    }

    private long[] eans = {};
    private int[] cents = {};
    private int[] remaining = {};
    private long[] rests = {};
    private byte[] outcomes = {};

    static long number(Ean ean) {
        return Long.parseLong(ean.value());
    }

    int size() {
        return eans.length;
    }

    Row row(int index) {
        return new Row(eans[index], cents[index], remaining[index], rests[index], outcomes[index]);
    }

    Optional<Row> find(long ean) {
        int index = Arrays.binarySearch(eans, ean);
        return index < 0 ? Optional.empty() : Optional.of(row(index));
    }

    /** The next ones after an EAN. */
    List<Row> after(long ean, int most) {
        int index = Arrays.binarySearch(eans, ean);
        List<Row> rows = new ArrayList<>();
        for (int i = index < 0 ? -index - 1 : index + 1; i < eans.length && rows.size() < most; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    /** Puts these over what is there. */
    void put(Collection<Row> rows) {
        Map<Long, Row> sorted = new TreeMap<>();
        rows.forEach(row -> sorted.put(row.ean(), row));
        long added = sorted.keySet().stream()
                .filter(ean -> Arrays.binarySearch(eans, ean) < 0)
                .count();
        SortedProducts merged = ofSize(Math.toIntExact(eans.length + added));
        int from = 0;
        int to = 0;
        for (Row row : sorted.values()) {
            int index = Arrays.binarySearch(eans, row.ean());
            int before = index < 0 ? -index - 1 : index;
            merged.copy(this, from, to, before - from);
            to += before - from;
            from = index < 0 ? before : before + 1;
            merged.set(to++, row);
        }
        merged.copy(this, from, to, eans.length - from);
        take(merged);
    }

    void remove(Collection<Long> gone) {
        int[] places = gone.stream()
                .mapToInt(ean -> Arrays.binarySearch(eans, ean))
                .filter(index -> index >= 0)
                .sorted()
                .distinct()
                .toArray();
        SortedProducts left = ofSize(eans.length - places.length);
        int from = 0;
        int to = 0;
        for (int place : places) {
            left.copy(this, from, to, place - from);
            to += place - from;
            from = place + 1;
        }
        left.copy(this, from, to, eans.length - from);
        take(left);
    }

    private static SortedProducts ofSize(int size) {
        SortedProducts products = new SortedProducts();
        products.eans = new long[size];
        products.cents = new int[size];
        products.remaining = new int[size];
        products.rests = new long[size];
        products.outcomes = new byte[size];
        return products;
    }

    private void copy(SortedProducts source, int from, int to, int count) {
        System.arraycopy(source.eans, from, eans, to, count);
        System.arraycopy(source.cents, from, cents, to, count);
        System.arraycopy(source.remaining, from, remaining, to, count);
        System.arraycopy(source.rests, from, rests, to, count);
        System.arraycopy(source.outcomes, from, outcomes, to, count);
    }

    private void set(int index, Row row) {
        eans[index] = row.ean();
        cents[index] = row.cents();
        remaining[index] = row.remaining();
        rests[index] = row.rest();
        outcomes[index] = row.outcome();
    }

    private void take(SortedProducts other) {
        eans = other.eans;
        cents = other.cents;
        remaining = other.remaining;
        rests = other.rests;
        outcomes = other.outcomes;
    }
}
