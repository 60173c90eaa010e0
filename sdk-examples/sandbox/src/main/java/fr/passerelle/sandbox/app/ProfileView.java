package fr.passerelle.sandbox.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.credit.Balance;
import fr.passerelle.model.credit.Ceilings;
import fr.passerelle.model.credit.CreditLedger;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.booking.Credit;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.Instants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A beneficiary's own profile. Amounts in euro cents. */
final class ProfileView {

    private ProfileView() {}

    static ObjectNode profile(Beneficiary person, World world) {
        Instant now = world.now();
        CreditLedger ledger = Credit.ledger(person, world);
        boolean beneficiary = ledger != null;
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
        json.putNull("qfBonificationStatus").putNull("disabilityBonificationStatus");
        json.putArray("achievements");
        json.putObject("status").put("statusType", status(ledger, now));
        json.putObject("subscriptions")
                .put("marketingEmail", false)
                .put("marketingPush", false)
                .putArray("subscribedThemes");
        var roles = json.putArray("roles");
        Credit.roles(person, now).forEach(role -> roles.add(role.name()));
        if (ledger == null) {
            json.putNull("domainsCredit");
        } else {
            json.put("depositType", ledger.scheme().name())
                    .put("depositActivationDate", Instants.utc(person.created))
                    .put("firstDepositActivationDate", Instants.utc(person.created))
                    .put("depositExpirationDate", end(ledger));
            json.set("domainsCredit", credit(ledger, now));
        }
        json.set("bookedOffers", bookedOffers(person, world));
        return json;
    }

    private static String status(@Nullable CreditLedger ledger, Instant now) {
        if (ledger == null) {
            return "non_eligible";
        }
        return ledger.activeAt(now) ? "beneficiary" : "ex_beneficiary";
    }

    private static @Nullable String end(CreditLedger ledger) {
        return ledger.expiresAt().equals(Instant.MAX) ? null : Instants.utc(ledger.expiresAt());
    }

    private static ObjectNode credit(CreditLedger ledger, Instant now) {
        Balance left = ledger.balance(now);
        Ceilings ceilings =
                Ceilings.of(ledger.scheme(), ledger.amount(), ledger.department(), now, Interpretation.SERVER);
        ObjectNode json = Json.object();
        part(json, "all", ledger.amount(), left.all(), ledger.amount());
        part(json, "digital", ceilings.digital(), left.digital(), ledger.amount());
        part(json, "physical", ceilings.physical(), left.physical(), ledger.amount());
        return json;
    }

    /** A ceiling above the whole credit is no more than the credit. */
    private static void part(
            ObjectNode json, String domain, @Nullable Price ceiling, @Nullable Price left, Price whole) {
        if (ceiling == null || left == null) {
            json.putNull(domain);
            return;
        }
        Price initial = ceiling.compareTo(whole) < 0 ? ceiling : whole;
        json.putObject(domain).put("initial", initial.cents()).put("remaining", left.cents());
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
