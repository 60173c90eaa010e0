package fr.passerelle.commandline.file;

import fr.passerelle.commandline.file.FileProblemException.Problem;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to read, from its beginning as often as it takes. What is no regular file (a pipe, {@code /dev/stdin}) is
 * copied first, into a file that only this user can read and that goes when this one is closed; what never ends is
 * refused.
 */
public final class InputFile implements Closeable {

    /** More than any list, catalogue or agenda. */
    private static final long MOST_BYTES = 2L << 30;

    /** A pipe may hold as much; a device that makes bytes of nothing is found out soon. */
    private static final long MOST_PIPED_BYTES = 256L << 20;

    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final @Nullable Path copy;

    private InputFile(Path path, @Nullable Path copy) {
        this.path = path;
        this.copy = copy;
    }

    /**
     * Opens a file.
     *
     * @throws FileProblemException if it cannot be read
     */
    public static InputFile open(Path path) throws FileProblemException {
        try {
            if (Files.isDirectory(path)) {
                throw new FileProblemException(Problem.IS_FOLDER, path);
            }
            if (!Files.exists(path)) {
                throw new FileProblemException(Problem.MISSING, path);
            }
            if (!Files.isReadable(path)) {
                throw new FileProblemException(Problem.DENIED, path);
            }
            if (!Files.isRegularFile(path)) {
                return new InputFile(path, copied(path));
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new FileProblemException(Problem.TOO_LARGE, path);
            }
            return new InputFile(path, null);
        } catch (FileProblemException told) {
            throw told;
        } catch (NoSuchFileException missing) {
            throw new FileProblemException(Problem.MISSING, path);
        } catch (AccessDeniedException denied) {
            throw new FileProblemException(Problem.DENIED, path);
        } catch (IOException broken) {
            throw new FileProblemException(Problem.UNREADABLE, path);
        }
    }

    private static Path copied(Path path) throws IOException {
        Path copy = Files.createTempFile("input-", ".tmp");
        copy.toFile().deleteOnExit();
        try (InputStream from = Files.newInputStream(path);
                OutputStream to = Files.newOutputStream(copy)) {
            byte[] block = new byte[BLOCK];
            long size = 0;
            for (int read = from.readNBytes(block, 0, BLOCK); read > 0; read = from.readNBytes(block, 0, BLOCK)) {
                size += read;
                if (size > MOST_PIPED_BYTES || (read == BLOCK && isZeros(block))) {
                    throw new FileProblemException(Problem.TOO_LARGE, path);
                }
                to.write(block, 0, read);
            }
            return copy;
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static boolean isZeros(byte[] block) {
        for (byte value : block) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** Its bytes, from the beginning; to be closed by the caller. */
    public InputStream stream() throws IOException {
        return new BufferedInputStream(Files.newInputStream(copy == null ? path : copy), BLOCK);
    }

    /** As it was named. */
    public Path path() {
        return path;
    }

    /** Whether it is a file on disk, and not a pipe or a device. */
    public boolean isRegular() {
        return copy == null;
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
