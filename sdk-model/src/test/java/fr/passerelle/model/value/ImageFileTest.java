package fr.passerelle.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.contract.ReferenceCases;
import fr.passerelle.model.Pictures;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageFileTest {

    private static Stream<Arguments> pictures() {
        return Stream.of(
                arguments(ImageFormat.PNG, Pictures.png(600, 901)),
                arguments(ImageFormat.JPEG, Pictures.jpeg(600, 901)),
                arguments(ImageFormat.MPO, Pictures.mpo(600, 901)),
                arguments(ImageFormat.WEBP, Pictures.webpVp8(600, 901)),
                arguments(ImageFormat.WEBP, Pictures.webpVp8l(600, 901)),
                arguments(ImageFormat.WEBP, Pictures.webpVp8x(600, 901)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void tellsFormatAndSizeFromTheFirstBytes(ImageFormat format, byte[] bytes) {
        ImageFile file = ImageFile.of(bytes);

        assertThat(file.format()).isEqualTo(format);
        assertThat(file.width()).isEqualTo(600);
        assertThat(file.height()).isEqualTo(901);
        assertThat(file.weight()).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void refusesAPictureThatIsCutBeforeItsSize(ImageFormat format, byte[] bytes) {
        for (int length = 0; length < 20; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ImageFile.of(cut))
                    .as("%s of %s bytes", format, length)
                    .isInstanceOf(RuleViolationException.class);
        }
    }

    @Test
    void refusesWhatTheServerDoesNotRead() {
        byte[] gif = Arrays.copyOf("GIF89a".getBytes(StandardCharsets.US_ASCII), 64);

        assertThatThrownBy(() -> ImageFile.of(gif)).hasMessage("file: must be a png, jpeg, mpo or webp picture");
        assertThatThrownBy(() -> ImageFile.of(Pictures.png(0, 600))).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> ImageFile.of(Pictures.png(400, -600))).isInstanceOf(RuleViolationException.class);
    }

    @Test
    void survivesAnyBytesBehindAGoodStart() {
        byte[] bytes = Pictures.jpeg(600, 900);
        for (int at = 2; at < bytes.length; at++) {
            for (int value = 0; value < 256; value += 5) {
                byte[] broken = bytes.clone();
                broken[at] = (byte) value;
                assertThat(ImageHeader.read(broken)).isNotNull();
            }
        }
    }

    @Test
    void readsThePicturesOfTheReferenceCases() throws IOException {
        int read = 0;
        for (JsonNode request : ReferenceCases.HTTP.read()) {
            JsonNode file = request.at("/when/body/image/file");
            if (request.get("then").get("status").asInt() == 200 && file.isTextual()) {
                ImageFile image = ImageFile.of(Base64.getDecoder().decode(file.asText()));
                assertThat(violations(ImageUse.OFFER, image))
                        .as(request.get("id").asText())
                        .isEmpty();
                read++;
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void isWrittenAsBase64WithoutLineBreaks() throws IOException {
        byte[] bytes = Arrays.copyOf(Pictures.png(400, 600), 100);

        assertThat(new ObjectMapper().writeValueAsString(ImageFile.of(bytes)))
                .isEqualTo('"' + Base64.getEncoder().encodeToString(bytes) + '"');
    }

    @Test
    void isUploadedAsItIs() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        ImageFile.of(Pictures.webpVp8(400, 600)).writeTo(target);

        assertThat(target.toByteArray()).isEqualTo(Pictures.webpVp8(400, 600));
    }

    private static List<String> violations(ImageUse use, ImageFile file) {
        RuleCheck check = new RuleCheck();
        use.check(check, "file", file);
        return check.violations().stream().map(Violation::message).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "OFFER, 760, 760, true",
        "OFFER, 800, 1200, false",
        "UPLOAD, 700, 700, false",
        "COLLECTIVE, 900, 900, false"
    })
    void tellsWhatTheServerWouldSqueeze(ImageUse use, int width, int height, boolean distorted) {
        assertThat(use.distorts(Pictures.ofSize(width, height))).isEqualTo(distorted);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFER, 400, 600",
        "OFFER, 800, 1200",
        "OFFER, 420, 600",
        "UPLOAD, 400, 600",
        "UPLOAD, 4000, 6000",
        "UPLOAD, 400, 570",
        "OFFER, 400, 638",
        "OFFER, 760, 760",
        "UPLOAD, 900, 900",
        "COLLECTIVE, 400, 600",
    })
    void acceptsTheSizesOfTheUse(ImageUse use, int width, int height) {
        assertThat(violations(use, Pictures.ofSize(width, height))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OFFER | 399 | 600 | file: must measure at least 400x600 pixels",
                "OFFER | 400 | 599 | file: must measure at least 400x600 pixels",
                "OFFER | 801 | 1200 | file: must measure at most 800x1200 pixels",
                "OFFER | 600 | 1000 | file: must be as wide as 2/3 ± 0.04 times its height",
                "UPLOAD | 399 | 600 | file: must measure at least 400x400 pixels",
                "UPLOAD | 700 | 700 | file: must be as wide as 2/3 ± 0.04 times its height",
                "COLLECTIVE | 401 | 601 | file: must measure at most 400x600 pixels",
            })
    void refusesOtherSizesAndSaysTheLimit(ImageUse use, int width, int height, String message) {
        assertThat(violations(use, Pictures.ofSize(width, height))).containsExactly(message);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatWouldMakeTheRequestTooHeavy(ImageUse use) {
        byte[] heaviest = Arrays.copyOf(Pictures.png(400, 600), (int) use.maxWeight());
        byte[] tooHeavy = Arrays.copyOf(heaviest, heaviest.length + 1);

        assertThat(violations(use, ImageFile.of(heaviest))).isEmpty();
        assertThat(violations(use, ImageFile.of(tooHeavy)))
                .containsExactly(
                        "file: must weigh at most " + use.maxWeight() + " bytes, so that the request stays below 8 MB");
    }

    @Test
    void theHeaviestPictureAndALongTextStayBelowTheServersEightMegabytes() {
        long base64 = (ImageUse.OFFER.maxWeight() + 2) / 3 * 4;

        assertThat(base64 + 100_000).isLessThan(8_000_000);
        assertThat((ImageUse.COLLECTIVE.maxWeight() + 2) / 3 * 4).isLessThanOrEqualTo(2_000_000);
    }

    @Test
    void doesNotShowItsBytes() {
        assertThat(Pictures.ofSize(400, 600)).hasToString("PNG 400x600, 33 bytes");
    }
}
