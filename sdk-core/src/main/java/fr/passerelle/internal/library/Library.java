package fr.passerelle.internal.library;

import java.security.CodeSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A library that this SDK runs on, and the oldest version that it runs with.
 *
 * <p>Its version is that in the name of its jar, which costs microseconds. Where the name does not tell, as in a jar
 * that holds everything, it is the constant that the library has for it, or not known. Manifests are not asked: in such
 * a jar they tell the application's version.
 */
enum Library {
    OKHTTP("OkHttp", "okhttp3.OkHttpClient", "okhttp(?:-jvm)?", 4, 12, "okhttp3.OkHttp", "okhttp3."),
    OKIO("Okio", "okio.ByteString", "okio(?:-jvm)?", 3, 6, null, "okio."),
    KOTLIN("Kotlin's library", "kotlin.jvm.internal.Intrinsics", "kotlin-stdlib", 1, 8, null, "kotlin."),
    JACKSON_CORE(
            "Jackson",
            "com.fasterxml.jackson.core.JsonFactory",
            "jackson-core",
            2,
            15,
            "com.fasterxml.jackson.core.json.PackageVersion",
            "com.fasterxml.jackson.core."),
    JACKSON_DATABIND(
            "Jackson",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "jackson-databind",
            2,
            15,
            "com.fasterxml.jackson.databind.cfg.PackageVersion",
            "com.fasterxml.jackson.databind."),
    JACKSON_DATES(
            "Jackson",
            "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule",
            "jackson-datatype-jsr310",
            2,
            15,
            "com.fasterxml.jackson.datatype.jsr310.PackageVersion",
            "com.fasterxml.jackson.datatype.jsr310."),
    RESILIENCE4J(
            "Resilience4j",
            "io.github.resilience4j.circuitbreaker.CircuitBreaker",
            "resilience4j-circuitbreaker",
            2,
            1,
            null,
            "io.github.resilience4j."),
    SLF4J("SLF4J", "org.slf4j.LoggerFactory", "slf4j-api", 2, 0, null, "org.slf4j.");

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)");

    private final String title;
    private final String anchor;
    private final Pattern jar;
    private final int major;
    private final int minor;
    private final @Nullable String constant;
    private final String prefix;

    Library(
            String title,
            String anchor,
            String artifact,
            int major,
            int minor,
            @Nullable String constant,
            String prefix) {
        this.title = title;
        this.anchor = anchor;
        this.jar = Pattern.compile("(?:^|[/\\\\:!])" + artifact + "-(\\d+\\.\\d+[^/\\\\!]*?)\\.jar");
        this.major = major;
        this.minor = minor;
        this.constant = constant;
        this.prefix = prefix;
    }

    /** What is wrong with it; empty if nothing is, or nothing is known. */
    Optional<String> problem(ClassLoader loader) {
        try {
            Class<?> found = Class.forName(anchor, false, loader);
            return version(found, loader)
                    .filter(this::isTooOld)
                    .map(version -> title + " " + version + " is on the class path" + place(found)
                            + ", but Passerelle needs " + floor() + " or newer");
        } catch (ClassNotFoundException none) {
            return Optional.of(title + " is not on the class path: Passerelle needs " + floor() + " or newer");
        } catch (LinkageError broken) {
            return Optional.of(title + " on the class path cannot be loaded ("
                    + broken.getClass().getSimpleName() + "): Passerelle needs " + floor() + " or newer");
        }
    }

    /** Which one there is, and where. */
    String found(ClassLoader loader) {
        try {
            Class<?> found = Class.forName(anchor, false, loader);
            return title + " " + version(found, loader).orElse("of an unknown version") + place(found);
        } catch (ClassNotFoundException | LinkageError none) {
            return "no " + title;
        }
    }

    /** Whether a class is one of its own. */
    boolean owns(String className) {
        return className.startsWith(prefix);
    }

    String title() {
        return title;
    }

    String floor() {
        return major + "." + minor;
    }

    boolean isTooOld(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.lookingAt()) {
            return false;
        }
        int foundMajor = Integer.parseInt(numbers.group(1));
        return foundMajor < major || (foundMajor == major && Integer.parseInt(numbers.group(2)) < minor);
    }

    private Optional<String> version(Class<?> found, ClassLoader loader) {
        Optional<String> named = versionIn(location(found));
        return named.isPresent() ? named : told(loader);
    }

    /** The version in the name of a jar, be it one inside another. */
    Optional<String> versionIn(String location) {
        Matcher name = jar.matcher(location);
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private Optional<String> told(ClassLoader loader) {
        if (constant == null) {
            return Optional.empty();
        }
        try {
            Object version =
                    Class.forName(constant, true, loader).getField("VERSION").get(null);
            return Optional.of(String.valueOf(version));
        } catch (ReflectiveOperationException | LinkageError untold) {
            return Optional.empty();
        }
    }

    private static String place(Class<?> found) {
        String location = location(found);
        return location.isEmpty() ? "" : " (" + location + ")";
    }

    private static String location(Class<?> found) {
        CodeSource source = found.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? ""
                : source.getLocation().toString();
    }
}
