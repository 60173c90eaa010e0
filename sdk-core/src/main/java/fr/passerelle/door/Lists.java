package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.KeptList;
import fr.passerelle.internal.base.Warnings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a door: read anew, kept with the journal, taken back after a restart. The age of a list is counted by
 * time that never goes backwards; only for the time while the process was away there is nothing but the wall clock.
 */
final class Lists {

    /**
     * When a list was read.
     *
     * @param at by the wall clock
     * @param nanos by the process; null if the clock was set back since, so that nobody knows
     */
    private record Reading(Instant at, @Nullable Long nanos) {}

    private final DoorJournal journal;
    private final List<DoorSource> sources;
    private final EveningKeys keys;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Warnings warnings;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    Lists(
            DoorJournal journal,
            List<DoorSource> sources,
            EveningKeys keys,
            Clock clock,
            LongSupplier nanoTime,
            Warnings warnings) {
        this.journal = journal;
        this.sources = sources;
        this.keys = keys;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.warnings = warnings;
        sources.forEach(this::takeBack);
    }

    /** Reads all, also after one that fails; then throws what the first one threw. */
    RefreshReport refresh(Runnable afterEach) {
        RefreshReport report = new RefreshReport(0, 0, 0, 0, 0);
        RuntimeException failure = null;
        for (DoorSource source : sources) {
            try {
                Instant now = now();
                long nanos = nanoTime.getAsLong();
                report = report.plus(source.refresh(now));
                afterEach.run();
                keep(source, now); // before its age is shown: what is shown as read survives a cut of the power
                readings.put(source.name(), new Reading(now, nanos));
            } catch (RuntimeException notRead) { // a list of the vendor's own may throw anything
                failure = failure == null ? notRead : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return report;
    }

    /** The door goes on without: a list that cannot be kept is the better one all the same. */
    private void keep(DoorSource source, Instant readAt) {
        if (isOvertaken(source, readAt)) {
            return;
        }
        try {
            source.save(code -> keys.key(source.name(), code))
                    .map(list -> keys.seal(bound(source, readAt), list))
                    .ifPresent(list -> journal.keep(source.name(), new KeptList(readAt, list)));
        } catch (RuntimeException notKept) {
            warnings.warn(
                    "list not kept",
                    "the door's list of " + source.name()
                            + " cannot be kept: after a restart without a network the one before counts",
                    notKept);
        }
    }

    /**
     * Whether another door of this journal read later and was done first: a long list takes minutes. What was kept at a
     * moment that is still to come was read before the clock was set back, or by a clock that is wrong.
     */
    private boolean isOvertaken(DoorSource source, Instant readAt) {
        try {
            return journal.kept(source.name())
                    .map(KeptList::readAt)
                    .filter(other -> other.isAfter(readAt) && !other.isAfter(now()))
                    .isPresent();
        } catch (RuntimeException notRead) { // there is nothing that could be better
            return false;
        }
    }

    private void takeBack(DoorSource source) {
        try {
            Optional<KeptList> kept = journal.kept(source.name());
            if (kept.isEmpty()) {
                return;
            }
            Instant readAt = kept.get().readAt();
            Instant now = now();
            boolean back = keys.open(bound(source, readAt), kept.get().sealed())
                    .filter(list -> source.restore(list, code -> keys.key(source.name(), code), now))
                    .isPresent();
            if (back) {
                readings.put(source.name(), reading(source, readAt, now));
            } else {
                warnings.warn(
                        "list of " + source.name(),
                        "the list of " + source.name()
                                + " that was kept is damaged, or of something else: it counts as absent");
            }
        } catch (RuntimeException notRead) {
            warnings.warn(
                    "list of " + source.name(),
                    "the list of " + source.name() + " that was kept cannot be read: it counts as absent",
                    notRead);
        }
    }

    private Reading reading(DoorSource source, Instant readAt, Instant now) {
        if (now.isBefore(readAt)) {
            warnings.warn(
                    "clock",
                    "the list of " + source.name() + " was read at " + readAt
                            + ", and this machine's clock stands before that: how old the list is is not known");
            return new Reading(readAt, null);
        }
        return new Reading(
                readAt, nanoTime.getAsLong() - Duration.between(readAt, now).toNanos());
    }

    private static byte[] bound(DoorSource source, Instant readAt) {
        return ("list " + readAt.toEpochMilli() + " " + source.name()).getBytes(StandardCharsets.UTF_8);
    }

    /** To the precision of what is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** When the oldest was read; empty if one was never read. */
    Optional<Instant> readAt() {
        return complete()
                ? readings.values().stream().map(Reading::at).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** How old the oldest is; empty if one was never read, or nobody knows. */
    Optional<Duration> age() {
        if (!complete() || readings.values().stream().anyMatch(reading -> reading.nanos() == null)) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        return readings.values().stream()
                .flatMap(reading -> Stream.ofNullable(reading.nanos()))
                .map(nanos -> Duration.ofNanos(Math.max(0, now - nanos)))
                .max(Comparator.naturalOrder());
    }

    private boolean complete() {
        return readings.size() == sources.size();
    }

    int expected() {
        return sources.stream().mapToInt(DoorSource::expected).sum();
    }
}
