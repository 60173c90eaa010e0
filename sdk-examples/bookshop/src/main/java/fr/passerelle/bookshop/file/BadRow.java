package fr.passerelle.bookshop.file;

import java.util.List;

/**
 * A row that cannot be sent.
 *
 * @param line where it starts in the file, from 1
 * @param ean as written; empty if there is none
 * @param problems at least one
 */
public record BadRow(long line, String ean, List<Problem> problems) {

    public BadRow {
        problems = List.copyOf(problems);
    }
}
