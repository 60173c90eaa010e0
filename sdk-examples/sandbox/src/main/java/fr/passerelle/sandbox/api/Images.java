package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Offer;
import java.util.Base64;

/** Illustrations sent as base64 inside JSON (reference, section 6.6). Pictures are checked, not kept. */
public final class Images {

    private static final String KEY = "imageFile";
    private static final int MAX_BYTES = 10_000_000;
    private static final int MIN_WIDTH = 400;
    private static final int MIN_HEIGHT = 600;
    private static final int MAX_WIDTH = 800;
    private static final int MAX_HEIGHT = 1200;
    private static final double RATIO = 0.667;
    private static final double RATIO_TOLERANCE = 0.04;

    /** Wider pictures are forced to the right ratio before it is tested. */
    private static final int FORCED_ABOVE_WIDTH = 750;

    private Images() {}

    /** Refuses, with 400, an {@code image} object that the server would not take. */
    static void check(Form image) {
        byte[] bytes = decode(image.requiredText("file"));
        if (bytes.length > MAX_BYTES) {
            throw bad("The image is heavier than " + MAX_BYTES + " bytes");
        }
        ImageHeader header = ImageHeader.read(bytes);
        if (header == null) {
            throw bad("The file is not an image of an accepted format: png, jpg, jpeg, mpo, webp");
        }
        if (header.width() < MIN_WIDTH || header.height() < MIN_HEIGHT) {
            throw bad("The image is smaller than " + MIN_WIDTH + " x " + MIN_HEIGHT + " px");
        }
        if (header.width() > MAX_WIDTH || header.height() > MAX_HEIGHT) {
            throw bad("The image is larger than " + MAX_WIDTH + " x " + MAX_HEIGHT + " px");
        }
        double ratio = (double) header.width() / header.height();
        if (header.width() <= FORCED_ABOVE_WIDTH && Math.abs(ratio - RATIO) > RATIO_TOLERANCE) {
            throw bad("The image is not of the ratio 2:3");
        }
    }

    /** Illustrates an offer with an image that passed {@link #check}. */
    static void illustrate(Offer offer, Form image) {
        String url = "https://storage.example.org/thumbs/mediations/" + Long.toString(offer.id, Character.MAX_RADIX);
        offer.image = new Offer.Image(url, image.text("credit"));
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
        throw Refusal.listed(400, KEY, "The value must be a valid base64 string");
    }

    private static Refusal bad(String text) {
        return Refusal.bare(400, KEY, text);
    }
}
