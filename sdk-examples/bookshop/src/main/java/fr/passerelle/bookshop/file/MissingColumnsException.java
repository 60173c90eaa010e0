package fr.passerelle.bookshop.file;

import java.util.List;

/** A file whose first row does not name the columns that are needed: an empty file, for instance. */
public final class MissingColumnsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingColumnsException(List<String> columns) {
        super(String.join(", ", columns));
    }
}
