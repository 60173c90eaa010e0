package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.ExpiryRule;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Regime;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what somebody is probably entitled to, for any instant since 2019, without asking anybody. */
public final class Eligibility {

    /** Production followed a commit within days. */
    private static final Duration TOLERANCE = Duration.ofDays(7);

    private static final String NEW_CALEDONIA = "988";

    private Eligibility() {}

    /**
     * What the server would grant at this instant.
     *
     * @throws RuleViolationException if the person is born after it
     */
    public static Entitlement of(Person person, Instant asOf) {
        return of(person, asOf, Interpretation.SERVER);
    }

    /**
     * What one reading of the rules grants at this instant.
     *
     * @throws RuleViolationException if the person is born after it
     */
    public static Entitlement of(Person person, Instant asOf, Interpretation reading) {
        return response(person, asOf, reading, used -> new Rules(person, used)::at);
    }

    /**
     * What becomes of a request for the bonus at this instant.
     *
     * @throws RuleViolationException if the person is born after it
     */
    public static Entitlement ofBonus(Person person, BonusRequest request, Instant asOf, Interpretation reading) {
        return response(person, asOf, reading, used -> new BonusRules(person, request, used)::at);
    }

    private static Entitlement response(
            Person person,
            Instant asOf,
            Interpretation reading,
            Function<Interpretation, Function<Instant, Decision>> rules) {
        boolean born = !person.birthDate().isAfter(asOf.atZone(person.zone()).toLocalDate());
        new RuleCheck().require(born, "birthDate", RuleCode.AFTER_LIMIT, "asOf").raise();

        Interpretation other = reading == Interpretation.SERVER ? Interpretation.LAW : Interpretation.SERVER;
        Function<Instant, Decision> used = rules.apply(reading);
        Decision decision = used.apply(asOf);
        return Entitlement.builder()
                .asOf(asOf)
                .reading(reading)
                .eligible(decision.eligible())
                .reason(decision.reason())
                .scheme(decision.scheme())
                .regime(decision.regimeName())
                .amount(decision.amount())
                .newMoney(decision.newMoney())
                .carriedOver(decision.carriedOver())
                .ceilings(decision.ceilings())
                .expiresAt(decision.expiresAt())
                .remaining(decision.remaining())
                .assumptions(assumptions(person, decision, asOf))
                .nextChange(Calendar.next(person, reading, asOf, decision, used))
                .steps(steps(person, decision))
                .otherReadingDiffersIn(differences(decision, rules.apply(other).apply(asOf)))
                .sources(sources(decision))
                .build();
    }

    private static Set<Assumption> assumptions(Person person, Decision decision, Instant at) {
        Set<Assumption> taken = EnumSet.noneOf(Assumption.class);
        if (at.isBefore(Regime.REFORM.server()) && !at.isBefore(Regime.REFORM.law())) {
            taken.add(Assumption.HOUR_OF_THE_REFORM);
        }
        if (!decision.eligible()) {
            return taken;
        }
        taken.add(Assumption.STEPS_COMPLETED);
        if (person.existingGrants().isEmpty()) {
            taken.add(Assumption.NOTHING_GRANTED_BEFORE);
            if (person.firstRegistration() == null) {
                taken.add(Assumption.REGISTERS_NOW);
            }
        }
        Department department = person.department();
        if (department == null) {
            taken.add(Assumption.LIVES_IN_COVERED_TERRITORY);
        } else if (department.code().equals(NEW_CALEDONIA) && person.postalCode() == null) {
            taken.add(Assumption.LIVES_IN_SOUTH_PROVINCE);
        }
        if (person.nationality() != Nationality.EU_EEA_SWISS && person.residentSince() == null) {
            taken.add(Assumption.RESIDENT_FOR_MORE_THAN_A_YEAR);
        }
        Scheme scheme = decision.scheme();
        if (scheme != null
                && decision.ceilings() != null
                && decision.ceilings().doubtful(scheme, department, at, Interpretation.SERVER)) {
            taken.add(Assumption.FIRST_DIGITAL_CEILINGS);
        }
        if (decision.expiryRule() != null && nearAnApproximateDate(decision.expiryRule(), at)) {
            taken.add(Assumption.APPROXIMATE_DATE_OF_RULE);
        }
        return taken;
    }

    private static boolean nearAnApproximateDate(ExpiryRule used, Instant at) {
        return ExpiryRule.table().stream()
                .filter(row -> row.approximate() && row.schemes().equals(used.schemes()))
                .anyMatch(row -> Duration.between(row.from(), at).abs().compareTo(TOLERANCE) <= 0);
    }

    private static List<Step> steps(Person person, Decision decision) {
        if (!decision.eligible()) {
            return List.of();
        }
        boolean adult = decision.age() >= AgeWindow.LAST_AGE;
        // Under 18, a nightly job adds the money to whoever holds a credit of minors.
        boolean byItself = !adult
                && (decision.reason() == Reason.RECREDIT
                        || (decision.reason() == Reason.TRANSFER_AND_NEW_GRANT
                                && !person.existingGrants().isEmpty()));
        if (byItself) {
            return List.of();
        }
        return switch (decision.reason()) {
            case BONUS -> List.of(Step.BONUS_REQUEST);
            case FREE_OFFERS_ONLY -> List.of(Step.EMAIL, Step.PROFILE);
            case RECREDIT -> List.of(Step.PHONE, Step.PROFILE, Step.IDENTITY_CHECK, Step.HONOUR_STATEMENT);
            default ->
                adult
                        ? List.of(Step.EMAIL, Step.PHONE, Step.PROFILE, Step.IDENTITY_CHECK, Step.HONOUR_STATEMENT)
                        : List.of(Step.EMAIL, Step.PROFILE, Step.IDENTITY_CHECK, Step.HONOUR_STATEMENT);
        };
    }

    private static Set<String> differences(Decision one, Decision other) {
        Set<String> names = new TreeSet<>();
        differ(names, "eligible", one.eligible(), other.eligible());
        differ(names, "reason", one.reason(), other.reason());
        differ(names, "scheme", one.scheme(), other.scheme());
        differ(names, "amount", one.amount(), other.amount());
        differ(names, "ceilings", one.ceilings(), other.ceilings());
        differ(names, "expiresAt", one.expiresAt(), other.expiresAt());
        return names;
    }

    private static void differ(Set<String> names, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            names.add(name);
        }
    }

    private static List<String> sources(Decision decision) {
        List<String> sources = new ArrayList<>();
        if (decision.regime() != null) {
            sources.add(decision.regime().source());
        }
        if (decision.expiryRule() != null
                && !sources.contains(decision.expiryRule().source())) {
            sources.add(decision.expiryRule().source());
        }
        return sources;
    }
}
