package fr.passerelle.error;

import fr.passerelle.model.invitation.Problem.Sentence;
import fr.passerelle.model.invitation.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * 409: a rule about donated places is against it (docs/invitations.md, 3 and 4). Nothing was changed.
 * {@link #refusal()} says which rule, {@link #sentence} says it to whoever looks at the screen.
 */
public final class RefusedException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final String refusal;
    private final @Nullable String french;
    private final @Nullable String english;
    private final @Nullable Integer minutes;
    private final @Nullable Instant usedAt;

    /** For a response of this meaning that says no more. */
    public RefusedException(ErrorResponse responded, Refusal refusal) {
        this(responded, refusal, null, null, null);
    }

    /**
     * For a response of this meaning.
     *
     * @param sentence the server's own; null if it has none
     * @param minutes after which to try again; null if it does not say
     * @param usedAt when the voucher let somebody in; null if it does not say
     */
    public RefusedException(
            ErrorResponse responded,
            Refusal refusal,
            @Nullable Sentence sentence,
            @Nullable Integer minutes,
            @Nullable Instant usedAt) {
        super(responded);
        this.refusal = refusal.value();
        this.french = sentence == null ? null : sentence.fr();
        this.english = sentence == null ? null : sentence.en();
        this.minutes = minutes;
        this.usedAt = usedAt;
    }

    /** What is against it. */
    public Refusal refusal() {
        return Refusal.of(refusal);
    }

    /** After how many minutes to try again: only {@link Refusal#CAPACITY_HELD} says it. */
    public OptionalInt minutes() {
        return minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes);
    }

    /** When the voucher let somebody in: only {@link Refusal#ALREADY_USED} says it. */
    public Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    /**
     * A sentence for the screen; the server's own where this version does not know the refusal.
     *
     * @param locale French gets French, every other language gets English
     */
    public String sentence(Locale locale) {
        String told = "fr".equals(locale.getLanguage()) ? french : english;
        Refusal known = refusal();
        return known.known() || told == null ? known.sentence(locale, minutes == null ? 0 : minutes) : told;
    }
}
