package fr.passerelle.counsellor.nearby;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.commandline.Printable;
import fr.passerelle.commandline.Texts;
import fr.passerelle.counsellor.text.Lines;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Performance;
import fr.passerelle.season.agenda.PriceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was found, as text, as JSON, and as a page that needs nothing else.
 *
 * @param outings what was found
 * @param agenda where it was found
 * @param exact whether the place that distances are counted from is known, and not only its surroundings
 * @param title of the whole
 * @param texts in the language of whom it is for
 */
public record NearbyText(Outings outings, Agenda agenda, boolean exact, String title, Texts texts) {

    private static final int DATES_SHOWN = 3;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 0; }
            li { margin: 0 0 1rem; } p { margin: .1rem 0; }
            @media print { body { max-width: none; margin: 0; } li { break-inside: avoid; } }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <ol>
            %s
            </ol>
            %s
            </main>
            </body>
            </html>
            """;

    /** Several lines for a person to read. */
    public String plain() {
        Lines lines = new Lines();
        lines.heading(title);
        for (Outing outing : outings.found()) {
            lines.gap();
            lines.line(
                    texts.of("nearby.item", distance(outing), outing.listing().title()));
            details(outing).forEach(detail -> lines.line("    " + detail));
        }
        lines.gap();
        remarks().forEach(lines::line);
        return lines.toString();
    }

    /** The page. */
    public String page() {
        String items = outings.found().stream()
                .map(outing -> "<li><h2>" + Printable.html(outing.listing().title()) + "</h2>\n<p>"
                        + Printable.html(distance(outing)) + "</p>\n"
                        + details(outing).stream()
                                .map(detail -> "<p>" + Printable.html(detail) + "</p>")
                                .collect(Collectors.joining("\n"))
                        + "</li>")
                .collect(Collectors.joining("\n"));
        String remarks = remarks().stream()
                .map(remark -> "<p>" + Printable.html(remark) + "</p>")
                .collect(Collectors.joining("\n"));
        String heading = Printable.html(title);
        return PAGE.formatted(texts.locale().getLanguage(), heading, heading, items, remarks);
    }

    /** For programmes: the same names in every language, amounts in cents, instants in UTC. */
    public ObjectNode json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode list = all.putArray("outings");
        for (Outing outing : outings.found()) {
            Listing listing = outing.listing();
            ObjectNode one = list.addObject()
                    .put("id", Printable.line(listing.id()))
                    .put("title", Printable.line(listing.title()))
                    .put("kilometres", Math.round(outing.kilometres() * 10) / 10.0)
                    .put("place", Printable.line(listing.place().line()))
                    .put("category", listing.category().category().id().value())
                    .put("online", listing.onlineUrl() != null);
            ArrayNode dates = one.putArray("dates");
            listing.performances().forEach(date -> dates.add(date.begin().toString()));
            ArrayNode prices = one.putArray("prices");
            outing.prices()
                    .forEach(price -> prices.addObject()
                            .put("label", Printable.line(price.label()))
                            .put("cents", price.cents()));
        }
        all.put("homeIsApproximate", !exact)
                .put("tooFar", outings.tooFar())
                .put("withoutPlace", outings.noPlace())
                .put("notPaidByCredit", outings.notPaid())
                .put("notAtThisAge", outings.notAtThisAge());
        ObjectNode leftOut = all.putObject("leftOut");
        agenda.leftOut().forEach(leftOut::put);
        return all;
    }

    private String distance(Outing outing) {
        return outing.listing().onlineUrl() == null
                ? String.format(texts.locale(), "%.1f km", outing.kilometres())
                : texts.of("nearby.online");
    }

    private List<String> details(Outing outing) {
        Listing listing = outing.listing();
        List<String> details = new ArrayList<>();
        details.add(listing.onlineUrl() == null ? listing.place().line() : listing.onlineUrl());
        List<Performance> dates = listing.performances();
        String shown = dates.stream()
                .limit(DATES_SHOWN)
                .map(date -> texts.moment(date.begin(), listing.zone()))
                .collect(Collectors.joining(" ; "));
        details.add(
                dates.size() > DATES_SHOWN ? texts.of("nearby.more-dates", shown, dates.size() - DATES_SHOWN) : shown);
        details.add(outing.prices().stream().map(this::price).collect(Collectors.joining(" ; ")));
        details.add(texts.of(
                "nearby.category",
                listing.category()
                        .category()
                        .id()
                        .value()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')));
        details.removeIf(String::isEmpty);
        return details;
    }

    private String price(PriceLine line) {
        return line.label() + " : " + texts.price(Price.cents(line.cents()));
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (outings.found().isEmpty()) {
            remarks.add(texts.of("nearby.none"));
        }
        if (!exact) {
            remarks.add(texts.of("nearby.approximate"));
        }
        count(remarks, "nearby.too-far", outings.tooFar());
        count(remarks, "nearby.no-place", outings.noPlace());
        count(remarks, "nearby.not-paid", outings.notPaid());
        count(remarks, "nearby.not-at-this-age", outings.notAtThisAge());
        if (!agenda.leftOut().isEmpty()) {
            remarks.add(texts.of(
                    "nearby.left-out",
                    agenda.leftOut().entrySet().stream()
                            .map(reason -> reason.getKey() + " " + reason.getValue())
                            .collect(Collectors.joining(", "))));
        }
        remarks.add(texts.of("nearby.assumes"));
        return remarks;
    }

    private void count(List<String> remarks, String key, int number) {
        if (number > 0) {
            remarks.add(texts.of(key, number));
        }
    }
}
