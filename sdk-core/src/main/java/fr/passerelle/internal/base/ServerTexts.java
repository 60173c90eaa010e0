package fr.passerelle.internal.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a server's error texts may stand in a message: the server's own words about fields, and nothing that the
 * request sent, no name, no address, no number that could be somebody's. All else becomes {@code …}.
 *
 * <p>It shows what it knows to be harmless rather than hiding what it knows to be harmful: words in small letters,
 * names of fields, codes such as {@code BAD_IMAGE_RATIO}, numbers of at most four digits, and the capitalised words
 * that such texts begin with.
 */
public final class ServerTexts {

    private static final int MOST_PATHS = 10;
    private static final int LONGEST_PATH = 100;
    private static final int MOST_TEXTS = 2;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST = 1_000;
    /** What is shorter stands in every text by chance. */
    private static final int SHORTEST_SENT = 3;
    /** A text of more words is no name, and an address has no more. */
    private static final int MOST_PARTS = 10;
    /** Of a text of more words, only the longer ones are looked for. */
    private static final int WORDS_OF_A_NAME = 4;
    /** What is shorter is looked for as a word of its own, and not as a part of one. */
    private static final int SHORTEST_PART = 6;
    /** What is shorter stands in a name of a field by chance. */
    private static final int SHORTEST_IN_FIELD = 4;

    private static final String HIDDEN = "…";

    /** What a French number begins with abroad, and with 0 in France. */
    private static final String FRANCE = "33";

    /** Paths that say no more than that the text is about the whole call. */
    private static final Set<String> WHOLE = Set.of("global", "general", "__root__");

    /** A field name of the wire or a list index; anything else may be an echo of what was sent. */
    private static final Pattern FIELD = Pattern.compile("[0-9]{1,4}|(?=.*[a-z])[A-Za-z0-9_]{1,60}");

    private static final Pattern HIDDEN_ROW = Pattern.compile("…([^\\p{L}\\p{N}]*…)+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern STEPS = Pattern.compile("\\.");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}@._+%&#~$\\\\*-]+");
    private static final Pattern END = Pattern.compile("[._+%&#~$\\\\*-]+$");
    /** A piece of a telephone number, when it is that of one that was sent. */
    private static final Pattern PIECE = Pattern.compile("[0-9]{4,}");

    private static final Pattern PHONE = Pattern.compile("[+0][0-9 ()./-]{8,24}");

    private static final Pattern HARMLESS = Pattern.compile("\\p{Ll}{1,30}(-\\p{Ll}{1,30})*"
            + "|[a-z]{1,30}([A-Z][a-z]{0,30}){1,6}"
            + "|[a-z]{1,30}(_[a-z]{1,30}){1,6}"
            + "|[A-Z]{2,20}(_[A-Z]{2,20}){1,6}"
            + "|[0-9]{1,4}([.,][0-9]{1,2})?");

