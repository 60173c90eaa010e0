package fr.passerelle.model.invitation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * Several sessions for the same group: workshop, outing, workshop (invitations 2). Its id makes it safe to send again.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutablePathwayDraft.class)
@JsonDeserialize(builder = PathwayDraft.Builder.class)
public abstract class PathwayDraft {

    /** Longest title, in characters. */
    public static final int MAX_TITLE = InvitationRules.MAX_TITLE;

    /** Most sessions. */
    public static final int MAX_STEPS = 20;

    /** Minted here, once: the same draft sent twice is one pathway. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** What the structure calls it; 1 to 140 characters. Not for names of people. */
    public abstract String title();

    /** 2 to 20 allotments, each once, in the order in which the group goes. */
    public abstract List<UUID> allotmentIds();

    /** Who goes to all of them. */
    public abstract Party party();

    PathwayDraft() {} // only the generated class extends it

    /** Starts a pathway. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("id", id()).required("title", title());
        InvitationRules.line(check, "title", title(), MAX_TITLE);
        check.require(allotmentIds().size() >= 2, "allotmentIds", RuleCode.TOO_FEW, 2)
                .size("allotmentIds", allotmentIds(), MAX_STEPS)
                .unique(allotmentIds(), i -> "allotmentIds." + i)
                .required("party", party());
        if (party() != null) {
            check.nested("party", party().violations());
        }
        check.raise();
    }

    /**
     * Checks that the steps follow one another in time; {@code startsAt} are the starts of the allotments' sessions, in
     * order.
     */
    public void checkFor(List<Instant> startsAt) {
        RuleCheck check = new RuleCheck();
        for (int i = 1; i < startsAt.size(); i++) {
            check.notBefore("allotmentIds." + i, startsAt.get(i), "allotmentIds." + (i - 1), startsAt.get(i - 1));
        }
        check.raise();
    }

    /** The bookings that it asks for: one for each step, all for the same party. */
    public List<BookingDraft> bookings() {
        return allotmentIds().stream()
                .map(allotment -> BookingDraft.builder()
                        .id(stepId(allotment))
                        .allotmentId(allotment)
                        .party(party())
                        .pathwayId(id())
                        .build())
                .toList();
    }

    /** Follows from both ids, so that the bookings of one pathway are the same each time they are asked for. */
    private UUID stepId(UUID allotment) {
        return UUID.nameUUIDFromBytes((id() + "/" + allotment).getBytes(StandardCharsets.US_ASCII));
    }

    /** Builds a pathway; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutablePathwayDraft.Builder {
        Builder() {}
    }
}
