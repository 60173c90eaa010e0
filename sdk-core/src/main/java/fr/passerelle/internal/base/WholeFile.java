package fr.passerelle.internal.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are whole or not there, and that nobody but this machine's user reads. */
public final class WholeFile {

    private static final String NEW = ".new";

    private WholeFile() {}

    /**
     * Puts a file in the place of another, which need not exist. Whatever happens meanwhile, there is the old one or
     * the new one; when this returns, a crash leaves the new one. One writer at a time.
     *
     * @throws IOException if it cannot be written: the old one is still there
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + NEW);
        Files.deleteIfExists(beside); // of a crash
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownersOnly(target.getFileSystem()))) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(beside);
            throw failed;
        }
        Path folder = target.getParent();
        if (folder != null) {
            forceFolder(folder);
        }
    }

    /** Makes an empty file for this machine's user alone, unless there is one: that keeps its permissions. */
    public static void create(Path file) throws IOException {
        try {
            Files.createFile(file, ownersOnly(file.getFileSystem()));
        } catch (FileAlreadyExistsException there) {
            // as it is
        }
    }

    private static FileAttribute<?>[] ownersOnly(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** So that the new name survives, too. Not every system opens a folder: those that do not need it. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // the file itself is on the disk
        }
    }
}
