package fr.passerelle.sandbox.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;

/** Bookings in responses of the partner API. The countermark is not part of them: it comes from the user. */
public final class BookingView {

    private BookingView() {}

    public static ObjectNode booking(Booking booking) {
        Offer offer = booking.stock.offer;
        PriceCategory category = booking.stock.priceCategory;
        Beneficiary user = booking.beneficiary;
        boolean digital = offer.url != null;
        return Json.object()
                .put("id", booking.id)
                .put("quantity", booking.quantity)
                .put("creationDate", Instants.utc(booking.created))
                .put("confirmationDate", Instants.utcOrNull(booking.cancellationLimit))
                .put("price", booking.price)
                .put("status", booking.status.name())
                .put("offerId", offer.id)
                .put("stockId", booking.stock.id)
                .put("priceCategoryId", category == null ? null : category.id)
                .put("priceCategoryLabel", category == null ? null : category.label)
                .put("offerName", offer.name)
                .put("offerEan", offer.ean)
                .put("offerAddress", digital ? null : offer.address.street())
                .put("offerDepartmentCode", digital ? null : offer.address.department())
                .put("venueId", offer.venue.id)
                .put("venueName", offer.venue.legalName)
                .put("userEmail", user.email)
                .put("userPhoneNumber", user.phone)
                .put("userFirstName", user.firstName)
                .put("userLastName", user.lastName)
                .put("userBirthDate", user.birthDate.toString())
                .put("userPostalCode", user.postalCode);
    }
}
