package fr.passerelle.sandbox.traffic;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A fault on demand: which calls it strikes, and how.
 *
 * @param method the HTTP method struck, null for all
 * @param path the path struck: its beginning, or a regular expression found in it; null for all
 * @param key the API key or access token struck, null for all
 * @param times how many calls are struck before the fault wears out, null for no end
 * @param skip how many matching calls pass before the first is struck
 * @param effect what happens to a call that is struck
 */
public record Fault(
        @Nullable String method,
        @Nullable String path,
        @Nullable String key,
        @Nullable Integer times,
        int skip,
        Effect effect) {

    /** A fault that strikes the next call, whichever it is. */
    public static Fault next(Effect effect) {
        return new Fault(null, null, null, 1, 0, effect);
    }

    /** The same fault, only for calls with this method and a path that begins with, or matches, this one. */
    public Fault on(String method, String path) {
        return new Fault(method, path, key, times, skip, effect);
    }

    /** The same fault, only for calls with this key. */
    public Fault forKey(String key) {
        return new Fault(method, path, key, times, skip, effect);
    }

    /** The same fault, for this many calls. */
    public Fault times(int times) {
        return new Fault(method, path, key, times, skip, effect);
    }

    /** The same fault, until it is removed. */
    public Fault always() {
        return new Fault(method, path, key, null, skip, effect);
    }

    /** The same fault, letting this many matching calls pass first. */
    public Fault skip(int skip) {
        return new Fault(method, path, key, times, skip, effect);
    }

    boolean matches(String callMethod, String callPath, @Nullable String callKey) {
        return (method == null || method.equalsIgnoreCase(callMethod))
                && (path == null || matchesPath(path, callPath))
                && (key == null || Objects.equals(key, callKey));
    }

    private static boolean matchesPath(String wanted, String actual) {
        if (actual.startsWith(wanted)) {
            return true;
        }
        try {
            return Pattern.compile(wanted).matcher(actual).find();
        } catch (PatternSyntaxException onlyAPrefix) {
            return false;
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Fault[" + effect.kind() + " on " + method + " " + path + "]";
    }
}
