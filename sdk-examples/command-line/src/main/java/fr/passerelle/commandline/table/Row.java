package fr.passerelle.commandline.table;

import java.util.List;

/**
 * A row of a table.
 *
 * @param line where it starts in the file, from 1
 * @param cells as written; of a broken row one cell with its line
 * @param broken whether its cells cannot be told apart: a quote that does not close, or a line without end
 */
public record Row(long line, List<String> cells, boolean broken) {

    /** Most characters of a line; a longer one makes its row broken. */
    public static final int LONGEST_LINE = TextLines.LONGEST;

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell at this place, without blanks at its ends; empty if the row is too short. */
    public String cell(int place) {
        return place < cells.size() ? cells.get(place).strip() : "";
    }

    /** What was written stays unsaid: it may be somebody's own. */
    @Override
    public String toString() {
        return "Row[line=" + line + ", cells=" + cells.size() + "]";
    }
}
