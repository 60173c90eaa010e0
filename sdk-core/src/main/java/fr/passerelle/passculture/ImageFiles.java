package fr.passerelle.passculture;

import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.ImageUse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads pictures into memory, once, and not one that is too heavy for any use. */
public final class ImageFiles {

    private ImageFiles() {}

    /**
     * A picture on disk.
     *
     * @throws IOException if it cannot be read
     * @throws RuleViolationException if it is too heavy, or no picture that the server reads
     */
    public static ImageFile read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return read(in, Files.size(path));
        }
    }

    /**
     * A picture in a stream, which is left open after its last byte.
     *
     * @param weight how many bytes to read
     * @throws IOException if they cannot be read, or the stream ends before
     * @throws RuleViolationException if it is too heavy, which is seen before anything is read, or no picture that the
     *     server reads
     */
    public static ImageFile read(InputStream in, long weight) throws IOException {
        long most = ImageUse.UPLOAD.maxWeight();
        if (weight > most) {
            throw new RuleViolationException(new Violation("file", RuleCode.IMAGE_TOO_HEAVY, String.valueOf(most)));
        }
        byte[] bytes = in.readNBytes(Math.toIntExact(weight));
        if (bytes.length < weight) {
            throw new EOFException("the picture ends after " + bytes.length + " of " + weight + " bytes");
        }
        return ImageFile.of(bytes);
    }
}
