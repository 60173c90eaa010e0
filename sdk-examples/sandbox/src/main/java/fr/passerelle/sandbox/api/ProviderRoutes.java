package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.WebAddresses;
import fr.passerelle.sandbox.state.MessageUrls;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.ProviderLink;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.VenueView;
import java.util.List;
import java.util.function.Predicate;

/** The provider's own account and its URLs, at provider and at venue level (operations 1–3). */
final class ProviderRoutes {

    private static final String NOTIFICATION = "notificationUrl";
    private static final String BOOKING = "bookingUrl";
    private static final String CANCEL = "cancelUrl";

    private static final Schema URLS = Schema.strict(Dialect.V2)
            .nullable(NOTIFICATION, WebAddresses.vendorUrl())
            .nullable(BOOKING, WebAddresses.vendorUrl())
            .nullable(CANCEL, WebAddresses.vendorUrl());

    /** The width of the provider's notification column. */
    private static final int NOTIFICATION_WIDTH = 255;

    private final World world;

    ProviderRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.partner(
                        "GetProvider",
                        "GET",
                        "/public/providers/v1/provider",
                        call -> Response.ok(VenueView.provider(call.provider()))),
                Route.partnerJson("UpdateProvider", "PATCH", "/public/providers/v1/provider", this::update),
                Route.partnerJson(
                        "UpdateVenueExternalUrls",
                        "PATCH",
                        "/public/providers/v1/venues/{venue_id}",
                        this::updateVenue));
    }

    private Response update(Call call) {
        Form form = URLS.body(call, world.now());
        Provider provider = call.provider();
        MessageUrls after = after(provider.urls, form);
        refuseHalfTicketing(after);
        if (provider.urls.ticketing() && !after.ticketing()) {
            refuseOrphans(provider, venue -> !venueHasTicketing(provider, venue));
        }
        String notification = after.notification;
        if (notification != null && notification.length() > NOTIFICATION_WIDTH) {
            throw Refusal.crash();
        }
        provider.urls.set(after);
        return Response.ok(VenueView.provider(provider));
    }

    private Response updateVenue(Call call) {
        Form form = URLS.body(call, world.now());
        Provider provider = call.provider();
        Venue venue = world.venues.find(call.id("venue_id"));
        ProviderLink link = venue == null ? null : world.link(provider, venue);
        if (link == null || !link.active) {
            throw Refusal.bare(404, "global", "This venue cannot be found");
        }
        MessageUrls after = after(link.urls, form);
        if (link.urls.isEmpty() && after.isEmpty() && !form.isEmpty()) {
            throw Refusal.crash();
        }
        refuseHalfTicketing(after);
        if (link.urls.ticketing() && !after.ticketing() && !provider.urls.ticketing()) {
            refuseOrphans(provider, link.venue::equals);
        }
        link.urls.set(after);
        return Response.noContent();
    }

    private static MessageUrls after(MessageUrls before, Form form) {
        MessageUrls after = new MessageUrls();
        after.notification = form.has(NOTIFICATION) ? form.text(NOTIFICATION) : before.notification;
        after.booking = form.has(BOOKING) ? form.text(BOOKING) : before.booking;
        after.cancel = form.has(CANCEL) ? form.text(CANCEL) : before.cancel;
        return after;
    }

    private static void refuseHalfTicketing(MessageUrls urls) {
        if ((urls.booking == null) != (urls.cancel == null)) {
            throw Refusal.listed(
                    400, "ticketing_urls", "bookingUrl and cancelUrl must be either both set or both unset");
        }
    }

    /** Refuses to leave future dates of events with tickets without a ticketing service. */
    private void refuseOrphans(Provider provider, Predicate<Venue> concerned) {
        List<Long> events = world.offers.all().stream()
                .filter(offer -> offer.lastProvider == provider && offer.hasTicket() && concerned.test(offer.venue))
                .filter(this::hasFutureDate)
                .map(offer -> offer.id)
                .toList();
        if (!events.isEmpty()) {
            throw Refusal.listed(
                    400,
                    "ticketing_urls",
                    "Events with tickets still have future dates, blocking event ids: " + events);
        }
    }

    private boolean hasFutureDate(Offer offer) {
        return offer.liveStocks().stream()
                .anyMatch(date -> date.beginning != null && date.beginning.isAfter(world.now()));
    }

    private boolean venueHasTicketing(Provider provider, Venue venue) {
        ProviderLink link = world.link(provider, venue);
        return link != null && link.urls.ticketing();
    }
}
