package fr.passerelle.commandline.table;

import fr.passerelle.commandline.file.InputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which characters the bytes of a file are; nobody says so in a CSV. */
final class Charsets {

    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 4096;
    private static final int SAMPLE = 1 << 15;

    /**
     * Windows, Unix, old Macs, DOS: from the most usual one. UTF-8 stands among them for files that are so but for a
     * slip.
     */
    private static final List<Charset> EIGHT_BITS = Stream.of(
                    "UTF-8", "windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private static final String SMALL = "éèêëàâäçùûüîïôöœæñ";
    private static final String CAPITAL = "ÉÈÊËÀÂÄÇÙÛÜÎÏÔÖŒÆÑ";
    private static final String SIGNS = "€’“”«»–—…°\u00a0\u202f";

    private Charsets() {}

    /**
     * UTF-16 or UTF-32 if their mark or their zeros are there, UTF-8 if every byte fits it, else what reads best in
     * French.
     */
    static Charset of(InputFile file) throws IOException {
        byte[] head;
        try (InputStream bytes = file.stream()) {
            head = bytes.readNBytes(HEAD);
        }
        Charset wide = wide(head);
        if (wide != null) {
            return wide;
        }
        try (InputStream bytes = file.stream()) {
            if (isUtf8(bytes)) {
                return StandardCharsets.UTF_8;
            }
        }
        try (InputStream bytes = file.stream()) {
            return best(sample(bytes));
        }
    }

    private static @Nullable Charset wide(byte[] head) {
        int first = at(head, 0) << 8 | at(head, 1);
        boolean zeros = at(head, 2) == 0 && at(head, 3) == 0 && head.length > 3;
        if (first == 0xFFFE && zeros) {
            return Charset.forName("UTF-32");
        }
        if (first == 0xFFFE || first == 0xFEFF) {
            return StandardCharsets.UTF_16;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        // Western text in UTF-16 has a zero in most characters, on one side.
        int half = head.length / 4;
        if (odd > half && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > half && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static int at(byte[] bytes, int place) {
        return place < bytes.length ? bytes[place] & 0xFF : 0;
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
            if (decoder.decode(in, out.clear(), end).isError()) {
                return false;
            }
            in.compact();
        }
        return true;
    }

    /** The words with other letters than those of ASCII. */
    private static byte[] sample(InputStream bytes) throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        boolean telling = false;
        byte[] block = new byte[BUFFER];
        for (int read = bytes.read(block); read >= 0 && sample.size() < SAMPLE; read = bytes.read(block)) {
            for (int i = 0; i < read; i++) {
                word.write(block[i]);
                telling |= block[i] < 0;
                if (block[i] == ' ' || block[i] == '\n' || word.size() > HEAD) {
                    sample.write(word.toByteArray(), 0, telling ? word.size() : 0);
                    word.reset();
                    telling = false;
                }
            }
        }
        sample.write(word.toByteArray(), 0, telling ? word.size() : 0);
        return sample.toByteArray();
    }

    private static Charset best(byte[] sample) {
        Charset best = EIGHT_BITS.get(1);
        int most = score(new String(sample, best));
        for (Charset candidate : EIGHT_BITS) {
            int score = score(new String(sample, candidate));
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** How French a text looks: a capital behind a small letter, or a sign that no word has, speaks against it. */
    private static int score(String text) {
        int score = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                boolean capital = CAPITAL.indexOf(c) >= 0 && !Character.isLowerCase(before);
                if (SMALL.indexOf(c) >= 0 || capital) {
                    score += 2;
                } else if (SIGNS.indexOf(c) >= 0) {
                    score += 1;
                } else {
                    score -= c == '\uFFFD' || Character.isISOControl(c) ? 4 : 2;
                }
            }
            before = c;
        }
        return score;
    }
}
