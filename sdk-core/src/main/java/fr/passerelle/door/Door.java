package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Entry;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.model.rule.PasserelleException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
    private final Duration askWithin;
    private final Duration undoWithin;
    private final Clock clock;
    private final Lookup lookup;
    private final Lists lists;
    private final Admissions admissions;
    private final Synchroniser synchroniser;

    private Door(Builder builder) {
        journal = Objects.requireNonNull(builder.journal, "journal");
        sources = List.copyOf(builder.sources);
        if (sources.isEmpty()) {
            throw new IllegalStateException("source: a door needs at least one");
        }
        askWithin = builder.askWithin;
        undoWithin = builder.undoWithin;
        clock = builder.clock;
        EveningKeys keys = EveningKeys.of(Objects.requireNonNull(builder.secret, "secret"), journal);
        Warnings warnings = new Warnings("fr.passerelle.door", builder.nanoTime);
        lookup = new Lookup(journal, sources, keys, askWithin, builder.nanoTime);
        lists = new Lists(journal, sources, keys, clock, builder.nanoTime, warnings);
        admissions = new Admissions(journal, lookup, lists, keys, builder.name, builder.policy, warnings);
        synchroniser = new Synchroniser(journal, sources, keys, clock);
    }

    /** A door to set up. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads all lists anew, and keeps them with the journal for a restart without a network. If one cannot be read its
     * old list stays, and the others are read all the same. One that cannot be kept counts all the same: a WARN of the
     * logger {@code fr.passerelle.door} tells it.
     *
     * @throws fr.passerelle.error.CallException if one of a programme could not be read
     * @throws RuntimeException what a list of the vendor's own throws
     */
    public RefreshReport refresh() {
        return lists.refresh(lookup::online);
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
        return admissions.scan(scanned, nonce, heads, now());
    }

    /**
     * A person at the door decides to let somebody in, whatever the door said. It is written down as that, and the
     * programme hears of it as of the others; what it does not agree to is a {@link Conflict}.
     *
     * @param nonce of this decision, not that of the scan before
     * @return admitted, unless no source reads the code, or the journal cannot be written
     */
    public Scan admitByStaff(String scanned, UUID nonce, int heads) {
        return admissions.admitByStaff(scanned, nonce, heads, now());
    }

    /** To the precision of journals. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
     * to. May be called again at any time, by several doors and processes of one journal: the programme counts a use
     * once, and each ticket is sent by one of them. One call at a time for each journal in a process; others wait.
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

    /**
     * How old the oldest of the lists is. Empty if one was never read, or if the clock of this machine was set back
     * while the process was away, so that nobody knows: {@link #listReadAt} tells when it was.
     */
    public Optional<Duration> listAge() {
        return lists.age();
    }

    /** When the oldest of the lists was read, as the clock stood then; empty if one was never read. */
    public Optional<Instant> listReadAt() {
        return lists.readAt();
    }

    /** How many people the lists expect tonight. */
    public int expected() {
        return lists.expected();
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
        return admissions.unchecked();
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
