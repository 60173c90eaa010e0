package fr.passerelle.contract.api;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module of the SDK.
 *
 * @param sample any of its classes: beside it stand the others
 */
record SdkModule(Class<?> sample) {

    /** Its API as it is compiled, one line a type or member, sorted. */
    List<String> publicApi() {
        return classes()
                .filter(type -> isExported(type.getPackageName()) && isVisible(type))
                .flatMap(PublicType::lines)
                .sorted()
                .toList();
    }

    /** Without a descriptor, everything is that is not called internal. */
    private boolean isExported(String name) {
        return reference()
                .map(module -> module.descriptor().exports().stream()
                        .anyMatch(exported ->
                                !exported.isQualified() && exported.source().equals(name)))
                .orElse(!name.contains(".internal"));
    }

    /** Whether users can name a type. */
    static boolean isVisible(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        int modifiers = type.getModifiers();
        return !type.isAnonymousClass()
                && !type.isLocalClass()
                && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
                && (enclosing == null || isVisible(enclosing));
    }

    private Stream<Class<?>> classes() {
        try (Stream<Path> files = Files.walk(place())) {
            return files
                    .map(file -> place().relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(file -> type(file.substring(0, file.length() - ".class".length())))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Class<?> type(String file) {
        try {
            return Class.forName(file.replace('/', '.'), false, sample.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Optional<ModuleReference> reference() {
        return ModuleFinder.of(place()).findAll().stream().findFirst();
    }

    /** The directory of its classes: it is tested before it is packed. */
    private Path place() {
        try {
            return Path.of(
                    sample.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
