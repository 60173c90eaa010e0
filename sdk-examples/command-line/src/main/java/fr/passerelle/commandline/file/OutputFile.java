package fr.passerelle.commandline.file;

import fr.passerelle.commandline.file.FileProblemException.Problem;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to write, which appears when it is complete or not at all: until then it is beside its place under another
 * name. A link stays a link, and the file behind it is replaced; permissions stay what they were. What is no regular
 * file (a device, a pipe, {@code /dev/stdout}) is written into as it is.
 */
public final class OutputFile implements Closeable {

    private static final int MOST_LINKS = 20;

    private final Path named;
    private final Path target;
    private final @Nullable Path unfinished;
    private final Writer writer;
    private boolean done;

    private OutputFile(Path named, Path target, @Nullable Path unfinished, OutputStream out) {
        this.named = named;
        this.target = target;
        this.unfinished = unfinished;
        this.writer = new BufferedWriter(new OutputStreamWriter(new Told(out, named), StandardCharsets.UTF_8));
    }

    /**
     * Begins a file in UTF-8. It is written by no channel, which the interrupt of a thread would close: work that is
     * interrupted ends its report.
     *
     * @param personal whether only its owner may read it, if it is new: it holds people's data
     * @param others the inputs, and the other outputs, that it must not be
     * @throws FileProblemException if it is one of them by any path, or cannot be written
     */
    public static OutputFile begin(Path path, boolean personal, List<Path> others) throws FileProblemException {
        check(path, others);
        try {
            Path target = behindLinks(path);
            if (isDevice(path) || (Files.exists(target) && !Files.isRegularFile(target))) {
                FileDescriptor open = own(path);
                if (open != null) {
                    // Opened again, it would have a place of its own to write at, and write over what is printed.
                    return new OutputFile(path, target, null, new KeptOpen(new FileOutputStream(open)));
                }
                if (!Files.isWritable(path)) {
                    throw new FileProblemException(Problem.DENIED, path);
                }
                return new OutputFile(path, target, null, new FileOutputStream(path.toFile(), true));
            }
            Path unfinished = beside(target, personal);
            unfinished.toFile().deleteOnExit();
            return new OutputFile(path, target, unfinished, new FileOutputStream(unfinished.toFile()));
        } catch (FileProblemException told) {
            throw told;
        } catch (AccessDeniedException denied) {
            throw new FileProblemException(Problem.DENIED, path);
        } catch (IOException broken) {
            throw new FileProblemException(Problem.UNWRITABLE, path);
        }
    }

    /**
     * Checks a place to write, before anything is read.
     *
     * @throws FileProblemException if nothing can be written there
     */
    public static void check(Path path, List<Path> others) throws FileProblemException {
        try {
            Path target = behindLinks(path);
            Path folder = target.getParent();
            if (Files.isDirectory(target)) {
                throw new FileProblemException(Problem.IS_FOLDER, path);
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw new FileProblemException(Problem.NO_FOLDER, folder == null ? path : folder);
            }
            for (Path other : others) {
                if (same(target, behindLinks(other))) {
                    throw new FileProblemException(Problem.IS_INPUT, path);
                }
            }
        } catch (FileProblemException told) {
            throw told;
        } catch (IOException broken) {
            throw new FileProblemException(Problem.UNWRITABLE, path);
        }
    }

    /** Where to write. A write that fails throws a {@link FileProblemException}. */
    public Writer writer() {
        return writer;
    }

    /**
     * Puts the file in its place.
     *
     * @throws FileProblemException if not all of it could be written; there is no file then, or the old one
     */
    public void finish() throws FileProblemException {
        try {
            writer.close();
            done = true;
            if (unfinished == null) {
                return;
            }
            keepPermissions(unfinished);
            try {
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException otherKindOfDisk) {
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException broken) {
            throw new FileProblemException(Problem.UNWRITABLE, named);
        }
    }

    /** Ends; what was not finished goes. */
    @Override
    public void close() throws FileProblemException {
        try {
            if (!done) {
                writer.close();
            }
        } catch (IOException alreadyTold) {
            // Whoever was writing has met the same failure; what is unfinished goes in any case.
            done = true;
        } finally {
            if (unfinished != null) {
                unfinished.toFile().delete();
            }
        }
    }

    private void keepPermissions(Path file) throws IOException {
        if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static Path beside(Path target, boolean personal) throws IOException {
        Path folder = target.getParent();
        if (personal) {
            return Files.createTempFile(folder, ".unfinished-", ".tmp");
        }
        return Files.createFile(target.resolveSibling(".unfinished-" + UUID.randomUUID() + ".tmp"));
    }

    /** The stream of this process that a path stands for; null if it is none. */
    private static @Nullable FileDescriptor own(Path path) {
        return switch (path.toAbsolutePath().normalize().toString()) {
            case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" -> FileDescriptor.out;
            case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2" -> FileDescriptor.err;
            default -> null;
        };
    }

    /** A stream whose failures name the file, in the words of the programme and not of the system. */
    private static final class Told extends FilterOutputStream {

        private final Path named;

        Told(OutputStream out, Path named) {
            super(out);
            this.named = named;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException broken) {
                throw new FileProblemException(Problem.UNWRITABLE, named);
            }
        }
    }

    /** A stream that others write to as well: closing it only empties it. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    /** {@code /dev/stdout} may lead to a regular file, which this process is writing to already. */
    private static boolean isDevice(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith("/dev") || absolute.startsWith("/proc");
    }

    private static boolean same(Path one, Path other) throws IOException {
        return one.equals(other) || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    }

    /** Where a path leads, also if nothing is there yet. */
    private static Path behindLinks(Path path) throws IOException {
        Path at = path.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(at) && !isDevice(at); i++) {
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        Path folder = at.getParent();
        Path name = at.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return at.normalize();
        }
        return Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !isDevice(at)
                ? at.toRealPath()
                : folder.toRealPath().resolve(name);
    }
}
