package fr.passerelle.sandbox.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Width and height of a picture as it is seen, in pixels, read from its first bytes; PNG, JPEG (MPO included, turned as
 * its camera says) and WebP.
 */
public record ImageHeader(int width, int height) {

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int JPEG_START = 0xFFD8;
    private static final int EXIF = 0xE1;
    private static final short ORIENTATION = 0x0112;

    /** The header, or null when the bytes are no such picture. */
    public static @Nullable ImageHeader read(byte[] bytes) {
        try {
            ByteBuffer data = ByteBuffer.wrap(bytes);
            if (data.remaining() >= 24 && data.getLong(0) == PNG_SIGNATURE) {
                return new ImageHeader(data.getInt(16), data.getInt(20));
            }
            if (data.remaining() >= 4 && Short.toUnsignedInt(data.getShort(0)) == JPEG_START) {
                return jpeg(data);
            }
            return data.remaining() >= 30
                            && text(data, 0).equals("RIFF")
                            && text(data, 8).equals("WEBP")
                    ? webp(data.order(ByteOrder.LITTLE_ENDIAN))
                    : null;
        } catch (IndexOutOfBoundsException truncated) {
            return null;
        }
    }

    /**
     * Walks the segments up to the frame header, which holds the size; what the camera says of its position is before.
     */
    private static @Nullable ImageHeader jpeg(ByteBuffer data) {
        int at = 2;
        boolean lying = false;
        while (Byte.toUnsignedInt(data.get(at)) == 0xFF) {
            int marker = Byte.toUnsignedInt(data.get(at + 1));
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                int height = Short.toUnsignedInt(data.getShort(at + 5));
                int width = Short.toUnsignedInt(data.getShort(at + 7));
                return lying ? new ImageHeader(height, width) : new ImageHeader(width, height);
            }
            if (marker == EXIF) {
                lying |= isLying(data, at + 4);
            }
            at += marker == 0xFF ? 1 : 2 + Short.toUnsignedInt(data.getShort(at + 2));
        }
        return null;
    }

    /** Whether the camera was held so that width and height change places: orientations 5 to 8. */
    private static boolean isLying(ByteBuffer data, int at) {
        if (!text(data, at).equals("Exif")) {
            return false;
        }
        try {
            int start = at + 6;
            ByteBuffer tiff = data.duplicate()
                    .order(text(data, start).startsWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = start + tiff.getInt(start + 4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (tiff.getShort(entry) == ORIENTATION) {
                    int orientation = tiff.getShort(entry + 8);
                    return orientation >= 5 && orientation <= 8;
                }
            }
        } catch (IndexOutOfBoundsException cutShort) {
            // A picture all the same, and it is seen as it lies.
        }
        return false;
    }

    private static @Nullable ImageHeader webp(ByteBuffer data) {
        return switch (text(data, 12)) {
            case "VP8 " -> new ImageHeader(data.getShort(26) & 0x3FFF, data.getShort(28) & 0x3FFF);
            case "VP8L" -> {
                int bits = data.getInt(21);
                yield new ImageHeader((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
            }
            case "VP8X" -> new ImageHeader((data.getInt(24) & 0xFFFFFF) + 1, (data.getInt(26) >>> 8) + 1);
            default -> null;
        };
    }

    private static String text(ByteBuffer data, int at) {
        byte[] four = new byte[4];
        data.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
