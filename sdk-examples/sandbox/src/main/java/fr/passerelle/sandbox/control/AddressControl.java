package fr.passerelle.sandbox.control;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Addresses;
import fr.passerelle.sandbox.state.Addresses.Spelling;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Addresses the platform holds, and what the national address base knows. */
public final class AddressControl {

    private static final Schema SPELLING = ControlTypes.schema()
            .required("street", Types.text())
            .required("city", Types.text())
            .required("postalCode", Types.text());

    private static final Schema ADDRESS = SPELLING.required("latitude", ControlTypes.decimal())
            .required("longitude", ControlTypes.decimal())
            .nullable("banId", Types.text())
            .optional("aliases", Types.list(SPELLING))
            .optional("known", Types.flag())
            .optional("stored", Types.flag());

    private static final Schema MUNICIPALITY = ControlTypes.schema()
            .required("city", Types.text())
            .required("postalCode", Types.text())
            .optional("otherPostalCodes", Types.list(Types.text()))
            .optional("aliases", Types.list(Types.text()));

    private static final Schema BASE = ControlTypes.schema().required("available", Types.flag());

    private final World world;

    public AddressControl(World world) {
        this.world = world;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("POST", "/sandbox/addresses", this::addAddress),
                Route.control("POST", "/sandbox/municipalities", this::addMunicipality),
                Route.control("PUT", "/sandbox/address-base", this::switchBase));
    }

    private Response addAddress(Call call) {
        Form form = ADDRESS.control(call, world.now());
        Spelling spelling = spelling(form);
        BigDecimal latitude = Addresses.rounded(ControlTypes.decimal(form, "latitude"));
        BigDecimal longitude = Addresses.rounded(ControlTypes.decimal(form, "longitude"));
        boolean known = form.flag("known", true);
        String generated = "ban_" + (world.addresses.known.size() + 1);
        String banId = known ? form.text("banId", generated) : form.text("banId");
        if (banId != null && known) {
            List<Spelling> aliases =
                    form.forms("aliases").stream().map(AddressControl::spelling).toList();
            world.addresses.known.add(new Addresses.Known(spelling, latitude, longitude, banId, aliases));
            world.addresses.municipalities.add(
                    new Addresses.Municipality(spelling.city(), List.of(spelling.postalCode()), List.of()));
        }
        Long id = form.flag("stored", true)
                ? Long.valueOf(world.addresses
                        .stored(spelling, latitude, longitude, banId)
                        .id())
                : null;
        return Response.created(Json.object().put("id", id));
    }

    private static Spelling spelling(Form form) {
        return new Spelling(form.requiredText("street"), form.requiredText("city"), form.requiredText("postalCode"));
    }

    private Response addMunicipality(Call call) {
        Form form = MUNICIPALITY.control(call, world.now());
        List<String> postalCodes = Stream.concat(
                        Stream.of(form.requiredText("postalCode")), form.texts("otherPostalCodes").stream())
                .toList();
        world.addresses.municipalities.add(
                new Addresses.Municipality(form.requiredText("city"), postalCodes, form.texts("aliases")));
        return Response.created(Json.object());
    }

    private Response switchBase(Call call) {
        world.addresses.baseAvailable = BASE.control(call, world.now()).flag("available", true);
        return Response.noContent();
    }
}
