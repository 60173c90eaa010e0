package fr.passerelle.catalogue;

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
            FileChannel lock = lock(target);
            try {
                ProductLog log = ProductLog.open(target, venueId);
                if (log.isDamaged()) {
                    warnings.warn(
                            file,
                            "the memory of products " + file.getFileName()
                                    + " is damaged: every product in it is sent again");
                }
                return log.products(() -> release(lock));
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The file itself is replaced now and then, and a lock on it with it: another file beside it is not. Beside the file
     * that is meant, by whichever link it was named.
     */
    private FileChannel lock(Path target) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException("another run has " + file + " open");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
