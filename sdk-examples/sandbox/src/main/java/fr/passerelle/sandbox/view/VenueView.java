package fr.passerelle.sandbox.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.MessageUrls;
import fr.passerelle.sandbox.state.Offerer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import java.util.Collection;

/** Providers, offerers and venues in responses. */
public final class VenueView {

    private VenueView() {}

    public static ObjectNode provider(Provider provider) {
        ObjectNode json =
                Json.object().put("id", provider.id).put("name", provider.name).put("logoUrl", provider.logoUrl);
        return urls(json, provider.urls);
    }

    /**
     * A venue.
     *
     * @param urls those that the caller has there
     */
    public static ObjectNode venue(Venue venue, MessageUrls urls) {
        ObjectNode json = Json.object()
                .put("id", venue.id)
                .put("legalName", venue.legalName)
                .put("publicName", venue.publicName)
                .put("siret", venue.siret)
                .put("siretComment", venue.siretComment)
                .put("createdDatetime", Instants.utc(venue.created))
                .put("activityDomain", venue.activityDomain);
        json.set("accessibility", accessibility(venue.accessibility));
        json.set("location", location(venue));
        return urls(json, urls);
    }

    private static ObjectNode location(Venue venue) {
        return Json.object()
                .put("type", "physical")
                .put("address", venue.address.street())
                .put("city", venue.address.city())
                .put("postalCode", venue.address.postalCode());
    }

    public static ObjectNode accessibility(Accessibility accessibility) {
        return Json.object()
                .put("audioDisabilityCompliant", accessibility.audio())
                .put("mentalDisabilityCompliant", accessibility.mental())
                .put("motorDisabilityCompliant", accessibility.motor())
                .put("visualDisabilityCompliant", accessibility.visual());
    }

    /**
     * An offerer with some of its venues.
     *
     * @param allowedOnAdage whether it may make school offers
     * @param venues views of them
     */
    public static ObjectNode offerer(Offerer offerer, boolean allowedOnAdage, Collection<ObjectNode> venues) {
        ObjectNode json = Json.object();
        json.set(
                "offerer",
                Json.object()
                        .put("id", offerer.id)
                        .put("name", offerer.name)
                        .put("siren", offerer.siren)
                        .put("createdDatetime", Instants.utc(offerer.created))
                        .put("allowedOnAdage", allowedOnAdage));
        ArrayNode list = json.putArray("venues");
        venues.forEach(list::add);
        return json;
    }

    private static ObjectNode urls(ObjectNode json, MessageUrls urls) {
        return json.put("notificationUrl", urls.notification)
                .put("bookingUrl", urls.booking)
                .put("cancelUrl", urls.cancel);
    }
}
