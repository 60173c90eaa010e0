package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.ResponseStyle;
import fr.passerelle.model.value.Siret;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where a session takes place (invitations 2): the place of performance, not the seat of the donor. What the
 * declaration needs of it ({@link #kind()}, {@link #capacity()}) may be missing; {@code ExemptTickets} then names it.
 */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutablePlace.class)
@JsonDeserialize(builder = Place.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Place {

    /** Longest name, street or city, in characters. */
    int MAX_TEXT = 200;

    /** Largest capacity. */
    int MAX_CAPACITY = 200_000;

    /** What people call it; 1 to 200 characters. */
    String name();

    /** Number and street; 1 to 200 characters. */
    @Nullable
    String street();

    /** Five digits. */
    String postalCode();

    /** 1 to 200 characters. */
    String city();

    /** Where it is on the globe; without it, distances are those to where its postal code is. */
    @Nullable
    Position position();

    /** What kind of place, in the words of the declaration (sibil 2). */
    @Nullable
    PlaceKind kind();

    /** How many people it holds as it is set up (sibil 2, {@code jauge}). */
    @Nullable
    Integer capacity();

    /** Its number, if it has one. */
    @Nullable
    Siret siret();

    /** Starts a place. */
    static Builder builder() {
        return new Builder();
    }

    /** What must be put right before it is sent. */
    private List<Violation> violations() {
        RuleCheck check = new RuleCheck();
        InvitationRules.line(check, "name", name(), MAX_TEXT);
        InvitationRules.line(check, "street", street(), MAX_TEXT);
        InvitationRules.postalCode(check, "postalCode", postalCode());
        InvitationRules.line(check, "city", city(), MAX_TEXT);
        InvitationRules.known(check, "kind", kind());
        InvitationRules.range(check, "capacity", capacity(), 1, MAX_CAPACITY);
        Position position = position();
        return position == null
                ? check.violations()
                : check.nested("position", position.violations()).violations();
    }

    /** Notes what must be put right before it is sent. */
    static void check(RuleCheck check, String path, @Nullable Place place) {
        if (place != null) {
            check.nested(path, place.violations());
        }
    }

    /** Builds a place; {@code build()} throws {@link IllegalStateException} if a required field is missing. */
    final class Builder extends ImmutablePlace.Builder {
        Builder() {}
    }
}
