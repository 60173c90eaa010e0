package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonLocation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file is no agenda, or breaks off. */
public final class UnreadableAgendaException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    UnreadableAgendaException(String problem, @Nullable JsonLocation where, @Nullable Throwable cause) {
        super(problem, cause);
        line = where == null ? 0 : where.getLineNr();
        column = where == null ? 0 : where.getColumnNr();
    }

    /** The line where reading stops, 0 if the file is sound but holds no list of records. */
    public int line() {
        return line;
    }

    /** The column where reading stops. */
    public int column() {
        return column;
    }
}
