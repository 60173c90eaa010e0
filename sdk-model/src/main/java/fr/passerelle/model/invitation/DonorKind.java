package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What kind of body gives places (invitations 2). */
public final class DonorKind extends OpenEnum {

    private static final Constants<DonorKind> WORDS = new Constants<>(DonorKind::new);

    /** A theatre, hall, museum or cinema. */
    public static final DonorKind VENUE = WORDS.known("VENUE");

    /** A company or a producer. */
    public static final DonorKind PRODUCER = WORDS.known("PRODUCER");

    /** A festival. */
    public static final DonorKind FESTIVAL = WORDS.known("FESTIVAL");

    /** A ticketing platform that acts for those it sells for. */
    public static final DonorKind TICKETING = WORDS.known("TICKETING");

    /** Any other. */
    public static final DonorKind OTHER = WORDS.known("OTHER");

    private DonorKind(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static DonorKind of(String value) {
        return WORDS.of(value);
    }

    /** Every kind known today. */
    public static List<DonorKind> values() {
        return WORDS.all();
    }
}
