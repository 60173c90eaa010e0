package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Reading;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates and edits dates: every check first, all dates or none (operations 21 and 23). */
final class DateWriter {

    private static final String LIMIT = "bookingLimitDatetime";

    private final World world;

    DateWriter(World world) {
        this.world = world;
    }

    /** Creates dates; the first ones of an event end its draft state. */
    List<Stock> create(Provider provider, Offer event, List<Form> items) {
        if (event.liveStocks().size() + items.size() > EventSchemas.MAX_DATES) {
            throw Refusal.listed(400, "dates", "An event has at most " + EventSchemas.MAX_DATES + " dates");
        }
        Reading problems = new Reading(world.now());
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            check(event, items.get(i), "dates." + i + ".", ids, problems);
        }
        problems.refuseIfAny();
        if (!items.isEmpty()) {
            Access.refuseUnderReview(event);
            Access.refuseImported(event, provider);
        }
        for (Form item : items) {
            OfferRules.checkPrice(event.venue, priceCategory(event, item.requiredNumber("priceCategoryId")).price);
        }
        List<Stock> dates = items.stream().map(item -> add(event, item)).toList();
        if (!dates.isEmpty() && event.validation == Offer.Validation.DRAFT) {
            event.validation = world.reviewOutcome;
        }
        return dates;
    }

    private static void check(Offer event, Form item, String path, Set<String> idsInCall, Reading problems) {
        if (find(event, item.requiredNumber("priceCategoryId")) == null) {
            problems.problem(path + "priceCategoryId", "The price category could not be found");
        }
        String id = item.text("idAtProvider");
        if (id != null && (isTaken(event, null, id) || !idsInCall.add(id))) {
            problems.problem(path + "idAtProvider", "`" + id + "` is already taken by another stock of this event");
        }
        checkLimit(
                event, item.requiredInstant("beginningDatetime"), item.requiredInstant(LIMIT), path + LIMIT, problems);
    }

    private static void checkLimit(Offer event, Instant beginning, Instant limit, String path, Reading problems) {
        if (limit.isAfter(beginning)) {
            problems.problem(path, "The booking limit cannot be after the beginning of the event");
        }
        if (event.publication != null && limit.isBefore(event.publication)) {
            problems.problem(path, "The booking limit cannot be before the publication of the offer");
        }
        if (event.bookingAllowed != null && limit.isBefore(event.bookingAllowed)) {
            problems.problem(path, "The booking limit cannot be before the opening of the bookings");
        }
    }

    private static boolean isTaken(Offer event, @Nullable Stock edited, String id) {
        return event.liveStocks().stream().anyMatch(date -> date != edited && id.equals(date.idAtProvider));
    }

    private Stock add(Offer event, Form item) {
        PriceCategory category = priceCategory(event, item.requiredNumber("priceCategoryId"));
        Stock date = world.addStock(event, category.price);
        date.priceCategory = category;
        date.beginning = item.requiredInstant("beginningDatetime");
        date.bookingLimit = item.requiredInstant(LIMIT);
        date.quantity = item.get("quantity") instanceof Long total ? total : null;
        date.idAtProvider = item.text("idAtProvider");
        return date;
    }

    /** Edits a date; sending a beginning, even an unchanged one, moves the event. */
    void edit(Provider provider, Stock date, Form form) {
        Offer event = date.offer;
        Long categoryId = form.number("priceCategoryId");
        PriceCategory category = categoryId == null ? null : find(event, categoryId);
        if (categoryId != null && category == null) {
            throw Refusal.listed(404, "priceCategoryId", "The price category could not be found");
        }
        if (event.validation != Offer.Validation.DRAFT) {
            Access.refuseUnderReview(event);
            Access.refuseImported(event, provider);
            refuseOver(date);
        }
        checkDatetimes(date, form);
        if (category != null) {
            OfferRules.checkPrice(event.venue, category.price);
        }
        String id = form.text("idAtProvider");
        if (id != null && isTaken(event, date, id)) {
            throw Refusal.listed(400, "idAtProvider", "`" + id + "` is already taken by another stock of this event");
        }
        apply(date, form, category);
    }

    private void refuseOver(Stock date) {
        if (date.beginning != null && !date.beginning.isAfter(world.now())) {
            throw Refusal.listed(400, "global", "Past events cannot be edited");
        }
    }

    private void checkDatetimes(Stock date, Form form) {
        if (form.has("beginningDatetime") || form.has(LIMIT)) {
            Instant beginning = form.has("beginningDatetime") ? form.instant("beginningDatetime") : date.beginning;
            Instant limit = form.has(LIMIT) ? form.instant(LIMIT) : date.bookingLimit;
            Reading problems = new Reading(world.now());
            if (beginning != null && limit != null) {
                checkLimit(date.offer, beginning, limit, LIMIT, problems);
            }
            problems.refuseIfAny();
        }
    }

    private void apply(Stock date, Form form, @Nullable PriceCategory category) {
        if (category != null) {
            date.priceCategory = category;
            date.price = category.price;
        }
        if (form.has("quantity")) {
            date.setRemaining(form.get("quantity") instanceof Long remaining ? remaining : null);
        }
        if (form.has("idAtProvider")) {
            date.idAtProvider = form.text("idAtProvider");
        }
        if (form.has(LIMIT)) {
            date.bookingLimit = form.instant(LIMIT);
        }
        if (form.has("beginningDatetime")) {
            Instant beginning = form.requiredInstant("beginningDatetime");
            date.beginning = beginning;
            world.bookings.all().stream()
                    .filter(booking -> booking.stock == date && booking.status != Booking.Status.CANCELLED)
                    .forEach(booking -> world.bookingRules.eventMoved(booking, beginning));
        }
    }

    private static @Nullable PriceCategory find(Offer event, long id) {
        return event.priceCategories.stream()
                .filter(category -> category.id == id)
                .findFirst()
                .orElse(null);
    }

    private static PriceCategory priceCategory(Offer event, long id) {
        return Objects.requireNonNull(find(event, id));
    }
}
