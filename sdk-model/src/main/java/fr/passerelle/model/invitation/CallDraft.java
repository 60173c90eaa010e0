package fr.passerelle.model.invitation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** A call over several allotments, opened by the operator (invitations 5). Its id makes it safe to send again. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableCallDraft.class)
@JsonDeserialize(builder = CallDraft.Builder.class)
public abstract class CallDraft {

    /** Longest title, in characters. */
    public static final int MAX_TITLE = InvitationRules.MAX_TITLE;

    /** Most allotments of one call. */
    public static final int MAX_ALLOTMENTS = 2_000;

    /** Most places or outings that a cap can name. */
    public static final int MAX_CAP = 10_000;

    /** Longest time to confirm an allocation, in hours: two weeks. */
    public static final int MAX_CONFIRM_HOURS = 336;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Minted here, once: the same draft sent twice is one call. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** What structures read; 1 to 140 characters. */
    public abstract String title();

    /** 1 to 2000 allotments of mode {@link AllotmentMode#CALL}, each once. */
    public abstract List<UUID> allotmentIds();

    /** When wishes close; in the future. */
    public abstract Instant closesAt();

    /** SHA-256 of the operator's secret, 64 hexadecimal digits in lower case, published before anybody wishes. */
    public abstract String commitment();

    /**
     * Which public value goes into the seed, named before anybody can know it, such as the numbers of a certain lottery
     * draw; 1 to 140 characters.
     */
    public abstract String publicValueName();

    /** Most places for one structure; 1 to 10 000. */
    @Value.Default
    public int maximumPlaces() {
        return MAX_CAP;
    }

    /** Most outings for one structure; 1 to 10 000. */
    @Value.Default
    public int maximumOutings() {
        return MAX_CAP;
    }

    /** Hours to confirm an allocation; 1 to 336. */
    @Value.Default
    public int confirmWithinHours() {
        return 72;
    }

    CallDraft() {} // only the generated class extends it

    /** Starts a call. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("id", id()).required("title", title());
        InvitationRules.line(check, "title", title(), MAX_TITLE);
        check.notEmpty("allotmentIds", allotmentIds())
                .size("allotmentIds", allotmentIds(), MAX_ALLOTMENTS)
                .unique(allotmentIds(), i -> "allotmentIds." + i)
                .required("closesAt", closesAt())
                .required("commitment", commitment())
                .require(
                        commitment() == null || SHA_256.matcher(commitment()).matches(),
                        "commitment",
                        RuleCode.BAD_COMMITMENT)
                .required("publicValueName", publicValueName());
        InvitationRules.line(check, "publicValueName", publicValueName(), MAX_TITLE);
        InvitationRules.range(check, "maximumPlaces", maximumPlaces(), 1, MAX_CAP);
        InvitationRules.range(check, "maximumOutings", maximumOutings(), 1, MAX_CAP);
        InvitationRules.range(check, "confirmWithinHours", confirmWithinHours(), 1, MAX_CONFIRM_HOURS);
        check.raise();
    }

    /**
     * Checks what depends on the moment of the call.
     *
     * @throws RuleViolationException if wishes would already be closed
     */
    public void checkAt(Instant now) {
        new RuleCheck().future("closesAt", closesAt(), now).raise();
    }

    /** Builds a call; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableCallDraft.Builder {
        Builder() {}
    }
}
