package fr.passerelle.sandbox.collective;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.school.AdditionalFee;
import fr.passerelle.sandbox.school.EducationFormat;
import fr.passerelle.sandbox.school.Institution;
import fr.passerelle.sandbox.school.NationalProgram;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.school.StudentLevel;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lists that collective offers refer to (operations 44–48), and the types of fees. */
final class ReferenceRoutes {

    private static final int MAX_INSTITUTIONS = 20;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final Schema INSTITUTION_QUERY = Schema.strict(Dialect.V1)
            .optional("id", Types.integer())
            .optional("uai", Types.text())
            .optional("name", Types.text())
            .optional("institutionType", Types.text())
            .optional("city", Types.text())
            .optional("postalCode", Types.text())
            .optional("limit", Types.integer())
            .camelCaseOnly();

    private final Schools schools;

    ReferenceRoutes(Schools schools) {
        this.schools = schools;
    }

    List<Route> routes() {
        return List.of(
                Route.partner("GetOffersFormats", "GET", "/v2/collective/offers/formats", call -> formats()),
                Route.partner(
                        "GetAdditionalFeeTypes", "GET", "/v2/collective/additional-fee-types", call -> feeTypes()),
                Route.partner("ListStudentsLevels", "GET", "/v2/collective/student-levels", call -> levels()),
                Route.partner("ListEducationalDomains", "GET", "/v2/collective/educational-domains", call -> domains()),
                Route.partner(
                        "GetNationalPrograms",
                        "GET",
                        "/v2/collective/national-programs/",
                        call -> Response.ok(programs(schools.programs.all()))),
                Route.partner(
                        "ListEducationalInstitutions",
                        "GET",
                        "/v2/collective/educational-institutions/",
                        this::institutions));
    }

    private static Response formats() {
        ArrayNode list = Json.array();
        for (EducationFormat format : EducationFormat.values()) {
            list.addObject().put("id", format.name()).put("name", format.label);
        }
        return Response.ok(list);
    }

    private static Response feeTypes() {
        ArrayNode list = Json.array();
        AdditionalFee.TYPES.forEach(type -> list.addObject().put("name", type));
        return Response.ok(list);
    }

    private static Response levels() {
        ArrayNode list = Json.array();
        for (StudentLevel level : StudentLevel.values()) {
            list.addObject().put("id", level.name()).put("name", level.label);
        }
        return Response.ok(list);
    }

    private Response domains() {
        ArrayNode list = Json.array();
        schools.domains.all().forEach(domain -> {
            ObjectNode json = list.addObject().put("id", domain.id()).put("name", domain.name());
            json.set("nationalPrograms", programs(domain.programs()));
        });
        return Response.ok(list);
    }

    private static ArrayNode programs(Collection<NationalProgram> programs) {
        ArrayNode list = Json.array();
        programs.stream()
                .filter(NationalProgram::active)
                .map(CollectiveView::program)
                .forEach(list::add);
        return list;
    }

    private Response institutions(Call call) {
        Form query = INSTITUTION_QUERY.query(call, Instant.EPOCH);
        long limit = query.number("limit", MAX_INSTITUTIONS);
        if (limit < 0) {
            throw Refusal.crash();
        }
        ArrayNode list = Json.array();
        schools.institutions.all().stream()
                .filter(institution -> institution.active() && matches(institution, query))
                .limit(Math.min(limit, MAX_INSTITUTIONS))
                .map(CollectiveView::institution)
                .forEach(list::add);
        return Response.ok(list);
    }

    private static boolean matches(Institution institution, Form query) {
        Long id = query.number("id");
        String uai = query.text("uai");
        return (id == null || id == institution.id())
                && (uai == null || uai.equals(institution.uai()))
                && contains(institution.name(), query.text("name"))
                && contains(institution.type(), query.text("institutionType"))
                && contains(institution.city(), query.text("city"))
                && contains(institution.postalCode(), query.text("postalCode"));
    }

    /** Compares without accents or case. */
    private static boolean contains(String text, @Nullable String part) {
        return part == null || plain(text).contains(plain(part));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
