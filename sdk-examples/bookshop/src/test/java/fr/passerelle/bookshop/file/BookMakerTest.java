package fr.passerelle.bookshop.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.model.value.Ean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookMakerTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void givesEveryBookAnEanWithItsCheckDigit() {
        assertThat(new BookMaker(7).books(10_000))
                .allSatisfy(book -> assertThat(Ean.of(book.ean()).value()).isEqualTo(book.ean()));
    }

    @Test
    void givesNoEanTwice() {
        assertThat(new BookMaker(7).books(50_000).map(Book::ean)).doesNotHaveDuplicates();
    }

    @Test
    void givesTheSameBooksForTheSameSeed() {
        assertThat(new BookMaker(7).books(100))
                .containsExactlyElementsOf(new BookMaker(7).books(100).toList());
        assertThat(new BookMaker(8).book(0)).isNotEqualTo(new BookMaker(7).book(0));
    }

    @Test
    void writesAFileThatIsReadWithoutABadRow() throws IOException {
        Path file = folder.resolve("books.csv");
        BookMaker maker = new BookMaker(-3);
        maker.write(2_000, file, done -> {});
        List<BadRow> bad = new ArrayList<>();
        List<String> eans = new ArrayList<>();
        BookFile.Listener listener = new BookFile.Listener(bad::add, completed -> {});
        try (InputFile input = InputFile.open(file);
                BookFile books = BookFile.open(input, null, listener)) {
            books.forEachRemaining(product -> eans.add(product.ean().value()));
        }

        assertThat(bad).isEmpty();
        assertThat(eans)
                .containsExactlyElementsOf(maker.books(2_000).map(Book::ean).toList());
        assertThat(Files.readString(file)).contains("Œuvre", "\"\"sans retour\"\"");
    }
}
