package fr.passerelle.catalogue;

import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.error.CallException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.rule.PasserelleException;
import fr.passerelle.passculture.BookedSessions;
import fr.passerelle.passculture.BookedSessionsException;
import fr.passerelle.passculture.CinemaPlan;
import fr.passerelle.passculture.FilmOutcome;
import fr.passerelle.passculture.FilmPlan;
import fr.passerelle.passculture.FilmResult;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the sessions of a cinema as its own programme has them, film by film, on top of
 * {@link fr.passerelle.passculture.Cinema}: leaves a film alone whose sending would end more than {@link Removal}
 * allows, without keeping the other films from being sent; and with a memory sends only the films that differ.
 *
 * <pre>{@code
 * CinemaSync sync = CinemaSync.of(passCulture).build();
 * CinemaSyncPlan plan = sync.plan(programme);             // only reads
 * CinemaSyncReport report = sync.apply(plan, result -> {});
 * }</pre>
 *
 * <p>What is sent of a film replaces all its sessions, and how a session is shown cannot be read back: one that is
 * booked and left out cannot be closed by itself. Such a film stays as it is, and is told, until the programme names
 * the session again, or the policy is {@link Removal#CANCEL_BOOKED}. Under {@link Removal#KEEP} a film stays as it is
 * as long as any of its sessions would be deleted.
 *
 * <p><b>What cannot be seen</b> is how a session is shown, and whether a film takes duos. Without a memory every film
 * that has sessions is therefore sent each time, as {@code Cinema} does. With one, a film is left out that was seen to
 * be applied as it is wanted now, and still shows its sessions and prices so.
 *
 * <p><b>The fewest calls.</b> A plan reads {@code ⌈films / 50⌉} lists and the dates of each film that has an offer,
 * {@code ⌊dates / 50⌋ + 1} pages; with {@link Builder#endsGoneFilms} the venue's events as well, {@code ⌊events / 50⌋ +
 * 1}. Applying it reads the films that are sent once more, right before, sends 250 in a call (fewer if they are heavy),
 * and reads them after. If none is to be sent, it makes no call.
 *
 * <p><b>Interrupted</b> anywhere, plan and apply again.
 *
 * <p>Safe for use by several threads; runs for one venue follow one another in the whole process.
 */
public final class CinemaSync {

    private final PassCultureClient client;
    private final Removal removal;
    private final boolean endsGoneFilms;
    private final CatalogueMemory memory;
    private final Polling polling;

    private CinemaSync(Builder builder) {
        client = builder.client;
        removal = builder.removal;
        endsGoneFilms = builder.endsGoneFilms;
        memory = builder.memory;
        polling = builder.polling;
    }

    /** A synchroniser, to set up. */
    public static Builder of(PassCultureClient passCulture) {
        return new Builder(passCulture);
    }

    /**
     * Compares; sends nothing.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if a session is not in the future
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue
     * @throws CallException if something cannot be read
     */
    public CinemaSyncPlan plan(CinemaProgramme programme) {
        List<FilmDraft> films = new ArrayList<>(programme.films());
        if (endsGoneFilms) {
            List<Event> shown = client.events()
                    .list(EventFilter.ofVenue(programme.venueId()))
                    .toList();
            films.addAll(GoneFilms.of(programme, shown));
        }
        CinemaPlan plan = client.cinema().plan(new CinemaProgramme(programme.venueId(), films));
        return CinemaSyncPlan.of(plan, removal, film -> remembers(programme.venueId(), film));
    }

    private boolean remembers(long venueId, FilmDraft film) {
        return memory.read(venueId)
                .find(film.offerIdAtProvider(venueId))
                .filter(Fingerprint.film(film)::equals)
                .isPresent();
    }

    /**
     * Sends the films that are to be sent, and looks what becomes of each. A film of which somebody has booked a
     * session since the plan, which would be deleted, is left out and told as {@link State#SKIPPED}. Does not throw
     * because a call fails: the report says what became of it.
     *
     * @param progress hears of each change once its outcome is known
     * @throws fr.passerelle.model.rule.RuleViolationException if a session has begun since the plan was made
     * @throws java.io.UncheckedIOException if the memory cannot be written; nothing is sent then
     */
    public CinemaSyncReport apply(CinemaSyncPlan plan, Consumer<ChangeResult> progress) {
        return new Run(plan, progress).run();
    }

    /** One run. */
    private final class Run {

        private final CinemaSyncPlan plan;
        private final Consumer<ChangeResult> progress;
        private final List<ChangeResult> results = new ArrayList<>();
        private List<FilmResult> films = List.of();
        private Optional<CallException> stoppedBy = Optional.empty();

        Run(CinemaSyncPlan plan, Consumer<ChangeResult> progress) {
            this.plan = plan;
            this.progress = progress;
        }

        CinemaSyncReport run() {
            plan.held().forEach(film -> end(film, State.UNCHANGED, "", Optional.empty()));
            List<FilmDraft> toSend = plan.toSend();
            while (!toSend.isEmpty()) {
                toSend = send(toSend);
            }
            return new CinemaSyncReport(films, new SyncReport(results, stoppedBy));
        }

        /** Sends these; gives those that can still be sent after others have turned out to be booked. */
        private List<FilmDraft> send(List<FilmDraft> toSend) {
            remember(toSend, List.of()); // a run that is killed leaves no memory that is wrong
            BookedSessions booked = removal == Removal.CANCEL_BOOKED ? BookedSessions.CANCEL : BookedSessions.KEEP;
            try {
                films = client.cinema().replaceAndConfirm(new CinemaProgramme(plan.venueId(), toSend), booked, polling);
                remember(
                        List.of(),
                        films.stream()
                                .filter(film -> film.outcome() == FilmOutcome.APPLIED)
                                .map(FilmResult::sent)
                                .toList());
                films.forEach(film -> end(film.sent(), film.outcome()));
                return List.of();
            } catch (BookedSessionsException since) {
                List<FilmDraft> taken =
                        since.plan().cancelling().stream().map(FilmPlan::film).toList();
                taken.forEach(film -> end(
                        film, State.SKIPPED, "a session of it was booked since the plan was made", Optional.empty()));
                return toSend.stream().filter(film -> !taken.contains(film)).toList();
            } catch (CallException ailsAll) {
                stoppedBy = Optional.of(ailsAll);
                // An interrupt that ends a look leaves open what was sent before it.
                boolean open = ailsAll instanceof CallInterruptedException || ailsAll.mayHaveBeenProcessed();
                State state = open ? State.UNDECIDED : State.SKIPPED;
                String why = String.valueOf(ailsAll.getMessage());
                toSend.forEach(film -> end(film, state, why, Optional.of(ailsAll)));
                return List.of();
            }
        }

        /** What else the memory holds of the venue stays. */
        private void remember(List<FilmDraft> forgotten, List<FilmDraft> applied) {
            Snapshot known = memory.read(plan.venueId());
            Map<String, Confirmed> entries = new HashMap<>(known.events());
            forgotten.forEach(film -> entries.remove(film.offerIdAtProvider(plan.venueId())));
            applied.forEach(film -> entries.put(film.offerIdAtProvider(plan.venueId()), Fingerprint.film(film)));
            memory.write(plan.venueId(), new Snapshot(known.runs(), entries));
        }

        private void end(FilmDraft film, FilmOutcome outcome) {
            switch (outcome) {
                case APPLIED -> end(film, State.DONE, "", Optional.empty());
                case UNKNOWN ->
                    end(film, State.REFUSED, "the programme's catalogue does not know the film", Optional.empty());
                case PENDING -> end(film, State.UNDECIDED, "the programme does not show it yet", Optional.empty());
                case NOT_SENT -> end(film, State.SKIPPED, "its call failed", Optional.empty());
            }
        }

        private void end(FilmDraft film, State state, String sentence, Optional<PasserelleException> failure) {
            for (Change change : plan.changes(film)) {
                ChangeResult result = change.isSent()
                        ? new ChangeResult(change, state, sentence, failure)
                        : new ChangeResult(change, State.UNCHANGED, change.reason(), Optional.empty());
                results.add(result);
                progress.accept(result);
            }
        }
    }

    /** Sets a synchroniser up. Not for use by several threads. */
    public static final class Builder {

        private final PassCultureClient client;
        private Removal removal = Removal.WITHDRAW_UNBOOKED;
        private boolean endsGoneFilms;
        private CatalogueMemory memory = CatalogueSync.NOTHING;
        private Polling polling = Polling.DEFAULT;

        private Builder(PassCultureClient client) {
            this.client = Objects.requireNonNull(client, "passCulture");
        }

        /** What becomes of sessions that are not wanted. Default: {@link Removal#WITHDRAW_UNBOOKED}. */
        public Builder removal(Removal removal) {
            this.removal = Objects.requireNonNull(removal, "removal");
            return this;
        }

        /**
         * Whether films that the programme does not name any more are gone, and their sessions end. Default: no, they
         * stay as they are. It concerns the offers that this operation has made, by whichever vendor: not for a venue
         * whose sessions several vendors send.
         */
        public Builder endsGoneFilms(boolean ends) {
            endsGoneFilms = ends;
            return this;
        }

        /**
         * What is kept between runs. Default: nothing. It may be that of a {@link CatalogueSync} of the same venue,
         * which then forgets the films whenever it writes: better a second one.
         */
        public Builder memory(CatalogueMemory memory) {
            this.memory = Objects.requireNonNull(memory, "memory");
            return this;
        }

        /** How to wait for what the programme does. Default {@link Polling#DEFAULT}. */
        public Builder polling(Polling polling) {
            this.polling = Objects.requireNonNull(polling, "polling");
            return this;
        }

        /** The synchroniser. */
        public CinemaSync build() {
            return new CinemaSync(this);
        }
    }
}
