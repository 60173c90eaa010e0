package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Basis;
import fr.passerelle.door.DoorJournal.Entry;
import fr.passerelle.door.DoorJournal.Ruling;
import fr.passerelle.door.DoorJournal.Standing;
import fr.passerelle.door.Lookup.Found;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.model.rule.PasserelleException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits people, with and without a network.
 *
 * <pre>{@code
 * Door door = Door.builder()
 *         .journal(DoorJournal.file(file))
 *         .secret(secret)                                    // 32 random bytes of the venue, kept elsewhere
 *         .source(PassCultureDoor.of(passCulture, eventId))
 *         .build();
 * door.refresh();                                            // while there is a network, and every few minutes
 * Scan scan = door.scan("ABC 234");                          // a light, a sentence; written down before it is green
 * door.sync();                                               // tells the programme who came in
 * }</pre>
 *
 * <p>A scan looks at the journal and at the lists; only a code that is on no list is asked about, within
 * {@link Builder#askWithin}, and not for {@link #ASK_AGAIN} after that failed. Who is admitted is in the
 * {@linkplain DoorJournal journal} before {@link #scan} returns: if it cannot be written, nobody is admitted.
 *
 * <p>A ticket for two is one code: each scan lets one person in, or both with {@link #scan(String, UUID, int)}; the
 * programme hears of it once. An admission can be {@linkplain #undo taken back} for some minutes.
 *
 * <p><b>Several doors</b> on one journal see each other's admissions at once. Doors with journals of their own learn of
 * each other from the programme: who came in at both is told as a {@link Conflict} by {@link #sync}.
 *
 * <p>Safe for use by several threads. It has no threads of its own: call {@link #refresh} and {@link #sync} from a
 * timer.
 */
public final class Door implements AutoCloseable {

    /** How long a code on no list may be asked about, unless told otherwise. */
    public static final Duration DEFAULT_ASK_WITHIN = Duration.ofMillis(1500);
    /** How long a door asks nothing after it could not ask. */
    public static final Duration ASK_AGAIN = Duration.ofSeconds(5);
    /** How long an admission can be taken back, unless told otherwise. */
    public static final Duration DEFAULT_UNDO_WITHIN = Duration.ofMinutes(10);
    /** Shortest secret, in bytes. */
    public static final int MIN_SECRET = 32;

    private final DoorJournal journal;
    private final List<DoorSource> sources;
    private final String name;
    private final DoorPolicy policy;
    private final Duration askWithin;
    private final Duration undoWithin;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final EveningKeys keys;
    private final Lookup lookup;
    private final Synchroniser synchroniser;
    private final Warnings warnings;
    private final Map<String, Long> refreshedAt = new ConcurrentHashMap<>();
    private final AtomicLong unchecked = new AtomicLong();

    private Door(Builder builder) {
        journal = Objects.requireNonNull(builder.journal, "journal");
        sources = List.copyOf(builder.sources);
        if (sources.isEmpty()) {
            throw new IllegalStateException("source: a door needs at least one");
        }
        name = builder.name;
        policy = builder.policy;
        askWithin = builder.askWithin;
        undoWithin = builder.undoWithin;
        clock = builder.clock;
        nanoTime = builder.nanoTime;
        keys = EveningKeys.of(Objects.requireNonNull(builder.secret, "secret"), journal);
        warnings = new Warnings("fr.passerelle.door", nanoTime);
        lookup = new Lookup(journal, sources, keys, askWithin, nanoTime);
        synchroniser = new Synchroniser(journal, sources, keys, clock);
    }

    /** A door to set up. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads all lists anew. If one cannot be read its old list stays, and the others are read all the same.
     *
     * @throws fr.passerelle.error.CallException if one of a programme could not be read
     * @throws RuntimeException what a list of the vendor's own throws
     */
    public RefreshReport refresh() {
        RefreshReport report = new RefreshReport(0, 0, 0, 0, 0);
        RuntimeException failure = null;
        for (DoorSource source : sources) {
            try {
                report = report.plus(source.refresh(clock.instant()));
                refreshedAt.put(source.name(), nanoTime.getAsLong());
                lookup.online();
            } catch (RuntimeException notRead) { // a list of the vendor's own may throw anything
                failure = failure == null ? notRead : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return report;
    }

    /** Scans a code for one person, under a new nonce. */
    public Scan scan(String scanned) {
        return scan(scanned, UUID.randomUUID(), 1);
    }

    /**
     * Scans a code. Never throws because the network or the journal fails.
     *
     * @param scanned as it was scanned or typed
     * @param nonce of this scan: the same again, after a lost response of yours say, is the same admission
     * @param heads how many people come in together
     * @throws IllegalArgumentException if the nonce was used for another code, or heads are out of range
     */
    public Scan scan(String scanned, UUID nonce, int heads) {
        Instant now = now();
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

    /**
     * A person at the door decides to let somebody in, whatever the door said. It is written down as that, and the
     * programme hears of it as of the others; what it does not agree to is a {@link Conflict}.
     *
     * @param nonce of this decision, not that of the scan before
     * @return admitted, unless no source reads the code, or the journal cannot be written
     */
    public Scan admitByStaff(String scanned, UUID nonce, int heads) {
        Instant now = now();
        try {
            Found found = lookup.look(scanned, now);
            String identity = Lookup.identity(found.finding());
            if (identity == null) {
                return scan(ScanResult.NOT_A_CODE, nonce, null, Optional.empty());
            }
            int in = journal.find(keys.key(found.source().name(), identity))
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
        if (policy == DoorPolicy.ADMIT && journal.headsIn() + heads <= expected()) {
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

    /** To the precision of journals. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Scan admit(Found found, String identity, int places, UUID nonce, int heads, Instant now) {
        if (heads > places) {
            return scan(ScanResult.TOO_MANY, nonce, null, Optional.empty());
        }
        TicketKey ticket = keys.key(found.source().name(), identity);
        boolean sends = found.source().sends();
        Entry entry = new Entry(
                nonce,
                ticket,
                found.source().name(),
                name,
                now,
                heads,
                places,
                found.basis(),
                found.finding() instanceof Finding.Good good ? good.reference() : OptionalLong.empty(),
                sends ? keys.seal(ticket, identity) : new byte[0]);
        Ruling ruling = journal.admit(entry);
        if (ruling instanceof Ruling.Repeated repeated) {
            if (!repeated.before().ticket().equals(ticket)) {
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
                listAge(),
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
                listAge(),
                Optional.empty());
    }

    /** What became of a wish to take an admission back. */
    public enum Undo {
        /** They are out again; the programme hears of it with the next {@link Door#sync}. */
        DONE,
        /** It was longer ago than {@link Builder#undoWithin} allows. */
        TOO_LATE,
        /** No admission has this nonce, or it was taken back before. */
        UNKNOWN
    }

    /**
     * Takes an admission back: the ticket lets in again.
     *
     * @param nonce of the scan that admitted
     * @throws PasserelleException if the journal cannot be written: they are still in
     */
    public Undo undo(UUID nonce) {
        Instant now = now();
        Entry entry = journal.find(nonce).orElse(null);
        if (entry == null) {
            return Undo.UNKNOWN;
        }
        if (entry.at().plus(undoWithin).isBefore(now)) {
            return Undo.TOO_LATE;
        }
        return journal.undo(nonce, now) ? Undo.DONE : Undo.UNKNOWN;
    }

    /**
     * Tells the programmes who came in since, settles what a lost response left open, and tells what they do not agree
     * to. May be called again at any time, and by several doors of one journal: the programme counts a use once. One
     * call at a time for each journal in a process; others wait. Of several processes on one journal let one call it:
     * two that send the same ticket within milliseconds may tell it as {@link Settlement#USED_ELSEWHERE}.
     *
     * @return what was done, also if the network failed in the middle: the rest is sent next time
     * @throws PasserelleException if the journal cannot be written
     */
    public DoorSyncReport sync() {
        DoorSyncReport report = synchroniser.sync(askWithin.multipliedBy(4));
        if (report.interruptedBy().isEmpty()) {
            lookup.online();
        }
        return report;
    }

    /** Guests of tonight by a part of their name, if a source keeps names. */
    public List<Guest> search(String part) {
        return sources.stream().flatMap(source -> source.search(part).stream()).toList();
    }

    /** How old the oldest of the lists is; empty if one was never read. */
    public Optional<Duration> listAge() {
        if (refreshedAt.size() < sources.size()) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        return refreshedAt.values().stream()
                .map(at -> Duration.ofNanos(Math.max(0, now - at)))
                .max(Comparator.naturalOrder());
    }

    /** How many people the lists expect tonight. */
    public int expected() {
        return sources.stream().mapToInt(DoorSource::expected).sum();
    }

    /** How many people are in. */
    public int headsIn() {
        return journal.headsIn();
    }

    /** How many tickets the programmes are still to be told of. */
    public int pending() {
        return journal.unsettled().size();
    }

    /** How many scans could neither be found on a list nor be asked about, since this door was made. */
    public long unchecked() {
        return unchecked.get();
    }

    /** Whether the last question to a programme failed, so that the door works from its lists alone. */
    public boolean offline() {
        return lookup.offline();
    }

    /** Closes the journal. What is not sent stays in it. */
    @Override
    public void close() {
        journal.close();
    }

    /** Sets a door up. Not for use by several threads. */
    public static final class Builder {

        private @Nullable DoorJournal journal;
        private byte @Nullable [] secret;
        private final List<DoorSource> sources = new ArrayList<>();
        private String name = "1";
        private DoorPolicy policy = DoorPolicy.ASK_STAFF;
        private Duration askWithin = DEFAULT_ASK_WITHIN;
        private Duration undoWithin = DEFAULT_UNDO_WITHIN;
        private Clock clock = Clock.systemUTC();
        private LongSupplier nanoTime = System::nanoTime;

        private Builder() {}

        /** Where admissions are written down. Required. */
        public Builder journal(DoorJournal journal) {
            this.journal = Objects.requireNonNull(journal, "journal");
            return this;
        }

        /**
         * The venue's secret: the same for all doors of a journal, and after a crash. Required. Random bytes, not a
         * word: see {@link DoorJournal}.
         *
         * @throws IllegalArgumentException if it is shorter than {@value Door#MIN_SECRET} bytes
         */
        public Builder secret(byte[] secret) {
            if (secret.length < MIN_SECRET) {
                throw new IllegalArgumentException("secret: at least " + MIN_SECRET + " bytes");
            }
            this.secret = secret.clone();
            return this;
        }

        /**
         * Where tickets come from. At least one; of several that know a code, one that lets in counts, else the first.
         *
         * @throws IllegalArgumentException if its name is longer than 40 characters, or another source has it: journals
         *     tell them apart by it. For several events of a venue there is {@link PassCultureDoor#ofVenue}
         */
        public Builder source(DoorSource source) {
            if (source.name().isBlank() || source.name().length() > Entry.LONGEST_NAME) {
                throw new IllegalArgumentException("source: a name has 1 to " + Entry.LONGEST_NAME + " characters");
            }
            if (sources.stream().anyMatch(other -> other.name().equals(source.name()))) {
                throw new IllegalArgumentException("source: there is one called " + source.name() + " already");
            }
            sources.add(source);
            return this;
        }

        /**
         * How this door is called, for the others. Default {@code 1}.
         *
         * @throws IllegalArgumentException if it is empty or longer than 40 characters
         */
        public Builder name(String name) {
            if (name.isBlank() || name.length() > Entry.LONGEST_NAME) {
                throw new IllegalArgumentException("name: 1 to " + Entry.LONGEST_NAME + " characters");
            }
            this.name = name;
            return this;
        }

        /** What is said of a code that cannot be checked. Default {@link DoorPolicy#ASK_STAFF}. */
        public Builder policy(DoorPolicy policy) {
            this.policy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * How long a programme may be asked about a code on no list. Default {@link Door#DEFAULT_ASK_WITHIN}.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder askWithin(Duration deadline) {
            if (deadline.isNegative() || deadline.isZero()) {
                throw new IllegalArgumentException("askWithin must be positive");
            }
            askWithin = deadline;
            return this;
        }

        /**
         * How long an admission can be taken back. Default {@link Door#DEFAULT_UNDO_WITHIN}; zero is never.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder undoWithin(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("undoWithin must not be negative");
            }
            undoWithin = time;
            return this;
        }

        /** By which tickets are too early, and admissions are dated. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** For tests: how time passes, never backwards. */
        Builder nanoTime(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            return this;
        }

        /**
         * The door.
         *
         * @throws NullPointerException without a journal or a secret
         * @throws IllegalStateException without a source
         * @throws IllegalArgumentException if the journal was begun under another secret
         */
        public Door build() {
            return new Door(this);
        }
    }
}
