package fr.passerelle.season.cinema;

import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Printable;
import fr.passerelle.commandline.Texts;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.passculture.CinemaPlan;
import fr.passerelle.passculture.FilmOutcome;
import fr.passerelle.passculture.FilmPlan;
import fr.passerelle.passculture.FilmResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what a cinema's file holds, what sending it would do, and what became of it. */
public final class CinemaReport {

    private static final char GOOD = '+';
    private static final char SAME = '=';
    private static final char BAD = '-';
    private static final char OPEN = '?';

    private final Console console;
    private final Texts texts;

    /** A report. */
    public CinemaReport(Console console, Texts texts) {
        this.console = console;
        this.texts = texts;
    }

    /** What was read, and what of it cannot be sent. */
    public void read(Week week) {
        console.line(texts.of(
                "cinema.read-as",
                week.columns().entrySet().stream()
                        .map(column -> column.getKey().title() + " (" + Printable.line(column.getValue()) + ")")
                        .collect(Collectors.joining(", "))));
        for (BadRow row : week.bad()) {
            String film =
                    row.film() == null ? texts.of("cinema.no-film") : row.film().value();
            console.item(
                    BAD,
                    texts.of("cinema.line", texts.number(row.line())),
                    film + ": " + row.problems().stream().map(this::text).collect(Collectors.joining("; ")));
        }
        week.leftOut().stream()
                .map(Object::toString)
                .sorted()
                .forEach(film -> console.item(BAD, film, texts.of("cinema.left-out")));
    }

    private String text(Problem problem) {
        return problem.column() + " " + texts.of("cinema.problem." + problem.rule());
    }

    /** The films of a file that nobody was asked about. */
    public void offline(Week week) {
        week.films()
                .forEach(film -> console.item(
                        GOOD,
                        film.film().value(),
                        texts.count("session", film.sessions().size())));
    }

    /** What sending it would do. */
    public void plan(CinemaPlan plan) {
        plan.films().forEach(this::film);
        console.table(List.of(
                List.of(texts.of("cinema.added"), sum(plan, true)),
                List.of(texts.of("cinema.changed"), sum(plan, false)),
                List.of(texts.of("cinema.deleted"), texts.number(plan.deletedSessions())),
                List.of(texts.of("cinema.booked"), texts.number(plan.bookedPlaces()))));
    }

    private String sum(CinemaPlan plan, boolean added) {
        return texts.number(plan.films().stream()
                .mapToLong(film -> (added ? film.added() : film.changed()).size())
                .sum());
    }

    private void film(FilmPlan film) {
        if (film.changesNothing()) {
            console.item(SAME, film.film().film().value(), texts.of("cinema.same"));
            return;
        }
        console.item(
                film.bookedPlaces() > 0 ? BAD : GOOD,
                film.film().film().value(),
                texts.of(
                        film.event() == null ? "cinema.new-film" : "cinema.film",
                        texts.number(film.added().size()),
                        texts.number(film.changed().size()),
                        texts.number(film.deleted().size())));
        if (film.bookedPlaces() > 0) {
            console.remark(texts.of("cinema.cancels", texts.count("place", film.bookedPlaces())));
        }
        unnamed(film);
    }

    /**
     * What became of it.
     *
     * @param results of the films that were sent
     * @return whether films stay as they are that should change
     */
    public boolean results(CinemaPlan plan, List<FilmResult> results) {
        Map<FilmDraft, FilmResult> sent =
                results.stream().collect(Collectors.toMap(FilmResult::sent, result -> result, (one, other) -> one));
        Map<FilmOutcome, Long> counts = new EnumMap<>(FilmOutcome.class);
        boolean kept = false;
        for (FilmPlan film : plan.films()) {
            FilmResult result = sent.get(film.film());
            if (result != null) {
                counts.merge(result.outcome(), 1L, Long::sum);
                result(result);
            } else if (film.changesNothing()) {
                console.item(SAME, film.film().film().value(), texts.of("cinema.same"));
            } else {
                kept = true;
                stays(film);
            }
        }
        List<List<String>> table = new ArrayList<>();
        for (FilmOutcome outcome : FilmOutcome.values()) {
            String key = "cinema.count." + outcome.name().toLowerCase(Locale.ROOT);
            table.add(List.of(texts.of(key), texts.number(counts.getOrDefault(outcome, 0L))));
        }
        console.table(table);
        return kept;
    }

    /**
     * A sending that was interrupted: of its films nobody has seen what became of them.
     *
     * @param results of all that was to be changed
     */
    public void interrupted(List<ChangeResult> results) {
        results.stream()
                .filter(result -> result.change().isSent())
                .map(result -> result.change().offer())
                .distinct()
                .forEach(film -> console.item(OPEN, film, texts.of("cinema.open")));
    }

    private void result(FilmResult result) {
        console.item(
                mark(result.outcome()), result.sent().film().value(), texts.of("cinema.outcome", result.outcome()));
        if (!result.missing().isEmpty()) {
            console.remark(texts.of(
                    "cinema.missing", texts.count("session", result.missing().size())));
        }
        if (!result.leftOver().isEmpty()) {
            console.remark(texts.of(
                    "cinema.left-over", texts.count("session", result.leftOver().size())));
        }
    }

    private void stays(FilmPlan film) {
        console.item(BAD, film.film().film().value(), texts.of("cinema.stays"));
        if (film.bookedPlaces() > 0) {
            console.remark(texts.of("cinema.booked-gone", texts.count("place", film.bookedPlaces())));
        }
        unnamed(film);
    }

    private void unnamed(FilmPlan film) {
        if (!film.unnamed().isEmpty()) {
            console.remark(texts.of(
                    "cinema.unnamed", texts.count("date", film.unnamed().size())));
        }
    }

    private static char mark(FilmOutcome outcome) {
        return switch (outcome) {
            case APPLIED -> GOOD;
            case PENDING -> OPEN;
            case UNKNOWN, NOT_SENT -> BAD;
        };
    }
}
