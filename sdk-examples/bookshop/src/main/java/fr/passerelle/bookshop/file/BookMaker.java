package fr.passerelle.bookshop.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Invents a shop's books: the same seed gives the same books, each with an EAN of its own. */
public final class BookMaker {

    /** As many EANs as the French prefix 978-2 holds. */
    public static final long MOST = 100_000_000;

    /** Shares no factor with {@link #MOST}: multiplying by it meets every number once, in a scattered order. */
    private static final long STEP = 49_979_687;

    private static final int LOWEST_CENTS = 250;
    private static final int HIGHEST_CENTS = 4_500;
    private static final int HIGHEST_QUANTITY = 60;

    private static final List<String> THINGS =
            List.of("Le Café", "L'Île", "La Forêt", "Les Étés", "Le Garçon", "L'Œuvre", "La Nuit", "Un Été");
    private static final List<String> QUALITIES = List.of(
            "de Noël", "oublié(e)", "\"sans retour\"", "à l'aube, tome 1", "; et après", "d'outre-mer", "naïf", "bleu");

    private final long seed;

    public BookMaker(long seed) {
        this.seed = seed;
    }

    /** The book of a place in the row, from 0. */
    public Book book(long index) {
        SplittableRandom random = new SplittableRandom(seed * MOST + index);
        long number = Math.floorMod((index + Math.floorMod(seed, MOST)) * STEP, MOST);
        int cents = LOWEST_CENTS + 10 * random.nextInt((HIGHEST_CENTS - LOWEST_CENTS) / 10);
        String title =
                THINGS.get(random.nextInt(THINGS.size())) + " " + QUALITIES.get(random.nextInt(QUALITIES.size()));
        return new Book(
                withCheckDigit("9782" + String.format(Locale.ROOT, "%08d", number)),
                title,
                Price.cents(cents),
                random.nextInt(HIGHEST_QUANTITY + 1));
    }

    /** This many books, one after the other. */
    public Stream<Book> books(long count) {
        return LongStream.range(0, count).mapToObj(this::book);
    }

    /**
     * Writes books as a CSV file, one at a time.
     *
     * @param onBook gets the number of books written, after each
     */
    public void write(long count, Path file, LongConsumer onBook) throws IOException {
        try (OutputFile out = OutputFile.begin(file, false, List.of())) {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out.writer());
            csv.writeRecord(Column.EAN.title(), "title", Column.PRICE.title(), Column.QUANTITY.title());
            for (long i = 0; i < count; i++) {
                Book book = book(i);
                csv.writeRecord(
                        book.ean(),
                        book.title(),
                        book.price().inEuros().toPlainString(),
                        String.valueOf(book.quantity()));
                onBook.accept(i + 1);
            }
            csv.flush();
            out.finish();
        }
    }

    /** Digits count once and three times in turn; the check digit makes the sum a multiple of ten (GS1). */
    private static String withCheckDigit(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += Character.digit(twelve.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + Math.floorMod(-sum, 10);
    }
}
