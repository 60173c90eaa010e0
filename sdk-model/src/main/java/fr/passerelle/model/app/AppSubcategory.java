package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.ResponseStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A category of offers, as the app files it. */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableAppSubcategory.class)
@JsonDeserialize(builder = AppSubcategory.Builder.class)
public interface AppSubcategory {

    /** Its name in all of the programme. */
    CategoryId id();

    /** The family it belongs to. */
    String categoryId();

    /** Where the app files it. */
    @Nullable
    String nativeCategoryId();

    /** Its French name; empty if the app does not say. */
    @JsonProperty("appLabel")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String label() {
        return "";
    }

    /** Which search finds it. */
    @Nullable
    String searchGroupName();

    /** Whether its offers have dates; false if the app does not say. */
    @JsonProperty("isEvent")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean event() {
        return false;
    }

    /** {@code ONLINE}, {@code OFFLINE} or {@code ONLINE_OR_OFFLINE}. */
    @JsonProperty("onlineOfflinePlatform")
    @Nullable
    String platform();

    /** Starts a subcategory, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a subcategory. */
    final class Builder extends ImmutableAppSubcategory.Builder {
        Builder() {}
    }
}
