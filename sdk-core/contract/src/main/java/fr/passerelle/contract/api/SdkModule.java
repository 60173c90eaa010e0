package fr.passerelle.contract.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module of the SDK.
 *
 * @param sample any of its classes: beside it stand the others
 */
record SdkModule(Class<?> sample) {

    /** Its API as it is compiled, one line a type or member, sorted. */
    List<String> publicApi() {
        Set<String> packages = reference().descriptor().exports().stream()
                .filter(exported -> !exported.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        return classes()
                .filter(type -> packages.contains(type.getPackageName()) && isVisible(type))
                .flatMap(PublicType::lines)
                .sorted()
                .toList();
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
        try (ModuleReader reader = reference().open();
                Stream<String> files = reader.list()) {
            return files
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

    private ModuleReference reference() {
        try {
            Path place = Path.of(
                    sample.getProtectionDomain().getCodeSource().getLocation().toURI());
            return ModuleFinder.of(place).findAll().iterator().next();
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
