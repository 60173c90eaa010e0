package fr.passerelle.counsellor.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.credit.Balance;
import fr.passerelle.model.credit.Ceilings;
import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.RecreditType;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.entitlement.BonusRequest;
import fr.passerelle.model.entitlement.Eligibility;
import fr.passerelle.model.entitlement.Entitlement;
import fr.passerelle.model.entitlement.Nationality;
import fr.passerelle.model.entitlement.Person;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case of eligibility and credit: how its words map to the engine and back. */
final class CreditCase {

    private CreditCase() {}

    /** What the engine answers, in the words of {@code expected}. */
    static ObjectNode answer(JsonNode given, Interpretation reading) {
        Instant asOf = CaseFields.required("asOf", CaseFields.instant(given, "asOf"));
        Person person = person(given);
        JsonNode inputs = given.path("inputs");
        BonusRequest bonus = bonus(inputs);
        Entitlement entitlement = bonus == null
                ? Eligibility.of(person, asOf, reading)
                : Eligibility.ofBonus(person, bonus, asOf, reading);
        return write(entitlement);
    }

    static Person person(JsonNode given) {
        JsonNode territory = given.path("territory");
        String nationality = CaseFields.text(given, "nationality");
        Person.Builder person = Person.builder()
                .birthDate(CaseFields.required("birthDate", CaseFields.date(given, "birthDate")))
                .departmentCode(CaseFields.text(territory, "departmentCode"))
                .postalCode(CaseFields.text(territory, "postalCode"))
                .nationality(nationality == null ? null : Nationality.of(nationality))
                .residentSince(CaseFields.date(given, "residencySince"))
                .firstRegistration(CaseFields.instant(given, "firstRegistration"));
        given.path("existingGrants").forEach(grant -> person.addExistingGrants(grant(grant)));
        return person.build();
    }

    private static Grant grant(JsonNode given) {
        Grant.Builder grant = Grant.builder()
                .scheme(CaseFields.word(Scheme.class, given, "scheme"))
                .amount(CaseFields.cents(given, "amountCents"))
                .spent(CaseFields.cents(given, "spentCents"))
                .pending(CaseFields.cents(given, "pendingBookingsCents"))
                .grantedAt(CaseFields.required("grantedAt", CaseFields.instant(given, "grantedAt")));
        Instant expiry = CaseFields.instant(given, "expiresAt");
        if (expiry != null) {
            grant.expiresAt(expiry);
        }
        given.path("recredits").forEach(type -> grant.addRecredits(RecreditType.of(type.asText())));
        return grant.build();
    }

    private static @Nullable BonusRequest bonus(JsonNode inputs) {
        if (inputs.path("disabilityAllowanceRecipient").asBoolean(false)) {
            return BonusRequest.disability();
        }
        JsonNode quotient = inputs.path("lowestMonthlyQuotientFamilialWhile16");
        if (quotient.isNull()) {
            return new BonusRequest(null, false);
        }
        return quotient.isMissingNode() ? null : BonusRequest.quotient(quotient.asLong());
    }

    private static ObjectNode write(Entitlement entitlement) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Scheme scheme = entitlement.scheme();
        Instant expiry = entitlement.expiresAt();
        answer.put("eligible", entitlement.eligible())
                .put("scheme", scheme == null ? null : scheme.name())
                .put("amountCents", entitlement.amount().cents())
                .put("expiresAt", expiry == null ? null : expiry.toString())
                .put("reason", entitlement.reason().name())
                .put("newMoneyCents", entitlement.newMoney().cents())
                .put("carriedOverCents", entitlement.carriedOver().cents());
        Ceilings ceilings = entitlement.ceilings();
        if (ceilings == null) {
            answer.putNull("caps");
        } else {
            amounts(answer.putObject("caps"), ceilings.all(), ceilings.digital(), ceilings.physical());
        }
        Balance left = entitlement.remaining();
        if (left != null) {
            answer.put("remainingCents", left.all().cents())
                    .put("digitalRemainingCents", orNull(left.digital()))
                    .put("physicalRemainingCents", orNull(left.physical()));
        }
        return answer;
    }

    static void amounts(ObjectNode answer, Price all, @Nullable Price digital, @Nullable Price physical) {
        answer.put("allCents", all.cents()).put("digitalCents", orNull(digital)).put("physicalCents", orNull(physical));
    }

    private static @Nullable Long orNull(@Nullable Price price) {
        return price == null ? null : price.cents();
    }
}
