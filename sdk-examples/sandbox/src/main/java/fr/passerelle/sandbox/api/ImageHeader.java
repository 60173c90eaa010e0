package fr.passerelle.sandbox.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Width and height of a picture, in pixels, read from its first bytes; PNG, JPEG (MPO included) and WebP. */
public record ImageHeader(int width, int height) {

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int JPEG_START = 0xFFD8;

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

    /** Walks the segments up to the frame header, which holds the size. */
    private static @Nullable ImageHeader jpeg(ByteBuffer data) {
        int at = 2;
        while (Byte.toUnsignedInt(data.get(at)) == 0xFF) {
            int marker = Byte.toUnsignedInt(data.get(at + 1));
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return new ImageHeader(
                        Short.toUnsignedInt(data.getShort(at + 7)), Short.toUnsignedInt(data.getShort(at + 5)));
            }
            at += marker == 0xFF ? 1 : 2 + Short.toUnsignedInt(data.getShort(at + 2));
        }
        return null;
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
