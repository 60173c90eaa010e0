package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much one structure may have in each period (invitations 4). What counts is when the session begins, in Paris, and
 * not when it was booked.
 *
 * @param period over which stretch
 * @param maximumPlaces most places; null for no limit
 * @param maximumOutings most bookings; null for no limit
 */
public record PeriodLimit(
        Period period,
        @Nullable Integer maximumPlaces,
        @Nullable Integer maximumOutings) {

    private static final int MAX = 100_000;

    /**
     * What a structure has already.
     *
     * @param startsAt when the session begins
     * @param places how many places of it
     */
    public record Use(Instant startsAt, int places) {}

    @JsonCreator
    static PeriodLimit read(
            @JsonProperty(value = "period", required = true) Period period,
            @JsonProperty("maximumPlaces") @Nullable Integer maximumPlaces,
            @JsonProperty("maximumOutings") @Nullable Integer maximumOutings) {
        return new PeriodLimit(period, maximumPlaces, maximumOutings);
    }

    /** At most so many places in each period. */
    public static PeriodLimit places(Period period, int maximum) {
        return new PeriodLimit(period, maximum, null);
    }

    /** At most so many bookings in each period. */
    public static PeriodLimit outings(Period period, int maximum) {
        return new PeriodLimit(period, null, maximum);
    }

    List<Violation> violations() {
        RuleCheck check = new RuleCheck()
                .required("period", period)
                .require(
                        maximumPlaces != null || maximumOutings != null,
                        "maximumPlaces",
                        RuleCode.ONE_OF_REQUIRED,
                        "maximumPlaces, maximumOutings");
        InvitationRules.range(check, "maximumPlaces", maximumPlaces, 0, MAX);
        InvitationRules.range(check, "maximumOutings", maximumOutings, 0, MAX);
        return check.violations();
    }

    /** Whether one more booking stays within the limit. */
    public boolean allows(Collection<Use> uses, Use more) {
        LocalDate first = period.firstDay(more.startsAt());
        List<Use> counted = uses.stream()
                .filter(use -> period.firstDay(use.startsAt()).equals(first))
                .toList();
        long places = counted.stream().mapToLong(Use::places).sum() + more.places();
        return (maximumPlaces == null || places <= maximumPlaces)
                && (maximumOutings == null || counted.size() < maximumOutings);
    }
}
