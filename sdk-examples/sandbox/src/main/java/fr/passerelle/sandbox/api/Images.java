package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Offer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Illustrations, sent as base64 inside JSON or uploaded (reference, section 6.6). Pictures are checked, not kept. */
public final class Images {

    /** The sizes one way of sending takes, in pixels, and the key of its errors. */
    private record Limits(String key, int minWidth, int minHeight, int maxWidth, int maxHeight) {

        Refusal refused(String text) {
            return Refusal.bare(400, key, text);
        }
    }

    private static final Limits IN_JSON = new Limits("imageFile", 400, 600, 800, 1200);
    private static final Limits UPLOADED = new Limits("file", 400, 400, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final int TOO_HEAVY = 10_000_000;
    private static final double RATIO = 2.0 / 3;
    private static final double RATIO_TOLERANCE = 0.04;

    /** Wider pictures are forced to the right ratio before it is tested. */
    private static final int FORCED_ABOVE_WIDTH = 750;

    private Images() {}

    /** Refuses, with 400, an {@code image} object that the server would not take. */
    static void check(Form image) {
        check(decode(image.requiredText("file")), IN_JSON);
    }

    /** Refuses, with 400, an uploaded file that the server would not take. */
    static void checkUpload(byte[] file) {
        check(file, UPLOADED);
    }

    private static void check(byte[] bytes, Limits limits) {
        if (bytes.length >= TOO_HEAVY) {
            throw limits.refused("The image is not lighter than " + TOO_HEAVY + " bytes");
        }
        ImageHeader header = ImageHeader.read(bytes);
        if (header == null) {
            throw limits.refused("The file is not an image of an accepted format: png, jpg, jpeg, mpo, webp");
        }
        if (header.width() < limits.minWidth || header.height() < limits.minHeight) {
            throw limits.refused("The image is smaller than " + limits.minWidth + " x " + limits.minHeight + " px");
        }
        if (header.width() > limits.maxWidth || header.height() > limits.maxHeight) {
            throw limits.refused("The image is larger than " + limits.maxWidth + " x " + limits.maxHeight + " px");
        }
        double ratio = (double) header.width() / header.height();
        if (header.width() <= FORCED_ABOVE_WIDTH && Math.abs(ratio - RATIO) > RATIO_TOLERANCE) {
            throw limits.refused("The image is not of the ratio 2:3");
        }
    }

    /** Illustrates an offer with an image that passed its check. */
    static void illustrate(Offer offer, @Nullable String credit) {
        String url = "https://storage.example.org/thumbs/mediations/" + Long.toString(offer.id, Character.MAX_RADIX);
        offer.image = new Offer.Image(url, credit);
    }

    /**
     * Decodes base64 like the server: what is not of the alphabet is skipped, the padding must be right.
     *
     * @throws Refusal 400 {@code imageFile} when it is not
     */
    public static byte[] decode(String base64) {
        String alphabetOnly = base64.replaceAll("[^A-Za-z0-9+/=]", "");
        try {
            if (alphabetOnly.length() % 4 == 0) {
                return Base64.getDecoder().decode(alphabetOnly);
            }
        } catch (IllegalArgumentException badPadding) {
            // Answered below.
        }
        throw Refusal.listed(400, IN_JSON.key(), "The value must be a valid base64 string");
    }
}
