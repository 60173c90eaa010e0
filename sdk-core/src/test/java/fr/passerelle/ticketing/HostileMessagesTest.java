package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.internal.signature.MessageSignature;
import fr.passerelle.model.value.Remaining;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a desk accepts and what it refuses, each line with its reason. Nothing hostile reaches a handler. */
class HostileMessagesTest {

    private static final String KEY = "key-under-test";
    private static final String INNER = "{\"barcodes\": [\"A\"]}";
    private static final SignedMessage GOOD = TicketingDesk.sign(KEY, INNER);
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));

    /** A message, why it is what it is, and what becomes of it. The body has a byte in each character. */
    record Line(
            String why, @Nullable String header, @Nullable String body, DeskOutcome expected) {

        static Line of(String why, @Nullable String header, byte[] body, DeskOutcome expected) {
            return new Line(why, header, new String(body, StandardCharsets.ISO_8859_1), expected);
        }

        byte @Nullable [] bytes() {
            return body == null ? null : body.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return expected + ": " + why;
        }
    }

    static final List<Line> ACCEPTED = List.of(
            Line.of("as the programme sends it", GOOD.signature(), GOOD.body(), DeskOutcome.CANCELLED),
            accepted("replayed byte for byte: no message has an id or a time, so this is for the ledger", GOOD),
            accepted("a booking", BOOKING, DeskOutcome.SOLD),
            accepted("a notification", signed(SampleMessages.notification(NotificationAction.BOOK)), DeskOutcome.NOTED),
            accepted("a notification of an action that is new", signed(notification("POSTPONE")), DeskOutcome.NOTED),
            accepted("keys that are new", signed("{\"x\": {\"y\": [1]}, \"barcodes\": [\"A\"]}")),
            accepted("keys in another order", signed("{\"z\": 1, \"barcodes\": [\"A\"], \"a\": 2}")),
            accepted("compact, if that is what was signed", signed("{\"barcodes\":[\"A\"]}")),
            accepted("a barcode of characters beyond the BMP", signed("{\"barcodes\": [\"\\ud83c\\udfad\"]}")),
            accepted("a thousand barcodes", signed("{\"barcodes\": [\"A\"" + ", \"B\"".repeat(999) + "]}")),
            header("uppercase hexadecimal", GOOD.signature().toUpperCase(Locale.ROOT), DeskOutcome.CANCELLED),
            body("not escaped by ensure_ascii", "{\"barcodes\": [\"É\"]}", "\"{\\\"barcodes\\\": [\\\"É\\\"]}\""),
            body("a bare object that signs its own bytes", "{\"barcodes\":[\"É\"]}", "{\"barcodes\":[\"É\"]}"));

    static final List<Line> HOSTILE = Stream.of(headers(), forgeries(), wires(), bytes(), documents())
            .flatMap(List::stream)
            .toList();

    private static List<Line> headers() {
        String right = GOOD.signature();
        return List.of(
                header("no header", null, DeskOutcome.SIGNATURE_MISSING),
                header("an empty header", "", DeskOutcome.SIGNATURE_MISSING),
                header("a blank header", " \t", DeskOutcome.SIGNATURE_MISSING),
                header("a digit short", right.substring(1), DeskOutcome.SIGNATURE_MALFORMED),
                header("a digit too many", right + "0", DeskOutcome.SIGNATURE_MALFORMED),
                header("a space before", " " + right, DeskOutcome.SIGNATURE_MALFORMED),
                header("a line break behind", right + "\r\n", DeskOutcome.SIGNATURE_MALFORMED),
                header("a scheme before, as other programmes have it", "sha256=" + right, malformed()),
                header("two signatures, of which one is right", right + "," + right, malformed()),
                header(
                        "in Base64",
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(right)),
                        malformed()),
                header("64 letters that are no digits", "g".repeat(64), DeskOutcome.SIGNATURE_MALFORMED),
                header("digits, but Arabic ones", "\u0661".repeat(64), DeskOutcome.SIGNATURE_MALFORMED),
                header("digits of full width", "\uff10".repeat(64), DeskOutcome.SIGNATURE_MALFORMED),
                header("a zero byte in the middle", right.substring(0, 63) + "\0", DeskOutcome.SIGNATURE_MALFORMED),
                header("a megabyte", "a".repeat(1 << 20), DeskOutcome.SIGNATURE_MALFORMED),
                header("all zeros", "0".repeat(64), DeskOutcome.SIGNATURE_WRONG),
                header("backwards", new StringBuilder(right).reverse().toString(), DeskOutcome.SIGNATURE_WRONG),
                header("halves swapped", right.substring(32) + right.substring(0, 32), DeskOutcome.SIGNATURE_WRONG),
                header("replayed from another message", BOOKING.signature(), DeskOutcome.SIGNATURE_WRONG));
    }

    private static List<Line> forgeries() {
        return List.of(
                forged("another key", MessageSignature.of("another key", INNER), GOOD.body()),
                forged("the key in other case", MessageSignature.of("KEY-UNDER-TEST", INNER), GOOD.body()),
                forged("the key with a space", MessageSignature.of(KEY + " ", INNER), GOOD.body()),
                forged("signed over the wire", MessageSignature.of(KEY, text(GOOD.body())), GOOD.body()),
                forged("a signature of nothing", MessageSignature.of(KEY, ""), GOOD.body()),
                forged("re-serialised without spaces", GOOD.signature(), wire("{\"barcodes\":[\"A\"]}")),
                forged("a key more", GOOD.signature(), wire("{\"barcodes\": [\"A\"], \"x\": 1}")),
                forged("re-serialised unescaped", signed("{\"x\": \"\\u00e9\"}").signature(), wire("{\"x\": \"é\"}")),
                forged("another barcode", GOOD.signature(), wire("{\"barcodes\": [\"B\"]}")),
                forged("one barcode more", GOOD.signature(), wire("{\"barcodes\": [\"A\", \"B\"]}")),
                forged("a space inside", GOOD.signature(), wire(INNER + " ")),
                forged("cut short inside", GOOD.signature(), wire(INNER.substring(0, INNER.length() - 1))),
                forged("the same twice", GOOD.signature(), wire(INNER + INNER)),
                forged("quoted once more", GOOD.signature(), wire(text(GOOD.body()))),
                forged("an empty document", GOOD.signature(), wire("")),
                forged("a zero byte inside", GOOD.signature(), wire(INNER + "\0")),
                forged("a cancellation as a booking", GOOD.signature(), BOOKING.body()));
    }

    /** Bodies that are not the server's spelling of one string: refused before anything is hashed. */
    private static List<Line> wires() {
        return List.of(
                unreadable("a space behind", "\"{}\" "),
                unreadable("a space before", " \"{}\""),
                unreadable("a line break behind", "\"{}\"\n"),
                unreadable("a byte behind", "\"{}\"x"),
                unreadable("a zero byte behind", "\"{}\"\0"),
                unreadable("a second string behind", "\"{}\"\"{}\""),
                unreadable("truncated", "\"{}"),
                unreadable("a lone quote", "\""),
                unreadable("single quotes", "'{}'"),
                unreadable("without quotes", "barcodes"),
                unreadable("an escape that JSON has not", "\"\\x\""),
                unreadable("half an escape", "\"\\u12\""),
                unreadable("an escaped slash, which json.dumps never writes", "\"{\\/}\""),
                unreadable("uppercase hex, which it never writes either", "\"\\u00E9\""),
                unreadable("a letter escaped without need", "\"\\u007b}\""),
                unreadable("a raw tab in a string", "\"\t\""),
                unreadable("a lone high surrogate", "\"\\ud800\""),
                unreadable("surrogates the wrong way round", "\"\\udc00\\ud800\""),
                unreadable("an array", "[]"),
                unreadable("a string in an array", "[\"{}\"]"),
                unreadable("null", "null"),
                unreadable("a number", "12"),
                unreadable("a byte order mark", "\uFEFF\"{}\""),
                unreadable("as a form", "payload=%22%7B%7D%22"),
                unreadable("HTML", "<html></html>"));
    }

    private static List<Line> bytes() {
        SignedMessage huge = signed("{\"a\": \"" + "x".repeat(10_000_000) + "\"}");
        return List.of(
                new Line("no body", GOOD.signature(), null, DeskOutcome.BODY_EMPTY),
                Line.of("an empty body", GOOD.signature(), new byte[0], DeskOutcome.BODY_EMPTY),
                Line.of("ten megabytes, rightly signed", huge.signature(), huge.body(), DeskOutcome.BODY_TOO_LARGE),
                malformedUtf8("a byte that UTF-8 never has", '"', 0xff, '"'),
                malformedUtf8("half a character", '"', 0xc3, '"'),
                malformedUtf8("a character cut off by the end", '"', 0xf0, 0x9f, 0x8e),
                malformedUtf8("a surrogate, as CESU-8 has it", '"', 0xed, 0xa0, 0x80, '"'),
                malformedUtf8("an overlong zero", '{', 0xc0, 0x80, '}'),
                malformedUtf8("beyond the last character", '"', 0xf4, 0x90, 0x80, 0x80, '"'),
                encoded("in Latin-1", StandardCharsets.ISO_8859_1),
                encoded("in UTF-16", StandardCharsets.UTF_16LE));
    }

    /** Signed with the right key, and still no message: somebody has the key, or the programme has a bug. */
    private static List<Line> documents() {
        return List.of(
                document("", "nothing"),
                document(" ", "a space"),
                document("[]", "an array"),
                document("null", "null"),
                document("1", "a number"),
                document("\"{}\"", "a string once more"),
                document("{", "half an object"),
                document("{} {}", "two objects"),
                document("{}x", "something behind"),
                document("{\"barcodes\": [\"A\"], \"barcodes\": [\"B\"]}", "a key twice"),
                document("{\"barcodes\": [\"A\"], \"x\": {\"a\": 1, \"a\": 2}}", "a key twice, deep inside"),
                document("{\"barcodes\": [\"A\"], \"b\\u0061rcodes\": [\"B\"]}", "a key twice, spelled in two ways"),
                document("{'barcodes': ['A']}", "single quotes"),
                document("{\"barcodes\": [\"A\",]}", "a comma too many"),
                document("{\"x\": NaN}", "not a number"),
                document("{\"x\": 01}", "a leading zero"),
                document("{\"x\": " + "9".repeat(2_000) + "}", "a number of two thousand digits"),
                document("{/**/}", "a comment"),
                document(nested("[", "]", 33), "as deep as no message is"),
                document(nested("[", "]", 100_000), "deep enough to overflow a stack"),
                document(nested("{\"x\": ", "}", 100_000), "the same with objects"),
                document("{\"" + "k".repeat(60_000) + "\": 1}", "a key of sixty thousand letters"),
                invalid("{}", "an empty object"),
                invalid("{\"barcodes\": []}", "no barcode"),
                invalid("{\"barcodes\": [\"\\ud83c\"]}", "half a character in a barcode"),
                invalid("{\"barcodes\": [\"\\udfad\\ud83c\"]}", "its halves the wrong way round"),
                invalid("{\"barcodes\": [\"A\\u0000\"]}", "a zero in a barcode"),
                invalid(SampleMessages.booking(1).replace("Camille", "\\ud83c"), "half a character in a name"),
                invalid("{\"barcodes\": [1e400]}", "a number for a barcode"),
                invalid("{\"booking_quantity\": 1e9999999}", "a number that needs gigabytes when written out"));
    }

    private final AtomicInteger handled = new AtomicInteger();
    private final TicketingDesk desk = TicketingDesk.builder()
            .hmacKey(KEY)
            .executor(Runnable::run)
            .onBooking(booking -> {
                handled.incrementAndGet();
                return BookingResponse.tickets(Remaining.of(9), Ticket.of("A"));
            })
            .onCancellation(barcodes -> {
                handled.incrementAndGet();
                return CancellationResponse.cancelled(Remaining.of(9));
            })
            .onNotification(notice -> handled.incrementAndGet())
            .build();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @FieldSource("ACCEPTED")
    void accepts(Line line) {
        assertThat(desk.receive(line.header(), line.bytes()).outcome()).isEqualTo(line.expected());
        assertThat(handled).hasValue(1);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void refuses(Line line) {
        DeskResponse response = desk.receive(line.header(), line.bytes());

        assertThat(response).isEqualTo(line.expected().response());
        assertThat(response.status()).isBetween(400, 499);
        assertThat(handled).hasValue(0);
    }

    private static DeskOutcome malformed() {
        return DeskOutcome.SIGNATURE_MALFORMED;
    }

    private static Line accepted(String why, SignedMessage message) {
        return accepted(why, message, DeskOutcome.CANCELLED);
    }

    private static Line accepted(String why, SignedMessage message, DeskOutcome expected) {
        return Line.of(why, message.signature(), message.body(), expected);
    }

    private static Line header(String why, @Nullable String header, DeskOutcome expected) {
        return Line.of(why, header, GOOD.body(), expected);
    }

    private static Line body(String why, String signed, String body) {
        return Line.of(
                why, MessageSignature.of(KEY, signed), body.getBytes(StandardCharsets.UTF_8), DeskOutcome.CANCELLED);
    }

    private static Line forged(String why, String header, byte[] body) {
        return Line.of(why, header, body, DeskOutcome.SIGNATURE_WRONG);
    }

    private static Line unreadable(String why, String body) {
        return Line.of(
                why,
                MessageSignature.of(KEY, "{}"),
                body.getBytes(StandardCharsets.UTF_8),
                DeskOutcome.BODY_UNREADABLE);
    }

    private static Line malformedUtf8(String why, int... bytes) {
        byte[] body = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            body[i] = (byte) bytes[i];
        }
        return Line.of(why, GOOD.signature(), body, DeskOutcome.BODY_UNREADABLE);
    }

    private static Line encoded(String why, Charset charset) {
        String document = "{\"barcodes\": [\"é\"]}";
        return Line.of(
                why,
                MessageSignature.of(KEY, document),
                ("\"" + document.replace("\"", "\\\"") + "\"").getBytes(charset),
                DeskOutcome.BODY_UNREADABLE);
    }

    private static Line document(String document, String why) {
        SignedMessage message = signed(document);
        return Line.of(why, message.signature(), message.body(), DeskOutcome.DOCUMENT_UNREADABLE);
    }

    private static Line invalid(String document, String why) {
        SignedMessage message = signed(document);
        return Line.of(why, message.signature(), message.body(), DeskOutcome.MESSAGE_INVALID);
    }

    private static SignedMessage signed(String document) {
        return TicketingDesk.sign(KEY, document);
    }

    private static String notification(String action) {
        return SampleMessages.notification(NotificationAction.of(action));
    }

    private static String nested(String open, String close, int depth) {
        return "{\"x\": " + open.repeat(depth) + "1" + close.repeat(depth) + "}";
    }

    private static byte[] wire(String document) {
        return WireJson.quoted(document).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}
