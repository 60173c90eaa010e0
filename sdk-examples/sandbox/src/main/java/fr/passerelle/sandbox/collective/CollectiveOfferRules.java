package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.school.CollectiveLocation;
import fr.passerelle.sandbox.school.Domain;
import fr.passerelle.sandbox.school.Institution;
import fr.passerelle.sandbox.school.NationalProgram;
import fr.passerelle.sandbox.school.SchoolYears;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What creating and changing a collective offer check alike (reference, operations 39 and 41). */
final class CollectiveOfferRules {

    /** The width of the comment's column. */
    private static final int COMMENT_WIDTH = 200;

    private final World world;
    private final Schools schools;

    CollectiveOfferRules(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
    }

    /** The domains of these ids, each once, or 404. */
    List<Domain> domains(Form form) {
        List<Long> ids = form.items("domains", Long.class).stream().distinct().toList();
        List<Domain> found =
                ids.stream().map(schools.domains::find).filter(Objects::nonNull).toList();
        if (found.size() < ids.size()) {
            throw Refusal.listed(404, "domains", "A domain could not be found");
        }
        return found;
    }

    /** Refuses a programme that is not active, or fits none of the domains. */
    static void checkProgram(@Nullable NationalProgram program, List<Domain> domains) {
        if (program == null) {
            return;
        }
        if (!program.active()) {
            throw Refusal.listed(400, "nationalProgramId", "The national programme is not active");
        }
        if (domains.stream().noneMatch(domain -> domain.programs().contains(program))) {
            throw Refusal.listed(400, "nationalProgramId", "The national programme fits none of the domains");
        }
    }

    /** The institution of an id or a UAI, or 404. */
    Institution institution(Form form) {
        Long id = form.number("educationalInstitutionId");
        Institution institution = id != null
                ? schools.institutions.find(id)
                : schools.institutionByUai(form.requiredText("educationalInstitution"));
        if (institution == null) {
            throw Refusal.listed(404, "educationalInstitutionId", "The institution could not be found");
        }
        return institution;
    }

    /** Refuses dates outside the known school years, or in two of them. */
    void checkSchoolYear(Instant start, Instant end) {
        if (!schools.years.cover(start)) {
            throw Refusal.listed(400, DateOrder.START, "No school year holds the start");
        }
        if (!schools.years.cover(end)) {
            throw Refusal.listed(400, DateOrder.END, "No school year holds the end");
        }
        if (SchoolYears.of(start) != SchoolYears.of(end)) {
            throw Refusal.listed(400, "global", "The start and the end are not in the same school year");
        }
    }

    /** The place that a location object means, or 404. */
    CollectiveLocation location(Form form, Venue venue) {
        return switch (form.requiredText("type")) {
            case LocationType.SCHOOL -> new CollectiveLocation.School();
            case LocationType.TO_BE_DEFINED -> toBeDefined(form.text("comment"));
            default -> form.flag("isVenueAddress", false) ? CollectiveLocation.At.venue(venue) : otherAddress(form);
        };
    }

    private static CollectiveLocation toBeDefined(@Nullable String comment) {
        if (comment != null && comment.codePointCount(0, comment.length()) > COMMENT_WIDTH) {
            throw Refusal.crash();
        }
        return new CollectiveLocation.ToBeDefined(comment);
    }

    private CollectiveLocation otherAddress(Form form) {
        Address address = world.addresses.rows.find(form.requiredNumber("addressId"));
        if (address == null) {
            throw Refusal.listed(404, "location.AddressLocation.addressId", "The address could not be found");
        }
        return new CollectiveLocation.At(address, form.text("addressLabel"));
    }
}
