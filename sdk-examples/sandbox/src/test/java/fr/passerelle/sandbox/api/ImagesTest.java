package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest extends ApiTest {

    private static String picture(int width, int height, String format) {
        return Base64.getEncoder().encodeToString(Pictures.of(width, height, format));
    }

    @ParameterizedTest
    @CsvSource({"400, 600, png", "600, 900, jpg", "760, 760, png", "400, 638, png"})
    void takesPicturesOfTheRightSize(int width, int height, String format) {
        var image = event("'image':{'file':'" + picture(width, height, format) + "','credit':'Studio'}")
                .path("image");

        assertThat(image.path("credit").asText()).isEqualTo("Studio");
        assertThat(image.path("url").asText()).startsWith("https://");
    }

    @ParameterizedTest
    @CsvSource({"399, 600, png", "801, 1200, png", "600, 600, jpg", "400, 600, gif"})
    void refusesOthersWithABareText(int width, int height, String format) {
        var reply = post(EVENTS, body("'image':{'file':'" + picture(width, height, format) + "'}"));

        assertRefusedUnder(reply, 400, "imageFile");
        assertThat(reply.body().path("imageFile").isTextual()).isTrue();
    }

    @Test
    void refusesBadBase64WithAList() {
        var reply = post(EVENTS, body("'image':{'file':'abc'}"));

        assertRefusedUnder(reply, 400, "imageFile");
        assertThat(reply.body().path("imageFile").isArray()).isTrue();
    }

    @Test
    void readsTheSizeOfWebpPictures() {
        byte[] lossless = new byte[30];
        System.arraycopy("RIFF....WEBPVP8L".getBytes(StandardCharsets.US_ASCII), 0, lossless, 0, 16);
        int bits = (400 - 1) | ((600 - 1) << 14);
        for (int i = 0; i < 4; i++) {
            lossless[21 + i] = (byte) (bits >> (8 * i));
        }

        assertThat(ImageHeader.read(lossless)).isEqualTo(new ImageHeader(400, 600));
    }

    @Test
    void turnsAPhotoAsItsCameraWasHeld() {
        byte[] photo = Pictures.of(900, 600, "jpg");
        byte[] exif = HexFormat.of()
                .parseHex("ffe1" + "0022" + "457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000"
                        + "00000000");
        byte[] turned = new byte[photo.length + exif.length];
        System.arraycopy(photo, 0, turned, 0, 2);
        System.arraycopy(exif, 0, turned, 2, exif.length);
        System.arraycopy(photo, 2, turned, 2 + exif.length, photo.length - 2);

        assertThat(ImageHeader.read(turned)).isEqualTo(new ImageHeader(600, 900));
    }

    @Test
    void readsNothingFromACutPicture() {
        assertThat(ImageHeader.read(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .isNull();
    }
}
