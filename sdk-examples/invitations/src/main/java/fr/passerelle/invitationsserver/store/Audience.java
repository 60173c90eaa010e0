package fr.passerelle.invitationsserver.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a change concerns; the operator is always meant.
 *
 * @param donorId which donor
 * @param structureId which structure
 * @param allDonors every donor
 * @param allStructures every structure
 */
public record Audience(@Nullable UUID donorId, @Nullable UUID structureId, boolean allDonors, boolean allStructures) {

    /** Everybody. */
    public static final Audience EVERYBODY = new Audience(null, null, true, true);

    /** One donor. */
    public static Audience donor(UUID donorId) {
        return new Audience(donorId, null, false, false);
    }

    /** One structure. */
    public static Audience structure(UUID structureId) {
        return new Audience(null, structureId, false, false);
    }

    /** A donor and a structure. */
    public static Audience both(UUID donorId, UUID structureId) {
        return new Audience(donorId, structureId, false, false);
    }

    /** What a donor offers: the donor, and every structure. */
    public static Audience offer(UUID donorId) {
        return new Audience(donorId, null, false, true);
    }
}
