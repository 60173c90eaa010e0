package fr.passerelle.door;

import fr.passerelle.internal.base.FileClaim;
import fr.passerelle.internal.base.WholeFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What a journal needs of a file; tests have disks that are full, or that fail. */
interface Disk extends AutoCloseable {

    byte[] content() throws IOException;

    /** Appends. */
    void write(byte[] bytes) throws IOException;

    /** Returns when all that was written survives a crash. */
    void force() throws IOException;

    /** Drops what stands behind this length. */
    void truncate(long length) throws IOException;

    /**
     * Puts a file beside this one, in place of one of the same name: a crash leaves the old one or the new one.
     *
     * @param name what stands behind the name of this one
     */
    void putBeside(String name, byte[] content) throws IOException;

    /** Such a file; empty if there is none. */
    Optional<byte[]> beside(String name) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * A file on this machine, locked against other processes. Not a {@code FileChannel}, which an interrupted thread
     * closes for all others.
     */
    static Disk of(Path path) throws IOException {
        FileClaim claim = FileClaim.of(path).orElseThrow(Disk::taken);
        try {
            return new LocalFile(path.toAbsolutePath(), locked(path), claim);
        } catch (IOException | RuntimeException notOurs) {
            claim.close();
            throw notOurs;
        }
    }

    private static RandomAccessFile locked(Path path) throws IOException {
        WholeFile.create(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (file.getChannel().tryLock() == null) {
                throw taken();
            }
            return file;
        } catch (OverlappingFileLockException loadedTwice) { // this library, in one process
            file.close();
            throw taken();
        } catch (IOException | RuntimeException notOurs) {
            file.close();
            throw notOurs;
        }
    }

    private static IOException taken() {
        return new IOException("another door has it");
    }

    /** A file that is appended to. */
    record LocalFile(Path path, RandomAccessFile file, FileClaim claim) implements Disk {

        @Override
        public byte[] content() throws IOException {
            byte[] content = new byte[Math.toIntExact(file.length())];
            file.seek(0);
            file.readFully(content);
            return content;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            file.seek(file.length());
            file.write(bytes);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void truncate(long length) throws IOException {
            file.setLength(length);
        }

        @Override
        public void putBeside(String name, byte[] content) throws IOException {
            WholeFile.replace(beside(path, name), content);
        }

        @Override
        public Optional<byte[]> beside(String name) throws IOException {
            try {
                return Optional.of(Files.readAllBytes(beside(path, name)));
            } catch (NoSuchFileException none) {
                return Optional.empty();
            }
        }

        private static Path beside(Path path, String name) {
            return path.resolveSibling(path.getFileName() + "." + name);
        }

        @Override
        public void close() throws IOException {
            try (claim) {
                file.close(); // and the lock with it
            }
        }
    }
}
