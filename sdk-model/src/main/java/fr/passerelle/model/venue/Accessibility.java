package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which disabilities a venue or an offer is accessible. Each of the four is yes, no, or unknown (null): the server
 * answers unknown for old venues, and a patch leaves what is unknown as it is.
 *
 * @param audio for people who hear badly or not at all
 * @param mental for people with a mental disability
 * @param motor for people who move with difficulty
 * @param visual for people who see badly or not at all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Accessibility(
        @JsonProperty("audioDisabilityCompliant") @Nullable Boolean audio,
        @JsonProperty("mentalDisabilityCompliant") @Nullable Boolean mental,
        @JsonProperty("motorDisabilityCompliant") @Nullable Boolean motor,
        @JsonProperty("visualDisabilityCompliant") @Nullable Boolean visual) {

    private static final Accessibility UNKNOWN = new Accessibility(null, null, null, null);

    /** Accessible for these, and for no other. */
    public static Accessibility of(Disability... accessible) {
        Set<Disability> yes = EnumSet.noneOf(Disability.class);
        yes.addAll(List.of(accessible));
        return new Accessibility(
                yes.contains(Disability.AUDIO),
                yes.contains(Disability.MENTAL),
                yes.contains(Disability.MOTOR),
                yes.contains(Disability.VISUAL));
    }

    /** Nothing said: the start of a partial change, {@code unknown().with(MOTOR, true)}. */
    public static Accessibility unknown() {
        return UNKNOWN;
    }

    /** The same with one response changed. */
    public Accessibility with(Disability disability, boolean accessible) {
        return switch (disability) {
            case AUDIO -> new Accessibility(accessible, mental, motor, visual);
            case MENTAL -> new Accessibility(audio, accessible, motor, visual);
            case MOTOR -> new Accessibility(audio, mental, accessible, visual);
            case VISUAL -> new Accessibility(audio, mental, motor, accessible);
        };
    }

    /** What keeps this from being sent with a new offer, which needs all four answers (reference 5.1). */
    public List<Violation> missing() {
        return new RuleCheck()
                .required("audioDisabilityCompliant", audio)
                .required("mentalDisabilityCompliant", mental)
                .required("motorDisabilityCompliant", motor)
                .required("visualDisabilityCompliant", visual)
                .violations();
    }
}
