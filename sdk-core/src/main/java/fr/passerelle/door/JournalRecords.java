package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Basis;
import fr.passerelle.door.DoorJournal.Entry;
import fr.passerelle.door.DoorJournal.Evening;
import fr.passerelle.door.DoorJournal.Mark;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The records of a journal's file. Each begins with two bytes that say so, its kind and its length, and ends with a
 * checksum: wherever a crash has cut the file, the next whole record is found again.
 */
final class JournalRecords {

    private static final short START = (short) 0xD00C;
    private static final int HEAD = 5;
    private static final int TAIL = 4;
    private static final int LONGEST = 1024;
    private static final byte EVENING = 1;
    private static final byte ADMISSION = 2;
    private static final byte UNDO = 3;
    private static final byte MARK = 4;

    /** Bytes of the record of an evening, the first of a file. */
    private static final int EVENING_LENGTH = HEAD + Evening.SALT + Evening.CHECK + TAIL;

    private JournalRecords() {}

    /** Hears of what a file says. */
    interface Reader {
        void evening(Evening evening);

        void admission(Entry entry);

        void undo(UUID nonce);

        void mark(TicketKey ticket, Mark mark, OptionalLong reference);
    }

    static byte[] evening(Evening evening) {
        return record(EVENING, out -> out.put(evening.salt()).put(evening.check()));
    }

    static byte[] admission(Entry entry) {
        return record(ADMISSION, out -> {
            putNonce(out, entry.nonce());
            putKey(out, entry.ticket());
            putText(out, entry.source());
            putText(out, entry.door());
            out.putLong(entry.at().toEpochMilli());
            out.put((byte) entry.heads()).put((byte) entry.places());
            putText(out, entry.basis().name());
            out.putLong(entry.reference().orElse(0));
            out.putShort((short) entry.sealedCode().length).put(entry.sealedCode());
        });
    }

    static byte[] undo(UUID nonce, Instant at) {
        return record(UNDO, out -> {
            putNonce(out, nonce);
            out.putLong(at.toEpochMilli());
        });
    }

    static byte[] mark(TicketKey ticket, Mark mark, OptionalLong reference) {
        return record(MARK, out -> {
            putKey(out, ticket);
            putText(out, mark.name());
            out.putLong(reference.orElse(0));
        });
    }

    /**
     * Tells a reader all whole records.
     *
     * @return how many bytes belong to none
     */
    static int read(byte[] file, Reader reader) {
        int skipped = 0;
        int at = 0;
        while (at < file.length) {
            int length = wholeRecordAt(file, at);
            if (length == 0) {
                skipped++;
                at++;
            } else {
                tell(file[at + 2], ByteBuffer.wrap(file, at + HEAD, length - HEAD - TAIL), reader);
                at += length;
            }
        }
        return skipped;
    }

    /** Whether a file that holds no whole record can be what is left of the first one. */
    static boolean mayBeABeginning(byte[] file) {
        boolean begun = file.length == 0 || file[0] == (byte) (START >> 8) || file[0] == 0;
        return begun && file.length < EVENING_LENGTH;
    }

    /** The length of the record that begins here; 0 if none does. */
    private static int wholeRecordAt(byte[] file, int at) {
        if (file.length - at < HEAD + TAIL || file[at] != (byte) (START >> 8) || file[at + 1] != (byte) START) {
            return 0;
        }
        int payload = ByteBuffer.wrap(file, at + 3, 2).getShort();
        if (payload < 0 || payload > LONGEST || file.length - at < HEAD + payload + TAIL) {
            return 0;
        }
        int sum = ByteBuffer.wrap(file, at + HEAD + payload, TAIL).getInt();
        return sum == checksum(file, at, HEAD + payload) ? HEAD + payload + TAIL : 0;
    }

    private static void tell(byte kind, ByteBuffer in, Reader reader) {
        try {
            switch (kind) {
                case EVENING -> reader.evening(new Evening(bytes(in, Evening.SALT), bytes(in, Evening.CHECK)));
                case ADMISSION -> reader.admission(entry(in));
                case UNDO -> reader.undo(nonce(in));
                case MARK -> {
                    TicketKey ticket = key(in);
                    reader.mark(ticket, Mark.valueOf(text(in)), reference(in));
                }
                default -> throw new IllegalArgumentException("a record of kind " + kind);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException newer) {
            throw new JournalException("the journal was written by a newer version of this library", newer);
        }
    }

    private static Entry entry(ByteBuffer in) {
        return new Entry(
                nonce(in),
                key(in),
                text(in),
                text(in),
                Instant.ofEpochMilli(in.getLong()),
                in.get(),
                in.get(),
                Basis.valueOf(text(in)),
                reference(in),
                bytes(in, in.getShort()));
    }

    private static byte[] record(byte kind, Consumer<ByteBuffer> payload) {
        ByteBuffer out = ByteBuffer.allocate(HEAD + LONGEST + TAIL);
        out.putShort(START).put(kind).putShort((short) 0);
        payload.accept(out);
        int end = out.position();
        out.putShort(3, (short) (end - HEAD));
        out.putInt(checksum(out.array(), 0, end));
        return Arrays.copyOf(out.array(), out.position());
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    private static void putNonce(ByteBuffer out, UUID nonce) {
        out.putLong(nonce.getMostSignificantBits()).putLong(nonce.getLeastSignificantBits());
    }

    private static UUID nonce(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static void putKey(ByteBuffer out, TicketKey key) {
        out.putLong(key.high()).putLong(key.low());
    }

    private static TicketKey key(ByteBuffer in) {
        return new TicketKey(in.getLong(), in.getLong());
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in, in.getShort()), StandardCharsets.UTF_8);
    }

    private static OptionalLong reference(ByteBuffer in) {
        long reference = in.getLong();
        return reference == 0 ? OptionalLong.empty() : OptionalLong.of(reference);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
