package fr.passerelle.season.cinema;

import fr.passerelle.commandline.read.Dates;
import fr.passerelle.commandline.read.Hours;
import fr.passerelle.commandline.read.Money;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.commandline.read.Numbers;
import fr.passerelle.commandline.read.Words;
import fr.passerelle.commandline.table.Row;
import fr.passerelle.commandline.table.Table;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.SessionDraft;
import fr.passerelle.model.offer.cinema.SessionFeature;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a session of one row, or says everything that is wrong with it. */
final class RowReader {

    /** A time behind the day, in one cell. */
    private static final Pattern WITH_TIME =
            Pattern.compile("(?i)(?<day>.*?[0-9\\p{L}])(?:T| à | |,)\\s*(?<time>[0-9]{1,2}(?: ?h|:).*)");

    private static final DateTimeFormatter IN_ID = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private static final Map<String, SessionFeature> VERSIONS = Map.of(
            "vf", SessionFeature.VF,
            "french", SessionFeature.VF,
            "version francaise", SessionFeature.VF,
            "vo", SessionFeature.VO,
            "vost", SessionFeature.VO,
            "vostfr", SessionFeature.VO,
            "vost fr", SessionFeature.VO,
            "version originale", SessionFeature.VO);

    private static final Map<String, SessionFeature> FEATURES = Map.of(
            "3d", SessionFeature.THREE_D, "ice", SessionFeature.ICE, "vf", SessionFeature.VF, "vo", SessionFeature.VO);

    /** Words for an ordinary projection. */
    private static final Set<String> NO_FEATURE = Set.of("2d", "standard", "numerique", "non", "no");

    private final Table<Column> table;
    private final Row row;
    private final Dates dates;
    private final List<Problem> problems = new ArrayList<>();

    RowReader(Table<Column> table, Row row, Dates dates) {
        this.table = table;
        this.row = row;
        this.dates = dates;
    }

    /** What is wrong, once {@link #showing()} gave null. */
    List<Problem> problems() {
        return problems;
    }

    /** Which film; null if the row does not say. The visa, where there are both. */
    @Nullable
    FilmId film() {
        String visa = text(Column.VISA);
        String allocine = text(Column.ALLOCINE);
        try {
            if (!visa.isEmpty()) {
                return visa.contains(":") ? FilmId.of(visa) : FilmId.visa(visa);
            }
            if (!allocine.isEmpty()) {
                return allocine.contains(":") ? FilmId.of(allocine) : FilmId.allocine(allocine);
            }
            problems.add(new Problem(Column.VISA.title(), RuleCode.REQUIRED.code()));
        } catch (RuleViolationException noId) {
            problems.add(
                    new Problem((visa.isEmpty() ? Column.ALLOCINE : Column.VISA).title(), RuleCode.BAD_FILM_ID.code()));
        }
        return null;
    }

    /** The session; null if something is wrong. */
    @Nullable
    Showing showing() {
        FilmId film = film();
        LocalDateTime start = start();
        Set<SessionFeature> features = features();
        Long places = places();
        CinemaPriceDraft price = price();
        if (film == null || start == null || features == null || places == null || price == null) {
            return null;
        }
        try {
            return new Showing(
                    film,
                    SessionDraft.builder()
                            .idAtProvider(id(start))
                            .beginning(start.atZone(dates.zone()).toInstant())
                            .remaining(Math.toIntExact(Math.min(places, Integer.MAX_VALUE)))
                            .price(price)
                            .features(features)
                            .build(),
                    price);
        } catch (RuleViolationException broken) {
            broken.violations()
                    .forEach(violation -> problems.add(new Problem(
                            column(violation.path()), violation.code().code())));
            return null;
        }
    }

    private static String column(String path) {
        return switch (path) {
            case "quantity" -> Column.PLACES.title();
            case "features" -> Column.VERSION.title();
            case "idAtProvider" -> Column.SESSION.title();
            default -> path;
        };
    }

    /** The cinema's own; else the time and the room, so that the same row finds the same session again. */
    private String id(LocalDateTime start) {
        String own = text(Column.SESSION);
        if (!own.isEmpty()) {
            return own;
        }
        String room = text(Column.ROOM);
        return IN_ID.format(start) + (room.isEmpty() ? "" : "@" + Words.joined(room));
    }

    private @Nullable LocalDateTime start() {
        String start = text(Column.START);
        String time = text(Column.TIME);
        if (start.isEmpty()) {
            problems.add(new Problem(Column.START.title(), RuleCode.REQUIRED.code()));
            return null;
        }
        try {
            LocalDateTime exact = exact(start);
            if (exact != null) {
                return exact;
            }
            Matcher both = WITH_TIME.matcher(start);
            if (time.isEmpty() && both.matches()) {
                return dates.read(both.group("day")).date().atTime(Hours.read(both.group("time")));
            }
            return dates.read(start).date().atTime(Hours.read(time));
        } catch (NotUnderstoodException noMoment) {
            problems.add(new Problem(Column.START.title(), Problem.BAD_MOMENT));
            return null;
        }
    }

    /** An instant, as machines write it: on the cinema's clock. */
    private @Nullable LocalDateTime exact(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            return LocalDateTime.ofInstant(instant, dates.zone());
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    private @Nullable Set<SessionFeature> features() {
        SessionFeature version = VERSIONS.get(Words.spaced(text(Column.VERSION)));
        if (version == null) {
            boolean missing = text(Column.VERSION).isEmpty();
            problems.add(new Problem(Column.VERSION.title(), missing ? RuleCode.REQUIRED.code() : Problem.BAD_VERSION));
        }
        Set<SessionFeature> features = new LinkedHashSet<>();
        for (String word : text(Column.FEATURES).split("[,;/+| ]+", -1)) {
            String plain = Words.joined(word);
            SessionFeature feature = FEATURES.get(plain);
            if (feature != null && !feature.isVersion()) {
                features.add(feature);
            } else if (!plain.isEmpty() && !NO_FEATURE.contains(plain) && !Objects.equals(feature, version)) {
                problems.add(new Problem(Column.FEATURES.title(), Problem.BAD_FEATURE));
                return null;
            }
        }
        if (version == null) {
            return null;
        }
        features.add(version);
        return features;
    }

    private @Nullable Long places() {
        String text = text(Column.PLACES);
        if (text.isEmpty()) {
            problems.add(new Problem(Column.PLACES.title(), RuleCode.REQUIRED.code()));
            return null;
        }
        try {
            return Numbers.whole(text);
        } catch (NotUnderstoodException noNumber) {
            problems.add(new Problem(Column.PLACES.title(), Problem.NO_NUMBER));
            return null;
        }
    }

    /** A price is known again by its amount and its label. */
    private @Nullable CinemaPriceDraft price() {
        String text = text(Column.PRICE);
        if (text.isEmpty()) {
            problems.add(new Problem(Column.PRICE.title(), RuleCode.REQUIRED.code()));
            return null;
        }
        String label = text(Column.LABEL);
        try {
            Price price = Money.euros(text);
            String name = label.isEmpty() ? "" : "-" + Words.joined(label);
            return CinemaPriceDraft.of(price.cents() + name, label, price);
        } catch (NotUnderstoodException noAmount) {
            problems.add(new Problem(Column.PRICE.title(), RuleCode.BAD_AMOUNT.code()));
        } catch (RuleViolationException broken) {
            broken.violations()
                    .forEach(violation -> problems.add(new Problem(
                            violation.path().equals("price") ? Column.PRICE.title() : Column.LABEL.title(),
                            violation.code().code())));
        }
        return null;
    }

    private String text(Column column) {
        return table.text(row, column);
    }
}
