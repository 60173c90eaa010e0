package fr.passerelle.season.report;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.publish.Change;
import fr.passerelle.season.publish.Outcome;
import fr.passerelle.season.publish.Reason;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what became of each record: one line, and a remark for each thing that was inferred or changed. */
public final class OutcomeReport {

    private static final char PUBLISHED = '+';
    private static final char UNCHANGED = '=';
    private static final char REFUSED = '-';

    private final Console console;
    private final Texts texts;

    /** A report. */
    public OutcomeReport(Console console, Texts texts) {
        this.console = console;
        this.texts = texts;
    }

    /** Tells one. */
    public void tell(Outcome outcome) {
        if (outcome instanceof Outcome.Published published) {
            tell(published);
        } else if (outcome instanceof Outcome.Refused refused) {
            console.item(REFUSED, refused.title(), reason(refused.reason()));
        }
    }

    /** What a finding says. */
    public String text(Finding finding) {
        return texts.of("finding." + finding.code().code(), finding.details().toArray());
    }

    private void tell(Outcome.Published published) {
        Change change = published.change();
        Listing listing = change.plan().listing();
        if (change.isNothing()) {
            console.item(UNCHANGED, published.title(), texts.of("record.unchanged"));
            return;
        }
        String key = change.known() == null ? "record.new" : "record.completed";
        console.item(
                PUBLISHED,
                published.title(),
                texts.of(
                        key,
                        texts.count("date", change.missingDates()),
                        prices(change),
                        listing.category().category().id(),
                        listing.category().rule()));
        // The same remark about many dates is made once.
        Map<FindingCode, List<Finding>> byCode = listing.notes().stream()
                .collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
        byCode.values().forEach(notes -> {
            String more = notes.size() == 1 ? "" : " " + texts.of("record.more", notes.size() - 1);
            console.remark(text(notes.get(0)) + more);
        });
    }

    private String prices(Change change) {
        List<Price> prices = change.plan().event().priceCategories().stream()
                .map(PriceCategoryDraft::price)
                .sorted(Comparator.naturalOrder())
                .toList();
        Price low = prices.get(0);
        Price high = prices.get(prices.size() - 1);
        return low.equals(high) ? texts.price(low) : texts.of("record.prices", texts.price(low), texts.price(high));
    }

    private String reason(Reason reason) {
        if (reason instanceof Reason.Unreadable unreadable) {
            return texts.of("refused.record", unreadable.finding().code().code(), text(unreadable.finding()));
        }
        if (reason instanceof Reason.AgainstRules rules) {
            return rules.violations().stream()
                    .map(violation ->
                            texts.of("refused.record", violation.code().code(), violation.message(texts.locale())))
                    .collect(Collectors.joining("; "));
        }
        Reason.RefusedByProgramme refused = (Reason.RefusedByProgramme) reason;
        return texts.of("refused.programme", refused.status(), refused.errors());
    }
}
