package fr.passerelle.model.offer.cinema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A session of a film. It can be booked until it begins. The programme knows it again by {@link #idAtProvider()}: keep
 * the id of a session that moves, and never give it to another one.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableSessionDraft.class)
public abstract class SessionDraft {

    /** Most places of one session. */
    public static final long MAX_REMAINING = 1_000_000;

    /** The vendor's own name for it; 1 to 70 characters, unique within the film. Blanks around it are dropped. */
    public abstract String idAtProvider();

    /** When it begins; in the future. */
    @JsonProperty("beginningDatetime")
    public abstract Instant beginning();

    /**
     * The places still to be sold through the programme after the call; those already booked come on top. 0 to 1 000
     * 000; there is no unlimited session.
     */
    @JsonProperty("quantity")
    public abstract Integer remaining();

    /** Which price of the film, by the vendor's own name for it. */
    public abstract String priceCategoryIdAtProvider();

    /** How it is shown: exactly one version, and what comes on top. Cannot be read back. */
    public abstract Set<SessionFeature> features();

    SessionDraft() {} // only the generated class extends it

    /** Starts a session. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected SessionDraft check() {
        RuleCheck check = new RuleCheck();
        CinemaRules.id(check, "idAtProvider", idAtProvider());
        check.required("beginningDatetime", beginning()).required("quantity", remaining());
        if (remaining() != null) {
            check.range("quantity", remaining().longValue(), 0, MAX_REMAINING);
        }
        CinemaRules.id(check, "priceCategoryIdAtProvider", priceCategoryIdAtProvider());
        long versions = features().stream().filter(SessionFeature::isVersion).count();
        check.require(versions == 1, "features", RuleCode.EXACTLY_ONE, "VF, VO")
                .require(features().stream().allMatch(SessionFeature::known), "features", RuleCode.UNKNOWN_VALUE)
                .raise();
        return isStripped()
                ? this
                : toBuilder()
                        .idAtProvider(idAtProvider().strip())
                        .priceCategoryIdAtProvider(priceCategoryIdAtProvider().strip())
                        .build();
    }

    private boolean isStripped() {
        return idAtProvider().equals(idAtProvider().strip())
                && priceCategoryIdAtProvider()
                        .equals(priceCategoryIdAtProvider().strip());
    }

    /** Builds a session; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableSessionDraft.Builder {

        Builder() {}

        /** Sets which price of the film. */
        public Builder price(CinemaPriceDraft price) {
            return priceCategoryIdAtProvider(price.idAtProvider());
        }
    }
}
