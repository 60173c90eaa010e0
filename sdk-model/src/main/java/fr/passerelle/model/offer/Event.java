package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An event as the server sends it (reference operation 14). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableEvent.class)
@JsonDeserialize(builder = Event.Builder.class)
public interface Event extends Offer {

    /** What kind of event; any of its fields may be null. */
    @JsonProperty("categoryRelatedFields")
    Category category();

    @Override
    @JsonProperty("enableDoubleBookings")
    @Nullable
    Boolean duo();

    /** How long it lasts, in minutes. */
    @JsonProperty("eventDuration")
    @Nullable
    Integer durationMinutes();

    /** Whether the vendor issues the tickets in real time. */
    boolean hasTicket();

    /** Its prices. */
    List<PriceCategory> priceCategories();

    /** Its video. */
    @Nullable
    String videoUrl();

    /**
     * The price with this label.
     *
     * @throws NoSuchElementException if the event has none; the message lists those it has
     */
    default PriceCategory priceCategory(String label) {
        return findPriceCategory(label)
                .orElseThrow(() -> new NoSuchElementException("event " + id() + " has no price category \"" + label
                        + "\"; it has "
                        + priceCategories().stream().map(PriceCategory::label).toList()));
    }

    /**
     * The price with this label; the first one if several amounts share it. None has the empty label, which stands for
     * one that the server does not say.
     */
    default Optional<PriceCategory> findPriceCategory(String label) {
        return priceCategories().stream()
                .filter(category -> !label.isEmpty() && category.label().equals(label))
                .findFirst();
    }

    /** Starts an event, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableEvent.Builder {
        Builder() {}
    }
}
