/** The shop's CSV file: written, read row by row, and the rows that were refused. */
@org.jspecify.annotations.NullMarked
package fr.passerelle.bookshop.file;
