package fr.passerelle.internal.library;

import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * A library that this SDK runs on, and the oldest version that it runs with. Written without patterns and lambdas, as
 * it is a part of every start.
 *
 * <p>Its version is that in the name of its jar, which costs microseconds. Where the name does not tell, as in a jar
 * that holds everything, it is the constant that the library has for it, or not known. Manifests are not asked: in such
 * a jar they tell the application's version.
 */
enum Library {
    OKHTTP("OkHttp", "okhttp3.OkHttpClient", "okhttp", 4, 12, "okhttp3.OkHttp", "okhttp3."),
    OKIO("Okio", "okio.ByteString", "okio", 3, 6, null, "okio."),
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

    /** What Kotlin libraries for the JVM have behind their names. */
    private static final String JVM = "-jvm";

    private static final int MOST_DIGITS = 6;

    private final String title;
    private final String anchor;
    private final String artifact;
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
        this.artifact = artifact;
        this.major = major;
        this.minor = minor;
        this.constant = constant;
        this.prefix = prefix;
    }

    /** What is wrong with it; null if nothing is, or nothing is known. */
    @Nullable
    String problem(ClassLoader loader) {
        try {
            Class<?> found = Class.forName(anchor, false, loader);
            String version = version(found, loader);
            return version == null || !isTooOld(version)
                    ? null
                    : title + " " + version + " is on the class path" + place(found) + needed(", but ");
        } catch (ClassNotFoundException none) {
            return title + " is not on the class path" + needed(": ");
        } catch (LinkageError broken) {
            return title + " on the class path cannot be loaded ("
                    + broken.getClass().getSimpleName() + ")" + needed(": ");
        }
    }

    private String needed(String before) {
        return before + "Passerelle needs " + floor() + " or newer";
    }

    /** Which one there is, and where. */
    String found(ClassLoader loader) {
        try {
            Class<?> found = Class.forName(anchor, false, loader);
            String version = version(found, loader);
            return title + " " + (version == null ? "of an unknown version" : version) + place(found);
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
        int dot = version.indexOf('.');
        int foundMajor = dot < 0 ? -1 : number(version, 0);
        int foundMinor = dot < 0 ? -1 : number(version, dot + 1);
        return foundMajor >= 0
                && foundMinor >= 0
                && (foundMajor < major || (foundMajor == major && foundMinor < minor));
    }

    /** The number that begins there; -1 if none does. */
    private static int number(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + MOST_DIGITS && isDigit(text, end)) {
            end++;
        }
        return end == from ? -1 : Integer.parseInt(text, from, end, 10);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private @Nullable String version(Class<?> found, ClassLoader loader) {
        String named = versionIn(location(found));
        return named != null ? named : told(loader);
    }

    /** The version in the name of a jar, be it one inside another; null if there is none. */
    @Nullable
    String versionIn(String location) {
        for (int at = location.indexOf(artifact); at >= 0; at = location.indexOf(artifact, at + 1)) {
            boolean begins = at == 0 || "/\\:!".indexOf(location.charAt(at - 1)) >= 0;
            int after = at + artifact.length();
            int dash = location.startsWith(JVM, after) ? after + JVM.length() : after;
            int end = location.indexOf(".jar", dash);
            if (begins && location.startsWith("-", dash) && isDigit(location, dash + 1) && end > 0) {
                String version = location.substring(dash + 1, end);
                if (version.indexOf('/') < 0 && version.indexOf('\\') < 0) {
                    return version;
                }
            }
        }
        return null;
    }

    private @Nullable String told(ClassLoader loader) {
        if (constant == null) {
            return null;
        }
        try {
            Object version =
                    Class.forName(constant, true, loader).getField("VERSION").get(null);
            return String.valueOf(version);
        } catch (ReflectiveOperationException | LinkageError untold) {
            return null;
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
