package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.api.ImageHeader;
import fr.passerelle.sandbox.api.Images;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.school.CollectiveOffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The illustration of a collective offer, sent as base64: exactly 400 x 600 pixels. Checked, not kept. */
final class EducationImage {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 600;
    private static final int MAX_BYTES = 10_000_000;

    /** How pictures begin that the server can read, and does not take. */
    private static final List<String> REFUSED_FORMATS = List.of("GIF8", "BM", "II*\0", "MM\0*");

    private EducationImage() {}

    /** Refuses, with 400, an image that the server would not take. */
    static void check(String base64) {
        byte[] bytes = Images.decode(base64);
        if (bytes.length > MAX_BYTES) {
            throw Refusal.listed(400, "errors", "The image is heavier than " + MAX_BYTES + " bytes");
        }
        ImageHeader header = ImageHeader.read(bytes);
        if (header == null) {
            throw refusedFormat(bytes)
                    ? Refusal.listed(400, "imageFile", "The accepted formats are png, jpg, jpeg, mpo, webp")
                    : Refusal.listed(400, "errors", "The file is not an image");
        }
        if (header.width() != WIDTH || header.height() != HEIGHT) {
            throw Refusal.listed(400, "imageFile", "The image must be " + WIDTH + " x " + HEIGHT + " pixels");
        }
    }

    private static boolean refusedFormat(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return REFUSED_FORMATS.stream().anyMatch(text::startsWith);
    }

    /** Where an image that passed {@link #check} would be found. */
    static CollectiveOffer.Image of(CollectiveOffer offer, String credit) {
        String url = "https://storage.example.org/thumbs/collective_offer/"
                + Long.toString(offer.id, Character.MAX_RADIX) + ".jpg";
        return new CollectiveOffer.Image(url, credit);
    }
}
