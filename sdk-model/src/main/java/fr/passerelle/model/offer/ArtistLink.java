package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Links an artist to a live-music event, by what music platforms call the artist; the first id that the programme's
 * catalogue knows counts. An artist that it does not know is passed over without a word: compare with what the response
 * has.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableArtistLink.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class ArtistLink {

    /** What the artist is to the event. */
    @JsonProperty("artistType")
    public abstract ArtistRole role();

    /** International Standard Name Identifier. */
    public abstract @Nullable String isniId();

    /** At Spotify. */
    public abstract @Nullable String spotifyId();

    /** At Deezer. */
    public abstract @Nullable String deezerId();

    /** At Apple Music. */
    public abstract @Nullable String appleMusicId();

    /** At Genius. */
    public abstract @Nullable String geniusId();

    /** At SoundCloud. */
    public abstract @Nullable String soundcloudId();

    ArtistLink() {} // only the generated class extends it

    /** Starts a link. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts a link of somebody who plays. */
    public static Builder performer() {
        return new Builder().role(ArtistRole.PERFORMER);
    }

    /** Starts a link of somebody who wrote what is played. */
    public static Builder author() {
        return new Builder().role(ArtistRole.AUTHOR);
    }

    @Value.Check
    protected void check() {
        boolean named = Stream.of(isniId(), spotifyId(), deezerId(), appleMusicId(), geniusId(), soundcloudId())
                .anyMatch(id -> id != null && !id.isEmpty());
        new RuleCheck()
                .required("artistType", role())
                .require(role() == null || role().known(), "artistType", RuleCode.UNKNOWN_VALUE)
                .require(
                        named,
                        "isniId",
                        RuleCode.ONE_OF_REQUIRED,
                        "isniId, spotifyId, deezerId, appleMusicId, geniusId, soundcloudId")
                .storable("isniId", isniId())
                .storable("spotifyId", spotifyId())
                .storable("deezerId", deezerId())
                .storable("appleMusicId", appleMusicId())
                .storable("geniusId", geniusId())
                .storable("soundcloudId", soundcloudId())
                .raise();
    }

    /** Builds a link; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableArtistLink.Builder {
        Builder() {}
    }
}
