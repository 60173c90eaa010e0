package fr.passerelle.passculture;

import fr.passerelle.error.CallException;
import fr.passerelle.internal.base.Batches;
import fr.passerelle.internal.call.Deadline;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.CinemaSessions;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One replacement of a venue's sessions: what is there before, the calls, and what is there afterwards. */
final class CinemaReplacement {

    /** The server's infrastructure takes 8 MB; what stands around the films needs little of it. */
    private static final long MAX_BYTES = 7_900_000;

    /** Most ids that one list of events takes, and most events that it sends back. */
    private static final int IDS_A_LIST = 50;

    private final RequestExecutor requests;
    private final Operation operation;
    private final CinemaProgramme programme;
    private final Map<String, FilmState> before = new HashMap<>();

    CinemaReplacement(RequestExecutor requests, Operation operation, CinemaProgramme programme) {
        this.requests = requests;
        this.operation = operation;
        this.programme = programme;
    }

    /** Reads what is there. */
    CompletableFuture<CinemaPlan> plan() {
        return Stages.map(
                read(programme.films(), before),
                done -> new CinemaPlan(
                        programme.venueId(),
                        programme.films().stream()
                                .map(film -> before(film).plan(film, operation.now()))
                                .toList()));
    }

    private FilmState before(FilmDraft film) {
        return before.getOrDefault(key(film), FilmState.NONE);
    }

    private String key(FilmDraft film) {
        return film.offerIdAtProvider(programme.venueId());
    }

    /** Puts the offers of these films and their dates into a map; those without an offer are left out. */
    private CompletableFuture<Boolean> read(List<FilmDraft> films, Map<String, FilmState> found) {
        Iterator<List<FilmDraft>> some = Batches.into(IDS_A_LIST, films).iterator();
        return Stages.loop(() -> some.hasNext() ? readSome(some.next(), found) : null);
    }

    private CompletableFuture<Boolean> readSome(List<FilmDraft> films, Map<String, FilmState> found) {
        EventFilter filter = EventFilter.builder()
                .venueId(programme.venueId())
                .addAllIdsAtProvider(films.stream().map(this::key).toList())
                .build();
        return Stages.then(Events.firstPage(operation.next(), filter), events -> {
            Iterator<Event> each = events.iterator();
            return Stages.loop(() -> each.hasNext() ? readDates(each.next(), found) : null);
        });
    }

    private CompletableFuture<Boolean> readDates(Event event, Map<String, FilmState> found) {
        return Stages.map(new Dates(requests, event.id()).all(operation.next()), dates -> {
            found.put(String.valueOf(event.idAtProvider()), new FilmState(event, dates));
            return true;
        });
    }

    private List<CinemaSessions> calls() {
        return programme.cut(film -> operation.json(film).getBytes(StandardCharsets.UTF_8).length + 1L, MAX_BYTES);
    }

    private CompletableFuture<Boolean> send(CinemaSessions call) {
        return operation
                .next()
                .run(HttpCall.to(PassCultureEndpoint.REPLACE_CINEMA_SESSIONS).body(operation.json(call)));
    }

    /** Sends everything, until a call fails. */
    CompletableFuture<Boolean> send() {
        Iterator<CinemaSessions> calls = calls().iterator();
        return Stages.loop(() -> calls.hasNext() ? send(calls.next()) : null);
    }

    /** Sends everything, and looks what becomes of it. Wants {@link #plan()} first. */
    CompletableFuture<List<FilmResult>> sendAndConfirm(Polling polling) {
        Iterator<CinemaSessions> calls = calls().iterator();
        Confirmation confirmation = new Confirmation();
        CompletableFuture<Boolean> sent = Stages.loop(() -> {
            if (!calls.hasNext()) {
                return null;
            }
            CinemaSessions call = calls.next();
            return Stages.handle(
                    send(call),
                    done -> Stages.done(confirmation.sent(call, null)),
                    failure -> EanSending.ailsThisCallOnly(failure)
                            ? Stages.done(confirmation.sent(call, (RuntimeException) failure))
                            : Stages.failed(failure));
        });
        return Stages.then(sent, done -> confirmation.follow(polling));
    }

