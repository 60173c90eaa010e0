package fr.passerelle.season.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.ImageUse;
import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFitTest {

    private final List<Finding> notes = new ArrayList<>();

    private ImageFile fit(byte[] bytes) throws LeftOutException {
        return PictureFit.fit(bytes, notes);
    }

    private static BufferedImage pixels(ImageFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        return Pictures.decoded(bytes.toByteArray());
    }

    private static void assertColour(BufferedImage picture, int x, int y, Color colour) {
        Color found = new Color(picture.getRGB(x, y));
        assertThat(Math.abs(found.getRed() - colour.getRed())
                        + Math.abs(found.getGreen() - colour.getGreen())
                        + Math.abs(found.getBlue() - colour.getBlue()))
                .as("%s at %d, %d of %s", found, x, y, colour)
                .isLessThan(40);
    }

    private void assertLeftOut(byte[] bytes, FindingCode code) {
        assertThatThrownBy(() -> fit(bytes))
                .isInstanceOfSatisfying(
                        LeftOutException.class,
                        leftOut -> assertThat(leftOut.reason().code()).isEqualTo(code));
    }

    @Test
    void aPosterGoesAsItIs() throws Exception {
        byte[] poster = Pictures.png(400, 600, Color.BLUE);

        assertThat(fit(poster)).isEqualTo(ImageFile.of(poster));
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "700, 394, 700, 1050",
        "1920, 1080, 800, 1200",
        "600, 600, 600, 900",
        "400, 300, 400, 600",
        "900, 1200, 800, 1200",
        "300, 900, 600, 900",
        "2000, 3000, 800, 1200",
        "401, 301, 400, 600"
    })
    void anotherFormIsPutWholeOnAGround(int width, int height, int newWidth, int newHeight) throws Exception {
        ImageFile fitted = fit(Pictures.jpeg(width, height, Color.BLUE));

        assertThat(fitted.width()).isEqualTo(newWidth);
        assertThat(fitted.height()).isEqualTo(newHeight);
        assertThat(OfferImageDraft.of(fitted).violations(ImageUse.OFFER)).isEmpty();
        assertThat(ImageUse.OFFER.distorts(fitted)).isFalse();
        assertThat(notes).extracting(Finding::code).containsExactly(FindingCode.PICTURE_FRAMED);
    }

    @Test
    void nothingOfItIsCutAndTheGroundIsWhite() throws Exception {
        BufferedImage framed = pixels(fit(Pictures.jpeg(700, 394, Color.BLUE)));

        assertColour(framed, 350, 10, Color.WHITE);
        assertColour(framed, 350, 1040, Color.WHITE);
        assertColour(framed, 4, 525, Color.RED);
        assertColour(framed, 695, 525, Color.BLUE);
    }

    @Test
    void aPhotoIsTurnedAsItsCameraWasHeld() throws Exception {
        // Held to the right: what lies at the left of the file is at the top.
        BufferedImage upright = pixels(fit(Pictures.turned(Pictures.jpeg(700, 500, Color.BLUE), 6)));

        assertThat(upright.getWidth()).isEqualTo(500);
        assertColour(upright, 250, 60, Color.RED);
        assertColour(upright, 250, 690, Color.BLUE);
    }

    @Test
    void theSamePictureStaysTheSameFile() throws Exception {
        byte[] wide = Pictures.jpeg(700, 394, Color.BLUE);

        assertThat(fit(wide)).isEqualTo(fit(wide)).isNotEqualTo(fit(Pictures.jpeg(700, 394, Color.GREEN)));
    }

    @Test
    void aThumbnailIsTooSmall() {
        assertLeftOut(Pictures.png(200, 200, Color.BLUE), FindingCode.PICTURE_TOO_SMALL);
    }

    @Test
    void whatIsNoPictureIsLeftOut() {
        assertLeftOut("<html>".getBytes(StandardCharsets.UTF_8), FindingCode.PICTURE_UNREADABLE);
        assertLeftOut("GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1), FindingCode.PICTURE_UNREADABLE);
        assertLeftOut(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                FindingCode.PICTURE_UNREADABLE);
        assertLeftOut(new byte[0], FindingCode.PICTURE_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"400, 600", "700, 394"})
    void aPictureThatBreaksOffIsLeftOutWhateverItsForm(int width, int height) {
        byte[] png = Pictures.png(width, height, Color.BLUE);
        byte[] jpeg = Pictures.jpeg(width, height, Color.BLUE);

        assertLeftOut(Arrays.copyOf(png, png.length / 2), FindingCode.PICTURE_UNREADABLE);
        assertLeftOut(Arrays.copyOf(jpeg, jpeg.length / 2), FindingCode.PICTURE_UNREADABLE);
    }

    @Test
    void aHeaderThatPromisesAHugePictureIsNotDecoded() {
        byte[] png = Pictures.png(400, 600, Color.BLUE);
        png[16] = 1; // a width of 16 777 616
        assertLeftOut(png, FindingCode.PICTURE_TOO_LARGE);
    }
}
