package fr.passerelle.model.offer.cinema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * All sessions of a film at one place. What is sent replaces what the programme has: a future session that is not named
 * is <strong>deleted, and its bookings are cancelled</strong>. Past sessions stay, and so do the films that are not
 * sent; a film without sessions empties it. Title, poster and duration come from the programme's catalogue.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableFilmDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class FilmDraft {

    /** Most prices of one film in one call. */
    public static final int MAX_PRICE_CATEGORIES = 10;

    /** Most sessions of one film in one call; a film cannot be cut, for what is not sent is deleted. */
    public static final int MAX_SESSIONS = 850;

    /** Which film. */
    @JsonProperty("filmId")
    public abstract FilmId film();

    /** Where; null is at the venue's own address. */
    @JsonProperty("address")
    public abstract @Nullable FilmPlace place();

    /** Whether one booking may take two places; yes, unless set. What it means for a film sent before is not known. */
    @Value.Default
    @JsonProperty("enableDoubleBookings")
    public boolean duo() {
        return true;
    }

    /** Its prices; 1 to 10. */
    public abstract List<CinemaPriceDraft> priceCategories();

    /** Its sessions; at most 850, none to empty the film. */
    @JsonProperty("stocks")
    public abstract List<SessionDraft> sessions();

    FilmDraft() {} // only the generated class extends it

    /** Starts a film at the venue's own address. */
    public static Builder of(FilmId film) {
        return new Builder().film(film);
    }

    /** Starts a film. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** The {@code idAtProvider} that the programme gives its offer, to read it back by. */
    public String offerIdAtProvider(long venueId) {
        FilmPlace place = place();
        return place == null ? film().offerIdAtProvider(venueId) : film().offerIdAtProvider(venueId, place.id());
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("filmId", film());
        FilmPlace place = place();
        if (place != null) {
            check.nested("address", place.violations());
        }
        check.notEmpty("priceCategories", priceCategories())
                .size("priceCategories", priceCategories(), MAX_PRICE_CATEGORIES)
                .unique(
                        priceCategories().stream()
                                .map(CinemaPriceDraft::idAtProvider)
                                .toList(),
                        i -> "priceCategories." + i + ".idAtProvider")
                .size("stocks", sessions(), MAX_SESSIONS)
                .unique(
                        sessions().stream().map(SessionDraft::idAtProvider).toList(),
                        i -> "stocks." + i + ".idAtProvider");
        Set<String> prices =
                priceCategories().stream().map(CinemaPriceDraft::idAtProvider).collect(Collectors.toSet());
        for (int i = 0; i < sessions().size(); i++) {
            check.require(
                    prices.contains(sessions().get(i).priceCategoryIdAtProvider()),
                    "stocks." + i + ".priceCategoryIdAtProvider",
                    RuleCode.UNKNOWN_REFERENCE,
                    "priceCategories");
        }
        check.raise();
    }

    /** Checks what depends on the moment of the call. */
    RuleCheck checkAt(Instant now) {
        RuleCheck check = new RuleCheck();
        for (int i = 0; i < sessions().size(); i++) {
            check.future("stocks." + i + ".beginningDatetime", sessions().get(i).beginning(), now);
        }
        return check;
    }

    /** Builds a film; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableFilmDraft.Builder {
        Builder() {}
    }
}