    /** What is known of each film after the sending. */
    private final class Confirmation {

        private final Map<String, FilmResult> results = new HashMap<>();
        private final Map<String, FilmDraft> open = new LinkedHashMap<>();
        private final Map<String, RuntimeException> failures = new HashMap<>();
        /** Which call carried a film. */
        private final Map<String, Integer> carrier = new HashMap<>();
        /** Calls that the server has worked on, as one of their films showed by an earlier look. */
        private final Set<Integer> workedOn = new HashSet<>();

        private Map<String, FilmState> now = Map.of();
        private int calls;

        boolean sent(CinemaSessions call, @Nullable RuntimeException failure) {
            boolean arrived =
                    failure == null || (failure instanceof CallException failed && failed.mayHaveBeenProcessed());
            calls++;
            for (FilmDraft film : call.films()) {
                String key = key(film);
                carrier.put(key, calls);
                if (failure != null) {
                    failures.put(key, failure);
                }
                if (arrived) {
                    open.put(key, film);
                } else {
                    end(film, FilmOutcome.NOT_SENT, before(film));
                }
            }
            return true;
        }

        CompletableFuture<List<FilmResult>> follow(Polling polling) {
            Deadline end = operation.in(polling.allowed());
            AtomicBoolean more = new AtomicBoolean(!open.isEmpty());
            CompletableFuture<Boolean> looked = Stages.loop(() -> {
                if (!more.get()) {
                    return null;
                }
                Deadline next = operation.in(
                        polling.interval().compareTo(end.remaining()) < 0 ? polling.interval() : end.remaining());
                return Stages.then(
                        operation.pauseUntil(next, HttpCall.to(PassCultureEndpoint.LIST_EVENTS)),
                        waited -> Stages.map(look(), seen -> {
                            more.set(!open.isEmpty() && !end.passed());
                            return true;
                        }));
            });
            return Stages.map(looked, done -> {
                List.copyOf(open.values()).forEach(film -> end(film, FilmOutcome.PENDING, now(film)));
                return programme.films().stream()
                        .map(film -> Objects.requireNonNull(results.get(key(film))))
                        .toList();
            });
        }

        private FilmState now(FilmDraft film) {
            return now.getOrDefault(key(film), FilmState.NONE);
        }

        /** What cannot be looked at now is looked at again later. */
        private CompletableFuture<Boolean> look() {
            Map<String, FilmState> found = new HashMap<>();
            CompletableFuture<Boolean> read = Stages.map(read(List.copyOf(open.values()), found), done -> {
                now = found;
                judge();
                return true;
            });
            return Stages.recover(read, thrown -> {
                if (!EanConfirmation.passes(thrown) || operation.cancellation().reason() != null) {
                    return Stages.failed(thrown);
                }
                open.keySet().forEach(key -> failures.put(key, (RuntimeException) thrown));
                return Stages.done(true);
            });
        }

        private void judge() {
            Set<Integer> news = new HashSet<>();
            for (FilmDraft film : List.copyOf(open.values())) {
                FilmState state = now(film);
                Integer call = carrier.get(key(film));
                if (shows(film, state)) {
                    if (call != null && !shows(film, before(film))) {
                        news.add(call);
                    }
                    end(film, FilmOutcome.APPLIED, state);
                } else if (state.event() == null && workedOn.contains(call)) {
                    end(film, FilmOutcome.UNKNOWN, state);
                }
            }
            workedOn.addAll(news);
        }

        private boolean shows(FilmDraft film, FilmState state) {
            return state.missing(film, before(film)).isEmpty()
                    && state.leftOver(film, operation.now()).isEmpty();
        }

        private void end(FilmDraft film, FilmOutcome outcome, FilmState state) {
            String key = key(film);
            open.remove(key);
            boolean settled = outcome == FilmOutcome.APPLIED || outcome == FilmOutcome.UNKNOWN;
            results.put(
                    key,
                    new FilmResult(
                            film,
                            outcome,
                            state.event(),
                            state.missing(film, before(film)),
                            state.leftOver(film, operation.now()),
                            settled ? null : failures.get(key)));
        }
    }
}
