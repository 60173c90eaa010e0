package fr.passerelle.season.publish;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.picture.Illustration;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Brings agendas to a programme, so that a venue sells what its agenda says. */
public final class Publisher {

    /** So many events do not go from an agenda overnight. */
    private static final int MANY = 10;

    private final PassCultureClient client;
    private final Terms terms;
    private final Clock clock;
    private final Removal removal;
    private final boolean whole;
    private final Optional<CatalogueMemory> memory;
    private final Function<Listing, Illustration> pictures;

    /**
     * A publisher for one vendor.
     *
     * @param removal what becomes of dates that the agenda does not have any more
     * @param whole whether the agenda holds all events of its venue, so that another one is gone
     * @param memory what is kept between runs, if anything is
     * @param pictures finds the pictures of events
     */
    public Publisher(
            PassCultureClient client,
            Terms terms,
            Clock clock,
            Removal removal,
            boolean whole,
            Optional<CatalogueMemory> memory,
            Function<Listing, Illustration> pictures) {
        this.client = client;
        this.terms = terms;
        this.clock = clock;
        this.removal = removal;
        this.whole = whole;
        this.memory = memory;
        this.pictures = pictures;
    }

    /** What is to be done, and for what. */
    public record Prepared(CatalogueSync sync, AgendaCatalogue agenda, SyncPlan plan) {

        /** What each record would become. */
        public List<Outcome> planned() {
            return agenda.outcomes(plan.changes(), List.of());
        }

        /** Whether so much would end because the file does not have it that the file may be a part of itself. */
        public boolean endsMost() {
            return gone() >= MANY && gone() > agenda.wanted().size();
        }

        /** How many events would end because the file does not have them. */
        public long gone() {
            return plan.changes().stream()
                    .filter(change -> change.isSent() && change.cause() == Change.Cause.GONE)
                    .filter(change -> !agenda.has(change.offer()))
                    .map(Change::offer)
                    .distinct()
                    .count();
        }

        /** Does it. */
        public SyncReport apply(Consumer<ChangeResult> progress) {
            return sync.apply(plan, progress);
        }

        /** What each record has become. */
        public List<Outcome> done(SyncReport report) {
            return agenda.outcomes(plan.changes(), report.results());
        }
    }

    /**
     * Compares with what a venue sells; only reads.
     *
     * @throws fr.passerelle.error.CallException if the programme cannot be read
     */
    public Prepared prepare(List<AgendaEntry> entries, long venueId) {
        AgendaCatalogue agenda = new AgendaCatalogue(entries, venueId, terms, clock.instant(), pictures);
        CatalogueSync.Builder sync = CatalogueSync.of(client, venueId)
                .removal(removal)
                .owned(id -> whole && StableId.isEvent(id))
                .clock(clock);
        memory.ifPresent(sync::memory);
        return prepared(agenda, sync.build());
    }

    private static Prepared prepared(AgendaCatalogue agenda, CatalogueSync sync) {
        Set<String> shifted = agenda.shifted();
        SyncPlan plan = sync.plan(agenda.wanted()).only(change -> !isOurOwnMove(change, shifted));
        return new Prepared(sync, agenda, plan);
    }

    /** A past agenda is moved further each week: what is on sale stays where it was put first. */
    private static boolean isOurOwnMove(Change change, Set<String> shifted) {
        boolean moves = change.kind() == Kind.RESCHEDULE || change.cause() == Change.Cause.OVER;
        return moves && shifted.contains(change.offer());
    }
}
