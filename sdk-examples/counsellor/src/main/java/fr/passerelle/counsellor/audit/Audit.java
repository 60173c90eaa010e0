package fr.passerelle.counsellor.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import fr.passerelle.commandline.Texts;
import fr.passerelle.counsellor.people.Fact;
import fr.passerelle.counsellor.people.Facts;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.counsellor.people.Outlook;
import fr.passerelle.counsellor.people.UnreadableFactException;
import fr.passerelle.model.entitlement.Person;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges every row of a list and writes it again with the answer behind it; one row is in memory at a time. */
public final class Audit {

    /** Without it, spreadsheets take UTF-8 for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int REMEMBERED = 4_000;

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

    private record Judgement(Outlook outlook, List<String> cells) {}

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
     * @param summary counts and sums
     */
    public record Outcome(String columns, String encoding, Summary summary) {}

    /**
     * Reads a list and writes the result, which appears when it is complete.
     *
     * @throws IOException if a file cannot be read or written; there is no result then
     * @throws UnusableListException if it is no list of people
     */
    public Outcome run(Path list, Path result) throws IOException {
        Summary summary = new Summary();
        try (PeopleFile people = PeopleFile.open(list);
                SafeFile file = new SafeFile(result)) {
            Writer writer = file.writer();
            writer.write(BYTE_ORDER_MARK);
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(people.separator())
                    .quoteStrategy(QuoteStrategies.ALWAYS)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(writer);
            write(csv, people.headings(), answers.headings());
            for (List<String> row = people.next(); row != null; row = people.next()) {
                write(csv, fitted(row, people), judged(row, people, summary));
            }
            csv.flush();
            file.finish();
            return new Outcome(columns(people), people.encoding().name(), summary);
        }
    }

    private String columns(PeopleFile people) {
        return people.columns().entrySet().stream()
                .map(column -> texts.of("fact", column.getKey()) + " = “"
                        + people.headings().get(column.getValue()) + "”")
                .collect(Collectors.joining(", "));
    }

    private static void write(CsvWriter csv, List<String> first, List<String> second) {
        List<String> cells = new ArrayList<>(first.size() + second.size());
        first.forEach(cell -> cells.add(Cell.safe(cell)));
        second.forEach(cell -> cells.add(Cell.safe(cell)));
        csv.writeRecord(cells);
    }

    /** As many cells as there are headings, so that the answers stand under theirs; what is too much stays, joined. */
    private static List<String> fitted(List<String> row, PeopleFile people) {
        int width = people.headings().size();
        List<String> cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        cells.addAll(Collections.nCopies(width - cells.size(), ""));
        if (row.size() > width) {
            String rest = String.join(String.valueOf(people.separator()), row.subList(width - 1, row.size()));
            cells.set(width - 1, rest);
        }
        return cells;
    }

    private List<String> judged(List<String> row, PeopleFile people, Summary summary) {
        int width = people.headings().size();
        if (row.stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
            summary.unreadable();
            return answers.unreadable(texts.of("list.too-many-cells", row.size(), width));
        }
        try {
            Person person = facts(row, people.columns()).person(moment);
            Judgement judgement = judgements.computeIfAbsent(person, this::judge);
            summary.add(judgement.outlook);
            return judgement.cells;
        } catch (UnreadableFactException unreadable) {
            summary.unreadable();
            return answers.unreadable(unreadable.sentence(texts));
        }
    }

    private Judgement judge(Person person) {
        Outlook outlook = Outlook.of(person, moment.in(person.zone()));
        return new Judgement(outlook, answers.of(outlook));
    }

    private static Facts facts(List<String> row, Map<Fact, Integer> columns) {
        Facts facts = new Facts();
        columns.forEach((fact, column) -> facts.with(fact, column < row.size() ? row.get(column) : null));
        return facts;
    }
}
