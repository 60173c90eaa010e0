package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Basis;
import fr.passerelle.door.DoorJournal.Entry;
import fr.passerelle.door.DoorJournal.Ruling;
import fr.passerelle.door.DoorJournal.Standing;
import fr.passerelle.door.Lookup.Found;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.model.rule.PasserelleException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What becomes of a scan: by what the code is worth, and by what the journal says of its ticket. */
final class Admissions {

    private final DoorJournal journal;
    private final Lookup lookup;
    private final Lists lists;
    private final EveningKeys keys;
    private final String door;
    private final DoorPolicy policy;
    private final Warnings warnings;
    private final AtomicLong unchecked = new AtomicLong();

    Admissions(
            DoorJournal journal,
            Lookup lookup,
            Lists lists,
            EveningKeys keys,
            String door,
            DoorPolicy policy,
            Warnings warnings) {
        this.journal = journal;
        this.lookup = lookup;
        this.lists = lists;
        this.keys = keys;
        this.door = door;
        this.policy = policy;
        this.warnings = warnings;
    }

    long unchecked() {
        return unchecked.get();
    }

    Scan scan(String scanned, UUID nonce, int heads, Instant now) {
        try {
            Found found = lookup.find(scanned, now);
            if (found.finding() instanceof Finding.Good good) {
                return admit(found, good.identity(), good.places(), nonce, heads, now);
            }
            Optional<Scan> before = repeated(nonce, scanned, now);
            if (before.isPresent()) {
                return before.get();
            }
            if (found.finding() instanceof Finding.Refused refused) {
                return scan(refused.result(), nonce, null, refused.when());
            }
            if (found.finding() instanceof Finding.Unlisted unlisted) {
                return unlisted(found, unlisted, nonce, heads, now);
            }
            return scan(ScanResult.NOT_A_CODE, nonce, null, Optional.empty());
        } catch (PasserelleException failed) {
            warnings.warn("journal", "the door's journal fails, and nobody is admitted", failed);
            return scan(ScanResult.JOURNAL_UNAVAILABLE, nonce, null, Optional.empty());
        }
    }

    Scan admitByStaff(String scanned, UUID nonce, int heads, Instant now) {
        try {
            Found found = lookup.look(scanned, now);
            String identity = Lookup.identity(found.finding());
            if (identity == null) {
                return scan(ScanResult.NOT_A_CODE, nonce, null, Optional.empty());
            }
            int in = journal.find(lookup.ticket(found.source(), identity))
                    .map(Standing::heads)
                    .orElse(0);
            Found decided = new Found(found.source(), found.finding(), Basis.STAFF);
            return admit(decided, identity, Math.min(in + heads, Entry.MOST), nonce, heads, now);
        } catch (PasserelleException failed) {
            warnings.warn("journal", "the door's journal fails, and nobody is admitted", failed);
            return scan(ScanResult.JOURNAL_UNAVAILABLE, nonce, null, Optional.empty());
        }
    }

    private Scan unlisted(Found found, Finding.Unlisted unlisted, UUID nonce, int heads, Instant now) {
        unchecked.incrementAndGet();
        if (policy == DoorPolicy.ADMIT && journal.headsIn() + heads <= lists.expected()) {
            Found decided = new Found(found.source(), unlisted, Basis.POLICY);
            return admit(decided, unlisted.identity(), heads, nonce, heads, now);
        }
        ScanResult result = switch (policy) {
            case ASK_STAFF, ADMIT -> ScanResult.ASK_STAFF;
            case CHECK_ID -> ScanResult.CHECK_ID;
            case REFUSE -> ScanResult.UNKNOWN;
        };
        return scan(result, nonce, null, Optional.empty());
    }

    private Scan admit(Found found, String identity, int places, UUID nonce, int heads, Instant now) {
        if (heads > places) {
            return scan(ScanResult.TOO_MANY, nonce, null, Optional.empty());
        }
        TicketKey ticket = lookup.ticket(found.source(), identity);
        boolean sends = found.source().sends();
        Entry entry = new Entry(
                nonce,
                ticket,
                found.source().name(),
                door,
                now,
                heads,
                places,
                found.basis(),
                found.finding() instanceof Finding.Good good ? good.reference() : OptionalLong.empty(),
                sends ? keys.seal(ticket, identity) : new byte[0]);
        Ruling ruling = journal.admit(entry);
        if (ruling instanceof Ruling.Repeated repeated) {
            if (!lookup.isOf(repeated.before().ticket(), found.source(), identity)) {
                throw anotherCode();
            }
            return repeated(nonce).orElseThrow();
        }
        if (ruling instanceof Ruling.Full full) {
            Standing standing = full.standing();
            boolean all = standing.heads() >= places;
            return scan(
                    all ? ScanResult.ALREADY_IN : ScanResult.TOO_MANY,
                    nonce,
                    standing,
                    Optional.of(standing.last().at()));
        }
        return admitted(entry, ruling.standing());
    }

    private Scan admitted(Entry entry, Standing standing) {
        return new Scan(
                ScanResult.ADMITTED,
                entry.nonce(),
                standing.heads(),
                entry.places(),
                Optional.empty(),
                Optional.empty(),
                lists.age(),
                Optional.of(entry.basis()));
    }

    /** As below, of a code that would not be let in now. */
    private Optional<Scan> repeated(UUID nonce, String scanned, Instant now) {
        Optional<Entry> before = journal.find(nonce);
        if (before.isPresent() && !lookup.isOf(before.get(), scanned, now)) {
            throw anotherCode();
        }
        return before.isEmpty() ? Optional.empty() : repeated(nonce);
    }

    private static IllegalArgumentException anotherCode() {
        return new IllegalArgumentException("nonce: it was used for another code");
    }

    /** What became of this very scan, if it was written down before. */
    private Optional<Scan> repeated(UUID nonce) {
        return journal.find(nonce)
                .map(entry -> journal.find(entry.ticket())
                        .filter(standing -> journal.isIn(nonce))
                        .map(standing -> admitted(entry, standing))
                        .orElseGet(() -> scan(ScanResult.TAKEN_BACK, nonce, null, Optional.empty())));
    }

    private Scan scan(ScanResult result, UUID nonce, @Nullable Standing standing, Optional<Instant> when) {
        return new Scan(
                result,
                nonce,
                standing == null ? 0 : standing.heads(),
                standing == null ? 0 : standing.last().places(),
                when,
                standing == null
                        ? Optional.empty()
                        : Optional.of(standing.last().door()),
                lists.age(),
                Optional.empty());
    }
}
