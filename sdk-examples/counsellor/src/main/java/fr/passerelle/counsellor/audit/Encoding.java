package fr.passerelle.counsellor.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Which characters the bytes of a file are; nobody says so in a CSV. */
final class Encoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    private Encoding() {}

    /** UTF-16 if its mark is there, UTF-8 if every byte of the file fits it, else Windows-1252. */
    static Charset of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] mark = bytes.readNBytes(2);
            if (Arrays.equals(mark, new byte[] {(byte) 0xFF, (byte) 0xFE})
                    || Arrays.equals(mark, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
                return StandardCharsets.UTF_16;
            }
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252;
        }
    }

    private static boolean isUtf8(InputStream bytes) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        boolean end = false;
        while (!end) {
            int read = bytes.read(in.array(), in.position(), in.remaining());
            end = read < 0;
            in.position(in.position() + Math.max(read, 0)).flip();
            CoderResult result = decoder.decode(in, out.clear(), end);
            if (result.isError()) {
                return false;
            }
            in.compact();
        }
        return true;
    }
}
