package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.EffectiveDate;
import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.RecreditType;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bonus of the credit of 17 and 18 (rule book 1.9). */
final class BonusRules {

    /** From when the server could be asked; the law grants it from the reform on. */
    private static final EffectiveDate QUOTIENT_CHANNEL =
            EffectiveDate.of("2026-01-28T00:00:00Z", "2025-02-28T23:00:00Z");

    private static final EffectiveDate DISABILITY_CHANNEL =
            EffectiveDate.of("2026-06-01T00:00:00Z", "2025-02-28T23:00:00Z");

    /** Server fdb3ac2898, 2026-01-28; the figure of the law is not known. */
    private static final long HIGHEST_QUOTIENT = 700;

    /** New Caledonia: nobody there has a family quotient. */
    private static final String WITHOUT_QUOTIENT = "988";

    private static final int AGE = 18;

    private final Person person;
    private final BonusRequest request;
    private final Interpretation reading;

    BonusRules(Person person, BonusRequest request, Interpretation reading) {
        this.person = person;
        this.request = request;
        this.reading = reading;
    }

    Decision at(Instant at) {
        int age = AgeWindow.at(at).age(person.birthDate(), at, person.zone(), reading);
        Grant grant = new Rules(person, reading).latest(at);
        if (grant == null) {
            return Decision.no(Reason.NOT_ELIGIBLE_SCHEME, age, null);
        }
        Reason refusal = refusal(grant, age, at);
        Right right = new Right(null, age, refusal);
        return refusal == null
                ? Decision.add(true, Reason.BONUS, person, grant, right, Scheme.BONUS, at, reading)
                : Decision.add(false, refusal, person, grant, right, Price.FREE, at, reading);
    }

    private @Nullable Reason refusal(Grant grant, int age, Instant at) {
        if (grant.scheme() != Scheme.GRANT_17_18) {
            return Reason.NOT_ELIGIBLE_SCHEME;
        }
        if (age != AGE) {
            return Reason.NOT_ELIGIBLE_AGE;
        }
        if (grant.has(RecreditType.BONUS)) {
            return Reason.ALREADY_GRANTED;
        }
        EffectiveDate channel = request.disabled() ? DISABILITY_CHANNEL : QUOTIENT_CHANNEL;
        if (!channel.reached(at, reading)) {
            return Reason.CHANNEL_NOT_OPEN;
        }
        return request.disabled() ? null : quotientRefusal();
    }

    private @Nullable Reason quotientRefusal() {
        Department department = person.department();
        if (department != null && department.code().equals(WITHOUT_QUOTIENT)) {
            return Reason.TERRITORY_EXCLUDED;
        }
        Long quotient = request.lowestQuotient();
        // Somebody who was never listed in the household is refused, whatever the figure.
        return quotient == null || quotient > HIGHEST_QUOTIENT ? Reason.QUOTIENT_FAMILIAL_TOO_HIGH : null;
    }

    /** Every instant at which these rules changed. */
    static List<Instant> changes() {
        return List.of(QUOTIENT_CHANNEL.server(), QUOTIENT_CHANNEL.law(), DISABILITY_CHANNEL.server());
    }
}
