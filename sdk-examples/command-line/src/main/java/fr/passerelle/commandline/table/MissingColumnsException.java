package fr.passerelle.commandline.table;

import java.util.List;

/**
 * No line of a file names the columns that are needed. What the file holds instead is not told: the first line of a
 * list without headings is somebody.
 */
public final class MissingColumnsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Enum<?>> missing;
    private final int cells;

    MissingColumnsException(List<? extends Enum<?>> missing, int cells) {
        super(missing.toString());
        this.missing = List.copyOf(missing);
        this.cells = cells;
    }

    /** The columns that are needed and not named. */
    public List<Enum<?>> missing() {
        return missing;
    }

    /** How many cells the line has that comes closest to headings; 0 if the file is empty. */
    public int cells() {
        return cells;
    }
}
