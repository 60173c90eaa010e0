package fr.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.catalogue.ProductMemory.Products;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.EanOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of a venue's products, in a file. */
class ProductFileTest {

    private static final long VENUE = 7;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private ProductMemory memory = ProductMemory.inMemory();

    @BeforeEach
    void nothingYet() {
        file = folder.resolve("products");
        memory = ProductMemory.file(file);
    }

    private static Known known(int number, int cents, EanOutcome outcome) {
        return new Known(
                new Ean(String.format("978%010d", number)),
                Price.cents(cents),
                number % 3 == 0 ? Remaining.unlimited() : Remaining.of(number),
                HexFormat.of().toHexDigits(number * 0x9E3779B97F4A7C15L),
                outcome);
    }

    private List<Known> all() {
        try (Products products = memory.open(VENUE)) {
            return products.after(Optional.empty(), Integer.MAX_VALUE);
        }
    }

    @Test
    void whatMayStillBeOnSaleIsRemembered() {
        Known refused = known(1, 100, EanOutcome.APPLIED).outcome(EanOutcome.REJECTED);
        Known never = known(2, 100, EanOutcome.REJECTED);
        try (Products products = memory.open(VENUE)) {
            products.write(List.of(refused, never));
        }

        assertThat(all())
                .containsExactly(refused, never)
                .extracting(Known::onSale)
                .containsExactly(true, false);
    }

    @Test
    void keepsWhatIsWrittenOverTheProcess() {
        Known one = known(1, 990, EanOutcome.APPLIED);
        try (Products products = memory.open(VENUE)) {
            products.write(List.of(one, known(3, 0, EanOutcome.PENDING)));
            products.remove(List.of(known(3, 0, EanOutcome.PENDING).ean()));
            products.runs(4);
        }

        try (Products products = ProductMemory.file(file).open(VENUE)) {
            assertThat(products.find(
                            List.of(one.ean(), known(3, 0, EanOutcome.PENDING).ean())))
                    .isEqualTo(Map.of(one.ean(), one));
            assertThat(products.runs()).isEqualTo(4);
        }
    }

    @Test
    void givesThemInTheOrderOfTheirNumbers() {
        try (Products products = memory.open(VENUE)) {
            products.write(List.of(known(5, 1, EanOutcome.APPLIED), known(2, 1, EanOutcome.APPLIED)));
            products.write(List.of(known(4, 1, EanOutcome.APPLIED), known(1, 1, EanOutcome.APPLIED)));

            List<Known> first = products.after(Optional.empty(), 3);
            assertThat(first)
                    .containsExactly(
                            known(1, 1, EanOutcome.APPLIED),
                            known(2, 1, EanOutcome.APPLIED),
                            known(4, 1, EanOutcome.APPLIED));
            assertThat(products.after(Optional.of(first.get(2).ean()), 3))
                    .containsExactly(known(5, 1, EanOutcome.APPLIED));
        }
    }

    /** A crash cuts the file off anywhere: what is there then is what was there after one of the records. */
    @Test
    void aFileThatIsCutAnywhereHoldsABeginningOfWhatWasWritten() throws IOException {
        TreeMap<Integer, List<Known>> states = new TreeMap<>();
        memory.open(VENUE).close();
        states.put(0, List.of());
        for (int i = 1; i <= 4; i++) {
            int cents = i;
            for (EanOutcome outcome : List.of(EanOutcome.PENDING, EanOutcome.APPLIED)) {
                try (Products products = memory.open(VENUE)) {
                    products.write(List.of(known(i % 2, cents, outcome)));
                }
                states.put(Math.toIntExact(Files.size(file)), all());
            }
        }
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(all())
                    .as("cut at %s", length)
                    .isEqualTo(states.floorEntry(length).getValue());
            // It can be written again.
            try (Products products = memory.open(VENUE)) {
                products.write(List.of(known(9, 9, EanOutcome.APPLIED)));
            }
            assertThat(all()).as("cut at %s", length).contains(known(9, 9, EanOutcome.APPLIED));
        }
    }

    @Test
    void aByteThatIsWrongAnywhereBehindTheFirstLineIsNoReasonToTrustAProduct() throws IOException {
        try (Products products = memory.open(VENUE)) {
            products.write(IntStream.range(0, 20)
                    .mapToObj(i -> known(i, i, EanOutcome.APPLIED))
                    .toList());
        }
        byte[] whole = Files.readAllBytes(file);
        int start = "passerelle-products 1 7\n".length();
        for (int at = start; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x11;
            Files.write(file, damaged);

            assertThat(all()).as("byte %s", at).allMatch(known -> known.outcome() == EanOutcome.PENDING);
            assertThat(all()).as("byte %s", at).hasSizeGreaterThanOrEqualTo(19);
        }
    }

    @Test
    void aFileOfAnotherKindIsLeftAlone() throws IOException {
        Files.writeString(file, "ean,price,quantity\n");

        assertThatThrownBy(() -> memory.open(VENUE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is no memory of products");
        assertThat(file).hasContent("ean,price,quantity\n");
    }

    @Test
    void theFileOfAnotherVenueIsLeftAlone() {
        memory.open(VENUE).close();

        assertThatThrownBy(() -> memory.open(70))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another venue");
        assertThat(all()).isEmpty();
    }

    @Test
    void aFileThatIsOpenIsNotOpenedASecondTime() {
        try (Products open = memory.open(VENUE)) {
            assertThat(open.runs()).isZero();
            assertThatThrownBy(() -> ProductMemory.file(file).open(VENUE)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void aFileThatIsOpenIsNotOpenedByALinkToIt() throws IOException {
        memory.open(VENUE).close();
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (Products open = memory.open(VENUE)) {
            assertThat(open.runs()).isZero();
            assertThatThrownBy(() -> ProductMemory.file(link).open(VENUE)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatDoesNotCountAnyMoreIsTidiedUp() throws IOException {
        try (Products products = memory.open(VENUE)) {
            for (int i = 0; i < 1100; i++) {
                products.write(List.of(known(1, i, EanOutcome.APPLIED)));
            }
        }
        memory.open(VENUE).close();

        assertThat(Files.size(file)).isLessThan(100);
        assertThat(all()).containsExactly(known(1, 1099, EanOutcome.APPLIED));
    }

    @Test
    void holdsTheSameAsAMapWhateverIsWrittenAndRemoved() {
        Random random = new Random(1);
        TreeMap<String, Known> expected = new TreeMap<>();
        for (int run = 0; run < 20; run++) {
            try (Products products = memory.open(VENUE)) {
                for (int batch = 0; batch < 5; batch++) {
                    List<Known> some = random.ints(20, 0, 100)
                            .mapToObj(i -> known(i, random.nextInt(30_000), EanOutcome.APPLIED))
                            .toList();
                    products.write(some);
                    some.forEach(known -> expected.put(known.ean().value(), known));
                    List<Ean> gone = random.ints(5, 0, 100)
                            .mapToObj(i -> known(i, 0, EanOutcome.APPLIED).ean())
                            .toList();
                    products.remove(gone);
                    gone.forEach(ean -> expected.remove(ean.value()));
                }
            }
            assertThat(all()).containsExactlyElementsOf(expected.values());
        }
    }

    @ParameterizedTest
    @EnumSource(EanOutcome.class)
    void everyOutcomeIsKept(EanOutcome outcome) {
        try (Products products = memory.open(VENUE)) {
            products.write(List.of(known(1, 1, outcome)));
        }

        assertThat(all()).containsExactly(known(1, 1, outcome));
    }
}
