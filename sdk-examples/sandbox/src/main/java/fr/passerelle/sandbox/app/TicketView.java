package fr.passerelle.sandbox.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.sandbox.booking.BookingRules;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.Instants;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A booking as the person who made it sees it, with the ticket. Amounts in euro cents. */
final class TicketView {

    /** A vendor's barcode shows only this long before the start (rule book 3.5). */
    private static final Duration BARCODE_SHOWN = Duration.ofDays(2);

    private static final Duration FILED_AFTER = Duration.ofDays(30);
    private static final int ADULT_AGE = 18;

    private static final String QR_PREFIX = "PASSCULTURE:v3;TOKEN:";

    private TicketView() {}

    /** All bookings of a person, the newest first. */
    static ObjectNode bookings(Beneficiary person, World world) {
        Instant now = world.now();
        Instant adult = Interpretation.SERVER
                .birthday(person.birthDate, ADULT_AGE)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<Booking> own = world.bookings.all().stream()
                .filter(booking -> booking.beneficiary == person)
                .sorted(Comparator.comparingLong((Booking booking) -> booking.id)
                        .reversed())
                .toList();
        ObjectNode json = Json.object()
                .put("hasBookingsAfter18", own.stream().anyMatch(booking -> !booking.created.isBefore(adult)));
        ArrayNode ongoing = json.putArray("ongoingBookings");
        ArrayNode ended = json.putArray("endedBookings");
        own.forEach(booking -> (isEnded(booking, now) ? ended : ongoing).add(booking(booking, now)));
        return json;
    }

    /** Whatever is cancelled or used is over, but for events to come and codes of the last month. */
    private static boolean isEnded(Booking booking, Instant now) {
        if (booking.status == Booking.Status.CANCELLED) {
            return true;
        }
        Instant start = booking.stock.beginning;
        if (start != null && !start.isBefore(now)) {
            return false;
        }
        return booking.activationCode != null ? isFiled(booking, now) : booking.status != Booking.Status.CONFIRMED;
    }

    /** What was used as soon as it was booked is put away after a month (rule book 3.5). */
    private static boolean isFiled(Booking booking, Instant now) {
        return BookingRules.isUsedAtOnce(booking)
                && !booking.created.plus(FILED_AFTER).isAfter(now);
    }

    static ObjectNode booking(Booking booking, Instant now) {
        ObjectNode json = Json.object()
                .put("id", booking.id)
                .put("quantity", booking.quantity)
                .put("totalAmount", (long) booking.price * booking.quantity)
                .put("dateCreated", Instants.utc(booking.created))
                .put("dateUsed", Instants.utcOrNull(booking.used))
                .put("confirmationDate", Instants.utcOrNull(booking.cancellationLimit))
                .put("expirationDate", Instants.utcOrNull(BookingRules.end(booking)))
                .put("cancellationDate", Instants.utcOrNull(booking.cancelled))
                .put("cancellationReason", booking.cancellationReason)
                .put("completedUrl", completedUrl(booking))
                .put("displayAsEnded", isFiled(booking, now))
                .put("canReact", false)
                .put("enablePopUpReaction", false)
                .putNull("userReaction");
        json.set("ticket", ticket(booking, now));
        json.set("stock", stock(booking));
        return json;
    }

    private static ObjectNode ticket(Booking booking, Instant now) {
        Offer offer = booking.stock.offer;
        ObjectNode json = Json.object();
        if (booking.activationCode == null) {
            json.putNull("activationCode");
        } else {
            json.putObject("activationCode").put("code", booking.activationCode).putNull("expirationDate");
        }
        boolean external = !booking.tickets.isEmpty();
        boolean shown = !external || isShown(booking.stock.beginning, now);
        if (external) {
            var barcodes = json.putObject("externalBooking");
            if (shown) {
                var data = barcodes.putArray("data");
                booking.tickets.forEach(ticket ->
                        data.addObject().put("barcode", ticket.barcode()).put("seat", ticket.seat()));
            } else {
                barcodes.putNull("data");
            }
            json.putNull("token").putNull("voucher");
        } else {
            json.putNull("externalBooking");
            json.putObject("token").put("data", booking.token);
            json.putObject("voucher").put("data", QR_PREFIX + booking.token);
        }
        json.put("display", display(booking, external, shown));
        json.putObject("withdrawal")
                .put("details", offer.itemCollectionDetails)
                .put(
                        "type",
                        offer.withdrawal == null
                                ? null
                                : offer.withdrawal.name().toLowerCase(Locale.ROOT))
                .putNull("delay");
        return json;
    }

    private static String display(Booking booking, boolean external, boolean shown) {
        if (external) {
            return shown ? "external_ticket" : "hidden_external_ticket";
        }
        if (booking.activationCode != null) {
            return "online_code";
        }
        return booking.stock.offer.event ? "ticket" : "voucher";
    }

    private static boolean isShown(@Nullable Instant start, Instant now) {
        return start == null || !start.minus(BARCODE_SHOWN).isAfter(now);
    }

    private static ObjectNode stock(Booking booking) {
        Stock stock = booking.stock;
        ObjectNode json = Json.object()
                .put("id", stock.id)
                .put("price", booking.price)
                .put("beginningDatetime", Instants.utcOrNull(stock.beginning))
                .put("isAutomaticallyUsed", BookingRules.isUsedAtOnce(booking))
                .put("priceCategoryLabel", stock.priceCategory == null ? null : stock.priceCategory.label);
        stock.features.forEach(json.putArray("features")::add);
        json.set("offer", offer(stock.offer));
        return json;
    }

    private static ObjectNode offer(Offer offer) {
        ObjectNode json = Json.object()
                .put("id", offer.id)
                .put("name", offer.name)
                .put("subcategoryId", offer.category)
                .put("isDigital", offer.url != null)
                .put("isPermanent", false)
                .put("url", offer.url)
                .put("bookingContact", offer.bookingContact);
        json.putObject("extraData").put("ean", offer.ean);
        if (offer.url == null) {
            json.set("address", address(offer.address, offer.addressLabel));
        } else {
            json.putNull("address");
        }
        Venue venue = offer.venue;
        json.putObject("venue")
                .put("id", venue.id)
                .put("name", venue.legalName)
                .put("publicName", venue.displayName())
                .put("timezone", venue.address.zone().getId())
                .put("isOpenToPublic", !venue.digital)
                .putObject("address")
                .put("id", venue.address.id());
        return json;
    }

    static ObjectNode address(Address address, @Nullable String label) {
        ZoneId zone = address.zone();
        ObjectNode json = Json.object()
                .put("id", address.id())
                .put("street", address.street())
                .put("postalCode", address.postalCode())
                .put("city", address.city())
                .put("label", label)
                .put("timezone", zone.getId());
        json.putObject("coordinates").put("latitude", address.latitude()).put("longitude", address.longitude());
        return json;
    }

    /** The offer's address with its placeholders filled. */
    private static @Nullable String completedUrl(Booking booking) {
        String url = booking.stock.offer.url;
        return url == null
                ? null
                : url.replace("{token}", booking.token)
                        .replace("{email}", URLEncoder.encode(booking.beneficiary.email, UTF_8))
                        .replace("{offerId}", String.valueOf(booking.stock.offer.id));
    }
}
