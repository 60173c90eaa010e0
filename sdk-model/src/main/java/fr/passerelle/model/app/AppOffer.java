package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the app shows it to whoever might book it (rule book 3.1). What it is not said to be, it is not: a flag
 * that the app leaves out reads as false.
 */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableAppOffer.class)
@JsonDeserialize(builder = AppOffer.Builder.class)
public interface AppOffer {

    /** The programme's number for it. */
    long id();

    /** Its title; empty if the app does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String name() {
        return "";
    }

    /** What it is about. */
    @Nullable
    String description();

    /** What it is. */
    @JsonProperty("subcategoryId")
    CategoryId category();

    /** Whether it has dates. */
    @JsonProperty("isEvent")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean event() {
        return false;
    }

    /** Whether it is reached by a URL. */
    @JsonProperty("isDigital")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean digital() {
        return false;
    }

    /** Whether one booking may take two places. */
    @JsonProperty("isDuo")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean duo() {
        return false;
    }

    /** Whether it is approved and published. */
    @JsonProperty("isReleased")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean released() {
        return false;
    }

    /** Whether nothing is left. */
    @JsonProperty("isSoldOut")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean soldOut() {
        return false;
    }

    /** Whether the time to book is over for all of it. */
    @JsonProperty("isExpired")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean expired() {
        return false;
    }

    /** Whether only the adult role may book it. */
    @JsonProperty("isForbiddenToUnderage")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean forbiddenToMinors() {
        return false;
    }

    /** Whether its ticketing is switched off. */
    @JsonProperty("isExternalBookingsDisabled")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean externalBookingsDisabled() {
        return false;
    }

    /** When it was published, or will be. */
    @Nullable
    Instant publicationDate();

    /** From when it can be booked; null if there is no such limit. */
    @JsonProperty("bookingAllowedDatetime")
    @Nullable
    Instant bookingOpens();

    /** Which parts of a credit pay for it. */
    List<ExpenseDomain> expenseDomains();

    /** Where the general public buys. */
    @Nullable
    String externalTicketOfficeUrl();

    /** How tickets or goods are collected. */
    @Nullable
    String withdrawalDetails();

    /** Whose it is. */
    @Nullable
    Seller venue();

    /** What can be booked: dates, or goods. */
    List<AppStock> stocks();

    /** Its pictures by their place, such as {@code recto} for the front (changes-2026 6); empty without any. */
    @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.SKIP)
    Map<String, Picture> images();

    /** Who made it or plays it. */
    List<Artist> artists();

    /**
     * A venue, as far as the app shows it with an offer.
     *
     * @param id the programme's number for it
     * @param name its legal name; empty if the app does not say
     * @param publicName the name that people know
     * @param timezone its clock
     */
    record Seller(
            @JsonProperty(required = true) long id,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String name,
            @Nullable String publicName,
            @Nullable String timezone) {}

    /**
     * A picture.
     *
     * @param url where it is
     * @param credit who took it
     */
    record Picture(
            @JsonProperty(required = true) String url,
            @Nullable String credit) {}

    /**
     * An artist.
     *
     * @param id the programme's id; null for one that has no page there
     * @param name as it is shown
     */
    record Artist(
            @Nullable String id,
            @JsonProperty(required = true) String name) {}

    /** Starts an offer, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an offer. */
    final class Builder extends ImmutableAppOffer.Builder {
        Builder() {}
    }
}
