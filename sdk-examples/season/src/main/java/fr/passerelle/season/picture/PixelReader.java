package fr.passerelle.season.picture;

import fr.passerelle.model.value.ImageFormat;
import fr.passerelle.season.agenda.FindingCode;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a PNG or JPEG to its last line, and turns it as its camera was held. */
final class PixelReader {

    private static final int JPEG_APP1 = 0xe1;
    private static final short ORIENTATION = 0x0112;

    private PixelReader() {}

    /**
     * The pixels.
     *
     * @throws LeftOutException if they cannot be decoded, are incomplete, or are of a format that the JDK does not know
     */
    static BufferedImage read(byte[] bytes, ImageFormat format) throws LeftOutException {
        if (format == ImageFormat.WEBP) {
            throw new LeftOutException(FindingCode.PICTURE_FORMAT, format);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(format == ImageFormat.PNG ? "png" : "jpeg")
                .next();
        AtomicBoolean damaged = new AtomicBoolean();
        IIOReadWarningListener listener = (source, warning) -> damaged.set(damaged.get() || isEarlyEnd(warning));
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.addIIOReadWarningListener(listener);
            reader.setInput(in, true, true);
            BufferedImage pixels = reader.read(0);
            if (damaged.get()) {
                throw new LeftOutException(FindingCode.PICTURE_UNREADABLE);
            }
            return format == ImageFormat.PNG ? pixels : turned(pixels, orientation(bytes));
        } catch (IOException | RuntimeException undecodable) {
            // The JDK's decoders throw whatever a broken file makes them stumble over.
            throw new LeftOutException(FindingCode.PICTURE_UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** Other warnings are about colours and stray bytes, which nobody sees. */
    private static boolean isEarlyEnd(String warning) {
        return warning.contains("Premature") || warning.contains("premature");
    }

    private static BufferedImage turned(BufferedImage pixels, int orientation) {
        int w = pixels.getWidth();
        int h = pixels.getHeight();
        // Columns of the matrix, as AffineTransform takes them: what becomes of x, of y, and the shift.
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return pixels;
        }
        boolean lying = orientation >= 5;
        BufferedImage upright = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
        var pen = upright.createGraphics();
        pen.drawRenderedImage(pixels, turn);
        pen.dispose();
        return upright;
    }

    /** How the camera was held, by the first directory of the EXIF segment; 1 if nothing says. */
    private static int orientation(byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        try {
            for (int at = 2; (data.get(at) & 0xff) == 0xff; at += 2 + (data.getShort(at + 2) & 0xffff)) {
                int marker = data.get(at + 1) & 0xff;
                if (marker == JPEG_APP1 && text(data, at + 4, 4).equals("Exif")) {
                    return orientation(data, at + 10);
                }
                if (marker == 0xda) {
                    return 1;
                }
            }
        } catch (IndexOutOfBoundsException cutShort) {
            // As it lies, then.
        }
        return 1;
    }

    private static int orientation(ByteBuffer data, int tiffAt) {
        ByteBuffer tiff = data.duplicate()
                .order(text(data, tiffAt, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiffAt + tiff.getInt(tiffAt + 4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }

    private static String text(ByteBuffer data, int at, int length) {
        byte[] letters = new byte[length];
        data.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
