package fr.passerelle.sandbox.control;

import static fr.passerelle.sandbox.control.ControlTypes.found;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.school.CollectiveBooking;
import fr.passerelle.sandbox.school.CollectiveBooking.Status;
import fr.passerelle.sandbox.school.CollectiveOffer;
import fr.passerelle.sandbox.school.CollectiveStatus;
import fr.passerelle.sandbox.school.EducationFormat;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.school.StudentLevel;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Collective offers with their bookings, whatever the rules say. */
public final class CollectiveControl {

    private static final Schema BOOKING = ControlTypes.schema()
            .required(
                    "status",
                    Types.word(Arrays.stream(Status.values()).map(Enum::name).toList()))
            .nullable("cancellationReason", Types.text());

    private static final Schema OFFER = ControlTypes.schema()
            .required("venueId", Types.integer())
            .required("createdBy", Types.text())
            .nullable("status", Types.word(CollectiveStatus.names()))
            .nullable("institutionId", Types.integer())
            .nullable("startDatetime", Moments.utc())
            .nullable("endDatetime", Moments.utc())
            .nullable("bookingLimitDatetime", Moments.utc())
            .nullable("totalPrice", ControlTypes.decimal())
            .nullable("numberOfTickets", Types.integer())
            .nullable("name", Types.text())
            .nullable("description", Types.text())
            .nullable("bookings", Types.list(BOOKING));

    private static final long DEFAULT_PRICE = 100;
    private static final long DEFAULT_TICKETS = 25;
    private static final String DEFAULT_REASON = "OFFERER";
    private static final Duration BOOKED_AGO = Duration.ofDays(2);
    private static final Duration CONFIRMED_AGO = Duration.ofDays(1);

    private final World world;
    private final Schools schools;

    public CollectiveControl(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
    }

    public List<Route> routes() {
        return List.of(Route.control("POST", "/sandbox/collective/offers", this::addOffer));
    }

    private Response addOffer(Call call) {
        Instant now = world.now();
        Form form = OFFER.control(call, now);
        long venueId = form.requiredNumber("venueId");
        Venue venue = found(world.venues.find(venueId), "venue", venueId);
        Provider author = ControlTypes.author(world, form.requiredText("createdBy"));
        CollectivePreset preset = CollectivePreset.of(form.text("status"));
        CollectiveOffer offer =
                schools.addOffer(venue, author, form.text("name", "Offre scolaire"), dates(form, preset, now), now);
        preset.applyFlags(offer);
        describe(offer, form);
        Long institutionId = form.number("institutionId");
        if (institutionId != null) {
            offer.institution = found(schools.institutions.find(institutionId), "institution", institutionId);
        }
        if (form.get("bookings") != null) {
            form.forms("bookings")
                    .forEach(booking -> addBooking(
                            offer,
                            Status.valueOf(booking.requiredText("status")),
                            booking.text("cancellationReason", DEFAULT_REASON),
                            now));
        } else if (preset.booking() != null) {
            addBooking(offer, preset.booking(), DEFAULT_REASON, now);
        }
        return Response.created(view(offer));
    }

    private static CollectiveOffer.Dates dates(Form form, CollectivePreset preset, Instant now) {
        Instant start = Objects.requireNonNullElse(form.instant("startDatetime"), preset.startFrom(now));
        return new CollectiveOffer.Dates(
                start,
                Objects.requireNonNullElse(form.instant("endDatetime"), start),
                Objects.requireNonNullElse(form.instant("bookingLimitDatetime"), preset.limitFrom(now, start)));
    }

    private static void describe(CollectiveOffer offer, Form form) {
        offer.price((BigDecimal) Objects.requireNonNullElse(form.get("totalPrice"), BigDecimal.valueOf(DEFAULT_PRICE)));
        offer.tickets = form.number("numberOfTickets", DEFAULT_TICKETS);
        offer.description = form.text("description", "Description de l'offre " + offer.id);
        offer.formats = List.of(EducationFormat.CONCERT.label);
        offer.students = List.of(StudentLevel.COLLEGE4);
        offer.contactEmail = "contact@exemple.fr";
        offer.contactPhone = "+33199000000";
        offer.bookingEmails = List.of("reservations@exemple.fr");
    }

    private void addBooking(CollectiveOffer offer, Status status, String reason, Instant now) {
        CollectiveBooking booking = schools.book(offer, now.minus(BOOKED_AGO));
        switch (status) {
            case PENDING -> {
                // As it was made.
            }
            case CONFIRMED -> booking.confirm(now.minus(CONFIRMED_AGO));
            case USED -> use(booking, now);
            case REIMBURSED -> {
                use(booking, now);
                booking.reimburse(now);
            }
            case CANCELLED -> booking.cancel(reason);
        }
    }

    private static void use(CollectiveBooking booking, Instant now) {
        booking.confirm(now.minus(CONFIRMED_AGO));
        booking.use(now.minus(CONFIRMED_AGO));
    }

    private static ObjectNode view(CollectiveOffer offer) {
        ObjectNode json = Json.object().put("id", offer.id);
        ArrayNode bookings = json.putArray("bookings");
        offer.bookings.forEach(booking -> bookings.addObject().put("id", booking.id));
        return json;
    }
}
