package fr.passerelle.sandbox.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.booking.Role;
import fr.passerelle.sandbox.booking.Wallet;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.World;

/** A beneficiary's own profile. Amounts in euro cents. */
final class ProfileView {

    private ProfileView() {}

    static ObjectNode profile(Beneficiary person, World world) {
        Role role = Role.of(person, world.now());
        boolean beneficiary = role != Role.NONE;
        ObjectNode json = Json.object()
                .put("id", person.id)
                .put("email", person.email)
                .put("firstName", person.firstName)
                .put("lastName", person.lastName)
                .put("birthDate", person.birthDate.toString())
                .put("phoneNumber", person.phone)
                .put("postalCode", person.postalCode)
                .put("currency", "EUR")
                .put("isBeneficiary", beneficiary)
                .put("isEligibleForBeneficiaryUpgrade", false)
                .put("hasPassword", true)
                .put("hasProfileExpired", false)
                .put("needsToFillCulturalSurvey", false)
                .put("requiresIdCheck", false)
                .put("showEligibleCard", false);
        json.putArray("achievements");
        json.putObject("status").put("statusType", beneficiary ? "beneficiary" : "non_eligible");
        json.putObject("subscriptions")
                .put("marketingEmail", false)
                .put("marketingPush", false)
                .putArray("subscribedThemes");
        var roles = json.putArray("roles");
        if (beneficiary) {
            roles.add(role.name());
            json.set("domainsCredit", credit(person, world));
        } else {
            json.putNull("domainsCredit");
        }
        json.set("bookedOffers", bookedOffers(person, world));
        return json;
    }

    private static ObjectNode credit(Beneficiary person, World world) {
        Wallet wallet = Wallet.of(person, world);
        ObjectNode json = Json.object();
        json.putObject("all").put("initial", person.credit).put("remaining", wallet.remaining());
        json.putObject("digital")
                .put("initial", Math.min(person.credit, Wallet.DIGITAL_CEILING))
                .put("remaining", wallet.digitalRemaining());
        json.putNull("physical");
        return json;
    }

    private static ObjectNode bookedOffers(Beneficiary person, World world) {
        ObjectNode json = Json.object();
        for (Booking booking : world.bookings.all()) {
            if (booking.beneficiary == person && booking.status != Booking.Status.CANCELLED) {
                json.put(String.valueOf(booking.stock.offer.id), booking.id);
            }
        }
        return json;
    }
}
