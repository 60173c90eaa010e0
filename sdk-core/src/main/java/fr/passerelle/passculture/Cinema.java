package fr.passerelle.passculture;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A cinema's sessions, film by film (reference operation 55). What is sent of a film replaces what the programme has of
 * it: a future session that is left out is <strong>deleted, and its bookings are cancelled</strong>. Films that are
 * left out stay as they are. A programme of any size is cut into calls; those of one venue follow one another, in the
 * whole process.
 */
public final class Cinema {

    private final RequestExecutor requests;
    private final Object server;

    Cinema(RequestExecutor requests, Object server) {
        this.requests = requests;
        this.server = server;
    }

    /** The same, with other options for its calls. */
    public Cinema with(RequestOptions options) {
        return new Cinema(requests.with(options), server);
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(this);
    }

    /**
     * Reads what the programme has and tells what sending this would do. Sends nothing. One call for each 50 films, and
     * one for each 50 dates of each film that has an offer.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if a session is not in the future
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue
     */
    public CinemaPlan plan(CinemaProgramme programme) {
        return requests.await(operation -> plan(operation, programme));
    }

    private CompletableFuture<CinemaPlan> plan(Operation operation, CinemaProgramme programme) {
        programme.checkAt(operation.now());
        return new CinemaReplacement(requests, operation, programme).plan();
    }

    /**
     * As {@link #replace(CinemaProgramme, BookedSessions)}, and never cancels a booking: {@link BookedSessions#KEEP}.
     */
    public void replace(CinemaProgramme programme) {
        replace(programme, BookedSessions.KEEP);
    }

    /**
     * Sends the programme, and stops at the first call that fails; earlier ones stand. The server accepts it at once,
     * works on it later and reports nothing: {@link #replaceAndConfirm} looks. After a lost response a call is not sent
     * again, as that would sell again what was booked in between: it ends undecided.
     *
     * @param booked what to do about booked sessions that the programme leaves out
     * @throws fr.passerelle.model.rule.RuleViolationException if a session is not in the future
     * @throws BookedSessionsException if a booking would be cancelled that is to be kept; nothing was sent. Who books
     *     between this look and the server's work is not protected by it
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue, or an address is unknown
     */
    public void replace(CinemaProgramme programme, BookedSessions booked) {
        requests.await(operation -> replace(operation, programme, booked));
    }

    private CompletableFuture<Boolean> replace(Operation operation, CinemaProgramme programme, BookedSessions booked) {
        programme.checkAt(operation.now());
        CinemaReplacement replacement = new CinemaReplacement(requests, operation, programme);
        return CinemaTurn.take(
                operation,
                server,
                programme.venueId(),
                () -> booked == BookedSessions.CANCEL
                        ? replacement.send()
                        : Stages.then(kept(replacement, booked), plan -> replacement.send()));
    }

    private static CompletableFuture<CinemaPlan> kept(CinemaReplacement replacement, BookedSessions booked) {
        return Stages.then(
                replacement.plan(),
                plan -> booked == BookedSessions.KEEP && plan.bookedPlaces() > 0
                        ? Stages.failed(new BookedSessionsException(plan))
                        : Stages.done(plan));
    }

    /**
     * As {@link #replaceAndConfirm(CinemaProgramme, BookedSessions, Polling)}, with {@link BookedSessions#KEEP} and
     * {@link Polling#DEFAULT}.
     */
    public List<FilmResult> replaceAndConfirm(CinemaProgramme programme) {
        return replaceAndConfirm(programme, BookedSessions.KEEP, Polling.DEFAULT);
    }

    /**
     * Sends the programme as {@link #replace(CinemaProgramme, BookedSessions)} does, and reads back what became of each
     * film, until the programme shows what was sent or the time allowed is over. The venue's next replacement in this
     * process waits for the end. A call that fails by itself is told in the results of its films; one that ails all
     * (the key, the venue) is thrown.
     *
     * @param booked what to do about booked sessions that the programme leaves out
     * @param polling how often to look, and how long after the last call
     * @return each film, in the order of the programme
     * @throws fr.passerelle.model.rule.RuleViolationException if a session is not in the future
     * @throws BookedSessionsException if a booking would be cancelled that is to be kept; nothing was sent
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue, or an address is unknown
     */
    public List<FilmResult> replaceAndConfirm(CinemaProgramme programme, BookedSessions booked, Polling polling) {
        return requests.await(operation -> confirm(operation, programme, booked, polling));
    }

    private CompletableFuture<List<FilmResult>> confirm(
            Operation operation, CinemaProgramme programme, BookedSessions booked, Polling polling) {
        programme.checkAt(operation.now());
        CinemaReplacement replacement = new CinemaReplacement(requests, operation, programme);
        return CinemaTurn.take(
                operation,
                server,
                programme.venueId(),
                () -> Stages.then(kept(replacement, booked), plan -> replacement.sendAndConfirm(polling)));
    }

    /** {@link Cinema}, by futures. Cancelling one ends its calls; each has a deadline of its own. */
    public static final class Async {

        private final Cinema cinema;

        private Async(Cinema cinema) {
            this.cinema = cinema;
        }

        /** See {@link Cinema#plan(CinemaProgramme)}. */
        public CompletableFuture<CinemaPlan> plan(CinemaProgramme programme) {
            return cinema.requests.submit(operation -> cinema.plan(operation, programme));
        }

        /** See {@link Cinema#replace(CinemaProgramme)}. */
        public CompletableFuture<Void> replace(CinemaProgramme programme) {
            return replace(programme, BookedSessions.KEEP);
        }

        /** See {@link Cinema#replace(CinemaProgramme, BookedSessions)}. */
        public CompletableFuture<Void> replace(CinemaProgramme programme, BookedSessions booked) {
            return cinema.requests.submitVoid(operation -> cinema.replace(operation, programme, booked));
        }

        /** See {@link Cinema#replaceAndConfirm(CinemaProgramme)}. */
        public CompletableFuture<List<FilmResult>> replaceAndConfirm(CinemaProgramme programme) {
            return replaceAndConfirm(programme, BookedSessions.KEEP, Polling.DEFAULT);
        }

        /** See {@link Cinema#replaceAndConfirm(CinemaProgramme, BookedSessions, Polling)}. */
        public CompletableFuture<List<FilmResult>> replaceAndConfirm(
                CinemaProgramme programme, BookedSessions booked, Polling polling) {
            return cinema.requests.submit(operation -> cinema.confirm(operation, programme, booked, polling));
        }
    }
}
