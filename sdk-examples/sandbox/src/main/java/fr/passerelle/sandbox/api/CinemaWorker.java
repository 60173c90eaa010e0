package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Film;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the offers and sessions of films what a call said. A film that the catalogue does not know is passed over, and
 * so is one whose offer has a date without an id of the vendor's, which makes the server's task fail.
 */
final class CinemaWorker {

    private static final String CATEGORY = "SEANCE_CINE";

    private final World world;
    private final VendorMessages messages;

    CinemaWorker(World world, VendorMessages messages) {
        this.world = world;
        this.messages = messages;
    }

    /** Works the films of one call off; gives the number of offers made or changed. */
    int work(Provider provider, Venue venue, List<Form> films) {
        int done = 0;
        for (Form film : films) {
            if (replace(provider, venue, film)) {
                done++;
            }
        }
        return done;
    }

    private boolean replace(Provider provider, Venue venue, Form form) {
        Film film = world.catalogue.film(form.requiredText("filmId"));
        Form place = form.form("address");
        Address address = place == null ? null : world.addresses.rows.find(place.requiredNumber("id"));
        if (film == null || (place != null && address == null)) {
            return false;
        }
        String id = form.requiredText("filmId") + "%" + venue.id + (address == null ? "" : "%" + address.id());
        Offer known = find(venue, id);
        if (known != null && known.liveStocks().stream().anyMatch(session -> session.idAtProvider == null)) {
            return false;
        }
        Offer offer = known == null ? create(provider, venue, film, id, form) : known;
        if (known == null && place != null && address != null) {
            offer.place(address, place.text("label"));
        }
        form.forms("priceCategories").forEach(category -> write(offer, category));
        Set<String> sent = new HashSet<>();
        for (Form session : form.forms("stocks")) {
            sent.add(session.requiredText("idAtProvider"));
            write(offer, session, category(offer, session.requiredText("priceCategoryIdAtProvider")));
        }
        Instant now = world.now();
        offer.liveStocks().stream()
                .filter(session -> !sent.contains(session.idAtProvider)
                        && session.beginning != null
                        && !session.beginning.isBefore(now))
                .forEach(this::delete);
        return true;
    }

    private @Nullable Offer find(Venue venue, String id) {
        return world.offers.all().stream()
                .filter(offer -> offer.venue == venue && id.equals(offer.idAtProvider))
                .findFirst()
                .orElse(null);
    }

    /** Published at once and not reviewed; without tickets of the vendor. */
    private Offer create(Provider provider, Venue venue, Film film, String id, Form form) {
        Offer offer = world.offers.add(row -> new Offer(row, venue, true, CATEGORY, film.name()));
        offer.lastProvider = provider;
        offer.idAtProvider = id;
        offer.addressLabel = venue.publicName;
        offer.eventDuration = film.durationMinutes();
        offer.doubleBookings = form.flag("enableDoubleBookings", true);
        offer.validation = Offer.Validation.APPROVED;
        offer.publication = world.now();
        return offer;
    }

    /** What is no longer sent is kept. */
    private void write(Offer offer, Form form) {
        String id = form.requiredText("idAtProvider");
        PriceCategory known = offer.priceCategories.stream()
                .filter(category -> id.equals(category.idAtProvider))
                .findFirst()
                .orElse(null);
        if (known == null) {
            OfferCreation.addPriceCategory(world, offer, form);
        } else {
            known.label = form.requiredText("label");
            known.price = Math.toIntExact(form.requiredNumber("price"));
        }
    }

    private static PriceCategory category(Offer offer, String id) {
        return offer.priceCategories.stream()
                .filter(category -> id.equals(category.idAtProvider))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Changes the session of an id, or makes it. One that the route for a single date deleted keeps its id, and is
     * written to without coming back.
     */
    private void write(Offer offer, Form form, PriceCategory category) {
        String id = form.requiredText("idAtProvider");
        Stock session = offer.stocks.stream()
                .filter(row -> id.equals(row.idAtProvider))
                .findFirst()
                .orElseGet(() -> world.addStock(offer, category.price));
        Instant beginning = form.requiredInstant("beginningDatetime");
        boolean moved = session.beginning != null && !beginning.equals(session.beginning);
        session.idAtProvider = id;
        session.beginning = beginning;
        session.bookingLimit = beginning;
        session.priceCategory = category;
        session.price = category.price;
        session.features = form.texts("features").stream().distinct().toList();
        session.setRemaining(form.requiredNumber("quantity"));
        if (moved) {
            bookings(session).stream()
                    .filter(booking -> booking.status != Booking.Status.CANCELLED)
                    .forEach(booking -> world.bookingRules.eventMoved(booking, beginning));
        }
    }

    /** Cancels what is booked, and frees the id. */
    private void delete(Stock session) {
        session.deleted = true;
        String renamed = "[DELETED:" + world.now().getEpochSecond() + "]" + session.idAtProvider;
        session.idAtProvider = renamed.substring(0, Math.min(renamed.length(), OfferSchemas.MAX_ID_AT_PROVIDER));
        List<Booking> live = bookings(session).stream()
                .filter(booking -> booking.status == Booking.Status.CONFIRMED || booking.status == Booking.Status.USED)
                .toList();
        live.forEach(booking -> world.bookingRules.cancel(booking, "OFFERER"));
        live.forEach(messages::announceCancellation);
    }

    private List<Booking> bookings(Stock session) {
        return world.bookings.all().stream()
                .filter(booking -> Objects.equals(booking.stock, session))
                .toList();
    }
}
