package fr.passerelle.season.report;

import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.publish.Offering;
import fr.passerelle.season.publish.Outcome;
import fr.passerelle.season.publish.Reason;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what becomes of each record: one line, and a remark for each thing that changes or was inferred. */
public final class OutcomeReport {

    private static final char PUBLISHED = '+';
    private static final char CHANGED = '*';
    private static final char UNCHANGED = '=';
    private static final char REFUSED = '-';

    private final Console console;
    private final Texts texts;
    private final ChangeText changes;

    /** A report. */
    public OutcomeReport(Console console, Texts texts) {
        this.console = console;
        this.texts = texts;
        this.changes = new ChangeText(texts);
    }

    /** Tells one. */
    public void tell(Outcome outcome) {
        if (outcome.refusal().isPresent()) {
            console.item(REFUSED, outcome.title(), reason(outcome.refusal().get()));
        } else if (outcome.isNew()) {
            outcome.offering().ifPresent(offering -> tellNew(outcome.title(), offering));
        } else if (outcome.changes().isEmpty()) {
            console.item(UNCHANGED, outcome.title(), texts.of("record.unchanged"));
        } else {
            char mark = outcome.isChanged() ? CHANGED : UNCHANGED;
            String key = outcome.offering().isPresent() ? "record.changed" : "record.gone";
            console.item(mark, outcome.title(), texts.of(key));
        }
        if (!outcome.isNew()) {
            ZoneId zone = outcome.offering()
                    .map(offering -> offering.listing().zone())
                    .orElse(Schedule.PARIS);
            outcome.changes().forEach(change -> console.remark(changes.of(change, zone)));
        }
        outcome.offering()
                .map(Offering::illustration)
                // What was done to a picture is told with what is sent; that there is none, each time.
                .filter(picture -> outcome.isChanged() || picture.image().isEmpty())
                .ifPresent(picture -> picture.notes().forEach(note -> console.remark(text(note))));
        outcome.results().stream().filter(Outcome::isOpen).forEach(this::tell);
    }

    /** What a finding says. */
    public String text(Finding finding) {
        return texts.of("finding." + finding.code().code(), finding.details().toArray());
    }

    private void tell(ChangeResult result) {
        console.remark(texts.of("result", result.state(), changes.failure(result)));
    }

    private void tellNew(String title, Offering offering) {
        Listing listing = offering.listing();
        console.item(
                PUBLISHED,
                title,
                texts.of(
                        "record.new",
                        texts.count("date", offering.wanted().dates().size()),
                        prices(offering),
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

    private String prices(Offering offering) {
        List<Price> prices = offering.event().priceCategories().stream()
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
        return ((Reason.AgainstRules) reason)
                .violations().stream()
                        .map(violation ->
                                texts.of("refused.record", violation.code().code(), violation.message(texts.locale())))
                        .collect(Collectors.joining("; "));
    }
}
