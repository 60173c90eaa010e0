package fr.passerelle.model.credit;

import static fr.passerelle.model.credit.Scheme.GRANT_15_17;
import static fr.passerelle.model.credit.Scheme.GRANT_17_18;
import static fr.passerelle.model.credit.Scheme.GRANT_18_V1;
import static fr.passerelle.model.credit.Scheme.GRANT_18_V2;
import static fr.passerelle.model.credit.Scheme.GRANT_FREE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of an age may ask for, and when: one row of the table of rule book 1.1. The next decree is a new row,
 * and the end of the row that it replaces.
 *
 * @param name R0 to R4, as the rule book names them
 * @param scheme the credit
 * @param age the age it is for
 * @param opens from when
 * @param closes until when, exclusive; null while it is in force
 * @param announced from when it is known that it will open; null if nobody can tell
 * @param cohort whom it is for
 * @param finishUntil the last age at which somebody who registered in time can still finish; 0 if never later
 * @param source where the rule stands
 */
public record Regime(
        String name,
        Scheme scheme,
        int age,
        EffectiveDate opens,
        @Nullable EffectiveDate closes,
        @Nullable Instant announced,
        Cohort cohort,
        int finishUntil,
        String source) {

    /** Whom a row is for. */
    public enum Cohort {
        /** Everybody of that age. */
        EVERYBODY,
        /** Those with a birthday while the minors' scheme was opened step by step. */
        BIRTHDAY_IN_JANUARY_2022
    }

    /** The 300 euros for everybody: 21 May 2021 in Paris. */
    private static final EffectiveDate GENERAL = EffectiveDate.of("2021-05-20T22:00:00Z");

    /** The reform: the server's variable in UTC, the decree's day in Paris. */
    public static final EffectiveDate REFORM = EffectiveDate.of("2025-03-01T00:00:00Z", "2025-02-28T23:00:00Z");

    private static final String MINORS_BY_LAW = "2021-12-31T23:00:00Z";
    private static final Instant MINORS_ANNOUNCED = Instant.parse("2021-11-06T23:00:00Z");

    private static final EffectiveDate EXPERIMENT = EffectiveDate.of("2019-01-31T23:00:00Z");
    private static final EffectiveDate FREE = EffectiveDate.of("2025-12-01T00:00:00Z", "2025-02-28T23:00:00Z");
    private static final EffectiveDate EARLY = EffectiveDate.of("2022-01-03T00:00:00Z", MINORS_BY_LAW);

    private static final LocalDate STAGES_FROM = LocalDate.of(2022, 1, 3);
    private static final LocalDate STAGES_TO = LocalDate.of(2022, 1, 31);

    private static final List<Regime> TABLE = List.of(
            adults("R0", GRANT_18_V1, EXPERIMENT, GENERAL, 0, "decret 2019-66"),
            adults("R1", GRANT_18_V2, GENERAL, REFORM, 19, "decret 2021-628"),
            minors(15, EARLY, Cohort.BIRTHDAY_IN_JANUARY_2022),
            minors(16, EARLY, Cohort.BIRTHDAY_IN_JANUARY_2022),
            minors(17, EARLY, Cohort.BIRTHDAY_IN_JANUARY_2022),
            minors(15, EffectiveDate.of("2022-01-31T00:00:00Z", MINORS_BY_LAW), Cohort.EVERYBODY),
            minors(16, EffectiveDate.of("2022-01-20T00:00:00Z", MINORS_BY_LAW), Cohort.EVERYBODY),
            minors(17, EffectiveDate.of("2022-01-10T00:00:00Z", MINORS_BY_LAW), Cohort.EVERYBODY),
            reform("R3", GRANT_17_18, 17, REFORM, 20),
            reform("R3", GRANT_17_18, 18, REFORM, 20),
            reform("R4", GRANT_FREE, 15, FREE, 0),
            reform("R4", GRANT_FREE, 16, FREE, 0));

    private static Regime adults(
            String name, Scheme scheme, EffectiveDate opens, EffectiveDate closes, int finishUntil, String source) {
        return new Regime(name, scheme, 18, opens, closes, Instant.MIN, Cohort.EVERYBODY, finishUntil, source);
    }

    private static Regime minors(int age, EffectiveDate opens, Cohort cohort) {
        return new Regime(
                "R2",
                GRANT_15_17,
                age,
                opens,
                REFORM,
                MINORS_ANNOUNCED,
                cohort,
                17,
                "decret 2021-1453; server 684b4391a2");
    }

    private static Regime reform(String name, Scheme scheme, int age, EffectiveDate opens, int finishUntil) {
        return new Regime(
                name, scheme, age, opens, null, null, Cohort.EVERYBODY, finishUntil, "decret 2025-195; server 2026-02");
    }

    /** The whole table. */
    public static List<Regime> table() {
        return TABLE;
    }

    /** What somebody of this age may ask for at this instant; null if nothing. */
    public static @Nullable Regime open(Instant at, int age, LocalDate birth, Interpretation reading) {
        for (Regime row : TABLE) {
            boolean closed = row.closedAt(at, reading);
            if (row.age == age && row.opens.reached(at, reading) && !closed && row.includes(birth, reading)) {
                return row;
            }
        }
        return null;
    }

    /** Whether something for this age is announced but not open yet. */
    public static boolean announced(Instant at, int age, Interpretation reading) {
        return TABLE.stream()
                .anyMatch(row -> row.age == age
                        && row.announced != null
                        && !at.isBefore(row.announced)
                        && !row.opens.reached(at, reading));
    }

    /** Every instant at which a row opens, closes or is announced. */
    public static List<Instant> changes() {
        Stream<EffectiveDate> edges =
                TABLE.stream().flatMap(row -> Stream.concat(Stream.of(row.opens), Stream.ofNullable(row.closes)));
        Stream<Instant> announced = TABLE.stream().flatMap(row -> Stream.ofNullable(row.announced));
        return Stream.concat(edges.flatMap(since -> Stream.of(since.server(), since.law())), announced)
                .filter(at -> at.isAfter(Instant.MIN))
                .distinct()
                .toList();
    }

    /** Whether nobody can register under it any more. */
    public boolean closedAt(Instant at, Interpretation reading) {
        return closes != null && closes.reached(at, reading);
    }

    private boolean includes(LocalDate birth, Interpretation reading) {
        if (cohort == Cohort.EVERYBODY) {
            return true;
        }
        LocalDate birthday = reading.birthday(birth, STAGES_FROM.getYear() - birth.getYear());
        return !birthday.isBefore(STAGES_FROM) && birthday.isBefore(STAGES_TO);
    }
}
