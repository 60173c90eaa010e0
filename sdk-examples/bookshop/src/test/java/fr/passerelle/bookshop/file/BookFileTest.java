package fr.passerelle.bookshop.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookFileTest {

    private static final String FIRST = "9782070360024";
    private static final String SECOND = "9782070612758";

    @TempDir
    private Path folder = Path.of("");

    private final List<BadRow> bad = new ArrayList<>();
    private final List<CompletedEan> completed = new ArrayList<>();
    private final BookFile.Listener listener = new BookFile.Listener(bad::add, completed::add);

    private List<EanProductDraft> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private List<EanProductDraft> read(String text, Charset charset) throws IOException {
        Path path = Files.writeString(folder.resolve("books.csv"), text, charset);
        List<EanProductDraft> products = new ArrayList<>();
        try (InputFile input = InputFile.open(path);
                BookFile file = BookFile.open(input, null, listener)) {
            file.forEachRemaining(products::add);
        }
        return products;
    }

    private static List<String> eans(List<EanProductDraft> products) {
        return products.stream().map(product -> product.ean().value()).toList();
    }

    @Test
    void readsARow() throws IOException {
        assertThat(read("ean,price,quantity\n" + FIRST + ",12.5,3\n"))
                .extracting(EanProductDraft::ean, EanProductDraft::price, EanProductDraft::remaining)
                .containsExactly(tuple(Ean.of(FIRST), Price.cents(1250), Remaining.of(3)));
        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ean,price,quantity\n%s,\"12,50\",3",
                "ean;price;quantity\n%s;12,50 €;3",
                "ean\tprice\tquantity\n%s\t12.50\t3"
            })
    void takesWhateverSeparatorTheHeaderShows(String text) throws IOException {
        assertThat(read(String.format(Locale.ROOT, text, FIRST)))
                .extracting(EanProductDraft::price)
                .containsExactly(Price.cents(1250));
    }

    @Test
    void readsWhatASpreadsheetInFrenchWrites() throws IOException {
        String text =
                "\uFEFFTitre;Quantité;Prix;EAN\r\n\"L'Île; \"\"été\"\"\";illimité;8,90;" + FIRST + "\r\n;;;\r\n\r\n";

        assertThat(read(text))
                .extracting(EanProductDraft::price, EanProductDraft::remaining)
                .containsExactly(tuple(Price.cents(890), Remaining.unlimited()));
        assertThat(bad).isEmpty();
    }

    @Test
    void readsAQuotedTextOfSeveralLines() throws IOException {
        String text = "title,ean,price,quantity\n\"Two\nlines\"," + FIRST + ",1,1\nx," + SECOND + ",1,nine\n";

        assertThat(eans(read(text))).containsExactly(FIRST);
        assertThat(bad).extracting(BadRow::line).containsExactly(4L);
    }

    @Test
    void readsOnAfterAQuoteThatDoesNotClose() throws IOException {
        String text = "title,ean,price,quantity\n\"Open," + FIRST + ",1,1\nx," + SECOND + ",1,1\n";

        assertThat(eans(read(text))).containsExactly(SECOND);
        assertThat(bad).containsExactly(new BadRow(2, "", List.of(new Problem("row", Problem.BROKEN_ROW, "16384"))));
    }

    @Test
    void readsOnAfterALineWithoutEnd() throws IOException {
        String text = "title,ean,price,quantity\n" + "x".repeat(100_000) + "," + FIRST + ",1,1\nx," + SECOND + ",1,1\n";

        assertThat(eans(read(text))).containsExactly(SECOND);
        assertThat(bad).extracting(BadRow::line).containsExactly(2L);
    }

    @Test
    void readsNumbersBesideLettersOfAnotherEncoding() throws IOException {
        String text = "titre;ean;prix;stock\nété;" + FIRST + ";1;1\n";

        assertThat(eans(read(text, StandardCharsets.ISO_8859_1))).containsExactly(FIRST);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            9782070360025, 5,      1,       ean,      bad_ean,      -
            978207036,     5,      1,       ean,      bad_ean,      -
            '',            5,      1,       ean,      required,     -
            9782070360024, 300.01, 1,       price,    too_large,    300.00
            9782070360024, -1,     1,       price,    too_small,    0.00
            9782070360024, 1.005,  1,       price,    bad_amount,   -
            9782070360024, free,   1,       price,    bad_amount,   -
            9782070360024, '',     1,       price,    required,     -
            9782070360024, 5,      -1,      quantity, too_small,    0
            9782070360024, 5,      1.5,     quantity, bad_quantity, -
            9782070360024, 5,      1000001, quantity, too_large,    1000000
            """)
    void listsABadRow(String ean, String price, String quantity, String field, String rule, String limit)
            throws IOException {
        String text = "ean;price;quantity\n" + ean + ";" + price + ";" + quantity + "\n" + SECOND + ";5;1\n";

        assertThat(eans(read(text))).containsExactly(SECOND);
        assertThat(bad).containsExactly(new BadRow(2, ean, List.of(new Problem(field, rule, limit))));
    }

    @Test
    void listsEverythingThatIsWrongWithARow() throws IOException {
        assertThat(read("ean,price,quantity\n123,a\n")).isEmpty();
        assertThat(bad.get(0).problems())
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("ean", "bad_ean"), tuple("price", "bad_amount"), tuple("quantity", "required"));
    }

    @Test
    void listsAnEanThatStandsTwice() throws IOException {
        assertThat(read("ean,price,quantity\n" + FIRST + ",5,1\n" + FIRST + ",6,1\n"))
                .extracting(EanProductDraft::price)
                .containsExactly(Price.cents(500));
        assertThat(bad).containsExactly(new BadRow(3, FIRST, List.of(new Problem("ean", Problem.SEEN_BEFORE, "2"))));
    }

    @Test
    void tellsTheLineOfAProduct() throws IOException {
        Path path = folder.resolve("books.csv");
        new BookMaker(1).write(5_000, path, done -> {});
        try (InputFile input = InputFile.open(path);
                BookFile file = BookFile.open(input, null, listener)) {
            file.forEachRemaining(product -> {});

            assertThat(file.line(new Ean(new BookMaker(1).book(4_321).ean()))).isEqualTo(4_323);
            assertThat(file.line(Ean.of(FIRST))).isZero();
            assertThat(file.rows()).isEqualTo(5_000);
        }
    }

    @Test
    void readsAHeaderWithoutRows() throws IOException {
        assertThat(read("ean,price,quantity")).isEmpty();
        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'','[EAN, PRICE, QUANTITY]'",
        "'ean;prix\n','[QUANTITY]'",
        "'9782070360024,5,1\n','[EAN, PRICE, QUANTITY]'"
    })
    void refusesAFileThatDoesNotNameItsColumns(String text, String missing) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MissingColumnsException.class)
                .hasMessage(missing);
    }
}
