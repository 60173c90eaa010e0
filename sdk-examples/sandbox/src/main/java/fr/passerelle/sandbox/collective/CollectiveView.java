package fr.passerelle.sandbox.collective;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.school.CollectiveBooking;
import fr.passerelle.sandbox.school.CollectiveLocation;
import fr.passerelle.sandbox.school.CollectiveLocation.At;
import fr.passerelle.sandbox.school.CollectiveOffer;
import fr.passerelle.sandbox.school.Institution;
import fr.passerelle.sandbox.school.NationalProgram;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Venue;
import java.time.Instant;
import java.util.List;

/** Collective resources as the API shows them (reference, section 8.3). */
final class CollectiveView {

    private CollectiveView() {}

    /** An offer in full. */
    static ObjectNode offer(CollectiveOffer offer, Instant now) {
        ObjectNode json = Json.object()
                .put("id", offer.id)
                .put("offerStatus", offer.status(now).name())
                .put("name", offer.name)
                .put("description", offer.description)
                .put("contactEmail", offer.contactEmail)
                .put("contactPhone", offer.contactPhone)
                .put("durationMinutes", offer.durationMinutes)
                .put("dateCreated", NaiveInstants.seconds(offer.created))
                .put("hasBookingLimitDatetimesPassed", offer.bookingLimitPassed(now))
                .put("venueId", offer.venue.id)
                .put("startDatetime", NaiveInstants.seconds(offer.start))
                .put("endDatetime", NaiveInstants.seconds(offer.end))
                .put("bookingLimitDatetime", NaiveInstants.seconds(offer.bookingLimit))
                .put("price", offer.price())
                .put("totalPrice", offer.price())
                .put("servicePrice", offer.servicePrice())
                .put("numberOfTeachers", offer.teachers)
                .put("additionalDetails", offer.details)
                .put("numberOfTickets", offer.tickets)
                .put("educationalPriceDetail", offer.priceDetail)
                .put("educationalInstitution", offer.institution == null ? null : offer.institution.uai())
                .put("educationalInstitutionId", offer.institution == null ? null : offer.institution.id())
                .put("imageUrl", offer.image == null ? null : offer.image.url())
                .put("imageCredit", offer.image == null ? null : offer.image.credit());
        ArrayNode fees = json.putArray("additionalFees");
        offer.fees()
                .forEach(fee -> fees.addObject()
                        .put("type", fee.type())
                        .put("label", fee.label())
                        .put("amount", fee.amount()));
        addAccessibility(json, offer.accessibility);
        json.set("bookingEmails", texts(offer.bookingEmails));
        json.set("interventionArea", texts(offer.interventionArea));
        json.set("students", texts(offer.students.stream().map(Enum::name).toList()));
        json.set("formats", texts(offer.formats));
        ArrayNode domains = json.putArray("domains");
        offer.domains.forEach(domain -> domains.add(domain.id()));
        json.set("location", location(offer.location, offer.venue));
        json.set("bookings", bookings(offer));
        json.set("nationalProgram", offer.program == null ? null : program(offer.program));
        return json;
    }

    /** An offer in the list. */
    static ObjectNode item(CollectiveOffer offer, Instant now) {
        ObjectNode json = Json.object()
                .put("id", offer.id)
                .put("startDatetime", NaiveInstants.seconds(offer.start))
                .put("endDatetime", NaiveInstants.seconds(offer.end))
                .put("offerStatus", offer.status(now).name())
                .put("venueId", offer.venue.id);
        json.set("bookings", bookings(offer));
        return json;
    }

    static ObjectNode program(NationalProgram program) {
        return Json.object().put("id", program.id()).put("name", program.name());
    }

    static ObjectNode institution(Institution institution) {
        return Json.object()
                .put("id", institution.id())
                .put("uai", institution.uai())
                .put("name", institution.name())
                .put("institutionType", institution.type())
                .put("city", institution.city())
                .put("postalCode", institution.postalCode());
    }

    private static ArrayNode bookings(CollectiveOffer offer) {
        ArrayNode list = Json.array();
        offer.bookings.forEach(booking -> list.add(booking(booking)));
        return list;
    }

    private static ObjectNode booking(CollectiveBooking booking) {
        return Json.object()
                .put("id", booking.id)
                .put("status", booking.status.name())
                .put("dateCreated", NaiveInstants.precise(booking.created))
                .put("confirmationDate", NaiveInstants.precise(booking.confirmed))
                .put("cancellationLimitDate", NaiveInstants.precise(booking.cancellationLimit))
                .put("reimbursementDate", NaiveInstants.precise(booking.reimbursed))
                .put("dateUsed", NaiveInstants.precise(booking.used));
    }

    private static ObjectNode location(CollectiveLocation location, Venue venue) {
        ObjectNode json = Json.object();
        if (location instanceof CollectiveLocation.School) {
            return json.put("type", "SCHOOL");
        }
        if (location instanceof CollectiveLocation.ToBeDefined undecided) {
            return json.put("type", "TO_BE_DEFINED").put("comment", undecided.comment());
        }
        At place = (At) location;
        boolean atVenue = place.equals(At.venue(venue));
        json.put("type", "ADDRESS").put("isVenueAddress", atVenue);
        return atVenue ? json : json.put("addressId", place.address().id()).put("addressLabel", place.label());
    }

    private static void addAccessibility(ObjectNode json, Accessibility accessibility) {
        json.put("audioDisabilityCompliant", accessibility.audio())
                .put("mentalDisabilityCompliant", accessibility.mental())
                .put("motorDisabilityCompliant", accessibility.motor())
                .put("visualDisabilityCompliant", accessibility.visual());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode list = Json.array();
        texts.forEach(list::add);
        return list;
    }
}
