package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Mark;
import fr.passerelle.door.DoorJournal.Standing;
import fr.passerelle.error.CallException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells programmes who came in. Before a use is sent the journal says so: after a crash, or a lost response, a booking
 * that is used by then was used by this door, as far as anybody can tell.
 */
final class Synchroniser {

    /** One booking that fails must not hold up the others; a network that is gone must not be tried for each. */
    private static final int FAILURES_IN_A_ROW = 3;

    /**
     * One for each journal: of two doors that send the same, one would be told that it is used. Not the journal itself,
     * which may lock itself for a scan.
     */
    private static final Map<DoorJournal, Object> LOCKS = Collections.synchronizedMap(new WeakHashMap<>());

    /** Longer than all retries of a call: another process does not take a ticket that is under way. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Object alone;
    private final UUID me = UUID.randomUUID();
    private final DoorJournal journal;
    private final Map<String, DoorSource> sources;
    private final EveningKeys keys;
    private final Clock clock;
    /** Not yet reported: a journal that fails in the middle of a run must not swallow them. */
    private final List<Conflict> conflicts = new ArrayList<>();
    /** What failed last time comes last: three bookings that always fail must not hold up the others for good. */
    private final Set<TicketKey> failed = new HashSet<>();

    Synchroniser(DoorJournal journal, List<DoorSource> sources, EveningKeys keys, Clock clock) {
        this.alone = LOCKS.computeIfAbsent(journal, first -> new Object());
        this.journal = journal;
        this.sources = sources.stream().collect(Collectors.toMap(DoorSource::name, Function.identity()));
        this.keys = keys;
        this.clock = clock;
    }

    DoorSyncReport sync(Duration deadline) {
        synchronized (alone) {
            return syncAlone(deadline);
        }
    }

    private DoorSyncReport syncAlone(Duration deadline) {
        Run run = new Run(deadline);
        int failures = 0;
        for (TicketKey ticket : inOrder()) {
            try {
                run.settle(ticket);
                failed.remove(ticket);
                failures = 0;
            } catch (CallException notNow) {
                failed.add(ticket);
                run.failure = notNow;
                if (++failures == FAILURES_IN_A_ROW) {
                    break;
                }
            }
        }
        DoorSyncReport report = new DoorSyncReport(
                run.used,
                run.afterDoubt,
                run.kept,
                journal.unsettled().size(),
                conflicts,
                Optional.ofNullable(run.failure));
        conflicts.clear();
        return report;
    }

    private List<TicketKey> inOrder() {
        return journal.unsettled().stream()
                .map(standing -> standing.last().ticket())
                .sorted(Comparator.comparing(failed::contains))
                .toList();
    }

    private final class Run {

        private final Duration deadline;
        private int used;
        private int afterDoubt;
        private int kept;
        private @Nullable CallException failure;

        Run(Duration deadline) {
            this.deadline = deadline;
        }

        /** As it stands now, unless another process sends it: that one tells what comes of it. */
        void settle(TicketKey ticket) {
            Standing standing = claim(ticket).orElse(null);
            if (standing == null) {
                return;
            }
            try {
                if (standing.unsettled()) {
                    settle(standing);
                }
            } finally {
                release(ticket);
            }
        }

        private Optional<Standing> claim(TicketKey ticket) {
            Instant now = clock.instant();
            return journal.claim(ticket, me, now, now.plus(CLAIM));
        }

        private void release(TicketKey ticket) {
            try {
                journal.release(ticket, me);
            } catch (RuntimeException notNow) {
                // it ends by itself, and must not hide what the sending threw
            }
        }

        private void settle(Standing standing) {
            DoorSource source = sources.get(standing.last().source());
            String code = source == null
                    ? null
                    : keys.open(standing.last().ticket(), standing.last().sealedCode())
                            .orElse(null);
            if (source == null || code == null) {
                return; // of a source that this door does not have: another one sends it
            }
            if (standing.heads() == 0) {
                keep(source, code, standing);
            } else {
                send(source, code, standing);
            }
        }

        private void keep(DoorSource source, String code, Standing standing) {
            Settlement settlement = source.keep(code);
            if (settlement == Settlement.KEPT) {
                mark(standing, Mark.TO_SEND, standing.reference());
                kept++;
            } else {
                refuse(standing, settlement, standing.reference());
            }
        }

