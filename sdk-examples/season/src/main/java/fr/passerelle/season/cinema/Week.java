package fr.passerelle.season.cinema;

import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.read.Dates;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.commandline.table.Row;
import fr.passerelle.commandline.table.Table;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.SessionDraft;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of a cinema's week. What is sent of a film replaces all its sessions, so a film with a row that
 * cannot be read is left out whole, and stays as it is on the programme. If a row does not even say whose session it
 * is, any film may be the one that lacks it: then nothing of the file can be sent.
 *
 * @param films those that can be sent, each with all its sessions
 * @param bad rows that cannot be sent, in the order of the file
 * @param leftOut films that are not sent because of such rows
 * @param over sessions that have begun, which the programme keeps as they are
 * @param rows how many there are, without headings and blank ones
 * @param columns which columns were read, by their headings
 */
public record Week(
        List<FilmDraft> films,
        List<BadRow> bad,
        Set<FilmId> leftOut,
        long over,
        long rows,
        Map<Column, String> columns) {

    /** Columns without which there is no session. The film has two ways to be named. */
    private static final Set<Column> NEEDED = EnumSet.of(Column.START, Column.VERSION, Column.PLACES, Column.PRICE);

    public Week {
        films = List.copyOf(films);
        bad = List.copyOf(bad);
        leftOut = Set.copyOf(leftOut);
        columns = new TreeMap<>(columns);
    }

    /** Whether a row says of no film whose session it is. */
    public boolean isAmbiguous() {
        return bad.stream().anyMatch(row -> row.film() == null);
    }

    /** How many sessions can be sent. */
    public long sessions() {
        return films.stream().mapToLong(film -> film.sessions().size()).sum();
    }

    /**
     * Checks a mapping of columns.
     *
     * @throws IllegalArgumentException if it names no column; the message is the piece
     */
    public static void checkColumns(@Nullable String mapping) {
        Column.HEADINGS.with(mapping, Column.class);
    }

    /**
     * Reads a file.
     *
     * @param mapping which column holds what, where its headings do not tell; null if they do
     * @param dates how days are written, and on whose clock
     * @throws IOException if it cannot be read
     * @throws MissingColumnsException if no line of its beginning names the needed columns
     */
    public static Week read(InputFile file, @Nullable String mapping, Dates dates, Instant now) throws IOException {
        try (Table<Column> table = Table.open(file, Column.HEADINGS.with(mapping, Column.class), NEEDED)) {
            Reading reading = new Reading(now);
            for (Row row = table.next(); row != null; row = table.next()) {
                if (table.isTooWide(row)) {
                    reading.refuse(row, Problem.TOO_MANY_CELLS);
                } else {
                    reading.take(row, new RowReader(table, row, dates));
                }
            }
            return reading.week(table.columns());
        }
    }

    /** A film as its rows come. */
    private static final class Film {
        final Map<String, CinemaPriceDraft> prices = new LinkedHashMap<>();
        final List<SessionDraft> sessions = new ArrayList<>();
        final Set<String> ids = new HashSet<>();
    }

    private static final class Reading {

        private final Instant now;
        private final Map<FilmId, Film> films = new LinkedHashMap<>();
        private final List<BadRow> bad = new ArrayList<>();
        private final Set<FilmId> spoilt = new HashSet<>();
        private long over;
        private long rows;

        Reading(Instant now) {
            this.now = now;
        }

        void refuse(Row row, String problem) {
            rows++;
            refuse(row, null, List.of(new Problem("row", problem)));
        }

        void take(Row row, RowReader reader) {
            if (row.broken()) {
                refuse(row, Problem.BROKEN);
                return;
            }
            rows++;
            Showing showing = reader.showing();
            if (showing == null) {
                List<Problem> problems = List.copyOf(reader.problems());
                refuse(row, reader.film(), problems);
                return;
            }
            if (!showing.session().beginning().isAfter(now)) {
                over++;
                return;
            }
            Film film = films.computeIfAbsent(showing.film(), id -> new Film());
            String problem = add(film, showing);
            if (problem != null) {
                refuse(row, showing.film(), List.of(new Problem("row", problem)));
            }
        }

        private static @Nullable String add(Film film, Showing showing) {
            if (!film.ids.add(showing.session().idAtProvider())) {
                return Problem.SEEN_BEFORE;
            }
            film.prices.putIfAbsent(showing.price().idAtProvider(), showing.price());
            if (film.prices.size() > FilmDraft.MAX_PRICE_CATEGORIES) {
                return Problem.TOO_MANY_PRICES;
            }
            if (film.sessions.size() == FilmDraft.MAX_SESSIONS) {
                return Problem.TOO_MANY_SESSIONS;
            }
            film.sessions.add(showing.session());
            return null;
        }

        private void refuse(Row row, @Nullable FilmId film, List<Problem> problems) {
            bad.add(new BadRow(row.line(), film, problems));
            if (film != null) {
                spoilt.add(film);
            }
        }

        Week week(Map<Column, String> columns) {
            List<FilmDraft> good = new ArrayList<>();
            films.forEach((id, film) -> {
                if (!spoilt.contains(id)) {
                    good.add(FilmDraft.of(id)
                            .addAllPriceCategories(film.prices.values())
                            .addAllSessions(film.sessions)
                            .build());
                }
            });
            return new Week(good, bad, spoilt, over, rows, Objects.requireNonNull(columns));
        }
    }
}
