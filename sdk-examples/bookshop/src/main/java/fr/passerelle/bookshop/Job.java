package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookFile;
import fr.passerelle.bookshop.report.Report;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductReport;
import fr.passerelle.catalogue.ProductResult;
import fr.passerelle.catalogue.ProductSync;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.WantedProduct;
import fr.passerelle.commandline.Interruption;
import fr.passerelle.model.offer.EanAvailability;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.EanOutcome;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What can be done with a file, row by row: never more than a few calls' worth of it is held. */
final class Job {

    private final BookFile file;
    private final Report report;
    private final Interruption interruption;

    Job(BookFile file, Report report, Interruption interruption) {
        this.file = file;
        this.report = report;
        this.interruption = interruption;
    }

    /** Between two thousand products and the next: the next are not sent. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Looks at the file alone. */
    void read() {
        file.forEachRemaining(product -> settle(product.ean(), EanOutcome.APPLIED));
    }

    /** Asks which products could be sold. */
    void check(PassCultureClient client) {
        List<Ean> eans = new ArrayList<>();
        while (file.hasNext()) {
            eans.add(file.next().ean());
            if (eans.size() == EanUpsert.MAX_EANS_READ || !file.hasNext()) {
                EanAvailability response = client.products().ean().availability(eans);
                eans.forEach(ean ->
                        settle(ean, response.rejection(ean).map(EanOutcome::of).orElse(EanOutcome.APPLIED)));
                eans.clear();
            }
        }
    }

    /**
     * Puts on sale what has changed, and waits until each product shows or is known to be refused. Interrupted, it ends
     * with those that are under way.
     *
     * @param withdraws whether products that are remembered and not in the file are taken off sale; not if a row of it
     *     could not be read, as that might have been one of them
     */
    void upsert(PassCultureClient client, long venueId, Polling polling, ProductMemory memory, boolean withdraws) {
        interruption.protect();
        try {
            ProductReport done = ProductSync.of(client, venueId, memory)
                    .polling(polling)
                    .removal(() -> withdraws && !report.hasBadRows() ? Removal.WITHDRAW_UNBOOKED : Removal.KEEP)
                    .build()
                    .apply(this::wanted, result -> report.product(line(result), result));
            report.unchanged(done.unchanged());
            done.stoppedBy().filter(failure -> !interruption.isAsked()).ifPresent(failure -> {
                throw failure;
            });
        } catch (StoppedException asked) {
            // The report tells what was settled, and how many products were not.
        } finally {
            interruption.unprotect();
        }
    }

    private Iterator<WantedProduct> wanted() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (interruption.isAsked()) {
                    throw new StoppedException();
                }
                return file.hasNext();
            }

            @Override
            public WantedProduct next() {
                return WantedProduct.onSale(file.next());
            }
        };
    }

    private long line(ProductResult result) {
        return file.line(new Ean(result.change().offer()));
    }

    private void settle(Ean ean, EanOutcome outcome) {
        report.outcome(file.line(ean), ean, outcome, null);
    }
}
