package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Basis;
import fr.passerelle.door.DoorJournal.Entry;
import fr.passerelle.door.DoorJournal.Mark;
import fr.passerelle.error.CallException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a code is worth: by the lists, by the journal, and for what neither has, by a question to its programme. */
final class Lookup {

    private static final Comparator<Found> BEST = Comparator.comparingInt(Found::rank);

    private final DoorJournal journal;
    private final List<DoorSource> sources;
    private final EveningKeys keys;
    private final Duration askWithin;
    private final LongSupplier nanoTime;
    private volatile @Nullable Long askAgainAt;

    Lookup(DoorJournal journal, List<DoorSource> sources, EveningKeys keys, Duration askWithin, LongSupplier nanoTime) {
        this.journal = journal;
        this.sources = sources;
        this.keys = keys;
        this.askWithin = askWithin;
        this.nanoTime = nanoTime;
    }

    /** What a source says of a scan. */
    record Found(DoorSource source, Finding finding, Basis basis) {

        /** Best first. */
        int rank() {
            if (finding instanceof Finding.Good) {
                return 0;
            }
            if (finding instanceof Finding.Refused refused) {
                return refused.result() == ScanResult.UNKNOWN ? 3 : 1;
            }
            return finding instanceof Finding.Unlisted ? 2 : 4;
        }
    }

    /** What the lists say, else what the programme does. */
    Found find(String scanned, Instant now) {
        Found listed = look(scanned, now);
        boolean early = listed.finding() instanceof Finding.Refused refused
                && refused.result() == ScanResult.TOO_EARLY; // by this machine's clock: the programme has the right one
        boolean open = early || listed.finding() instanceof Finding.Unlisted;
        if (!open || !listed.source().asks() || offline()) {
            return listed;
        }
        try {
            Finding asked = listed.source().ask(scanned, now, askWithin);
            return new Found(listed.source(), asked, Basis.ASKED);
        } catch (CallException notNow) {
            askAgainAt = nanoTime.getAsLong() + Door.ASK_AGAIN.toNanos();
            return listed;
        }
    }

    Found look(String scanned, Instant now) {
        return sources.stream()
                .map(source -> known(new Found(source, source.find(scanned, now), Basis.LIST)))
                .min(BEST)
                .orElseThrow();
    }

    /**
     * A ticket that is in the journal is good for the rest of its places, also if the list is older, or shows our use.
     */
    private Found known(Found found) {
        String identity = identity(found.finding());
        boolean ours = found.finding() instanceof Finding.Unlisted
                || (found.finding() instanceof Finding.Refused refused
                        && refused.result() == ScanResult.USED_ELSEWHERE);
        if (identity == null || !ours) {
            return found;
        }
        return journal.find(ticket(found.source(), identity))
                .filter(standing -> standing.heads() > 0 || standing.mark() != Mark.TO_SEND)
                .filter(standing -> standing.mark() != Mark.REFUSED)
                .map(standing -> new Found(
                        found.source(),
                        new Finding.Good(identity, standing.last().places(), standing.reference()),
                        Basis.LIST))
                .orElse(found);
    }

    /** Whether an admission was one of this code. */
    boolean isOf(Entry entry, String scanned, Instant now) {
        return sources.stream()
                .filter(source -> source.name().equals(entry.source()))
                .anyMatch(source -> {
                    String identity = identity(source.find(scanned, now));
                    return identity != null && isOf(entry.ticket(), source, identity);
                });
    }

    /** Whether this is the ticket, under whichever of its codes. */
    boolean isOf(TicketKey ticket, DoorSource source, String identity) {
        return keys.key(source.name(), identity).equals(ticket)
                || keys.alias(source, identity).filter(ticket::equals).isPresent();
    }

    /** The ticket, under the code by which somebody is in, if anybody is. */
    TicketKey ticket(DoorSource source, String identity) {
        return keys.alias(source, identity)
                .filter(alias -> journal.find(alias)
                        .filter(standing -> standing.heads() > 0)
                        .isPresent())
                .orElseGet(() -> keys.key(source.name(), identity));
    }

    static @Nullable String identity(Finding finding) {
        if (finding instanceof Finding.Good good) {
            return good.identity();
        }
        if (finding instanceof Finding.Refused refused) {
            return refused.identity();
        }
        return finding instanceof Finding.Unlisted unlisted ? unlisted.identity() : null;
    }

    /** Whether nothing is asked, because the last question failed a moment ago. */
    boolean offline() {
        Long again = askAgainAt;
        return again != null && nanoTime.getAsLong() - again < 0;
    }

    /** The network is there again. */
    void online() {
        askAgainAt = null;
    }
}