        private void send(DoorSource source, String code, Standing standing) {
            OptionalLong reference = standing.reference();
            if (reference.isPresent() && isOneTooMany(source, code, standing)) {
                refuse(standing, Settlement.TOO_MANY, reference);
                return;
            }
            if (reference.isEmpty()) {
                // It was let in unseen: what is for another date must not be used up.
                Finding finding = source.ask(code, clock.instant(), deadline);
                String identity = Lookup.identity(finding);
                if (identity != null && isOneTooMany(source, identity, standing)) {
                    refuse(standing, Settlement.TOO_MANY, reference);
                    return;
                }
                if (finding instanceof Finding.Refused refused) {
                    settled(standing, settlement(refused.result()), refused.reference());
                    return;
                }
                if (!(finding instanceof Finding.Good good)) {
                    return; // no list was ever read: what is tonight's is not known
                }
                reference = good.reference();
                if (standing.heads() > good.places()) {
                    conflicts.add(conflict(standing, Settlement.TOO_MANY, reference));
                }
            }
            boolean doubted = standing.mark() == Mark.SENDING;
            mark(standing, Mark.SENDING, reference);
            Settlement settlement = use(source, code, standing, reference, doubted);
            if (settlement != Settlement.USED_ELSEWHERE || !overtaken(standing)) {
                settled(standing, settlement, reference);
            }
        }

        /**
         * Whether both codes of a ticket let in before the list told that they are one: the later of them is one too
         * many, and the ticket is used once.
         */
        private boolean isOneTooMany(DoorSource source, String identity, Standing standing) {
            TicketKey mine = standing.last().ticket();
            return Stream.concat(Stream.of(keys.key(source.name(), identity)), keys.alias(source, identity).stream())
                    .filter(ticket -> !ticket.equals(mine))
                    .flatMap(ticket -> journal.find(ticket).stream())
                    .filter(other -> other.heads() > 0 && other.mark() != Mark.REFUSED)
                    .anyMatch(other -> other.mark() == Mark.USED || isEarlier(other.last(), standing.last()));
        }

        private static boolean isEarlier(DoorJournal.Entry other, DoorJournal.Entry mine) {
            int order = other.at().compareTo(mine.at());
            return order < 0 || (order == 0 && other.nonce().compareTo(mine.nonce()) < 0);
        }

        /** This process was away for so long that another one has taken it, and tells what comes of it. */
        private boolean overtaken(Standing standing) {
            return claim(standing.last().ticket())
                    .filter(now -> now.mark() != Mark.USED)
                    .isEmpty();
        }

        private Settlement use(
                DoorSource source, String code, Standing standing, OptionalLong reference, boolean doubted) {
            try {
                return source.use(code, reference, doubted, standing.last().at());
            } catch (CallException failed) {
                if (!doubted && !failed.mayHaveBeenProcessed() && !overtaken(standing)) {
                    mark(standing, Mark.TO_SEND, reference);
                }
                throw failed;
            }
        }

        private void settled(Standing standing, Settlement settlement, OptionalLong reference) {
            if (settlement.conflict()) {
                refuse(standing, settlement, reference);
            } else if (settlement == Settlement.TOO_EARLY) {
                mark(standing, Mark.TO_SEND, reference);
            } else {
                mark(standing, Mark.USED, reference);
                used++;
                afterDoubt += settlement == Settlement.USED_AFTER_DOUBT ? 1 : 0;
            }
        }

        private void refuse(Standing standing, Settlement settlement, OptionalLong reference) {
            mark(standing, Mark.REFUSED, reference);
            conflicts.add(conflict(standing, settlement, reference));
        }

        private void mark(Standing standing, Mark mark, OptionalLong reference) {
            journal.mark(standing.last().ticket(), mark, reference);
        }

        private Conflict conflict(Standing standing, Settlement settlement, OptionalLong reference) {
            DoorJournal.Entry last = standing.last();
            return new Conflict(
                    settlement, last.source(), last.at(), last.door(), standing.heads(), last.basis(), reference);
        }

        private Settlement settlement(ScanResult refused) {
            return switch (refused) {
                case TOO_EARLY -> Settlement.TOO_EARLY;
                case NOT_TONIGHT, EXPIRED -> Settlement.NOT_TONIGHT;
                case CANCELLED -> Settlement.CANCELLED;
                case USED_ELSEWHERE -> Settlement.USED_ELSEWHERE;
                case USED_OR_CANCELLED -> Settlement.USED_OR_CANCELLED;
                case CLOSED -> Settlement.CLOSED;
                default -> Settlement.UNKNOWN;
            };
        }
    }
}
