package fr.passerelle.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form of files and texts, {@code multipart/form-data} (RFC 7578). The last of several parts of one name counts. */
public final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]+)\"|([^;\\s]+)).*");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[;\\s]filename\\*?=");
    private static final String LINE = "\r\n";
    private static final String BLANK_LINE = LINE + LINE;

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private Multipart() {}

    /** Reads a body; one of another type, or a malformed one, has as many parts as could be read. */
    public static Multipart read(Call call) {
        Multipart form = new Multipart();
        String type = call.header("Content-Type");
        Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
        if (boundary.matches()) {
            form.split(call.bytes(), "--" + either(boundary));
        }
        return form;
    }

    /** The content of a file, or null when none was sent under this name. */
    public byte @Nullable [] file(String name) {
        return files.get(name);
    }

    /** A text, or null when none was sent under this name. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    private void split(byte[] body, String delimiter) {
        // One character per byte, so that places in the text are places in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int part = text.indexOf(delimiter);
        while (part >= 0) {
            int head = part + delimiter.length();
            int content = text.indexOf(BLANK_LINE, head) + BLANK_LINE.length();
            int end = text.indexOf(LINE + delimiter, content);
            if (text.startsWith("--", head) || content < BLANK_LINE.length() || end < 0) {
                return;
            }
            keep(text.substring(head, content), text.substring(content, end).getBytes(StandardCharsets.ISO_8859_1));
            part = end + LINE.length();
        }
    }

    private void keep(String head, byte[] content) {
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            return;
        }
        if (FILE_NAME.matcher(head).find()) {
            files.put(either(name), content);
        } else {
            texts.put(either(name), new String(content, StandardCharsets.UTF_8));
        }
    }

    private static String either(Matcher quotedOrNot) {
        return quotedOrNot.group(1) == null ? quotedOrNot.group(2) : quotedOrNot.group(1);
    }
}
