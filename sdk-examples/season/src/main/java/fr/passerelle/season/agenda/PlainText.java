package fr.passerelle.season.agenda;

import java.util.regex.Pattern;

/** Makes plain text of what web editors leave behind: HTML, character references, odd spaces, control characters. */
final class PlainText {

    /** What is struck out is withdrawn: an old price, an old date. */
    private static final Pattern UNSEEN_ELEMENTS =
            Pattern.compile("(?is)<(script|style|del|strike|s)\\b[^>]*>.*?</\\1\\s*>|<!--.*?-->");

    private static final Pattern LINE_TAGS = Pattern.compile("(?i)<(?:br|/p|/div|/li|/h[1-6]|/tr|/td)\\b[^<>]*>");
    // Only what looks like a tag: "I <3 Paris" and "5 < 7" stay.
    private static final Pattern TAGS = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u00ad\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff&&[^\\n]]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern LINE_ENDS =
            Pattern.compile("[\\p{Zs}\\t]*(?:\\r\\n|[\\r\\n\\u2028\\u2029])[\\p{Zs}\\t]*");
    private static final Pattern MANY_LINE_ENDS = Pattern.compile("\\n{3,}");

    private PlainText() {}

    /** Plain text that keeps its paragraphs. */
    static String paragraphs(String raw) {
        // Twice each: exports hold references to references, and tags written with references.
        String text = Entities.decode(withoutTags(raw));
        text = Entities.decode(withoutTags(text));
        text = LINE_ENDS.matcher(text).replaceAll("\n");
        text = BLANKS.matcher(text).replaceAll(" ");
        text = UNPRINTABLE.matcher(text).replaceAll("");
        return MANY_LINE_ENDS.matcher(text).replaceAll("\n\n").strip();
    }

    /** Plain text on a single line. */
    static String line(String raw) {
        return paragraphs(raw).replaceAll("\\s+", " ").strip();
    }

    /** The text itself if it has at most {@code limit} characters, else its beginning, cut after a word, and "…". */
    static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end));
        // A single endless word is cut where it must.
        return text.substring(0, space > limit / 2 ? space : end).stripTrailing() + "…";
    }

    private static String withoutTags(String html) {
        String text = UNSEEN_ELEMENTS.matcher(html).replaceAll(" ");
        text = LINE_TAGS.matcher(text).replaceAll("\n");
        return TAGS.matcher(text).replaceAll("");
    }
}
