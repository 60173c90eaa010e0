package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A million mutations of valid messages, the same in every run: none is taken for what the programme sent. */
class DeskFuzzTest {

    private static final long SEED = 20270312;
    private static final String KEY = "key-under-test";

    private static final List<String> SHORT = List.of(
            SampleMessages.cancellation("A"),
            SampleMessages.cancellation("AB-É1", "C\"2"),
            SampleMessages.cancellation("ENTRÉE-12", "🎭", "\\"),
            SampleMessages.cancellation("7001-1", "7001-2"));
    private static final List<String> LONG =
            List.of(SampleMessages.booking(1), SampleMessages.notification(NotificationAction.CANCEL));

    /** Short ones more often than long ones: all that differs is how long they take. */
    private static final List<String> DOCUMENTS = Stream.of(Collections.nCopies(8, SHORT), List.of(LONG))
            .flatMap(List::stream)
            .flatMap(List::stream)
            .toList();

    private static final List<SignedMessage> MESSAGES = DOCUMENTS.stream()
            .map(document -> TicketingDesk.sign(KEY, document))
            .toList();

    /** Nothing beyond these can become of a message that was changed on its way: no document was even parsed. */
    private static final List<DeskOutcome> REFUSALS = List.of(
            DeskOutcome.SIGNATURE_MALFORMED,
            DeskOutcome.SIGNATURE_WRONG,
            DeskOutcome.BODY_EMPTY,
            DeskOutcome.BODY_UNREADABLE);

    /** What may happen to a message on its way; the signature stays that of the message. */
    enum Mutation {
        BITS_FLIPPED(300_000) {
            @Override
            byte[] body(byte[] body, Random random) {
                byte[] changed = body.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    changed[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return changed;
            }
        },
        BYTES_REPLACED(150_000) {
            @Override
            byte[] body(byte[] body, Random random) {
                return spliced(body, random, 1 + random.nextInt(4), 1 + random.nextInt(4));
            }
        },
        BYTES_INSERTED(150_000) {
            @Override
            byte[] body(byte[] body, Random random) {
                return spliced(body, random, 0, 1 + random.nextInt(8));
            }
        },
        BYTES_DELETED(150_000) {
            @Override
            byte[] body(byte[] body, Random random) {
                return spliced(body, random, 1 + random.nextInt(8), 0);
            }
        },
        SLICE_DUPLICATED(100_000) {
            @Override
            byte[] body(byte[] body, Random random) {
                int from = random.nextInt(body.length);
                int to = from + 1 + random.nextInt(body.length - from);
                return joined(body, to, body, from);
            }
        },
        SPLICED_WITH_ANOTHER(100_000) {
            @Override
            byte[] body(byte[] body, Random random) {
                byte[] other = any(MESSAGES, random).body();
                return joined(body, random.nextInt(body.length + 1), other, random.nextInt(other.length + 1));
            }
        },
        CUT_SHORT(20_000) {
            @Override
            byte[] body(byte[] body, Random random) {
                return Arrays.copyOf(body, random.nextInt(body.length));
            }
        },
        HEADER_CHANGED(100_000) {
            @Override
            String header(String header, Random random) {
                StringBuilder changed = new StringBuilder(header);
                switch (random.nextInt(4)) {
                    case 0 -> changed.setCharAt(random.nextInt(header.length()), any("0123456789abcdefABCDEF", random));
                    case 1 -> changed.setCharAt(random.nextInt(header.length()), (char) random.nextInt(0x10000));
                    case 2 -> changed.deleteCharAt(random.nextInt(header.length()));
                    default -> changed.insert(random.nextInt(header.length()), any("0123456789abcdef ,\r\n", random));
                }
                return changed.toString();
            }
        },
        HEADER_OF_ANOTHER(10_000) {
            @Override
            String header(String header, Random random) {
                return any(MESSAGES, random).signature();
            }
        };

        private final int times;

        Mutation(int times) {
            this.times = times;
        }

        byte[] body(byte[] body, Random random) {
            return body;
        }

        String header(String header, Random random) {
            return header;
        }
    }

