package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.school.CollectiveAction;
import fr.passerelle.sandbox.school.CollectiveBooking;
import fr.passerelle.sandbox.school.CollectiveBooking.Status;
import fr.passerelle.sandbox.school.CollectiveLocation;
import fr.passerelle.sandbox.school.CollectiveOffer;
import fr.passerelle.sandbox.school.Domain;
import fr.passerelle.sandbox.school.Institution;
import fr.passerelle.sandbox.school.NationalProgram;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes a collective offer (operation 41). The order of the checks is the server's; nothing is changed before the
 * last of them. What counts is that a field was sent, be it with the value it had.
 */
final class CollectiveOfferEdition {

    /** Fields whose null is refused here and not by the schema, in the order the server looks for them. */
    private static final List<String> NEVER_NULL = List.of(
            "venueId",
            "description",
            "students",
            "location",
            "interventionArea",
            "audioDisabilityCompliant",
            "mentalDisabilityCompliant",
            "motorDisabilityCompliant",
            "visualDisabilityCompliant",
            "educationalInstitution",
            "educationalInstitutionId",
            PriceFields.SERVICE,
            PriceFields.FEES,
            PriceFields.TEACHERS,
            "numberOfTickets");

    /** What changing a field takes. Every other field takes {@link CollectiveAction#EDIT_DETAILS}. */
    private static final Map<String, CollectiveAction> ACTIONS = Map.ofEntries(
            Map.entry(DateOrder.START, CollectiveAction.EDIT_DATES),
            Map.entry(DateOrder.END, CollectiveAction.EDIT_DATES),
            Map.entry(DateOrder.LIMIT, CollectiveAction.EDIT_DATES),
            Map.entry("numberOfTickets", CollectiveAction.EDIT_DISCOUNT),
            Map.entry(PriceFields.TEACHERS, CollectiveAction.EDIT_DISCOUNT),
            Map.entry("educationalPriceDetail", CollectiveAction.EDIT_DISCOUNT),
            Map.entry("educationalInstitution", CollectiveAction.EDIT_INSTITUTION),
            Map.entry("educationalInstitutionId", CollectiveAction.EDIT_INSTITUTION));

    /** Fields that make the total, which may be lowered when it may no longer be raised. */
    private static final Set<String> PRICES = Set.of(PriceFields.TOTAL, PriceFields.SERVICE, PriceFields.FEES);

    private final World world;
    private final Schools schools;
    private final CollectiveOfferRules rules;

    CollectiveOfferEdition(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
        this.rules = new CollectiveOfferRules(world, schools);
    }

    Response edit(Call call) {
        Instant now = world.now();
        Form form = CollectiveSchemas.edition(call, now);
        refuseNulls(form);
        CollectiveOffer offer = CollectiveOfferRoutes.own(schools, call);
        refuseForbidden(offer, form, now);
        Venue venue = venueAfter(offer, form, call.provider(), now);
        checkImage(offer, form);
        NationalProgram program = programAfter(offer, form);
        CollectiveOffer.Dates dates = datesAfter(offer, form);
        Form place = form.form("location");
        CollectiveLocation location = place == null ? offer.location : rules.location(place, venue);
        List<Domain> domains = form.has("domains") ? rules.domains(form) : offer.domains;
        if (form.has("domains") || form.has("nationalProgramId")) {
            CollectiveOfferRules.checkProgram(program, domains);
        }
        Institution institution = institutionAfter(offer, form);
        PriceFields.check(offer, form);
        crashOnZone(offer, form, dates, now);

        offer.venue = venue;
        offer.program = program;
        offer.location = location;
        offer.domains = domains;
        offer.institution = institution;
        offer.start = dates.start();
        offer.end = dates.end();
        offer.bookingLimit = dates.bookingLimit();
        offer.datesChanged(form.has(DateOrder.START), now);
        CollectiveOfferDescription.apply(offer, form);
        return Response.ok(CollectiveView.offer(offer, now));
    }

    private static void refuseNulls(Form form) {
        for (String field : NEVER_NULL) {
            if (form.has(field) && form.get(field) == null) {
                throw Refusal.listed(400, field, "The field may be left out but cannot be null");
            }
        }
    }

    private static void refuseForbidden(CollectiveOffer offer, Form form, Instant now) {
        for (String field : form.names()) {
            if (!offer.allows(action(field, form, offer), now)) {
                throw Refusal.bare(
                        400,
                        "global",
                        "The action is not allowed because the status of the offer is " + offer.status(now));
            }
        }
    }

