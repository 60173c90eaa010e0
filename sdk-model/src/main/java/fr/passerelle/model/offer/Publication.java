package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an offer becomes visible (reference 5.1, {@code publicationDatetime}). */
public final class Publication {

    private static final String NOW_ON_THE_WIRE = "now";
    private static final Publication NOW = new Publication(NOW_ON_THE_WIRE);
    private static final Publication NEVER = new Publication(null);

    /** "now", an Instant, or null. */
    private final @Nullable Object wire;

    private Publication(@Nullable Object wire) {
        this.wire = wire;
    }

    /** At once; what the server does when nothing is said. */
    public static Publication now() {
        return NOW;
    }

    /**
     * At this instant, which must be in the future; on creation the server drops the seconds and refuses more than two
     * years ahead.
     */
    public static Publication at(Instant instant) {
        return new Publication(Objects.requireNonNull(instant, "instant"));
    }

    /** Not at all: the offer is kept out of sight. */
    public static Publication never() {
        return NEVER;
    }

    /** The instant of a publication that waits; null for now and never. */
    public @Nullable Instant instant() {
        return wire instanceof Instant instant ? instant : null;
    }

    @JsonValue
    @Nullable
    Object onTheWire() {
        return wire;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Publication publication && Objects.equals(wire, publication.wire);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(wire);
    }

    @Override
    public String toString() {
        return wire == null ? "never" : wire.toString();
    }
}
