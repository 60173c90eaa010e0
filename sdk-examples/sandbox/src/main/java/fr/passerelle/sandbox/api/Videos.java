package fr.passerelle.sandbox.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of videos on YouTube, the only site the server takes. */
final class Videos {

    private static final Pattern VIDEO = Pattern.compile("(?i:https?://(?:www\\.|m\\.)?"
            + "(?:youtube\\.com/(?:watch\\?v=|embed/|v/|e/)|youtu\\.be/))([A-Za-z0-9_-]{11})(?:[/?&#].*)?");

    private Videos() {}

    /** The 11-character id of the video, or null when this is no address of a video. */
    static @Nullable String id(String url) {
        Matcher video = VIDEO.matcher(url);
        return video.matches() ? video.group(1) : null;
    }
}
