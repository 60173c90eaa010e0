package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The vendor's own account, to which the API key belongs (reference operation 1). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableProvider.class)
@JsonDeserialize(builder = Provider.Builder.class)
public interface Provider {

    /** The programme's number for the vendor. */
    long id();

    /** The vendor's name; empty if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String name() {
        return "";
    }

    /** Where its logo is. */
    @Nullable
    String logoUrl();

    /** Where notifications go. */
    @Nullable
    String notificationUrl();

    /** Where booking messages go. */
    @Nullable
    String bookingUrl();

    /** Where cancellation messages go. */
    @Nullable
    String cancelUrl();

    /** Starts an account, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an account. */
    final class Builder extends ImmutableProvider.Builder {
        Builder() {}
    }
}
