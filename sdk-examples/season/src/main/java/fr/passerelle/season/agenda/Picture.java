package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The picture that a record has, as an address; nothing is fetched here.
 *
 * @param address always of {@code https}
 * @param credit who made it; null if the record does not say
 */
public record Picture(URI address, @Nullable String credit) {

    private static final int CREDIT_LIMIT = 255;
    private static final int ADDRESS_LIMIT = 2_000;

    /** Where exports keep it, the largest first; never a thumbnail, which is too small for any use. */
    private static final List<String> TEXTS = List.of(
            "originalImage",
            "originalimage",
            "original_image",
            "image",
            "image_url",
            "imageUrl",
            "cover_url",
            "cover.url");

    private static final String[] CREDITS = {
        "imageCredits",
        "imagecredits",
        "image_credits",
        "imageCredit",
        "image_credit",
        "credits_image",
        "image.credits",
        "image.credit",
        "cover_credit",
        "cover.credit"
    };

    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:https?:)?//");

    /** What exports write where there is none. */
    private static final Pattern NONE = Pattern.compile("(?i)null|none|undefined|n/?a|-");

    /**
     * The picture of a record; null if it has none, or none whose address can be used.
     *
     * @param notes receives what is left out
     */
    static @Nullable Picture of(Fields fields, List<Finding> notes) {
        Optional<String> raw = fields.value("image").flatMap(Picture::ofObject).or(() -> ofTexts(fields));
        if (raw.isEmpty()) {
            return null;
        }
        Optional<URI> address = address(raw.get().strip());
        if (address.isEmpty()) {
            notes.add(Finding.of(FindingCode.PICTURE_ADDRESS, PlainText.shortened(PlainText.line(raw.get()), 60)));
            return null;
        }
        String credit = fields.text(CREDITS)
                .map(PlainText::line)
                .filter(text -> !text.isEmpty() && !NONE.matcher(text).matches())
                .map(text -> PlainText.shortened(text, CREDIT_LIMIT))
                .orElse(null);
        return new Picture(address.get(), credit);
    }

    /** OpenAgenda: a base, and a file for each size, of which "full" is the one that was handed in. */
    private static Optional<String> ofObject(JsonNode image) {
        JsonNode object = image.isTextual() && image.asText().strip().startsWith("{")
                ? Coded.inside(image.asText()).orElse(image)
                : image;
        if (!object.isObject()) {
            return Optional.empty();
        }
        String file = object.path("filename").asText("");
        for (JsonNode variant : object.path("variants")) {
            if (variant.path("type").asText("").equals("full")
                    && !variant.path("filename").asText("").isBlank()) {
                file = variant.path("filename").asText();
            }
        }
        String base = object.path("base").asText("");
        if (!file.isBlank() && !base.isBlank()) {
            return Optional.of(base + (base.endsWith("/") ? "" : "/") + file);
        }
        return Optional.of(object.path("url").asText("")).filter(url -> !url.isBlank());
    }

    private static Optional<String> ofTexts(Fields fields) {
        return TEXTS.stream()
                .flatMap(name -> fields.value(name).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !NONE.matcher(text.strip()).matches())
                .findFirst();
    }

    /**
     * The address, always of https: an old export's http is asked for over TLS, at the same host. An http address with
     * a port of its own is none that TLS would be spoken at.
     */
    private static Optional<URI> address(String raw) {
        if (raw.length() > ADDRESS_LIMIT || !SCHEME.matcher(raw).find()) {
            return Optional.empty();
        }
        boolean plain = raw.toLowerCase(Locale.ROOT).startsWith("http:");
        try {
            URI address = new URI(SCHEME.matcher(raw).replaceFirst("https://").replace(" ", "%20"));
            boolean usable = address.getHost() != null && address.getUserInfo() == null;
            return usable && !(plain && address.getPort() >= 0) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
