package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookFile;
import fr.passerelle.bookshop.report.Report;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductReport;
import fr.passerelle.catalogue.ProductResult;
import fr.passerelle.catalogue.ProductSync;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.WantedProduct;
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

    Job(BookFile file, Report report) {
        this.file = file;
        this.report = report;
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
     * Puts on sale what has changed, and waits until each product shows or is known to be refused.
     *
     * @param withdraws whether products that are remembered and not in the file are taken off sale; not if a row of it
     *     could not be read, as that might have been one of them
     */
    void upsert(PassCultureClient client, long venueId, Polling polling, ProductMemory memory, boolean withdraws) {
        ProductReport done = ProductSync.of(client, venueId, memory)
                .polling(polling)
                .removal(() -> withdraws && !report.hasBadRows() ? Removal.WITHDRAW_UNBOOKED : Removal.KEEP)
                .build()
                .apply(this::wanted, result -> report.product(line(result), result));
        report.unchanged(done.unchanged());
        done.stoppedBy().ifPresent(failure -> {
            throw failure;
        });
    }

    private Iterator<WantedProduct> wanted() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
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
