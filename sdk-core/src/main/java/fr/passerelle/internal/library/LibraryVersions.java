package fr.passerelle.internal.library;

import fr.passerelle.error.LibraryVersionException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Refuses libraries that are too old, with a sentence in place of a linkage error. The names of their jars are looked
 * at when a client is built; what they do not tell shows as a linkage error, there or at a call, and is explained then.
 */
public final class LibraryVersions {

    private LibraryVersions() {}

    /**
     * Builds a client.
     *
     * @param circuitBreaker whether it has one
     * @throws LibraryVersionException if a library is too old, or two of them do not fit together
     */
    public static <T> T checked(boolean circuitBreaker, Supplier<T> building) {
        ClassLoader loader = loader();
        for (Library library : Library.values()) {
            if (library != Library.RESILIENCE4J || circuitBreaker) {
                String problem = library.problem(loader);
                if (problem != null) {
                    throw new LibraryVersionException(problem, false, null);
                }
            }
        }
        try {
            return building.get();
        } catch (LinkageError broken) {
            throw explained(broken, false);
        }
    }

    /**
     * What a linkage error means.
     *
     * @param processed whether a call may have had its effect
     * @return the exception to throw
     * @throws LinkageError the error itself if it has nothing to do with the libraries
     */
    public static LibraryVersionException explained(LinkageError broken, boolean processed) {
        ClassLoader loader = loader();
        for (Library library : Library.values()) {
            String problem = library.problem(loader);
            if (problem != null) {
                return new LibraryVersionException(problem, processed, broken);
            }
        }
        if (!isTheLibraries(broken)) {
            throw broken;
        }
        String found = Arrays.stream(Library.values())
                .map(library -> library.found(loader))
                .collect(Collectors.joining(", "));
        return new LibraryVersionException(
                "libraries on the class path do not fit together ("
                        + broken.getClass().getSimpleName() + "): " + found
                        + "; docs/embedding.md has the versions that do",
                processed,
                broken);
    }

    /** Whether what is missing is a library's, or was missed when a class of ours was first used. */
    private static boolean isTheLibraries(Throwable broken) {
        for (Throwable each = broken; each != null; each = each.getCause()) {
            String missing = String.valueOf(each.getMessage()).replace('/', '.');
            boolean theirs = Arrays.stream(Library.values())
                    .anyMatch(library -> Arrays.stream(missing.split("[^A-Za-z0-9_.$]+"))
                            .map(word -> word.startsWith("L") ? word.substring(1) : word)
                            .anyMatch(library::owns));
            if (theirs) {
                return true;
            }
        }
        return false;
    }

    private static ClassLoader loader() {
        ClassLoader own = LibraryVersions.class.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
