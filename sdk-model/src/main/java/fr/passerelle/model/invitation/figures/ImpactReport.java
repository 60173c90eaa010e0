package fr.passerelle.model.invitation.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published figures (invitations 7). A measure that is not in a row did not happen there, or too rarely to be told; it
 * then counts in a row that tells less.
 *
 * @param from the first quarter
 * @param to the last quarter
 * @param told what its rows tell apart
 * @param rows by department, kind and ages; what is not told comes last
 */
public record ImpactReport(Quarter from, Quarter to, List<Cell.Dimension> told, List<Row> rows) {

    /**
     * One row.
     *
     * @param cell what is told of where
     * @param counts of each measure that is told
     */
    public record Row(Cell cell, Map<Measure, Integer> counts) {

        /** Keeps the order of the measures. */
        public Row {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        /** What this version does not know is left out. */
        @JsonCreator
        static Row read(
                @JsonProperty(value = "cell", required = true) Cell cell,
                @JsonProperty(value = "counts", required = true) Map<String, Integer> counts) {
            Map<Measure, Integer> known = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                Integer count = counts.get(measure.name());
                if (count != null) {
                    known.put(measure, count);
                }
            }
            return new Row(cell, known);
        }

        /** A measure; 0 if it is not told. */
        public int count(Measure measure) {
            return counts.getOrDefault(measure, 0);
        }
    }

    /** Keeps the order of the rows. */
    public ImpactReport {
        told = List.copyOf(told);
        rows = List.copyOf(rows);
    }

    @JsonCreator
    static ImpactReport read(
            @JsonProperty(value = "from", required = true) Quarter from,
            @JsonProperty(value = "to", required = true) Quarter to,
            @JsonProperty(value = "told", required = true) List<Cell.Dimension> told,
            @JsonProperty(value = "rows", required = true) List<Row> rows) {
        return new ImpactReport(from, to, told, rows);
    }

    /** The sum of a measure over all rows. */
    public int total(Measure measure) {
        return rows.stream().mapToInt(row -> row.count(measure)).sum();
    }

    /** All who came. */
    public int attended() {
        return total(Measure.FIRST_OUTING) + total(Measure.LATER_OUTING);
    }

    /** All places that were to be used until the end. */
    public int booked() {
        return attended() + total(Measure.MISSED);
    }

    /** All places given back in time. */
    public int givenBack() {
        return total(Measure.REALLOCATED) + total(Measure.RETURNED);
    }

    /** All places that were offered: each of them was booked until the end, went back, or was never used. */
    public int offered() {
        return booked() + total(Measure.RETURNED) + total(Measure.NOT_CONFIRMED) + total(Measure.NOT_ASKED);
    }

    /** As comma-separated values (RFC 4180), with a line of headings. */
    public String csv() {
        StringBuilder csv = new StringBuilder("department,kind,age_band");
        for (Measure measure : Measure.values()) {
            csv.append(',').append(measure.name().toLowerCase(Locale.ROOT));
        }
        csv.append("\r\n");
        for (Row row : rows) {
            Cell cell = row.cell();
            csv.append(text(cell.department())).append(',').append(text(cell.kind()));
            csv.append(',').append(text(cell.band()));
            for (Measure measure : Measure.values()) {
                Integer count = row.counts().get(measure);
                csv.append(',').append(count == null ? "" : count.toString());
            }
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static String text(@Nullable Object told) {
        String text = told == null ? "" : told.toString();
        return text.matches("[A-Za-z0-9_]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
