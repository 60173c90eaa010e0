package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.school.CollectiveBooking;
import fr.passerelle.sandbox.school.CollectiveBooking.Status;
import fr.passerelle.sandbox.school.CollectiveOffer;
import fr.passerelle.sandbox.school.Deposit;
import fr.passerelle.sandbox.school.Institution;
import fr.passerelle.sandbox.school.SchoolYears;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** What teachers, heads of schools and time do on the real platform, on demand (operations 49–54). */
final class AdageMockRoutes {

    private static final String ADAGE = "/v2/collective/adage_mock/bookings/{booking_id}/";

    private final World world;
    private final Schools schools;

    AdageMockRoutes(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
    }

    List<Route> routes() {
        return List.of(
                Route.partner(
                        "AdageMockBookOffer", "POST", "/v2/collective/adage_mock/offer/{offer_id}/book", this::book),
                change("ConfirmCollectiveBooking", ADAGE + "confirm", this::confirm),
                change("AdageMockCancelCollectiveBooking", ADAGE + "cancel", AdageMockRoutes::cancel),
                change("ResetCollectiveBooking", ADAGE + "pending", AdageMockRoutes::reset),
                change("ReimburseCollectiveBooking", ADAGE + "reimburse", this::reimburse),
                change("UseCollectiveBooking", "/v2/collective/bookings/{booking_id}/use", this::use));
    }

    private Route change(String operation, String template, Consumer<CollectiveBooking> change) {
        return Route.partner(operation, "POST", template, call -> {
            change.accept(booking(call));
            return Response.noContent();
        });
    }

    private CollectiveBooking booking(Call call) {
        CollectiveBooking booking = schools.bookings.find(call.id("booking_id"));
        if (booking == null || !world.reaches(call.provider(), booking.offer.venue)) {
            throw refused(404, "BOOKING_NOT_FOUND");
        }
        return booking;
    }

    private Response book(Call call) {
        CollectiveOffer offer = schools.offers.find(call.id("offer_id"));
        if (offer == null || !world.reaches(call.provider(), offer.venue)) {
            throw refused(404, "OFFER_NOT_FOUND");
        }
        if (!offer.bookings.isEmpty()) {
            throw refused(403, "OFFER_IS_NOT_BOOKABLE_BECAUSE_BOOKING_EXISTS");
        }
        if (!offer.bookable(world.now())) {
            throw refused(403, "OFFER_IS_NOT_BOOKABLE");
        }
        if (offer.institution == null) {
            throw refused(403, "OFFER_IS_NOT_LINKED_TO_AN_INSTITUTION");
        }
        if (!schools.years.cover(offer.start)) {
            throw refused(403, "OFFERS_YEAR_NOT_FOUND");
        }
        CollectiveBooking booking = schools.book(offer, world.now());
        return Response.ok(Json.object().put("bookingId", booking.id).put("bookingStatus", booking.status.name()));
    }

    private void confirm(CollectiveBooking booking) {
        if (booking.status == Status.CONFIRMED) {
            return;
        }
        if (booking.status == Status.CANCELLED) {
            throw refused(403, "EDUCATIONAL_BOOKING_IS_CANCELLED");
        }
        if (booking.confirmationLimit.isBefore(world.now())) {
            throw refused(403, "CONFIRMATION_LIMIT_DATE_HAS_PASSED");
        }
        checkFunds(booking.offer);
        booking.confirm(world.now());
    }

    private void checkFunds(CollectiveOffer offer) {
        Institution institution = offer.institution;
        Deposit deposit = institution == null ? null : institution.deposit();
        if (institution == null || deposit == null) {
            throw refused(404, "DEPOSIT_NOT_FOUND");
        }
        BigDecimal after =
                schools.spent(institution, SchoolYears.of(offer.start)).add(offer.price());
        if (after.compareTo(deposit.available()) > 0) {
            throw refused(403, deposit.definitive() ? "INSUFFICIENT_FUND" : "INSUFFICIENT_FUND_DEPOSIT_NOT_FINAL");
        }
    }

    private static void cancel(CollectiveBooking booking) {
        if (booking.status == Status.CANCELLED) {
            throw refused(403, "ALREADY_CANCELLED_BOOKING");
        }
        if (booking.status == Status.REIMBURSED) {
            throw refused(403, "BOOKING_IS_REIMBURSED");
        }
        booking.cancel(CollectiveBookingRoutes.REASON);
    }

    private static void reset(CollectiveBooking booking) {
        if (booking.status == Status.USED || booking.status == Status.REIMBURSED) {
            throw refused(403, "CANNOT_SET_BACK_" + booking.status + "_BOOKING_TO_PENDING");
        }
        booking.reset();
    }

    private void reimburse(CollectiveBooking booking) {
        if (booking.status != Status.USED) {
            throw refused(403, "CANNOT_REIMBURSE_" + booking.status + "_BOOKING");
        }
        booking.reimburse(world.now());
    }

    private void use(CollectiveBooking booking) {
        if (booking.status != Status.CONFIRMED) {
            throw refused(403, "ONLY_CONFIRMED_BOOKING_CAN_BE_USED");
        }
        booking.use(world.now());
    }

    private static Refusal refused(int status, String code) {
        return Refusal.bare(status, "code", code);
    }
}
