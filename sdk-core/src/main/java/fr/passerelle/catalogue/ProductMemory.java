package fr.passerelle.catalogue;

import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.EanOutcome;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link ProductSync} keeps between runs: what each product was when the programme was last seen to have it so.
 * By it only what has changed is sent, and what is gone is known. One that is empty or lost costs calls, and what was
 * gone meanwhile stays on sale; one that is put back from a backup trusts what runs since have changed, until the next
 * full check.
 *
 * <p>{@link #inMemory()} and {@link #file(Path)} are ready, and {@code passerelle-jdbc} has one in SQL.
 */
public interface ProductMemory {

    /**
     * Opens what is known of a venue, for one run. One run at a time for a venue.
     *
     * @throws IllegalStateException if another run has it open, as far as that can be known
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    Products open(long venueId);

    /** What is known of the products of a venue. Not for use by several threads at once. */
    interface Products extends AutoCloseable {

        /** How many runs have trusted it since everything was checked; 0 at first. */
        int runs();

        /** Keeps how many runs have trusted it. */
        void runs(int runs);

        /** What is known of these; those of which nothing is known are left out. */
        Map<Ean, Known> find(Collection<Ean> eans);

        /**
         * Keeps these, over what was known of them. When it returns they are kept, whatever becomes of the process.
         *
         * @throws java.io.UncheckedIOException if they cannot be stored; nothing is sent to the programme then
         */
        void write(Collection<Known> products);

        /** Forgets these. */
        void remove(Collection<Ean> eans);

        /**
         * The next ones in the order of their EANs.
         *
         * @param last after which to go on; empty to begin
         * @param most how many at most
         */
        List<Known> after(Optional<Ean> last, int most);

        @Override
        void close();
    }

    /**
     * A product as it was sent.
     *
     * @param ean its number, 13 digits
     * @param price that was sent
     * @param remaining pieces that were sent
     * @param rest digest of all else that was sent, 16 hexadecimal digits
     * @param outcome what became of it; {@link EanOutcome#PENDING} if nobody has seen it
     * @param onSale whether the programme may have it on sale, as it is here or as it was sent before: what refuses a
     *     change leaves the offer as it was
     */
    record Known(Ean ean, Price price, Remaining remaining, String rest, EanOutcome outcome, boolean onSale) {

        /** A product; what was applied is on sale. */
        public Known {
            onSale |= outcome == EanOutcome.APPLIED;
        }

        /** A product that was not on sale before. */
        public Known(Ean ean, Price price, Remaining remaining, String rest, EanOutcome outcome) {
            this(ean, price, remaining, rest, outcome, false);
        }

        /** The same, with what became of it. */
        public Known outcome(EanOutcome outcome) {
            return new Known(ean, price, remaining, rest, outcome, onSale);
        }

        /** The same in the place of another: what may be on sale of that one may be now. */
        Known after(Known before) {
            boolean maybe = before.onSale || before.outcome == EanOutcome.PENDING;
            return new Known(ean, price, remaining, rest, outcome, onSale || maybe);
        }
    }

    /** One that ends with the process. */
    static ProductMemory inMemory() {
        return new ProductMemoryOfProcess();
    }

    /**
     * One in a file, for one venue: 29 bytes a product, and as much again for each change until it is tidied up. It is
     * appended to, and survives a crash at any byte. One that is damaged counts every product in it as not seen, so
     * that all are sent again, and a WARN of the logger {@code fr.passerelle.catalogue} says so; a file of another kind
     * is left alone. While a run has it open it is locked, by a file beside it whose name ends in {@code .lock}, and
     * takes 25 bytes a product of memory.
     *
     * @param file need not exist; its folder must
     */
    static ProductMemory file(Path file) {
        return new ProductFile(file);
    }
}
