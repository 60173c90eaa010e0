package fr.passerelle.model.entitlement;

import static fr.passerelle.model.credit.Scheme.GRANT_15_17;
import static fr.passerelle.model.credit.Scheme.GRANT_17_18;

import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.RecreditType;
import fr.passerelle.model.credit.Regime;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for one person in one reading: what happens if every step is completed at an instant (rule book 1). */
final class Rules {

    /** A file that takes more than a birthday is paid for each of them: server e9b5f5e489. */
    static final Instant EVERY_BIRTHDAY_PAID_FROM = Instant.parse("2023-03-31T00:00:00Z");

    /** What an older credit paid for 17 is not paid again: server 4a5a5972df. */
    static final Instant SEVENTEEN_PAID_ONCE_FROM = Instant.parse("2026-01-30T00:00:00Z");

    private static final int SEVENTEEN = 17;

    private final Person person;
    private final Interpretation reading;
    private final List<Registration> registrations;

    private record Registration(Instant at, Right right) {}

    Rules(Person person, Interpretation reading) {
        this.person = person;
        this.reading = reading;
        this.registrations = registrations(person, reading);
    }

    /** The outcome at this instant. */
    Decision at(Instant at) {
        Right now = Right.of(person, at, reading);
        Right right = keptRight(now, at);
        Decision decision = right.regime() == null ? withoutRight(right, at) : grant(right, right.regime(), at);
        if (!decision.eligible() || right.regime() == null) {
            return decision;
        }
        Reason refusal = Territory.refusal(person, right.regime(), at);
        if (refusal == null && at.isBefore(residentLongEnoughFrom(person))) {
            refusal = Reason.RESIDENCY_UNDER_ONE_YEAR;
        }
        return refusal == null ? decision : Decision.no(refusal, right.age(), right.regime());
    }

    /** The first instant at which the residence is long enough: more than one year (rule book 1.4, 2.5). */
    static Instant residentLongEnoughFrom(Person person) {
        LocalDate since = person.residentSince();
        return since == null || person.nationality() == Nationality.EU_EEA_SWISS
                ? Instant.MIN
                : AgeWindow.midnight(since.plusYears(1).plusDays(1), person.zone());
    }

    /** An older right that a registration in time keeps, or else what the age gives now (rule book 1.7, 1.8). */
    private Right keptRight(Right now, Instant at) {
        int age = AgeWindow.at(at).age(person.birthDate(), at, person.zone(), reading);
        for (Registration registration : registrations) {
            Regime regime = registeredUnder(registration, at);
            if (regime != null
                    && age <= regime.finishUntil()
                    && !overtaken(regime.scheme(), at)
                    && (now.regime() == null || now.regime().scheme() != regime.scheme())) {
                return new Right(regime, age, null);
            }
        }
        return now;
    }

    /** Whether a grant has used this right up, or gone beyond it. */
    private boolean overtaken(Scheme scheme, Instant at) {
        return scheme != GRANT_17_18 && (held(scheme, at) != null || held(GRANT_17_18, at) != null);
    }

    /** What the age gave at each known date of registration, in order; a grant proves one. */
    private static List<Registration> registrations(Person person, Interpretation reading) {
        return Stream.concat(
                        Stream.ofNullable(person.firstRegistration()),
                        person.existingGrants().stream().map(Grant::grantedAt))
                .sorted()
                .map(at -> new Registration(at, Right.of(person, at, reading)))
                .toList();
    }

    private static @Nullable Regime registeredUnder(Registration registration, Instant at) {
        return registration.at.isAfter(at) ? null : registration.right.regime();
    }

    /** The age for which amounts begin: at the first registration under this scheme, or now. */
    private int startingAge(Scheme scheme, int age, Instant at) {
        for (Registration registration : registrations) {
            Regime regime = registeredUnder(registration, at);
            if (regime != null && regime.scheme() == scheme) {
                return registration.right.age();
            }
        }
        return Math.min(age, AgeWindow.LAST_AGE);
    }

    private Decision withoutRight(Right right, Instant at) {
        Grant grant = latest(at);
        if (grant == null) {
            return Decision.no(Objects.requireNonNull(right.refusal()), right.age(), null);
        }
        if (right.age() <= AgeWindow.LAST_AGE) {
            return Decision.no(Reason.ALREADY_GRANTED, right.age(), null);
        }
        Reason state = grant.activeAt(at) ? Reason.ACTIVE : Reason.EXPIRED;
        return Decision.add(false, state, person, grant, right, Price.FREE, at, reading);
    }

    private Decision grant(Right right, Regime regime, Instant at) {
        return switch (regime.scheme()) {
            case GRANT_18_V1, GRANT_18_V2 ->
                held18(at) || held(GRANT_17_18, at) != null
                        ? already(right)
                        : open(right, regime, startingAge(regime.scheme(), AgeWindow.LAST_AGE, at), at);
            case GRANT_15_17 -> minor(right, regime, at);
            case GRANT_17_18 -> reformed(right, regime, at);
            case GRANT_FREE ->
                latest(at) == null
                        ? Decision.open(
                                person,
                                regime.scheme(),
                                right,
                                Reason.FREE_OFFERS_ONLY,
                                Price.FREE,
                                Price.FREE,
                                at,
                                reading)
                        : already(right);
        };
    }

