package fr.passerelle.bookshop.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.file.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files of the kinds that shops and their software export. */
class RealFilesTest {

    private static final String BOOK = "9782070360024";

    @TempDir
    private Path folder = Path.of("");

    /** What each row says: its number, cents and quantity, or the rule that it breaks; and what was completed. */
    private static List<String> read(Path path, @Nullable String mapping) throws IOException {
        List<String> said = new ArrayList<>();
        BookFile.Listener listener = new BookFile.Listener(
                bad -> said.add(bad.ean() + " " + bad.problems().get(0).rule()),
                completed -> said.add(completed.written() + " -> " + completed.ean()));
        try (InputFile input = InputFile.open(path);
                BookFile file = BookFile.open(input, mapping, listener)) {
            file.forEachRemaining(product -> said.add(product.ean() + " "
                    + product.price().cents() + " "
                    + quantity(product.remaining().count())));
        }
        return said;
    }

    private static String quantity(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : "unlimited";
    }

    private List<String> read(String name) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                BookFile.class.getResourceAsStream("/fr/passerelle/bookshop/cases/" + name), name)) {
            return read(Files.write(folder.resolve(name), bytes.readAllBytes()), null);
        }
    }

    @Test
    void readsPricesAsTheyAreMeantOrNotAtAll() throws IOException {
        assertThat(read("books-prices.csv"))
                .containsExactlyInAnyOrder(
                        BOOK + " 250 3",
                        "9791095743019 190 3",
                        "0602435872551 bad_amount",
                        "3760123456784 bad_amount",
                        "9771234560004 bad_amount");
    }

    @ParameterizedTest
    @CsvSource({
        "books-windows-1252.csv, 1250, 3",
        "books-windows-1252-illimite.csv, 1250, unlimited",
        "books-sep-line.csv, 1250, 3",
        "books-commas-in-heading.csv, 1250, 3",
        "books-prestashop-headings.csv, 1250, 3",
        "books-woocommerce-headings.csv, 1250, 3",
    })
    void readsTheBookOf(String name, String cents, String quantity) throws IOException {
        assertThat(read(name)).containsExactly(BOOK + " " + cents + " " + quantity);
    }

    @Test
    void refusesARowWhoseDecimalCommaMovedItsCells() throws IOException {
        assertThat(readText("""
                ean,prix,stock
                9782070360024,19,90,3
                """)).containsExactly("9782070360024 too_many_cells");
    }

    @Test
    void choosesNoneOfTwoPricesUnderTheSameHeading() throws IOException {
        assertThat(readText("""
                ean;prix;prix;stock
                9782070360024;11,00;22,00;3
                9791095743019;1,90;1,90;3
                """)).containsExactly("9782070360024 bad_amount", "9791095743019 190 3");
    }

    @Test
    void takesNoShortenedBookNumberForAnotherProduct() throws IOException {
        assertThat(readText("""
                ean;prix;stock
                978207036002;19,90;3
                """)).containsExactly("978207036002 bad_ean");
    }

    private List<String> readText(String text) throws IOException {
        return read(Files.writeString(folder.resolve("books.csv"), text), null);
    }

    @Test
    void readsWholeNumbersAsSpreadsheetsWriteThem() throws IOException {
        assertThat(read("books-odoo-decimals.csv")).containsExactly(BOOK + " 1250 3", "0602435872551 1250 0");
    }

    @Test
    void prefersTheEanToAnOlderNumber() throws IOException {
        assertThat(read("books-isbn-before-ean.csv")).containsExactly(BOOK + " 1250 3", "9791095743019 1250 3");
    }

    @Test
    void completesANumberThatItsCheckDigitProves() throws IOException {
        assertThat(read("books-upc-a.csv")).containsExactly("602435872551 -> 0602435872551", "0602435872551 1499 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9782070360024.0",
                "=\"9782070360024\"",
                "'9782070360024",
                "978-2-07-036002-4",
                "2-07-036002-4",
                "2070360024"
            })
    void readsANumberAsSpreadsheetsKeepIt(String ean) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "ean;prix;stock\n" + ean + ";1;1\n");

        assertThat(read(file, null)).last().isEqualTo(BOOK + " 100 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"602435872552", "2070360025", "9,78207E+12", "97820703600240", "978207036002４", "60243587255"})
    void completesNothingElse(String ean) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "ean;prix;stock\n" + ean + ";1;1\n");

        assertThat(read(file, null)).containsExactly(ean + " bad_ean");
    }

    @Test
    void readsTheColumnsThatTheUserNames() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "Réf.;PV;Dispo;prix\n" + BOOK + ";2,50;4;9\n");

        assertThat(read(file, "ean=Réf.,price=PV,quantity=Dispo")).containsExactly(BOOK + " 250 4");
    }
}
