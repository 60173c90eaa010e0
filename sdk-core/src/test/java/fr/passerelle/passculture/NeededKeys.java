package fr.passerelle.passculture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys without which a response cannot be read, from {@code needed-keys.txt}. Each stands there below its reason,
 * with the type that reads it.
 */
final class NeededKeys {

    private static final String FILE = "needed-keys.txt";

    private final Set<String> keys = new TreeSet<>();

    private NeededKeys(String list) {
        String reason = "";
        for (String line : list.lines().filter(text -> !text.isBlank()).toList()) {
            if (line.startsWith("#")) {
                reason = line.substring(1).strip();
                continue;
            }
            int end = line.indexOf(": ");
            if (reason.isEmpty() || end < 0) {
                throw new AssertionError("neither a reason nor the keys of a type: " + line);
            }
            for (String key : line.substring(end + 2).split(" ", -1)) {
                if (!keys.add(line.substring(0, end) + "/" + key)) {
                    throw new AssertionError("twice in the list: " + key + " of " + line);
                }
            }
        }
    }

    static NeededKeys read() {
        try (InputStream in = Objects.requireNonNull(NeededKeys.class.getResourceAsStream(FILE), FILE)) {
            return new NeededKeys(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, as {@code Event/image/url}. */
    Set<String> all() {
        return keys;
    }

    /** Whether it is one of them, wherever in a response the type is that reads it. */
    boolean holds(String pointer) {
        return keys.stream().map(key -> key.substring(key.indexOf('/'))).anyMatch(pointer::endsWith);
    }
}
