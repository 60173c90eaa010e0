package fr.passerelle.sandbox.control;

import static fr.passerelle.sandbox.control.ControlTypes.found;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Addresses;
import fr.passerelle.sandbox.state.Offerer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.ProviderLink;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Providers, venues, the links between them, and legal structures. */
public final class VenueControl {

    private static final Schema PROVIDER = ControlTypes.schema()
            .nullable("name", Types.text())
            .nullable("bookingUrl", Types.text())
            .nullable("cancelUrl", Types.text())
            .nullable("notificationUrl", Types.text())
            .nullable("logoUrl", Types.text())
            .nullable("active", Types.flag());

    private static final Schema ADDRESS = ControlTypes.schema()
            .required("street", Types.text())
            .required("city", Types.text())
            .required("postalCode", Types.text())
            .required("latitude", ControlTypes.decimal())
            .required("longitude", ControlTypes.decimal());

    private static final Schema VENUE = ControlTypes.schema()
            .nullable("siren", Types.text())
            .nullable("siret", Types.text())
            .nullable("siretComment", Types.text())
            .nullable("offererName", Types.text())
            .nullable("legalName", Types.text())
            .nullable("publicName", Types.text())
            .nullable("activityDomain", Types.text())
            .nullable("digital", Types.flag())
            .nullable("address", ADDRESS)
            .nullable("softDeleted", Types.flag())
            .nullable("eligibleForCollective", Types.flag())
            .nullable("pricingPointVenueId", Types.integer())
            .nullable("accessibility", ControlTypes.ACCESSIBILITY);

    private static final Schema LINK = ControlTypes.schema().nullable("active", Types.flag());
    private static final Schema OFFERER = ControlTypes.schema().required("closed", Types.flag());

    private static final Addresses.Spelling DEFAULT_ADDRESS =
            new Addresses.Spelling("1 place du Châtelet", "Paris", "75001");
    private static final BigDecimal DEFAULT_LATITUDE = new BigDecimal("48.85738");
    private static final BigDecimal DEFAULT_LONGITUDE = new BigDecimal("2.34715");

    private final World world;

    public VenueControl(World world) {
        this.world = world;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("POST", "/sandbox/providers", this::addProvider),
                Route.control("POST", "/sandbox/venues", this::addVenue),
                Route.control("PUT", "/sandbox/venues/{venueId}/providers/{providerId}", this::link),
                Route.control("PATCH", "/sandbox/offerers/{offererId}", this::patchOfferer));
    }

    private Response addProvider(Call call) {
        Form form = PROVIDER.control(call, world.now());
        Provider provider = world.providers.add(id ->
                new Provider(id, form.text("name", "Billetterie " + id), Identifiers.apiKey(), Identifiers.hex(32)));
        provider.urls.booking = form.text("bookingUrl");
        provider.urls.cancel = form.text("cancelUrl");
        provider.urls.notification = form.text("notificationUrl");
        provider.logoUrl = form.text("logoUrl");
        provider.active = form.flag("active", true);
        return Response.created(Json.object()
                .put("id", provider.id)
                .put("name", provider.name)
                .put("apiKey", provider.apiKey)
                .put("hmacKey", provider.hmacKey));
    }

    private Response addVenue(Call call) {
        Form form = VENUE.control(call, world.now());
        String siret = form.text("siret");
        if (siret != null && venueBySiret(siret) != null) {
            throw ControlTypes.conflict("A venue has this SIRET already");
        }
        Long pricingPoint = form.number("pricingPointVenueId");
        if (pricingPoint != null) {
            found(world.venues.find(pricingPoint), "venue", pricingPoint);
        }
        Offerer offerer = offerer(form, siret);
        Address address = address(form.form("address"));
        Venue venue = world.venues.add(id -> new Venue(
                id,
                offerer,
                address,
                world.now(),
                form.text("legalName", "ASSOCIATION DU LIEU " + id),
                form.text("publicName", "Le Lieu " + id)));
        venue.siret = form.has("siret") ? siret : freshSiret(offerer.siren);
        venue.siretComment = form.text("siretComment");
        venue.activityDomain = form.text("activityDomain", venue.activityDomain);
        venue.digital = form.flag("digital", false);
        venue.softDeleted = form.flag("softDeleted", false);
        venue.eligibleForCollective = form.flag("eligibleForCollective", true);
        venue.pricingPointVenueId = pricingPoint == null ? venue.id : pricingPoint;
        venue.accessibility = ControlTypes.accessibility(form.form("accessibility"));
        return Response.created(Json.object()
                .put("id", venue.id)
                .put("siret", venue.siret)
                .put("siren", offerer.siren)
                .put("offererId", offerer.id)
                .put("addressId", address.id()));
    }

    private Offerer offerer(Form form, @Nullable String siret) {
        String given = form.text("siren");
        String siren = given != null ? given : siret != null && siret.length() >= 9 ? siret.substring(0, 9) : null;
        return world.offerers.all().stream()
                .filter(known -> known.siren.equals(siren))
                .findFirst()
                .orElseGet(() -> world.offerers.add(id -> new Offerer(
                        id,
                        siren == null ? Identifiers.siren(id) : siren,
                        form.text("offererName", "Structure " + id),
                        world.now())));
    }

    private Address address(@Nullable Form form) {
        return form == null
                ? world.addresses.stored(DEFAULT_ADDRESS, DEFAULT_LATITUDE, DEFAULT_LONGITUDE, null)
                : world.addresses.stored(
                        new Addresses.Spelling(
                                form.requiredText("street"),
                                form.requiredText("city"),
                                form.requiredText("postalCode")),
                        ControlTypes.decimal(form, "latitude"),
                        ControlTypes.decimal(form, "longitude"),
                        null);
    }

    private String freshSiret(String siren) {
        int establishment = 1;
        while (venueBySiret(Identifiers.siret(siren, establishment)) != null) {
            establishment++;
        }
        return Identifiers.siret(siren, establishment);
    }

    private @Nullable Venue venueBySiret(String siret) {
        return world.venues.all().stream()
                .filter(venue -> siret.equals(venue.siret))
                .findFirst()
                .orElse(null);
    }

    private Response link(Call call) {
        Form form = LINK.control(call, world.now());
        Venue venue = found(world.venues.find(call.id("venueId")), "venue", call.id("venueId"));
        Provider provider = found(world.providers.find(call.id("providerId")), "provider", call.id("providerId"));
        ProviderLink link = world.link(provider, venue);
        if (link == null) {
            link = new ProviderLink(provider, venue);
            world.links.add(link);
        }
        link.active = form.flag("active", true);
        return Response.noContent();
    }

    private Response patchOfferer(Call call) {
        Form form = OFFERER.control(call, world.now());
        found(world.offerers.find(call.id("offererId")), "offerer", call.id("offererId")).closed =
                form.flag("closed", false);
        return Response.noContent();
    }
}
