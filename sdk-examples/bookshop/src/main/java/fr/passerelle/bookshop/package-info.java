/** A vendor's bookshop: a CSV of books, CDs and vinyl put on sale by EAN, confirmed and reported. */
@org.jspecify.annotations.NullMarked
package fr.passerelle.bookshop;