    /** Digits that belong together, as those of a telephone number or a date do. */
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[\\s./:()+,-]{0,3}[0-9]){4,}");

    /** How the server's sentences begin, and what they write in capitals. */
    private static final Set<String> OPENERS = Set.of("""
            A All An At Booking Bookings Cannot Category Date Dates Duplicate Each Either Ensure Event Events Extra \
            Field Fields Image Input Invalid It Length List Location Missing Must No Nobody None Not Object Offer Offers Only \
            Please Price Prices Product Products Quantity Some Somebody Stock String The There These This Too Try Unable Unexpected \
            Unknown Value Values Venue Who You Your \
            Aucun Aucune Au Ce Cela Ces Cet Cette Champ Contremarque Des Du En Format Il Ils Impossible L La Le Les \
            Lieu Merci Montant Offre Pas Plusieurs Prix Réservation Seul Seule Seules Seuls Trop Un Une Valeur Veuillez \
            Vos Votre Vous \
            API CB DNS DUO EAN HTTP HTTPS ID IDS ISO JPEG JPG JSON PATCH PNG POST PUT SIREN SIRET URL URLS UTC UTF \
            WEBP""".split(" "));

    /** As {@linkplain Letters letters} alone. */
    private final Set<String> sent = new HashSet<>();

    /** Digits of telephone numbers. */
    private final Set<String> phones = new HashSet<>();

    private ServerTexts(Collection<String> values) {
        for (String value : values) {
            add(value);
            addParts(plain(value).strip());
            if (PHONE.matcher(value.strip()).matches()) {
                String digits = Letters.of(value).text();
                phones.add(digits);
                if (digits.startsWith(FRANCE)) {
                    phones.add("0" + digits.substring(FRANCE.length()));
                }
            }
        }
    }

    private void add(String value) {
        String letters = Letters.of(value).text();
        if (value.strip().length() >= SHORTEST_SENT && !letters.isEmpty()) {
            sent.add(letters);
        }
    }

    /** Those of a name or an address, which may be repeated one by one. A longer text is only words, a URL nobody's. */
    private void addParts(String value) {
        List<String> parts = PARTS.splitAsStream(value).toList();
        if (parts.size() <= MOST_PARTS && !value.toLowerCase(Locale.ROOT).startsWith("http")) {
            int shortest = parts.size() <= WORDS_OF_A_NAME ? SHORTEST_SENT + 1 : SHORTEST_PART;
            parts.stream().filter(part -> part.length() >= shortest).forEach(this::add);
        }
    }

    /**
     * The errors in one line, such as {@code hasTicket: needs a ticketing service; priceCategories.0.label}; empty if
     * there is none.
     *
     * @param errors the server's texts by field path
     * @param sent every value of the request
     */
    public static String shown(Map<String, List<String>> errors, Collection<String> sent) {
        return errors.isEmpty() ? "" : new ServerTexts(sent).line(errors);
    }

    private String line(Map<String, List<String>> errors) {
        List<String> lines = new ArrayList<>();
        boolean told = false;
        boolean fieldless = false;
        for (Map.Entry<String, List<String>> error : errors.entrySet()) {
            if (lines.size() == MOST_PATHS) {
                break;
            }
            String path = error.getKey();
            if (!isField(path)) {
                fieldless = true;
                continue;
            }
            String texts = texts(error.getValue());
            told |= !texts.isEmpty();
            lines.add(
                    texts.isEmpty()
                            ? cut(path, LONGEST_PATH)
                            : WHOLE.contains(path) ? texts : cut(path, LONGEST_PATH) + ": " + texts);
        }
        if (lines.isEmpty() && fieldless) {
            lines.add("?");
        }
        String line = String.join(told ? "; " : ", ", lines);
        String more = errors.size() > lines.size() ? " and " + (errors.size() - lines.size()) + " more" : "";
        return (told ? "" : "see errors() at ") + cut(line, LONGEST) + more;
    }

    private boolean isField(String path) {
        return STEPS.splitAsStream(path).allMatch(step -> FIELD.matcher(step).matches())
                && !repeatsWhatWasSent(Letters.of(path).text());
    }

    private boolean repeatsWhatWasSent(String letters) {
        return sent.contains(letters)
                || sent.stream().anyMatch(value -> value.length() >= SHORTEST_IN_FIELD && letters.contains(value));
    }

    private String texts(List<String> texts) {
        return texts.stream()
                .limit(MOST_TEXTS)
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** Empty if no word of it is left. */
    private String text(String raw) {
        String text = plain(cut(raw, 2 * LONGEST_TEXT)).strip();
        boolean[] hidden = hidden(text);
        StringBuilder shown = new StringBuilder();
        boolean words = false;
        int from = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            shown.append(punctuation(text, from, token.start()));
            String whole = token.group();
            Matcher tail = END.matcher(whole);
            String core = tail.find() ? whole.substring(0, tail.start()) : whole;
            if (core.isEmpty() || (isHarmless(core) && !any(hidden, token.start(), token.end()))) {
                shown.append(whole);
                words |= core.chars().anyMatch(Character::isLetter);
            } else {
                shown.append(HIDDEN).append(whole.endsWith(".") ? "." : "");
            }
            from = token.end();
        }
        shown.append(punctuation(text, from, text.length()));
        String tidy = HIDDEN_ROW.matcher(shown).replaceAll(HIDDEN);
        tidy = SPACES.matcher(tidy).replaceAll(" ");
        return words ? cut(tidy.strip(), LONGEST_TEXT) : "";
    }

    private static boolean isHarmless(String word) {
        return OPENERS.contains(word) || HARMLESS.matcher(word).matches();
    }

    /** Which characters repeat what was sent, or belong to a long number. */
    private boolean[] hidden(String text) {
        boolean[] hidden = new boolean[text.length()];
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            hide(hidden, digits.start(), digits.end());
        }
        Letters letters = Letters.of(text);
        for (String value : sent) {
            for (int at = letters.indexOf(value, 0); at >= 0; at = letters.indexOf(value, at + 1)) {
                int from = letters.start(at);
                int to = letters.end(at + value.length());
                if (value.length() >= SHORTEST_PART || isWord(text, from, to)) {
                    hide(hidden, from, to);
                }
            }
        }
        Matcher number = PIECE.matcher(text);
        while (number.find()) {
            String piece = number.group();
            if (phones.stream().anyMatch(phone -> phone.contains(piece))) {
                hide(hidden, number.start(), number.end());
            }
        }
        return hidden;
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    private static void hide(boolean[] hidden, int from, int to) {
        Arrays.fill(hidden, from, to, true);
    }

    private static boolean any(boolean[] hidden, int from, int to) {
        for (int i = from; i < to; i++) {
            if (hidden[i]) {
                return true;
            }
        }
        return false;
    }

    /** What stands between words; nothing that a terminal or a log would take for more than that. */
    private static String punctuation(String text, int from, int to) {
        StringBuilder kept = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            kept.append(" '\"’«»()[]{},;:!?<>=/|€…".indexOf(c) >= 0 ? c : ' ');
        }
        return kept.toString();
    }

    /** With one space for all that is not to be seen. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(isSeen((char) c) ? (char) c : ' '));
        return SPACES.matcher(plain).replaceAll(" ");
    }

    private static boolean isSeen(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + HIDDEN;
    }
}
