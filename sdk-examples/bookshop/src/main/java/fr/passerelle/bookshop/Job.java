package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookFile;
import fr.passerelle.bookshop.report.Report;
import fr.passerelle.model.offer.EanAvailability;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanRejection;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.EanOutcome;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be done with a file, row by row: never more than a few calls' worth of it is held. */
final class Job {

    private static final Map<EanRejection, EanOutcome> OUTCOMES = Map.of(
            EanRejection.NOT_FOUND, EanOutcome.UNKNOWN,
            EanRejection.CATEGORY_NOT_ALLOWED, EanOutcome.NOT_ALLOWED,
            EanRejection.NOT_COMPLIANT, EanOutcome.NOT_COMPLIANT);

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
                eans.forEach(ean -> settle(
                        ean,
                        response.rejection(ean)
                                .map(reason -> OUTCOMES.getOrDefault(reason, EanOutcome.REJECTED))
                                .orElse(EanOutcome.APPLIED)));
                eans.clear();
            }
        }
    }

    /** Puts the products on sale at a venue, and waits until each shows or is known to be refused. */
    void upsert(PassCultureClient client, long venueId, Polling polling) {
        Iterable<EanProductDraft> products = () -> file;
        client.products()
                .ean()
                .upsertAndConfirm(
                        new Location.Physical(venueId),
                        products,
                        polling,
                        result -> report.outcome(
                                file.line(result.sent().ean()),
                                result.sent().ean(),
                                result.outcome(),
                                result.failure()));
    }

    private void settle(Ean ean, EanOutcome outcome) {
        report.outcome(file.line(ean), ean, outcome, null);
    }
}
