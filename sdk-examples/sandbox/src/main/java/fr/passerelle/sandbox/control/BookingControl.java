package fr.passerelle.sandbox.control;

import static fr.passerelle.sandbox.control.ControlTypes.found;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Booking.Status;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Beneficiaries and their bookings, whatever the rules say. */
public final class BookingControl {

    private static final int ADULT_AGE = 18;
    private static final long DEFAULT_CREDIT = 30_000;

    private static final Schema BENEFICIARY = ControlTypes.schema()
            .nullable("email", Types.text())
            .nullable("firstName", Types.text())
            .nullable("lastName", Types.text())
            .nullable("birthDate", ControlTypes.day())
            .nullable("phone", Types.text())
            .nullable("postalCode", Types.text())
            .nullable("credit", Types.atLeast(0, Types.strictInteger()));

    private static final Schema BOOKING = ControlTypes.schema()
            .required("beneficiaryId", Types.integer())
            .required("stockId", Types.integer())
            .nullable("quantity", ControlTypes.amount(1))
            .nullable("status", Types.word(List.of("CONFIRMED", "USED", "CANCELLED", "REIMBURSED")))
            .nullable("createdAt", Moments.utc());

    private static final Schema EMPTY = ControlTypes.schema();

    private final World world;

    public BookingControl(World world) {
        this.world = world;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("POST", "/sandbox/beneficiaries", this::addBeneficiary),
                Route.control("POST", "/sandbox/bookings", this::addBooking),
                change("cancel", Set.of(Status.CONFIRMED, Status.USED), this::cancel),
                change("use", Set.of(Status.CONFIRMED), world.bookingRules::use),
                change("reimburse", Set.of(Status.USED), booking -> booking.status = Status.REIMBURSED));
    }

    private Response addBeneficiary(Call call) {
        Form form = BENEFICIARY.control(call, world.now());
        String email = form.text("email");
        if (email != null && world.beneficiaries.all().stream().anyMatch(known -> known.email.equals(email))) {
            throw ControlTypes.conflict("A beneficiary has this e-mail address already");
        }
        LocalDate today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
        LocalDate birth = (LocalDate) Objects.requireNonNullElse(form.get("birthDate"), today.minusYears(ADULT_AGE));
        Beneficiary user = world.beneficiaries.add(id -> new Beneficiary(
                id,
                email == null ? "beneficiaire." + id + "@exemple.fr" : email,
                Identifiers.hex(24),
                world.now(),
                form.text("firstName", "Camille"),
                form.text("lastName", "Exemple" + id),
                birth));
        user.phone = form.text("phone");
        user.postalCode = form.text("postalCode");
        user.credit = form.number("credit", DEFAULT_CREDIT);
        return Response.created(
                Json.object().put("id", user.id).put("email", user.email).put("accessToken", user.accessToken));
    }

    private Response addBooking(Call call) {
        Form form = BOOKING.control(call, world.now());
        long userId = form.requiredNumber("beneficiaryId");
        Beneficiary user = found(world.beneficiaries.find(userId), "beneficiary", userId);
        long stockId = form.requiredNumber("stockId");
        Stock stock = found(world.stocks.find(stockId), "stock", stockId);
        Instant created = Objects.requireNonNullElse(form.instant("createdAt"), world.now());
        int quantity = Math.toIntExact(form.number("quantity", 1));

        Booking booking = world.bookingRules.add(user, stock, quantity, created);
        String usual = booking.activationCode == null ? "CONFIRMED" : "USED";
        switch (Status.valueOf(form.text("status", usual))) {
            case USED -> world.bookingRules.use(booking);
            case CANCELLED -> cancel(booking);
            case REIMBURSED -> {
                world.bookingRules.use(booking);
                booking.status = Status.REIMBURSED;
            }
            case CONFIRMED -> {
                // As it was made.
            }
        }
        return Response.created(view(booking));
    }

    private void cancel(Booking booking) {
        world.bookingRules.cancel(booking, "BACKOFFICE");
    }

    private Route change(String verb, Set<Status> from, Consumer<Booking> change) {
        return Route.control("POST", "/sandbox/bookings/{bookingId}/" + verb, call -> {
            EMPTY.control(call, world.now());
            Booking booking = found(world.bookings.find(call.id("bookingId")), "booking", call.id("bookingId"));
            if (!from.contains(booking.status)) {
                throw ControlTypes.conflict("A " + booking.status + " booking cannot take the step: " + verb);
            }
            change.accept(booking);
            return Response.ok(view(booking));
        });
    }

    private static JsonNode view(Booking booking) {
        return Json.object().put("id", booking.id).put("token", booking.token).put("status", booking.status.name());
    }
}
