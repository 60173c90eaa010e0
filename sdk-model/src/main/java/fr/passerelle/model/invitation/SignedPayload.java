package fr.passerelle.model.invitation;

import fr.passerelle.model.rule.RuleCheck;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a signed code before it is written as text (invitations 6): 29 bytes that say what the voucher is, and
 * 64 bytes of signature over them.
 */
record SignedPayload(int keyId, UUID sessionId, int number, Instant validFrom, Instant validUntil) {

    static final String PREFIX = "PV1:";
    static final String SUFFIX = ".";

    static final int FACTS = 29;
    static final int SIGNATURE = 64;

    private static final byte VERSION = 1;
    private static final int MAX_KEY = 255;
    private static final int MAX_NUMBER = (1 << 24) - 1;
    private static final long MAX_MINUTE = (1L << 32) - 1;

    SignedPayload {
        new RuleCheck()
                .range("keyId", (long) keyId, 0, MAX_KEY)
                .range("number", (long) number, 1, MAX_NUMBER)
                .range("validFrom", minute(validFrom), 0, MAX_MINUTE)
                .range("validUntil", minute(validUntil), 0, MAX_MINUTE)
                .notBefore("validUntil", validUntil, "validFrom", validFrom)
                .raise();
    }

    private static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60L);
    }

    private static Instant instant(int minute) {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(minute) * 60);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(FACTS)
                .put(VERSION)
                .put((byte) keyId)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .put((byte) (number >> 16))
                .putShort((short) number)
                .putInt((int) minute(validFrom))
                .putInt((int) minute(validUntil))
                .array();
    }

    /** The facts of the bytes; null if they are of a version to come, or say what no voucher says. */
    static @Nullable SignedPayload read(byte[] bytes) {
        ByteBuffer facts = ByteBuffer.wrap(bytes);
        if (facts.get() != VERSION) {
            return null;
        }
        int key = Byte.toUnsignedInt(facts.get());
        UUID session = new UUID(facts.getLong(), facts.getLong());
        int number = Byte.toUnsignedInt(facts.get()) << 16 | Short.toUnsignedInt(facts.getShort());
        Instant from = instant(facts.getInt());
        Instant until = instant(facts.getInt());
        return number == 0 || until.isBefore(from) ? null : new SignedPayload(key, session, number, from, until);
    }
}
