package fr.passerelle.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A sandbox with one provider and one venue, at a fixed time, and a vendor behind its URLs. */
public final class Stage implements AutoCloseable {

    /** What the sandbox's clock shows. */
    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    public final Sandbox sandbox;
    public final FakeVendor vendor;
    public final Http http;
    public final SandboxProvider provider;
    public final SandboxVenue venue;

    /** The provider wants all three messages. */
    public Stage() {
        this(Sandbox.start(), new FakeVendor());
    }

    private Stage(Sandbox sandbox, FakeVendor vendor) {
        this.sandbox = sandbox;
        this.vendor = vendor;
        http = new Http(sandbox.baseUrl());
        sandbox.clock().set(NOW);
        provider = sandbox.provider(
                new VendorUrls(vendor.url("/booking"), vendor.url("/cancel"), vendor.url("/notification")));
        venue = sandbox.linkedVenue(provider);
    }

    /**
     * The same sandbox and vendor, all forgotten: for a test of many cases, as starting takes longer than most of them.
     */
    public Stage emptied() {
        sandbox.reset();
        return new Stage(sandbox, vendor);
    }

    /** The dates of an event of this provider: ticketed or not, ten days ahead, at 12.50 €, duo allowed. */
    public long date(boolean hasTicket, String quantity) {
        return date(
                "'hasTicket':" + hasTicket + ",'enableDoubleBookings':true", "2026-03-12T19:00:00Z", quantity, 1250);
    }

    /** The date of an event with more fields of an offer. */
    public long date(String fields, String beginning, String quantity, int price) {
        JsonNode offer = http.control(
                "POST",
                "/offers",
                ("{'venueId':%d,'kind':'event','createdBy':%d,'name':'Concert d’été',%s,"
                                + "'priceCategories':[{'label':'Plein','price':%d}],"
                                + "'dates':[{'beginningDatetime':'%s','quantity':%s,'priceCategory':0}]}")
                        .formatted(venue.id(), provider.id(), fields, price, beginning, quantity));
        return offer.path("dates").path(0).path("id").asLong();
    }

    /** The stock of a product of this provider. */
    public long product(String fields, String stock) {
        return http.control(
                        "POST",
                        "/offers",
                        "{'venueId':%d,'kind':'product','createdBy':%d,%s,'stock':{%s}}"
                                .formatted(venue.id(), provider.id(), fields, stock))
                .path("stock")
                .path("id")
                .asLong();
    }

    /** Books over the wire. */
    public Http.Reply book(SandboxBeneficiary person, long stockId, int quantity) {
        return http.call(
                "POST",
                "/native/v1/bookings",
                person.accessToken(),
                "{'stockId':%d,'quantity':%d}".formatted(stockId, quantity));
    }

    /** Cancels over the wire. */
    public Http.Reply cancel(SandboxBeneficiary person, long bookingId) {
        return http.call("POST", "/native/v1/bookings/" + bookingId + "/cancel", person.accessToken(), "");
    }

    @Override
    public void close() {
        sandbox.close();
        vendor.close();
    }
}
