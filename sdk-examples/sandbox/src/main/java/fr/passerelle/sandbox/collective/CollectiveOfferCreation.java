package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.schema.Form;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates a collective offer (operation 39). The order of the checks is the server's. */
final class CollectiveOfferCreation {

    private final World world;
    private final Schools schools;
    private final CollectiveOfferRules rules;

    CollectiveOfferCreation(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
        this.rules = new CollectiveOfferRules(world, schools);
    }

    Response create(Call call) {
        Instant now = world.now();
        Form form = CollectiveSchemas.creation(call, now);
        String imageFile = form.text("imageFile");
        if (imageFile != null) {
            EducationImage.check(imageFile);
        }
        Venue venue = venue(call.provider(), form.requiredNumber("venueId"));
        List<Domain> domains = rules.domains(form);
        NationalProgram program = program(form.number("nationalProgramId"));
        CollectiveOfferRules.checkProgram(program, domains);
        Institution institution = rules.institution(form);
        if (!institution.active()) {
            throw Refusal.listed(403, "educationalInstitutionId", "The institution is not active");
        }
        CollectiveOffer.Dates dates = dates(form);
        rules.checkSchoolYear(dates.start(), dates.end());
        CollectiveLocation location = rules.location(form.requiredForm("location"), venue);

        CollectiveOffer offer = schools.addOffer(venue, call.provider(), form.requiredText("name"), dates, now);
        offer.validation = world.reviewOutcome;
        offer.domains = domains;
        offer.program = program;
        offer.institution = institution;
        offer.location = location;
        CollectiveOfferDescription.apply(offer, form);
        return Response.ok(CollectiveView.offer(offer, now));
    }

    /** Any link will do, even one that is switched off. */
    private Venue venue(Provider provider, long id) {
        Venue venue = world.venues.find(id);
        if (venue == null || world.link(provider, venue) == null) {
            throw Refusal.listed(404, "venueId", "The venue could not be found");
        }
        if (!venue.eligibleForCollective) {
            throw Refusal.listed(403, "global", "The structure is not eligible for collective offers");
        }
        return venue;
    }

    private @Nullable NationalProgram program(@Nullable Long id) {
        NationalProgram program = id == null ? null : schools.programs.find(id);
        if (id != null && program == null) {
            throw Refusal.listed(404, "nationalProgramId", "The national programme could not be found");
        }
        return program;
    }

    private static CollectiveOffer.Dates dates(Form form) {
        Instant start = Objects.requireNonNull(DateOrder.instant(form, DateOrder.START));
        Instant limit = Objects.requireNonNull(DateOrder.instant(form, DateOrder.LIMIT));
        Instant end = Objects.requireNonNullElse(DateOrder.instant(form, DateOrder.END), start);
        return new CollectiveOffer.Dates(start, end, limit);
    }
}