    private Decision minor(Right right, Regime regime, Instant at) {
        Grant own = held(GRANT_15_17, at);
        if (own != null) {
            return topUp(own, right, at);
        }
        int start = startingAge(GRANT_15_17, right.age(), at);
        if (!regime.closedAt(at, reading)) {
            return open(right, regime, start, at.isBefore(EVERY_BIRTHDAY_PAID_FROM) ? start : right.age(), at);
        }
        return right.age() == SEVENTEEN && start < SEVENTEEN
                ? transfer(right, GRANT_15_17.amount(start, start), GRANT_17_18.amount(SEVENTEEN, SEVENTEEN), at)
                : open(right, regime, start, start, at);
    }

    private Decision reformed(Right right, Regime regime, Instant at) {
        Grant own = held(GRANT_17_18, at);
        if (own != null) {
            return topUp(own, right, at);
        }
        if (held18(at)) {
            return already(right);
        }
        Grant old = held(GRANT_15_17, at);
        if (old == null) {
            return open(right, regime, startingAge(GRANT_17_18, right.age(), at), at);
        }
        boolean paid = old.has(RecreditType.RECREDIT_17) || ageAt(old.grantedAt()) == SEVENTEEN;
        if (right.age() == SEVENTEEN) {
            return paid
                    ? already(right)
                    : transfer(right, old.carriedOver(), GRANT_17_18.amount(SEVENTEEN, SEVENTEEN), at);
        }
        int start = startingAge(GRANT_17_18, right.age(), at);
        boolean paidOnce = old.has(RecreditType.RECREDIT_17) && !at.isBefore(SEVENTEEN_PAID_ONCE_FROM);
        int from = paidOnce ? AgeWindow.LAST_AGE : start;
        return transfer(right, old.carriedOver(), GRANT_17_18.amount(from, AgeWindow.LAST_AGE), at);
    }

    /** Adds what birthdays since the grant have brought and nobody has paid yet. */
    private Decision topUp(Grant own, Right right, Instant at) {
        Price missing = Price.FREE;
        for (int age = ageAt(own.grantedAt()) + 1; age <= right.age(); age++) {
            Price one = own.scheme().amountAt(age);
            missing = one == null || own.has(RecreditType.ofAge(age)) ? missing : missing.plus(one);
        }
        return missing.equals(Price.FREE)
                ? alreadyOrState(own, right, at)
                : Decision.add(true, Reason.RECREDIT, person, own, right, missing, at, reading);
    }

    private Decision alreadyOrState(Grant own, Right right, Instant at) {
        if (right.age() <= AgeWindow.LAST_AGE) {
            return already(right);
        }
        Reason state = own.activeAt(at) ? Reason.ACTIVE : Reason.EXPIRED;
        return Decision.add(false, state, person, own, right, Price.FREE, at, reading);
    }

    private Decision open(Right right, Regime regime, int fromAge, Instant at) {
        return open(right, regime, fromAge, Math.min(right.age(), AgeWindow.LAST_AGE), at);
    }

    private Decision open(Right right, Regime regime, int fromAge, int toAge, Instant at) {
        Reason reason = Reason.NEW_GRANT;
        if (regime.closedAt(at, reading)) {
            reason = Reason.NEW_GRANT_PRE_REFORM_RIGHTS;
        } else if (right.age() > AgeWindow.LAST_AGE) {
            reason = Reason.NEW_GRANT_LATE_FINISH;
        }
        Scheme scheme = regime.scheme();
        return Decision.open(person, scheme, right, reason, scheme.amount(fromAge, toAge), Price.FREE, at, reading);
    }

    private Decision transfer(Right right, Price carried, Price money, Instant at) {
        return Decision.open(person, GRANT_17_18, right, Reason.TRANSFER_AND_NEW_GRANT, money, carried, at, reading);
    }

    private static Decision already(Right right) {
        return Decision.no(Reason.ALREADY_GRANTED, right.age(), right.regime());
    }

    private int ageAt(Instant at) {
        return AgeWindow.at(at).age(person.birthDate(), at, person.zone(), reading);
    }

    private boolean held18(Instant at) {
        return grants(at).anyMatch(grant -> grant.scheme().only18());
    }

    private @Nullable Grant held(Scheme scheme, Instant at) {
        return grants(at).filter(grant -> grant.scheme() == scheme).findFirst().orElse(null);
    }

    /** The credit that counts: of several, the one that ends last. */
    @Nullable
    Grant latest(Instant at) {
        return grants(at).max(Comparator.comparing(Grant::expiresAt)).orElse(null);
    }

    private Stream<Grant> grants(Instant at) {
        return person.existingGrants().stream()
                .filter(grant -> !grant.grantedAt().isAfter(at));
    }
}
