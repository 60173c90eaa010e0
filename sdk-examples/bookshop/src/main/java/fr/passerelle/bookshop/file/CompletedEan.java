package fr.passerelle.bookshop.file;

import fr.passerelle.model.value.Ean;

/**
 * A number that a file has in another form than 13 digits, and that its check digit proves.
 *
 * @param line where its row starts in the file, from 1
 * @param written as in the file
 * @param ean the number in full
 */
public record CompletedEan(long line, String written, Ean ean) {}
