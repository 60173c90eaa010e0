package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who comes, as numbers (invitations 2). There is no field for a name, and no free text.
 *
 * @param beneficiaries how many of each age band; at least one person in all
 * @param workers who accompany them for the structure; {@link WorkerRatio} says how many may
 * @param companions who come with a beneficiary, free of charge too: a relative, a personal assistant
 * @param needs how many people of the party have a need
 */
public record Party(Map<AgeBand, Integer> beneficiaries, int workers, int companions, Map<AccessNeed, Integer> needs) {

    /** Most people of one party. */
    public static final int MAX_PEOPLE = InvitationRules.MAX_GROUP;

    /** Keeps the bands and needs in the order in which they were given. */
    public Party {
        beneficiaries.values().forEach(count -> Objects.requireNonNull(count, "beneficiaries"));
        needs.values().forEach(count -> Objects.requireNonNull(count, "needs"));
        beneficiaries = Collections.unmodifiableMap(new LinkedHashMap<>(beneficiaries));
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
    }

    @JsonCreator
    static Party read(
            @JsonProperty(value = "beneficiaries", required = true) Map<AgeBand, Integer> beneficiaries,
            @JsonProperty("workers") int workers,
            @JsonProperty("companions") int companions,
            @JsonProperty("needs") @Nullable Map<AccessNeed, Integer> needs) {
        return new Party(beneficiaries, workers, companions, needs == null ? Map.of() : needs);
    }

    /**
     * A party of this many beneficiaries of one age band, alone. What is wrong with it, the draft that carries it
     * tells.
     */
    public static Party of(int beneficiaries, AgeBand band) {
        return new Party(Map.of(band, beneficiaries), 0, 0, Map.of());
    }

    /** The same with this many beneficiaries of one more band. */
    public Party and(int beneficiaries, AgeBand band) {
        Map<AgeBand, Integer> all = new LinkedHashMap<>(this.beneficiaries);
        all.put(band, beneficiaries);
        return new Party(all, workers, companions, needs);
    }

    /** The same with this many workers. */
    public Party workers(int workers) {
        return new Party(beneficiaries, workers, companions, needs);
    }

    /** The same with this many companions. */
    public Party companions(int companions) {
        return new Party(beneficiaries, workers, companions, needs);
    }

    /** The same with this many people who have a need. */
    public Party needing(int people, AccessNeed need) {
        Map<AccessNeed, Integer> all = new LinkedHashMap<>(needs);
        all.put(need, people);
        return new Party(beneficiaries, workers, companions, all);
    }

    /** How many beneficiaries. */
    public int beneficiaryCount() {
        return sum(beneficiaries.values());
    }

    /** How many people, and so how many places and vouchers (invitations 4). */
    public int people() {
        return sum(List.of(beneficiaryCount(), workers, companions));
    }

    /** How many of them come with a wheelchair. */
    public int wheelchairs() {
        return needs.getOrDefault(AccessNeed.WHEELCHAIR, 0);
    }

    /** What must be put right before it is sent, whatever the session. */
    List<Violation> violations() {
        RuleCheck check = new RuleCheck();
        beneficiaries.forEach((band, count) -> {
            InvitationRules.known(check, "beneficiaries." + band, band);
            InvitationRules.range(check, "beneficiaries." + band, count, 0, MAX_PEOPLE);
        });
        check.require(beneficiaryCount() >= 1, "beneficiaries", RuleCode.TOO_FEW, 1);
        InvitationRules.range(check, "workers", workers, 0, MAX_PEOPLE);
        InvitationRules.range(check, "companions", companions, 0, MAX_PEOPLE);
        check.require(people() <= MAX_PEOPLE, "people", RuleCode.TOO_LARGE, MAX_PEOPLE);
        needs.forEach((need, count) -> {
            InvitationRules.known(check, "needs." + need, need);
            InvitationRules.range(check, "needs." + need, count, 1, Math.max(1, people()));
        });
        return check.violations();
    }

    /** What keeps it from booking here: workers, size of the group, ages, needs. */
    List<Violation> violationsFor(Session session, Allotment allotment, WorkerRatio ratio) {
        RuleCheck check = new RuleCheck();
        InvitationRules.range(check, "workers", workers, 0, ratio.mostWorkers(beneficiaryCount()));
        Integer largest = allotment.maximumGroup();
        InvitationRules.range(
                check, "people", people(), allotment.minimumGroup(), largest == null ? MAX_PEOPLE : largest);
        Integer youngest = session.minimumAge();
        beneficiaries.forEach((band, count) -> check.require(
                count == 0 || youngest == null || !band.isBelow(youngest),
                "beneficiaries." + band,
                RuleCode.TOO_SMALL,
                youngest == null ? 0 : youngest));
        needs.keySet()
                .forEach(need -> check.require(
                        session.accessibleFor().contains(need), "needs." + need, RuleCode.NOT_ACCESSIBLE));
        InvitationRules.range(check, "needs.WHEELCHAIR", wheelchairs(), 0, allotment.wheelchairPlaces());
        return check.violations();
    }

    /** A sum that stands still at the largest int, so that the rule about too many people can be told. */
    private static int sum(Collection<Integer> counts) {
        long sum = counts.stream().mapToLong(Integer::longValue).sum();
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sum));
    }
}
