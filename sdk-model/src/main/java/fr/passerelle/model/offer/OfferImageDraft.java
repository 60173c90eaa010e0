package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.ImageUse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture to put on an offer, inside its draft or patch or on its own (reference operation 32 and 6.6).
 *
 * @param file the picture
 * @param credit who made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferImageDraft(ImageFile file, @Nullable String credit) {

    public OfferImageDraft {
        Objects.requireNonNull(file, "file");
    }

    /** A picture without a credit. */
    public static OfferImageDraft of(ImageFile file) {
        return new OfferImageDraft(file, null);
    }

    /** The same with a credit. */
    public OfferImageDraft credit(String credit) {
        return new OfferImageDraft(file, credit);
    }

    /** What keeps this from being sent there. */
    public List<Violation> violations(ImageUse use) {
        RuleCheck check = new RuleCheck().storable("credit", credit);
        use.check(check, "file", file);
        return check.violations();
    }
}
