package fr.passerelle.sandbox.control;

import static fr.passerelle.sandbox.control.ControlTypes.found;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.school.Deposit;
import fr.passerelle.sandbox.school.Domain;
import fr.passerelle.sandbox.school.Institution;
import fr.passerelle.sandbox.school.NationalProgram;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Institutions with their deposits, national programmes, domains, school years. */
public final class SchoolControl {

    private static final Deposit AMPLE = new Deposit(BigDecimal.valueOf(1_000_000), true);

    private static final Schema DEPOSIT =
            ControlTypes.schema().required("amount", ControlTypes.decimal()).nullable("final", Types.flag());

    private static final Schema INSTITUTION = ControlTypes.schema()
            .required("name", Types.text())
            .required("city", Types.text())
            .required("postalCode", Types.text())
            .required("uai", Types.text())
            .required("type", Types.text())
            .nullable("active", Types.flag())
            .nullable("deposit", DEPOSIT);

    private static final Schema PROGRAM =
            ControlTypes.schema().required("name", Types.text()).nullable("active", Types.flag());

    private static final Schema DOMAIN = ControlTypes.schema()
            .required("name", Types.text())
            .nullable("nationalPrograms", Types.list(Types.integer()));

    private static final Schema YEARS = ControlTypes.schema().required("years", Types.list(Types.strictInteger()));

    private final World world;
    private final Schools schools;

    public SchoolControl(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("POST", "/sandbox/institutions", this::addInstitution),
                Route.control("POST", "/sandbox/national-programs", this::addProgram),
                Route.control("POST", "/sandbox/domains", this::addDomain),
                Route.control("PUT", "/sandbox/school-years", this::setYears));
    }

    private Response addInstitution(Call call) {
        Form form = INSTITUTION.control(call, world.now());
        String uai = form.requiredText("uai");
        if (schools.institutionByUai(uai) != null) {
            throw ControlTypes.conflict("An institution has this UAI already");
        }
        Deposit deposit = form.has("deposit") ? deposit(form.form("deposit")) : AMPLE;
        return created(schools.institutions
                .add(id -> new Institution(
                        id,
                        uai,
                        form.requiredText("name"),
                        form.requiredText("type"),
                        form.requiredText("city"),
                        form.requiredText("postalCode"),
                        form.flag("active", true),
                        deposit))
                .id());
    }

    private static @Nullable Deposit deposit(@Nullable Form form) {
        return form == null ? null : new Deposit(ControlTypes.decimal(form, "amount"), form.flag("final", true));
    }

    private Response addProgram(Call call) {
        Form form = PROGRAM.control(call, world.now());
        return created(schools.programs
                .add(id -> new NationalProgram(id, form.requiredText("name"), form.flag("active", true)))
                .id());
    }

    private Response addDomain(Call call) {
        Form form = DOMAIN.control(call, world.now());
        List<NationalProgram> programs = form.items("nationalPrograms", Long.class).stream()
                .map(id -> found(schools.programs.find(id), "national programme", id))
                .toList();
        return created(schools.domains
                .add(id -> new Domain(id, form.requiredText("name"), programs))
                .id());
    }

    private Response setYears(Call call) {
        Form form = YEARS.control(call, world.now());
        schools.years.set(
                form.items("years", Long.class).stream().map(Math::toIntExact).toList());
        return Response.noContent();
    }

    private static Response created(long id) {
        return Response.created(Json.object().put("id", id));
    }
}