    private static CollectiveAction action(String field, Form form, CollectiveOffer offer) {
        if (PRICES.contains(field)) {
            boolean raised = PriceFields.totalAfter(offer, form).compareTo(offer.price()) > 0;
            return raised ? CollectiveAction.EDIT_DETAILS : CollectiveAction.EDIT_DISCOUNT;
        }
        return ACTIONS.getOrDefault(field, CollectiveAction.EDIT_DETAILS);
    }

    private Venue venueAfter(CollectiveOffer offer, Form form, Provider provider, Instant now) {
        Long id = form.number("venueId");
        if (id == null || id == offer.venue.id) {
            return offer.venue;
        }
        Venue venue = world.venues.find(id);
        if (venue == null) {
            throw Refusal.listed(404, "venueId", "The venue could not be found");
        }
        if (world.link(provider, venue) == null) {
            throw Refusal.listed(403, "venueId", "The venue is not linked to you");
        }
        boolean reimbursed = offer.bookings.stream().anyMatch(booking -> booking.status == Status.REIMBURSED);
        if (venue.offerer != offer.venue.offerer || reimbursed || offer.started(now)) {
            throw Refusal.listed(400, "venueId", "The offer cannot be moved to this venue");
        }
        return venue;
    }

    /**
     * The server compares the limit with its own clock when it revives a booking, and cannot if only one has a zone.
     */
    private static void crashOnZone(CollectiveOffer offer, Form form, CollectiveOffer.Dates dates, Instant now) {
        CollectiveBooking booking = offer.lastBooking();
        boolean revived =
                booking != null && booking.expired() && dates.bookingLimit().isAfter(now);
        if (revived && form.get(DateOrder.LIMIT) instanceof OffsetDateTime) {
            throw Refusal.crash();
        }
    }

    private static void checkImage(CollectiveOffer offer, Form form) {
        String file = form.text("imageFile");
        String credit = form.text("imageCredit");
        boolean illustrated = offer.image != null || file != null;
        if (form.has("imageCredit") && illustrated == (credit == null)) {
            throw Refusal.listed(400, "imageCredit", "imageFile and imageCredit must come together");
        }
        boolean credited = offer.image != null || (credit != null && !credit.isEmpty());
        if (form.has("imageFile") && !credited) {
            throw Refusal.listed(400, "imageFile", "imageFile and imageCredit must come together");
        }
        if (file != null) {
            EducationImage.check(file);
        }
    }

    private @Nullable NationalProgram programAfter(CollectiveOffer offer, Form form) {
        if (!form.has("nationalProgramId")) {
            return offer.program;
        }
        Long id = form.number("nationalProgramId");
        NationalProgram program = id == null ? null : schools.programs.find(id);
        if (id != null && program == null) {
            throw Refusal.listed(400, "nationalProgramId", "The national programme is unknown");
        }
        return program;
    }

    private CollectiveOffer.Dates datesAfter(CollectiveOffer offer, Form form) {
        Instant start = sentOr(form, DateOrder.START, offer.start);
        Instant end = sentOr(form, DateOrder.END, offer.end);
        if (form.has(DateOrder.START) || form.has(DateOrder.END)) {
            rules.checkSchoolYear(start, end);
            if (end.isBefore(start)) {
                throw Refusal.listed(400, "global", "The event cannot end before it starts");
            }
        }
        boolean limitDropped = form.has(DateOrder.LIMIT) && form.get(DateOrder.LIMIT) == null;
        Instant limit = sentOr(form, DateOrder.LIMIT, limitDropped ? start : offer.bookingLimit);
        if ((form.has(DateOrder.START) || form.has(DateOrder.LIMIT)) && limit.isAfter(start)) {
            throw Refusal.listed(400, "global", "The booking limit cannot be after the start of the event");
        }
        return new CollectiveOffer.Dates(start, end, limit);
    }

    private static Instant sentOr(Form form, String field, Instant fallback) {
        return Objects.requireNonNullElse(DateOrder.instant(form, field), fallback);
    }

    private @Nullable Institution institutionAfter(CollectiveOffer offer, Form form) {
        if (!form.has("educationalInstitution") && !form.has("educationalInstitutionId")) {
            return offer.institution;
        }
        Institution institution = rules.institution(form);
        if (!institution.active()) {
            throw Refusal.listed(403, "global", "The institution is not active");
        }
        return institution;
    }
}
