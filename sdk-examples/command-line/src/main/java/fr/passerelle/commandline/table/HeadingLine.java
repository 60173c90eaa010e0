package fr.passerelle.commandline.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line of a table that names its columns, for the separator that makes most of them known.
 *
 * @param headings as written
 * @param columns where each known column stands, the preferred place first
 * @param twins of a column, where the same heading stands again
 * @param monthFirst the columns whose heading says that the month stands first
 * @param separator what separates cells
 * @param skipped how many lines stand above
 * @param lines how many lines it goes over
 */
record HeadingLine<C extends Enum<C>>(
        List<String> headings,
        Map<C, List<Integer>> columns,
        Map<Integer, List<Integer>> twins,
        Set<C> monthFirst,
        char separator,
        long skipped,
        int lines) {

    /** How far down the headings may stand. */
    private static final int MOST_LINES = 40;

    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(?<separator>[^\"])\"?[;,\t]*");

    /**
     * Finds it; the lines behind it are the next ones then.
     *
     * @throws MissingColumnsException if no line names the needed columns
     */
    static <C extends Enum<C>> HeadingLine<C> find(TextLines lines, Headings<C> known, Set<C> needed)
            throws IOException {
        List<TextLines.Line> head = new ArrayList<>();
        for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
            head.add(line);
            if (head.size() == MOST_LINES) {
                break;
            }
        }
        List<Character> separators = SEPARATORS;
        HeadingLine<C> closest = null;
        long skipped = 0;
        for (int i = 0; i < head.size(); i++) {
            String text = head.get(i).text();
            Matcher declared = SEPARATOR_LINE.matcher(text);
            if (declared.matches() && skipped == 0) {
                separators = List.of(declared.group("separator").charAt(0));
            } else if (!text.isBlank()) {
                HeadingLine<C> here = best(head.subList(i, head.size()), separators, skipped++, known, needed);
                if (here.columns.keySet().containsAll(needed)) {
                    lines.putBack(head.subList(i + here.lines, head.size()));
                    return here;
                }
                closest = closest == null || here.columns.size() > closest.columns.size() ? here : closest;
            }
        }
        List<C> missing = new ArrayList<>(needed);
        missing.removeAll(closest == null ? Set.of() : closest.columns.keySet());
        missing.sort(Comparator.naturalOrder());
        throw new MissingColumnsException(missing, closest == null ? 0 : closest.headings.size());
    }

    private static <C extends Enum<C>> HeadingLine<C> best(
            List<TextLines.Line> lines, List<Character> separators, long skipped, Headings<C> known, Set<C> needed)
            throws IOException {
        HeadingLine<C> best = null;
        for (char separator : separators) {
            HeadingLine<C> line = of(lines, separator, skipped, known);
            best = best == null || line.isBetter(best, needed) ? line : best;
        }
        if (best == null) {
            throw new IllegalStateException("no separator to try");
        }
        return best;
    }

    private boolean isBetter(HeadingLine<C> other, Set<C> needed) {
        boolean complete = columns.keySet().containsAll(needed);
        if (complete != other.columns.keySet().containsAll(needed)) {
            return complete;
        }
        int more = Integer.compare(columns.size(), other.columns.size());
        return more > 0 || (more == 0 && headings.size() > other.headings.size());
    }

    private static <C extends Enum<C>> HeadingLine<C> of(
            List<TextLines.Line> lines, char separator, long skipped, Headings<C> known) throws IOException {
        Head head = new Head(lines);
        Row row = new Records(head, separator).next();
        List<String> cells = new ArrayList<>();
        if (row != null && !row.broken()) {
            row.cells().forEach(cell -> cells.add(cell.strip()));
        }
        // A spreadsheet that is wider than its table exports empty headings behind.
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        record Found<C>(Headings.Match<C> match, int place) {}
        Map<C, List<Found<C>>> found = new HashMap<>();
        Map<Integer, List<Integer>> twins = new HashMap<>();
        Set<C> monthFirst = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            Optional<Headings.Match<C>> match = known.find(cells.get(i));
            if (match.isPresent()) {
                C column = match.get().column();
                List<Found<C>> places = found.computeIfAbsent(column, any -> new ArrayList<>());
                Optional<Found<C>> first = places.stream()
                        .filter(other -> other.match.rank() == match.get().rank())
                        .findFirst();
                if (first.isPresent()) {
                    twins.computeIfAbsent(first.get().place, any -> new ArrayList<>())
                            .add(i);
                } else {
                    places.add(new Found<>(match.get(), i));
                    if (match.get().monthFirst()) {
                        monthFirst.add(column);
                    }
                }
            }
        }
        Map<C, List<Integer>> columns = new HashMap<>();
        found.forEach((column, places) -> columns.put(
                column,
                places.stream()
                        .sorted(Comparator.comparingInt(one -> one.match.rank()))
                        .map(Found::place)
                        .toList()));
        return new HeadingLine<>(List.copyOf(cells), columns, twins, monthFirst, separator, skipped, head.taken());
    }

    /** The first lines of a file, to be tried again and again. */
    private static final class Head implements Records.Lines {

        private final Deque<TextLines.Line> left;
        private final int all;

        Head(List<TextLines.Line> lines) {
            left = new ArrayDeque<>(lines);
            all = lines.size();
        }

        @Override
        public TextLines.@Nullable Line next() {
            return left.poll();
        }

        @Override
        public void putBack(List<TextLines.Line> lines) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                left.addFirst(lines.get(i));
            }
        }

        int taken() {
            return all - left.size();
        }
    }
}
