package fr.passerelle.counsellor.audit;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears when it is complete, or not at all. Until then it is beside its place under another name. */
final class SafeFile implements Closeable {

    private final Path target;
    private final Path unfinished;
    private final Writer writer;

    SafeFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        // Only its owner can read it: it holds people's data.
        this.unfinished = Files.createTempFile(this.target.getParent(), ".unfinished-", ".tmp");
        // If the programme is interrupted, nothing stays behind.
        unfinished.toFile().deleteOnExit();
        this.writer = open();
    }

    private BufferedWriter open() throws IOException {
        try {
            return Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    Writer writer() {
        return writer;
    }

    /** Puts the file in its place. */
    void finish() throws IOException {
        writer.close();
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherKindOfDisk) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
