package fr.passerelle.model;

import fr.passerelle.model.value.ImageFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of pictures: all that the model looks at. */
public final class Pictures {

    private Pictures() {}

    public static ImageFile ofSize(int width, int height) {
        return ImageFile.of(png(width, height));
    }

    public static byte[] png(int width, int height) {
        return ByteBuffer.allocate(33)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(ascii("IHDR"))
                .putInt(width)
                .putInt(height)
                .array();
    }

    /** A picture with an Exif-like segment before its size, and padding between the segments. */
    public static byte[] jpeg(int width, int height) {
        return jpeg(0xffe1, "Exif\0\0", width, height);
    }

    public static byte[] mpo(int width, int height) {
        return jpeg(0xffe2, "MPF\0", width, height);
    }

    /** A photo whose camera was turned by a quarter: it is seen as high as its data are wide. */
    public static ImageFile turned(int width, int height) {
        byte[] exif = ByteBuffer.allocate(32)
                .put(ascii("Exif\0\0MM"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .array();
        return ImageFile.of(jpeg(0xffe1, exif, width, height));
    }

    private static byte[] jpeg(int marker, String name, int width, int height) {
        return jpeg(marker, Arrays.copyOf(ascii(name), 20), width, height);
    }

    private static byte[] jpeg(int marker, byte[] segment, int width, int height) {
        return ByteBuffer.allocate(64 + segment.length)
                .putShort((short) 0xffd8)
                .putShort((short) marker)
                .putShort((short) (2 + segment.length))
                .put(segment)
                .put((byte) 0xff)
                .putShort((short) 0xffc4)
                .putShort((short) 4)
                .putShort((short) 0)
                .putShort((short) 0xffc2)
                .putShort((short) 17)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    /** Lossy. */
    public static byte[] webpVp8(int width, int height) {
        return webp("VP8 ")
                .put(new byte[] {0x10, 0, 0, (byte) 0x9d, 0x01, 0x2a})
                .putShort((short) width)
                .putShort((short) height)
                .array();
    }

    /** Lossless. */
    public static byte[] webpVp8l(int width, int height) {
        return webp("VP8L")
                .put((byte) 0x2f)
                .putInt((height - 1) << 14 | (width - 1))
                .array();
    }

    /** Extended: with an alpha channel, Exif data or the like. */
    public static byte[] webpVp8x(int width, int height) {
        return webp("VP8X")
                .putInt(0x10)
                .put(threeBytes(width - 1))
                .put(threeBytes(height - 1))
                .array();
    }

    private static ByteBuffer webp(String chunk) {
        return ByteBuffer.allocate(40)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(32)
                .put(ascii("WEBP"))
                .put(ascii(chunk))
                .putInt(20);
    }

    private static byte[] threeBytes(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