    private final TicketingDesk desk = TicketingDesk.builder()
            .hmacKey(KEY)
            .hmacKey("the key before the rotation")
            .executor(Runnable::run)
            .onBooking(booking ->
                    BookingResponse.tickets(Remaining.of(9), Collections.nCopies(booking.quantity(), Ticket.of("A"))))
            .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.of(9)))
            .onNotification(notice -> {})
            .build();

    @Test
    void takesNoMutationForTheMessageItWas() {
        Random random = new Random(SEED);
        Map<DeskOutcome, Integer> refusals = new EnumMap<>(DeskOutcome.class);
        int mutated = 0;
        for (Mutation mutation : Mutation.values()) {
            for (int i = 0; i < mutation.times; i++) {
                SignedMessage message = any(MESSAGES, random);
                byte[] sent = message.body();
                byte[] body = mutation.body(sent, random);
                String header = mutation.header(message.signature(), random);
                DeskOutcome outcome = desk.receive(header, body).outcome();
                if (Arrays.equals(body, sent) && header.equalsIgnoreCase(message.signature())) {
                    assertThat(outcome.refused()).isFalse();
                } else {
                    mutated++;
                    refusals.merge(outcome, 1, Integer::sum);
                    if (!REFUSALS.contains(outcome)) {
                        throw new AssertionError(outcome + " for " + mutation + " number " + i + ": " + text(body));
                    }
                }
            }
        }
        assertThat(mutated).isGreaterThanOrEqualTo(1_000_000);
        assertThat(refusals.keySet()).containsExactlyInAnyOrderElementsOf(REFUSALS);
    }

    @Test
    void survivesAnyDocumentThatTheRightKeySigned() {
        Random random = new Random(SEED);
        Map<DeskOutcome, Integer> outcomes = new EnumMap<>(DeskOutcome.class);
        int signed = 30_000;
        for (int i = 0; i < signed; i++) {
            StringBuilder document = new StringBuilder(any(DOCUMENTS, random));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                mutate(document, random);
            }
            SignedMessage message = TicketingDesk.sign(KEY, document.toString());
            outcomes.merge(desk.receive(message.signature(), message.body()).outcome(), 1, Integer::sum);
        }
        assertThat(outcomes.keySet())
                .containsExactlyInAnyOrder(
                        DeskOutcome.SOLD,
                        DeskOutcome.CANCELLED,
                        DeskOutcome.NOTED, // the change may well be a document that means something
                        DeskOutcome.DOCUMENT_UNREADABLE,
                        DeskOutcome.MESSAGE_INVALID);
    }

    private static void mutate(StringBuilder document, Random random) {
        int at = random.nextInt(document.length());
        switch (random.nextInt(4)) {
            case 0 -> document.setCharAt(at, (char) random.nextInt(0x180));
            case 1 -> document.deleteCharAt(at);
            case 2 -> document.insert(at, any("{}[]\":,\\019.-eEntu \u00e9", random));
            default -> document.insert(at, document.substring(at, at + random.nextInt(document.length() - at)));
        }
    }

    private static byte[] spliced(byte[] body, Random random, int removed, int inserted) {
        int at = random.nextInt(body.length);
        byte[] bytes = new byte[inserted];
        random.nextBytes(bytes);
        byte[] head = Arrays.copyOf(body, at + inserted);
        System.arraycopy(bytes, 0, head, at, inserted);
        return joined(head, head.length, body, Math.min(body.length, at + removed));
    }

    /** The first bytes of one, then what another has from some point on. */
    private static byte[] joined(byte[] head, int length, byte[] tail, int from) {
        byte[] joined = Arrays.copyOf(head, length + tail.length - from);
        System.arraycopy(tail, from, joined, length, tail.length - from);
        return joined;
    }

    private static <T> T any(List<T> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }

    private static char any(String characters, Random random) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
