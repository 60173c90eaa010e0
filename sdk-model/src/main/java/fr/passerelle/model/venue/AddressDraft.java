package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An address to create, or to look for: both take the same fields (reference operations 7 and 8a). The server asks the
 * national address base first; when it finds the address there, the base's spelling and coordinates replace those given
 * here. When it does not, the coordinates are needed.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableAddressDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class AddressDraft {

    /** Longest street or city, in characters. */
    public static final int MAX_TEXT = 200;

    private static final Pattern POSTAL_CODE = Pattern.compile("(?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}");

    /** Number and street; 1 to 200 characters. */
    public abstract String street();

    /** 1 to 200 characters. */
    public abstract String city();

    /** Five digits, 01… to 98…; Corsica in digits too. */
    public abstract String postalCode();

    /** Degrees north; goes with the longitude. */
    public abstract @Nullable Double latitude();

    /** Degrees east; goes with the latitude. */
    public abstract @Nullable Double longitude();

    AddressDraft() {} // only the generated class extends it

    /**
     * An address that the national address base knows.
     *
     * @throws RuleViolationException with every violation
     */
    public static AddressDraft of(String street, String postalCode, String city) {
        return builder().street(street).postalCode(postalCode).city(city).build();
    }

    /** Starts an address. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .required("street", street())
                .text("street", stripped(street()), 1, MAX_TEXT)
                .required("city", city())
                .text("city", stripped(city()), 1, MAX_TEXT)
                .required("postalCode", postalCode())
                .require(
                        postalCode() == null
                                || POSTAL_CODE.matcher(postalCode().strip()).matches(),
                        "postalCode",
                        RuleCode.BAD_POSTAL_CODE)
                .range("latitude", latitude(), -90, 90)
                .range("longitude", longitude(), -180, 180)
                .require((latitude() == null) == (longitude() == null), "latitude", RuleCode.BOTH_OR_NONE, "longitude")
                .raise();
    }

    /** The server drops blanks around a text before it looks. */
    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    /** Builds an address; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableAddressDraft.Builder {

        Builder() {}

        /** Sets where it is, in degrees north and east. */
        public Builder coordinates(double latitude, double longitude) {
            return latitude(latitude).longitude(longitude);
        }
    }
}
