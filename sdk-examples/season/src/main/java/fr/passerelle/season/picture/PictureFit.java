package fr.passerelle.season.picture;

import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.ImageFormat;
import fr.passerelle.model.value.ImageUse;
import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Brings a picture into the form that the programme takes, upright 2:3 (partner-api 6.6). One that has it goes as it
 * is. Agendas mostly have wide ones: such a picture is put whole on a white ground of that form, neither cut nor
 * squeezed, since it is somebody's work.
 */
final class PictureFit {

    private static final int MIN_WIDTH = 400;
    private static final int MIN_HEIGHT = 600;
    private static final int MAX_WIDTH = 800;

    /** Decoded, four bytes each: 160 MB. */
    private static final long MAX_PIXELS = 40_000_000;

    private static final float QUALITY = 0.88f;

    private PictureFit() {}

    /**
     * The picture, ready to be sent.
     *
     * @param notes receives what was done to it
     * @throws LeftOutException if it is none, or cannot be made fit
     */
    static ImageFile fit(byte[] bytes, List<Finding> notes) throws LeftOutException {
        ImageFile file = read(bytes);
        if ((long) file.width() * file.height() > MAX_PIXELS) {
            throw new LeftOutException(FindingCode.PICTURE_TOO_LARGE, file.width(), file.height());
        }
        boolean fits = OfferImageDraft.of(file).violations(ImageUse.OFFER).isEmpty() && !ImageUse.OFFER.distorts(file);
        if (fits && file.format() == ImageFormat.WEBP) {
            return file; // The JDK cannot look into it.
        }
        if (!fits && file.width() < MIN_WIDTH && file.height() < MIN_HEIGHT) {
            throw new LeftOutException(FindingCode.PICTURE_TOO_SMALL, file.width(), file.height());
        }
        BufferedImage pixels = PixelReader.read(bytes, file.format());
        if (fits) {
            return file;
        }
        notes.add(Finding.of(FindingCode.PICTURE_FRAMED, file.width(), file.height()));
        return ImageFile.of(jpeg(framed(pixels)));
    }

    private static ImageFile read(byte[] bytes) throws LeftOutException {
        try {
            return ImageFile.of(bytes);
        } catch (RuleViolationException none) {
            throw new LeftOutException(FindingCode.PICTURE_UNREADABLE);
        }
    }

    /** The smallest ground of 2:3 that holds it, or the largest that the programme takes; nothing is enlarged. */
    private static BufferedImage framed(BufferedImage pixels) {
        int needed = Math.max(pixels.getWidth(), (pixels.getHeight() * 2 + 2) / 3);
        int even = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, needed)) / 2 * 2;
        int width = even;
        int height = even / 2 * 3;
        double scale = Math.min(1, Math.min((double) width / pixels.getWidth(), (double) height / pixels.getHeight()));
        BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = ground.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform place = AffineTransform.getTranslateInstance(
                (width - pixels.getWidth() * scale) / 2, (height - pixels.getHeight() * scale) / 2);
        place.scale(scale, scale);
        pen.drawRenderedImage(pixels, place);
        pen.dispose();
        return ground;
    }

    private static byte[] jpeg(BufferedImage pixels) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(pixels, null, null), quality);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
