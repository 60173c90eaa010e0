package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A picture to send: a png, jpeg, mpo or webp file as it stands on disk. Format and size are read from its first bytes;
 * {@link ImageUse} says what a use asks of them. Inside JSON it is written as base64, straight from these bytes.
 */
public final class ImageFile {

    private final byte[] bytes;
    private final ImageHeader header;

    private ImageFile(byte[] bytes, ImageHeader header) {
        this.bytes = bytes;
        this.header = header;
    }

    /**
     * A picture held in memory. The bytes are not copied: leave them alone until the call is over.
     *
     * @throws RuleViolationException if they are no picture that the server reads
     */
    public static ImageFile of(byte[] bytes) {
        ImageHeader header = ImageHeader.read(bytes)
                .orElseThrow(() -> new RuleViolationException(new Violation("file", RuleCode.BAD_IMAGE, null)));
        return new ImageFile(bytes, header);
    }

    /** Its format. */
    public ImageFormat format() {
        return header.format();
    }

    /** In pixels. */
    public int width() {
        return header.width();
    }

    /** In pixels. */
    public int height() {
        return header.height();
    }

    /** Its length in bytes, before any encoding. */
    public long weight() {
        return bytes.length;
    }

    /**
     * Writes the file as it is, for an upload.
     *
     * @throws IOException if the target refuses
     */
    public void writeTo(OutputStream target) throws IOException {
        target.write(bytes);
    }

    /** Jackson writes bytes as base64, with padding and without line breaks. */
    @JsonValue
    byte[] onTheWire() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageFile file && Arrays.equals(file.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return format() + " " + width() + "x" + height() + ", " + weight() + " bytes";
    }
}
