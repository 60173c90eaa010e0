package fr.passerelle.counsellor.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.commandline.read.Dates;
import fr.passerelle.commandline.table.Cell;
import fr.passerelle.commandline.table.Headings;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.commandline.table.Row;
import fr.passerelle.commandline.table.Table;
import fr.passerelle.counsellor.people.DateStyle;
import fr.passerelle.counsellor.people.Fact;
import fr.passerelle.counsellor.people.Facts;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.counsellor.people.Outlook;
import fr.passerelle.counsellor.people.UnreadableFactException;
import fr.passerelle.model.credit.Department;
import fr.passerelle.model.entitlement.Person;
import fr.passerelle.model.entitlement.Territory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges every row of a list and writes it again with the answer behind it; one row is in memory at a time. */
public final class Audit {

    /** Without it, spreadsheets take UTF-8 for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Every birth date of the ages that count, in a few departments and groups of nationalities: some 20 MB. */
    private static final int REMEMBERED = 40_000;

    private static final String NEW_CALEDONIA = "988";
    private static final List<Fact> FACTS = List.of(Fact.values());
    private static final Set<Fact> NEEDED = EnumSet.of(Fact.BORN);
    private static final List<Fact> DATES = List.of(Fact.BORN, Fact.RESIDENT_SINCE, Fact.REGISTERED);

    private final Moment moment;
    private final Texts texts;
    private final ResultColumns answers;

    /** The last different people, for lists where many are alike: same birth date, same department. */
    private final Map<Person, Judgement> judgements = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Judgement> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What the list and the summary need of an outlook, which itself is ten times as large. */
    private record Judgement(Summary.Entry entry, List<String> cells) {}

    /** An audit for a moment, in a language. */
    public Audit(Moment moment, Texts texts) {
        this.moment = moment;
        this.texts = texts;
        this.answers = new ResultColumns(texts);
    }

    /**
     * What was read and what was found.
     *
     * @param columns which headings were understood as what
     * @param encoding the characters of the file
     * @param skippedLines how many lines stand above the headings
     * @param dates how its dates are written
     * @param summary counts and sums
     */
    public record Outcome(String columns, String encoding, long skippedLines, DateStyle dates, Summary summary) {}

    /**
     * What the user says of a list.
     *
     * @param columns which column holds what, where the headings do not tell; null if they do
     * @param monthFirst whether the month stands first in its dates
     */
    public record Form(@Nullable String columns, boolean monthFirst) {

        /** The list speaks for itself. */
        public static final Form PLAIN = new Form(null, false);

        Headings<Fact> headings() {
            return Fact.HEADINGS.with(columns, Fact.class);
        }
    }

    /**
     * Reads a list and writes the result.
     *
     * @throws IOException if a file cannot be read or written; there is no result then
     * @throws MissingColumnsException if it is no list of people
     * @throws IllegalArgumentException if the form names no column; the message is the piece
     */
    public Outcome run(InputFile list, OutputFile result, Form form) throws IOException {
        Summary summary = new Summary();
        DateStyle dates = style(list, form);
        try (Table<Fact> people = Table.open(list, form.headings(), NEEDED)) {
            Writer writer = result.writer();
            writer.write(BYTE_ORDER_MARK);
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(people.separator())
                    .quoteStrategy(QuoteStrategies.ALWAYS)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(writer);
            write(csv, people.headings(), answers.headings());
            for (Row row = people.next(); row != null; row = people.next()) {
                write(csv, fitted(row, people), judged(row, people, dates, summary));
            }
            csv.flush();
            return new Outcome(columns(people), people.charset().name(), people.skippedLines(), dates, summary);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** One date whose month stands first makes the whole list uncertain: it is looked through before it is judged. */
    private static DateStyle style(InputFile list, Form form) throws IOException {
        if (form.monthFirst) {
            return DateStyle.AMERICAN;
        }
        try (Table<Fact> people = Table.open(list, form.headings(), NEEDED)) {
            if (people.isMonthFirst(Fact.BORN)) {
                return DateStyle.AMERICAN;
            }
            for (Row row = people.next(); row != null; row = people.next()) {
                for (Fact fact : DATES) {
                    if (Dates.needsMonthFirst(people.text(row, fact))) {
                        return DateStyle.MIXED;
                    }
                }
            }
            return DateStyle.FRENCH;
        }
    }

    private String columns(Table<Fact> people) {
        return people.columns().entrySet().stream()
                .map(column -> texts.of("fact", column.getKey()) + " = “" + column.getValue() + "”")
                .collect(Collectors.joining(", "));
    }

    private static void write(CsvWriter csv, List<String> first, List<String> second) {
        List<String> cells = new ArrayList<>(first.size() + second.size());
        first.forEach(cell -> cells.add(Cell.safe(cell)));
        second.forEach(cell -> cells.add(Cell.safe(cell)));
        csv.writeRecord(cells);
    }

    /** As many cells as there are headings, so that the answers stand under theirs; what is too much stays, joined. */
    private static List<String> fitted(Row row, Table<Fact> people) {
        int width = people.headings().size();
        List<String> cells = new ArrayList<>(
                row.cells().subList(0, Math.min(width, row.cells().size())));
        cells.addAll(Collections.nCopies(width - cells.size(), ""));
        if (row.cells().size() > width) {
            String rest = String.join(
                    String.valueOf(people.separator()),
                    row.cells().subList(width - 1, row.cells().size()));
            cells.set(width - 1, rest);
        }
        return cells;
    }

    private List<String> judged(Row row, Table<Fact> people, DateStyle dates, Summary summary) {
        int width = people.headings().size();
        if (row.broken()) {
            summary.unreadable();
            return answers.unreadable(texts.of("list.broken-row"));
        }
        if (people.isTooWide(row)) {
            summary.unreadable();
            return answers.unreadable(
                    texts.of("list.too-many-cells", row.cells().size(), width));
        }
        try {
            Facts facts = new Facts();
            for (Fact fact : FACTS) {
                facts.with(fact, people.text(row, fact));
            }
            Facts.Known known = facts.known(moment, dates);
            Judgement judgement = judgements.computeIfAbsent(alike(known.person()), this::judge);
            summary.add(judgement.entry);
            summary.note(known);
            return answers.with(judgement.cells, known);
        } catch (UnreadableFactException unreadable) {
            summary.unreadable();
            return answers.unreadable(unreadable.sentence(texts));
        }
    }

    /** Of a place only the department counts, but in New Caledonia: neighbours of two towns are judged once. */
    private static Person alike(Person person) {
        Department department = person.department();
        String code = person.postalCode();
        if (department == null
                || code == null
                || department.code().equals(NEW_CALEDONIA)
                || Territory.refusedPostalCodes().contains(code)) {
            return person;
        }
        return person.toBuilder()
                .departmentCode(department.code())
                .postalCode(null)
                .build();
    }

    private Judgement judge(Person person) {
        Outlook outlook = Outlook.of(person, moment.in(person.zone()));
        return new Judgement(Summary.Entry.of(outlook), answers.of(outlook));
    }
}
