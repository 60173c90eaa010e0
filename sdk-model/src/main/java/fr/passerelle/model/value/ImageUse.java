package fr.passerelle.model.value;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture is sent, and what the server asks of it there: the table of reference 6.6. The weights keep the whole
 * request below the 8 MB that the server's front accepts: base64 makes 4 bytes of 3, and the text of an offer takes its
 * share.
 *
 * <p>The server squeezes pictures wider than 750 pixels into 2:3, whatever they are: {@link #distorts} tells, to warn.
 * A photo counts as it is seen, turned as its camera was held.
 */
public enum ImageUse {
    /** Inside the JSON of an event or product. */
    OFFER(400, 600, 800, 1200, 5_900_000),

    /** On its own, to the image endpoint (operation 32). */
    UPLOAD(400, 400, Integer.MAX_VALUE, Integer.MAX_VALUE, 7_900_000),

    /**
     * Inside the JSON of a collective offer: this size and no other, 2 000 000 characters of base64 (reference 8.1).
     */
    COLLECTIVE(400, 600, 400, 600, 1_500_000);

    /** Two thirds, as portrait posters are. */
    private static final double RATIO = 2.0 / 3;

    private static final int SQUEEZED_ABOVE_WIDTH = 750;

    private static final double TOLERANCE = 0.04;
    private static final String RATIO_IN_WORDS = "2/3 ± 0.04";

    private final int minWidth;
    private final int minHeight;
    private final int maxWidth;
    private final int maxHeight;
    private final long maxWeight;

    ImageUse(int minWidth, int minHeight, int maxWidth, int maxHeight, long maxWeight) {
        this.minWidth = minWidth;
        this.minHeight = minHeight;
        this.maxWidth = maxWidth;
        this.maxHeight = maxHeight;
        this.maxWeight = maxWeight;
    }

    /** Heaviest file, in bytes before any encoding; reading more of a file than this is useless. */
    public long maxWeight() {
        return maxWeight;
    }

    /** Whether the server takes the picture there by squeezing it into another form. */
    public boolean distorts(ImageFile file) {
        return this != COLLECTIVE && file.width() > SQUEEZED_ABOVE_WIDTH && !hasRatio(file);
    }

    private static boolean hasRatio(ImageFile file) {
        return Math.abs((double) file.width() / file.height() - RATIO) <= TOLERANCE;
    }

    /** Reports what keeps the picture from being sent there; no picture is fine. */
    public void check(RuleCheck check, String path, @Nullable ImageFile file) {
        if (file == null) {
            return;
        }
        int width = file.width();
        int height = file.height();
        check.require(file.weight() <= maxWeight, path, RuleCode.IMAGE_TOO_HEAVY, maxWeight)
                .require(
                        width >= minWidth && height >= minHeight,
                        path,
                        RuleCode.IMAGE_TOO_SMALL,
                        minWidth + "x" + minHeight)
                .require(
                        width <= maxWidth && height <= maxHeight,
                        path,
                        RuleCode.IMAGE_TOO_LARGE,
                        maxWidth + "x" + maxHeight)
                .require(
                        width > SQUEEZED_ABOVE_WIDTH || hasRatio(file), path, RuleCode.BAD_IMAGE_RATIO, RATIO_IN_WORDS);
    }
}
