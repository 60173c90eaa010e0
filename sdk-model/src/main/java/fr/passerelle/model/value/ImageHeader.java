package fr.passerelle.model.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the first bytes of a picture say: its format and its size in pixels as it is seen, turned as the camera of a
 * JPEG was held. No pixel is decoded.
 *
 * @param format which format
 * @param width in pixels
 * @param height in pixels
 */
record ImageHeader(ImageFormat format, int width, int height) {

    private static final long PNG_SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int PNG_SIZE_AT = 16;

    private static final int JPEG_START = 0xffd8;
    private static final int JPEG_MARKER = 0xff;
    private static final int JPEG_APP1 = 0xe1;
    private static final int JPEG_APP2 = 0xe2;
    private static final short EXIF_ORIENTATION = 0x0112;

    private static final int RIFF_CHUNK_AT = 12;
    private static final int WEBP_DATA_AT = 20;
    private static final int VP8_START_CODE = 0x2a019d;
    private static final int VP8L_SIGNATURE = 0x2f;
    private static final int FOURTEEN_BITS = 0x3fff;

    /** Reads the header; empty if this is no picture of a known format, or is cut before its size. */
    static Optional<ImageHeader> read(byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        try {
            if (data.getLong(0) == PNG_SIGNATURE && ascii(data, 12).equals("IHDR")) {
                return sized(ImageFormat.PNG, data.getInt(PNG_SIZE_AT), data.getInt(PNG_SIZE_AT + 4));
            }
            if ((data.getShort(0) & 0xffff) == JPEG_START) {
                return jpeg(data);
            }
            return ascii(data, 0).equals("RIFF") && ascii(data, 8).equals("WEBP")
                    ? webp(data.order(ByteOrder.LITTLE_ENDIAN))
                    : Optional.empty();
        } catch (IndexOutOfBoundsException cutShort) {
            return Optional.empty();
        }
    }

    private static Optional<ImageHeader> sized(ImageFormat format, int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageHeader(format, width, height)) : Optional.empty();
    }

    private static String ascii(ByteBuffer data, int at) {
        byte[] four = new byte[4];
        data.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    /** Walks from segment to segment until the frame header, which holds the size. */
    private static Optional<ImageHeader> jpeg(ByteBuffer data) {
        ImageFormat format = ImageFormat.JPEG;
        boolean lying = false;
        int at = 2;
        while (unsigned(data, at) == JPEG_MARKER) {
            int marker = unsigned(data, at + 1);
            if (marker == JPEG_MARKER) { // padding
                at++;
                continue;
            }
            int segment = at + 2;
            if (startsFrame(marker)) {
                int width = data.getShort(segment + 5) & 0xffff;
                int height = data.getShort(segment + 3) & 0xffff;
                return lying ? sized(format, height, width) : sized(format, width, height);
            }
            if (marker == JPEG_APP1) {
                lying |= isLying(data, segment + 2);
            }
            if (marker == JPEG_APP2 && ascii(data, segment + 2).equals("MPF\0")) {
                format = ImageFormat.MPO;
            }
            at = segment + (data.getShort(segment) & 0xffff);
        }
        return Optional.empty();
    }

    /** Whether the camera was held so that width and height change places: EXIF orientations 5 to 8. */
    private static boolean isLying(ByteBuffer data, int at) {
        if (!ascii(data, at).equals("Exif")) {
            return false;
        }
        try {
            int start = at + 6;
            ByteBuffer tiff = data.duplicate()
                    .order(ascii(data, start).startsWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = start + tiff.getInt(start + 4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (tiff.getShort(entry) == EXIF_ORIENTATION) {
                    int orientation = tiff.getShort(entry + 8);
                    return orientation >= 5 && orientation <= 8;
                }
            }
        } catch (IndexOutOfBoundsException cutShort) {
            // A picture all the same, and it is seen as it lies.
        }
        return false;
    }

    /** C0 to CF start a frame, except three of them, which hold tables. */
    private static boolean startsFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Lossy, lossless and extended files say their size in three ways. */
    private static Optional<ImageHeader> webp(ByteBuffer data) {
        return switch (ascii(data, RIFF_CHUNK_AT)) {
            case "VP8 " ->
                threeBytes(data, WEBP_DATA_AT + 3) == VP8_START_CODE
                        ? sized(
                                ImageFormat.WEBP,
                                data.getShort(WEBP_DATA_AT + 6) & FOURTEEN_BITS,
                                data.getShort(WEBP_DATA_AT + 8) & FOURTEEN_BITS)
                        : Optional.empty();
            case "VP8L" -> {
                int size = data.getInt(WEBP_DATA_AT + 1);
                yield unsigned(data, WEBP_DATA_AT) == VP8L_SIGNATURE
                        ? sized(ImageFormat.WEBP, 1 + (size & FOURTEEN_BITS), 1 + (size >>> 14 & FOURTEEN_BITS))
                        : Optional.empty();
            }
            case "VP8X" ->
                sized(ImageFormat.WEBP, 1 + threeBytes(data, WEBP_DATA_AT + 4), 1 + threeBytes(data, WEBP_DATA_AT + 7));
            default -> Optional.empty();
        };
    }

    private static int unsigned(ByteBuffer data, int at) {
        return data.get(at) & 0xff;
    }

    /** Lowest byte first. */
    private static int threeBytes(ByteBuffer data, int at) {
        return unsigned(data, at) | unsigned(data, at + 1) << 8 | unsigned(data, at + 2) << 16;
    }
}
