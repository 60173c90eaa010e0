package fr.passerelle.internal.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * That one part of this process has a file for itself. Beside a lock on the file, which keeps other processes out, and
 * is to be taken after: most systems let go of a process's locks on a file as soon as the process closes the file
 * anywhere, so that whoever only tries to lock it a second time would open it to all.
 */
public final class FileClaim implements AutoCloseable {

    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final AtomicBoolean held = new AtomicBoolean(true);

    private FileClaim(Path file) {
        this.file = file;
    }

    /**
     * Claims a file, which need not exist, by whichever path it is named.
     *
     * @return empty if it is claimed
     */
    public static Optional<FileClaim> of(Path file) throws IOException {
        Path real = real(file);
        return CLAIMED.add(real) ? Optional.of(new FileClaim(real)) : Optional.empty();
    }

    private static Path real(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path path = file.toAbsolutePath();
        Path folder = path.getParent();
        return folder == null || !Files.exists(folder)
                ? path
                : folder.toRealPath().resolve(path.getFileName());
    }

    /** Lets go of it; a second time does nothing. */
    @Override
    public void close() {
        if (held.compareAndSet(true, false)) {
            CLAIMED.remove(file);
        }
    }
}
