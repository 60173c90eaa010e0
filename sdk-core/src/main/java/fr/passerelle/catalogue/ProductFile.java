package fr.passerelle.catalogue;

import fr.passerelle.internal.base.FileClaim;
import fr.passerelle.internal.base.Warnings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A memory of products in one file: see {@link ProductLog}. */
final class ProductFile implements ProductMemory {

    private final Path file;
    private final Warnings warnings = new Warnings("fr.passerelle.catalogue", System::nanoTime);

    ProductFile(Path file) {
        this.file = file;
    }

    @Override
    public Products open(long venueId) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path beside = target.resolveSibling(target.getFileName() + ".lock");
            FileClaim claim = FileClaim.of(beside).orElseThrow(this::taken);
            try {
                return open(target, venueId, lock(beside), claim);
            } catch (IOException | RuntimeException failed) {
                claim.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Products open(Path target, long venueId, FileChannel lock, FileClaim claim) throws IOException {
        try {
            ProductLog log = ProductLog.open(target, venueId);
            if (log.isDamaged()) {
                warnings.warn(
                        file,
                        "the memory of products " + file.getFileName()
                                + " is damaged: every product in it is sent again");
            }
            return log.products(() -> release(lock, claim));
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /**
     * The file itself is replaced now and then, and a lock on it with it: another file beside it is not. It stands
     * beside the file that is meant, by whichever link that was named.
     */
    private FileChannel lock(Path beside) throws IOException {
        FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw taken();
        }
        return channel;
    }

    private IllegalStateException taken() {
        return new IllegalStateException("another run has " + file + " open");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException loadedTwice) { // this library, in one process
            return null;
        }
    }

    private static void release(FileChannel lock, FileClaim claim) {
        try (claim) {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
